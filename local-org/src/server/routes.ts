/** Every surface the org's worker answers. */
import type { Route } from './api.ts';
import { REST_ROUTES } from './rest/index.ts';

export const ROUTES: readonly Route[] = [...REST_ROUTES];
