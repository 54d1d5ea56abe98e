/** What the developer pages ask: `/_/org/dev/…`, no part of the platform. */
import type { Route } from '../api.ts';
import { APEX_ROUTES } from './anonymousApex.ts';
import { CLIENT_PAGE_ROUTES } from './clients.ts';
import { DATA_ROUTES } from './data.ts';
import { EVENT_PAGE_ROUTES } from './events.ts';
import { JOB_ROUTES } from './jobs.ts';
import { PERMISSION_SET_ROUTES } from './permissionSets.ts';
import { QUERY_ROUTES } from './query.ts';
import { SOURCE_ROUTES } from './sources.ts';
import { TEST_ROUTES } from './tests.ts';
import { TRANSACTION_ROUTES } from './transactions.ts';
import { USER_ROUTES } from './users.ts';

export const DEVELOPER_ROUTES: readonly Route[] = [
  ...APEX_ROUTES,
  ...CLIENT_PAGE_ROUTES,
  ...DATA_ROUTES,
  ...EVENT_PAGE_ROUTES,
  ...JOB_ROUTES,
  ...PERMISSION_SET_ROUTES,
  ...QUERY_ROUTES,
  ...SOURCE_ROUTES,
  ...TEST_ROUTES,
  ...TRANSACTION_ROUTES,
  ...USER_ROUTES,
];
