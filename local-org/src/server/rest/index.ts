/** The REST API. */
import type { Route } from '../api.ts';
import { VERSION_ROUTES } from './versions.ts';

export const REST_ROUTES: readonly Route[] = [...VERSION_ROUTES];
