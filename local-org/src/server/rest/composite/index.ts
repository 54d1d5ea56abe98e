/** Several things in one request. */
import type { Route } from '../../api.ts';
import { COLLECTION_ROUTES } from './collections.ts';

export const COMPOSITE_ROUTES: readonly Route[] = [...COLLECTION_ROUTES];
