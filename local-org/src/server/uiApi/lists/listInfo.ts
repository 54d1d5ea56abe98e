/** `ui-api/list-info`: what a list view shows. Source: User Interface API Developer Guide, "List Info". */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { toLongId } from '../../../values/id.ts';
import { ok, type ApiResponse, type UserCall } from '../../api.ts';
import { notFound } from '../../errors.ts';
import { objectOf } from '../../records/save.ts';
import { look } from '../../records/work.ts';
import { columnPath, fieldPath, pathField, pathLabel } from '../../uiModel/columns.ts';
import type { ListView } from '../../uiModel/listView.ts';
import { numberParam, objectParam } from '../base.ts';
import { readablePath } from '../recordValue.ts';
import { isSharedWith } from './listSharing.ts';

export interface ListColumn {
  readonly fieldApiName: string;
  readonly label: string;
  readonly lookupId: string | null;
  readonly sortable: boolean;
}
export interface ChosenList {
  readonly object: ObjectInfo;
  readonly view: ListView;
}

const KEY_PREFIX = '00B';

/** Views have no rows here: their id is made of the object's prefix and their place among the object's views. */
export function listId(call: UserCall, object: ObjectInfo, view: ListView): string | null {
  const place = call.org.ui.listViews(object).findIndex((one) => one.name === view.name);
  return view.isRecent || place < 0
    ? null
    : toLongId(`${KEY_PREFIX}000000${object.keyPrefix ?? '000'}${String(place + 1).padStart(3, '0')}`);
}

function byId(call: UserCall, id: string): ChosenList {
  const long = toLongId(id) ?? '';
  const { schema } = call.org.local.parts.context;
  const found = schema.byKeyPrefix(long.slice(9, 12));
  const object = found === null ? null : objectOf(call.org, call.session.userId, found.name);
  const view = object === null ? undefined : call.org.ui.listViews(object)[Number(long.slice(12, 15)) - 1];
  if (object === null || view === undefined) {
    throw notFound();
  }
  return { object, view };
}

const isListId = (text: string): boolean => new RegExp(`^${KEY_PREFIX}(\\w{12}|\\w{15})$`).test(text);

export function chosenList(call: UserCall): ChosenList {
  const name = call.params['listView'] ?? '';
  if (name === '') {
    return byId(call, call.params['object'] ?? '');
  }
  const object = objectParam(call);
  const view = call.org.ui.listView(object, name);
  if (view === null || !isSharedWith(call, view)) {
    throw notFound(`The list view ${name} of ${object.name} does not exist, or you have no access to it.`);
  }
  return { object, view };
}

/** Of an object: its views; of an id: that view. */
export function readListInfos(call: UserCall): ApiResponse {
  const asked = call.params['object'] ?? '';
  return isListId(asked) ? readListInfo(call) : readSummaries(call);
}

function readSummaries(call: UserCall): ApiResponse {
  const object = objectParam(call);
  const search = (call.param('q') ?? '').toLowerCase();
  const pageSize = numberParam(call.param('pageSize'), { from: 1, to: 2_000, otherwise: 20 });
  const start = numberParam(call.param('pageToken'), { from: 0, to: 1_000_000, otherwise: 0 });
  const recentOnly = call.param('recentListsOnly') === 'true';
  const views = call.org.ui
    .listViews(object)
    .filter((view) => isSharedWith(call, view) && (!recentOnly || view.isRecent))
    .filter((view) => view.label.toLowerCase().includes(search))
    .toSorted((left, right) => left.label.localeCompare(right.label));
  const page = views.slice(start, start + pageSize);
  const hasMore = start + pageSize < views.length;
  const url = `/services/data/v${call.params['version'] ?? ''}/ui-api/list-info/${object.name}`;
  return ok({
    count: page.length,
    currentPageToken: String(start),
    currentPageUrl: `${url}?pageSize=${pageSize}&pageToken=${start}`,
    lists: page.map((view) => ({
      apiName: view.name,
      id: listId(call, object, view),
      label: view.label,
      listUiUrl: `/services/data/v${call.params['version'] ?? ''}/ui-api/list-ui/${object.name}/${view.name}`,
      objectApiName: object.name,
    })),
    nextPageToken: hasMore ? String(start + pageSize) : null,
    nextPageUrl: hasMore ? `${url}?pageSize=${pageSize}&pageToken=${start + pageSize}` : null,
    objectApiName: object.name,
    pageSize,
    previousPageToken: start === 0 ? null : String(Math.max(0, start - pageSize)),
    previousPageUrl: start === 0 ? null : `${url}?pageSize=${pageSize}&pageToken=${Math.max(0, start - pageSize)}`,
    queryString: call.param('q'),
    recentListsOnly: recentOnly,
  });
}

