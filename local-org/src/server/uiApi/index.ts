/** The User Interface API. */
import type { Route } from '../api.ts';
import { RECORD_ROUTES } from './records.ts';

export const UI_API_ROUTES: readonly Route[] = [...RECORD_ROUTES];
