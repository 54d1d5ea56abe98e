/** `/services/apexrest`: Apex REST for users, and for guests under the path of a Site. */
import type { ApiResponse, Call, HttpMethod, Route, UserCall } from '../api.ts';
import { notFound } from '../errors.ts';
import { proveApiAccess } from '../rest/dataRoute.ts';
import { siteOf } from '../sites/sites.ts';
import { runResource } from './run.ts';

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

export const APEX_REST_ROUTES: readonly Route[] = METHODS.flatMap((method): readonly Route[] => [
  { method, path: '/services/apexrest/*', access: 'api', handle: forUser },
  { method, path: '/:site/services/apexrest/*', access: 'public', handle: forGuest },
]);

function forUser(call: UserCall): ApiResponse {
  proveApiAccess(call);
  return runResource(call, call.session.userId, behind(call.request.path));
}

function forGuest(call: Call): ApiResponse {
  const site = siteOf(call.org.local, call.params['site'] ?? '');
  if (site === null) {
    throw notFound();
  }
  return runResource(call, site.guestUserId, behind(call.request.path));
}

const behind = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/^.*?\/services\/apexrest/i, '');
