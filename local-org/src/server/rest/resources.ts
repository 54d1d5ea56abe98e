/** The resources of a version. */
import { ok, type Route } from '../api.ts';
import { dataRoute } from './dataRoute.ts';

const RESOURCES = [
  'composite',
  'jobs',
  'limits',
  'parameterizedSearch',
  'query',
  'queryAll',
  'search',
  'sobjects',
  'tooling',
  'ui-api',
] as const;

export const RESOURCE_ROUTES: readonly Route[] = [
  dataRoute('GET', '', (call) =>
    ok({
      ...Object.fromEntries(RESOURCES.map((name) => [name, `${call.base}/${name}`])),
      identity: `${call.request.origin}/id/${call.org.local.parts.users.organizationId}/${call.session.userId}`,
    }),
  ),
];
