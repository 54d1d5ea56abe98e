/** How a record is laid out, and what a new one starts with. */
import type { Route } from '../../api.ts';
import { UI_BASE } from '../base.ts';
import { readCloneDefaults, readCreateDefaults } from './defaults.ts';
import { readLayout, readRecordUi } from './recordUi.ts';

export const LAYOUT_ROUTES: readonly Route[] = [
  { method: 'GET', path: `${UI_BASE}/layout/:object`, access: 'ui', handle: readLayout },
  { method: 'GET', path: `${UI_BASE}/record-ui/:ids`, access: 'ui', handle: readRecordUi },
  { method: 'GET', path: `${UI_BASE}/record-defaults/create/:object`, access: 'ui', handle: readCreateDefaults },
  { method: 'GET', path: `${UI_BASE}/record-defaults/clone/:id`, access: 'ui', handle: readCloneDefaults },
  {
    method: 'GET',
    path: `${UI_BASE}/record-defaults/template/create/:object`,
    access: 'ui',
    handle: readCreateDefaults,
  },
  { method: 'GET', path: `${UI_BASE}/record-defaults/template/clone/:id`, access: 'ui', handle: readCloneDefaults },
];
