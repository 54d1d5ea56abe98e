/** List views: which there are, what they show, their rows. */
import type { Route } from '../../api.ts';
import { UI_BASE } from '../base.ts';
import { readListInfo, readListInfos } from './listInfo.ts';
import { readListRecords, readListUi } from './listRecords.ts';

export const LIST_ROUTES: readonly Route[] = [
  { method: 'GET', path: `${UI_BASE}/list-info/:object`, access: 'ui', handle: readListInfos },
  { method: 'GET', path: `${UI_BASE}/list-info/:object/:listView`, access: 'ui', handle: readListInfo },
  { method: 'GET', path: `${UI_BASE}/list-records/:object`, access: 'ui', handle: readListRecords },
  { method: 'GET', path: `${UI_BASE}/list-records/:object/:listView`, access: 'ui', handle: readListRecords },
  { method: 'POST', path: `${UI_BASE}/list-records/:object/:listView`, access: 'ui', handle: readListRecords },
  { method: 'GET', path: `${UI_BASE}/list-ui/:object`, access: 'ui', handle: readListInfos },
  { method: 'GET', path: `${UI_BASE}/list-ui/:object/:listView`, access: 'ui', handle: readListUi },
];