export function readListInfo(call: UserCall): ApiResponse {
  const chosen = chosenList(call);
  return ok(look(call.org.local, call.session.userId, (runtime) => listInfo(call, runtime, chosen)));
}

export function listInfo(call: UserCall, runtime: Transaction, { object, view }: ChosenList): object {
  const columns = listColumns(runtime, object, view.columns);
  const sorted = view.isRecent ? undefined : defaultSort(object, columns);
  return {
    cloneable: !view.isRecent,
    createable: false,
    deletable: false,
    displayColumns: columns,
    eTag: view.name,
    filterLogicString: view.logic,
    filteredByInfo: view.filters.map((filter) => filterInfo(runtime, object, filter)),
    hasMassActions: false,
    label: view.label,
    listReference: listReference(call, object, view),
    listShares: [],
    objectApiNames: [object.name],
    scope: { apiName: view.scope.slice(0, 1).toLowerCase() + view.scope.slice(1) },
    orderedByInfo:
      sorted === undefined ? [] : [{ fieldApiName: sorted.fieldApiName, isAscending: true, label: sorted.label }],
    updateable: false,
    userPreferences: {
      columnWidths: Object.fromEntries(columns.map((column) => [column.fieldApiName, -1])),
      columnWrap: Object.fromEntries(columns.map((column) => [column.fieldApiName, false])),
    },
    visibility: view.sharedTo === null ? 'Public' : 'Shared',
    visibilityEditable: false,
  };
}

export function listReference(call: UserCall, object: ObjectInfo, view: ListView): object {
  return {
    id: listId(call, object, view),
    listViewApiName: view.name,
    objectApiName: object.name,
    type: view.isRecent ? 'mru' : 'listView',
  };
}

/** Columns the user may read, in order. */
export function listColumns(
  runtime: Transaction,
  object: ObjectInfo,
  columns: readonly string[],
): readonly ListColumn[] {
  const { schema } = runtime.org;
  return columns.flatMap((column) => {
    const path = columnPath(schema, object, column);
    const info = path === null ? null : pathField(schema, object, path);
    if (info === null || readablePath(runtime, object, info.path.split('.')) === null) {
      return [];
    }
    const parts = info.path.split('.');
    return [
      {
        fieldApiName: info.path,
        label: pathLabel(object, info),
        lookupId: info.field.isNameField ? [...parts.slice(0, -1), 'Id'].join('.') : null,
        sortable: info.field.isSortable && !info.field.isLongText,
      },
    ];
  });
}

export const defaultSort = (object: ObjectInfo, columns: readonly ListColumn[]): ListColumn | undefined =>
  columns.find((column) => column.fieldApiName === object.nameField && column.sortable) ??
  columns.find((column) => column.sortable);

const OPERATORS: Readonly<Record<string, string>> = { notContain: 'NotContain', notEqual: 'NotEqual' };

function filterInfo(runtime: Transaction, object: ObjectInfo, filter: ListView['filters'][number]): object {
  const { schema } = runtime.org;
  const path = fieldPath(schema, object, filter.field);
  const info = path === null ? null : pathField(schema, object, path);
  const values = filter.value === '' ? [] : filter.value.split(',').map((one) => one.trim());
  return {
    fieldApiName: path ?? filter.field,
    label: info === null ? filter.field : pathLabel(object, info),
    operandLabels: values.map((value) => info?.field.picklist.find((one) => one.value === value)?.label ?? value),
    operator:
      OPERATORS[filter.operation] ?? `${filter.operation.slice(0, 1).toUpperCase()}${filter.operation.slice(1)}`,
  };
}
