/** The User Interface API. */
import type { Route } from '../api.ts';
import { LIST_ROUTES } from './lists/index.ts';
import { RECORD_ROUTES } from './records.ts';
import { VIEWED_ROUTES } from './viewed.ts';

export const UI_API_ROUTES: readonly Route[] = [...RECORD_ROUTES, ...LIST_ROUTES, ...VIEWED_ROUTES];
