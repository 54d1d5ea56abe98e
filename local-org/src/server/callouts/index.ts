/** The last callouts, for the developer's page. */
import { LoggedCallouts } from '../../callouts/log.ts';
import { ok, type ApiResponse, type Call, type Route } from '../api.ts';

function callouts({ org }: Call): ApiResponse {
  const made = org.local.parts.context.callouts;
  return ok({ callouts: made instanceof LoggedCallouts ? made.log : [] });
}

export const CALLOUT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/org/callouts', access: 'browser', handle: callouts },
];
