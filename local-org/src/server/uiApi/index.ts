/** The User Interface API. */
import type { Route } from '../api.ts';
import { ACTION_ROUTES } from './actions/index.ts';
import { APP_ROUTES } from './apps/index.ts';
import { LAYOUT_ROUTES } from './layouts/index.ts';
import { LIST_ROUTES } from './lists/index.ts';
import { LOOKUP_ROUTES } from './lookups.ts';
import { PATH_ROUTES } from './path.ts';
import { PICKLIST_ROUTES } from './picklists.ts';
import { RECORD_PICKER_ROUTES } from './recordPicker.ts';
import { RECORD_ROUTES } from './records.ts';
import { RELATED_LIST_ROUTES } from './related/relatedLists.ts';
import { SEARCH_ROUTES } from './search.ts';
import { VIEWED_ROUTES } from './viewed.ts';

export const UI_API_ROUTES: readonly Route[] = [
  ...RECORD_ROUTES,
  ...PICKLIST_ROUTES,
  ...LAYOUT_ROUTES,
  ...ACTION_ROUTES,
  ...APP_ROUTES,
  ...PATH_ROUTES,
  ...LIST_ROUTES,
  ...RELATED_LIST_ROUTES,
  ...LOOKUP_ROUTES,
  ...RECORD_PICKER_ROUTES,
  ...SEARCH_ROUTES,
  ...VIEWED_ROUTES,
];
