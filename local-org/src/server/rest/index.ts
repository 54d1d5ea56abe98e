/** The REST API. */
import type { Route } from '../api.ts';
import { COMPOSITE_ROUTES } from './composite/index.ts';
import { TOOLING_ROUTES } from './tooling.ts';
import { LIMIT_ROUTES } from './limits.ts';
import { QUERY_ROUTES } from './query/index.ts';
import { RESOURCE_ROUTES } from './resources.ts';
import { SEARCH_ROUTES } from './search.ts';
import { SOBJECT_ROUTES } from './sobjects/index.ts';
import { VERSION_ROUTES } from './versions.ts';

export const REST_ROUTES: readonly Route[] = [
  ...VERSION_ROUTES,
  ...RESOURCE_ROUTES,
  ...LIMIT_ROUTES,
  ...QUERY_ROUTES,
  ...SEARCH_ROUTES,
  ...SOBJECT_ROUTES,
  ...COMPOSITE_ROUTES,
  ...TOOLING_ROUTES,
];
