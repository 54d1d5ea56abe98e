/** Every surface the org's worker answers. */
import type { Route } from './api.ts';
import { PAGE_ROUTES } from './pages/index.ts';
import { REST_ROUTES } from './rest/index.ts';

export const ROUTES: readonly Route[] = [...REST_ROUTES, ...PAGE_ROUTES];
