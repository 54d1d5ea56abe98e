/** Every surface the org's worker answers. */
import type { Route } from './api.ts';
import { APEX_REST_ROUTES } from './apexRest/index.ts';
import { CALLOUT_ROUTES } from './callouts/index.ts';
import { COMPONENT_ROUTES } from './components/apex.ts';
import { EVENT_ROUTES } from './events/index.ts';
import { DEVELOPER_ROUTES } from './developer/index.ts';
import { OUTBOX_ROUTES } from './outbox/index.ts';
import { PAGE_MODEL_ROUTES } from './pageModel/index.ts';
import { PAGE_ROUTES } from './pages/index.ts';
import { OAUTH_ROUTES } from './oauth/index.ts';
import { SITE_ROUTES } from './sites/index.ts';
import { REST_ROUTES } from './rest/index.ts';
import { SCOPED_MODULE_ROUTES } from './scopedModules/index.ts';
import { CLOCK_ROUTES } from './time/index.ts';
import { UI_API_ROUTES } from './uiApi/index.ts';

export const ROUTES: readonly Route[] = [
  ...REST_ROUTES,
  ...APEX_REST_ROUTES,
  ...SITE_ROUTES,
  ...OAUTH_ROUTES,
  ...PAGE_ROUTES,
  ...COMPONENT_ROUTES,
  ...UI_API_ROUTES,
  ...PAGE_MODEL_ROUTES,
  ...DEVELOPER_ROUTES,
  ...SCOPED_MODULE_ROUTES,
  ...CLOCK_ROUTES,
  ...EVENT_ROUTES,
  ...CALLOUT_ROUTES,
  ...OUTBOX_ROUTES,
];
