/** What a browser asks before there is a page: signing in and out, and the context of the user. */
import type { Route } from '../api.ts';
import { CONTEXT_ROUTES } from './context.ts';
import { LOGIN_ROUTES } from './login.ts';

export const PAGE_ROUTES: readonly Route[] = [...LOGIN_ROUTES, ...CONTEXT_ROUTES];
