/** What the administrator sees and makes of Sites. */
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { ApiError, badRequest } from '../errors.ts';
import { addSite, allSites, grantToGuest } from './sites.ts';

export const SITE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/org/sites', access: 'ui', handle: list },
  { method: 'POST', path: '/_/org/sites', access: 'ui', handle: create },
];

function list(call: UserCall): ApiResponse {
  proveAdministrator(call);
  return ok({ sites: allSites(call.org.local) });
}

function create(call: UserCall): ApiResponse {
  proveAdministrator(call);
  const body = (call.json() ?? {}) as {
    readonly name?: unknown;
    readonly label?: unknown;
    readonly pathPrefix?: unknown;
    readonly permissionSets?: unknown;
  };
  const { name, pathPrefix } = body;
  if (typeof name !== 'string' || typeof pathPrefix !== 'string') {
    throw badRequest('INVALID_INPUT', 'A site needs a name and a pathPrefix');
  }
  const label = typeof body.label === 'string' ? body.label : name;
  const site = addSite(call.org.local, { name, label, pathPrefix, isActive: true });
  const sets = Array.isArray(body.permissionSets) ? body.permissionSets : [];
  grantToGuest(
    call.org.local,
    site,
    sets.map((one) => String(one)),
  );
  return { status: 201, body: site };
}

/** Setup is for those who may customize the org. */
export function proveAdministrator({ org, session }: UserCall): void {
  if (!org.local.parts.context.security.hasUserPermission(session.userId, 'CustomizeApplication')) {
    throw new ApiError(403, { errorCode: 'INSUFFICIENT_ACCESS', message: 'You do not have access to setup' });
  }
}
