/** `ui-api/related-list-*`. Source: User Interface API Developer Guide, "Related List Info". */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../../api.ts';
import { ApiError, badRequest, notFound } from '../../errors.ts';
import { look } from '../../records/work.ts';
import { columnPath } from '../../uiModel/columns.ts';
import { relatedListByName, relatedListsOf, type RelatedList } from '../../uiModel/relatedLists.ts';
import { columnsOf, listOf, numberParam, objectParam, parameters, pathsOf, UI_BASE } from '../base.ts';
import { pageLayoutOf } from '../layouts/layout.ts';
import { defaultSort, listColumns, type ListColumn } from '../lists/listInfo.ts';
import { orderBy, pageInfo, pageOf, queryPage, requiredPaths } from '../lists/listRecords.ts';
import { MASTER_RECORD_TYPE } from '../objectInfo.ts';
import { readRecords } from '../recordValue.ts';
import { objectOfId } from '../records.ts';

export const RELATED_LIST_ROUTES: readonly Route[] = [
  { method: 'GET', path: `${UI_BASE}/related-list-info/:object`, access: 'ui', handle: readInfos },
  { method: 'GET', path: `${UI_BASE}/related-list-info/:object/:list`, access: 'ui', handle: readInfo },
  { method: 'GET', path: `${UI_BASE}/related-list-info/batch/:object/:lists`, access: 'ui', handle: batch(readInfo) },
  { method: 'GET', path: `${UI_BASE}/related-list-records/:parent/:list`, access: 'ui', handle: readRows },
  { method: 'POST', path: `${UI_BASE}/related-list-records/:parent/:list`, access: 'ui', handle: readRows },
  {
    method: 'GET',
    path: `${UI_BASE}/related-list-records/batch/:parent/:lists`,
    access: 'ui',
    handle: batch(readRows),
  },
  { method: 'GET', path: `${UI_BASE}/related-list-count/:parent/:list`, access: 'ui', handle: readCount },
  { method: 'GET', path: `${UI_BASE}/related-list-count/batch/:parent/:lists`, access: 'ui', handle: batch(readCount) },
];

interface Asked {
  readonly parent: ObjectInfo;
  readonly recordTypeId: string;
  readonly list: RelatedList;
}

/** Lists of the layout the user gets, children they may read only. */
function listsOf(call: UserCall, parent: ObjectInfo, recordTypeId: string): readonly RelatedList[] {
  const { schema, security } = call.org.local.parts.context;
  const layout = pageLayoutOf(call.org, call.session.userId, parent, recordTypeId);
  const hasOwn = call.org.ui.hasLayout(parent);
  return relatedListsOf(schema, columnsOf(call), parent, hasOwn ? layout : null).filter(
    ({ child }) => security.objectAccess(call.session.userId, child).read,
  );
}

function chosen(call: UserCall, parent: ObjectInfo, recordTypeId: string): Asked {
  const { schema, security } = call.org.local.parts.context;
  const id = call.params['list'] ?? '';
  const list =
    listsOf(call, parent, recordTypeId).find((one) => one.id.toLowerCase() === id.toLowerCase()) ??
    relatedListByName(schema, columnsOf(call), parent, id);
  if (list === null || !security.objectAccess(call.session.userId, list.child).read) {
    throw notFound(`The related list ${id} of ${parent.name} does not exist, or you have no access to it.`);
  }
  return { parent, recordTypeId, list };
}

const recordTypeParam = (call: UserCall): string => call.param('recordTypeId') ?? MASTER_RECORD_TYPE;

function readInfos(call: UserCall): ApiResponse {
  const parent = objectParam(call);
  const recordTypeId = recordTypeParam(call);
  return ok({
    eTag: `${parent.name}:${recordTypeId}`,
    parentObjectApiName: parent.name,
    parentRecordTypeId: recordTypeId,
    relatedLists: listsOf(call, parent, recordTypeId).map((list) => ({
      entityLabel: list.child.label,
      entityLabelPlural: list.child.labelPlural,
      fieldApiName: list.field,
      keyPrefix: list.child.keyPrefix,
      label: list.label,
      objectApiName: list.child.name,
      objectApiNames: [list.child.name],
      relatedListId: list.id,
      relatedListInfoUrl: `/services/data/v${call.params['version'] ?? ''}/ui-api/related-list-info/${parent.name}/${list.id}`,
      themeInfo: null,
    })),
  });
}

function readInfo(call: UserCall): ApiResponse {
  const asked = chosen(call, objectParam(call), recordTypeParam(call));
  const { list, parent } = asked;
  const { security } = call.org.local.parts.context;
  const access = security.objectAccess(call.session.userId, list.child);
  return look(call.org.local, call.session.userId, (runtime) => {
    const columns = listColumns(runtime, list.child, list.columns);
    const sorted = sortOf(runtime, list, columns);
    return ok({
      cloneable: false,
      createable: access.create && list.child.isCreateable,
      deletable: access.delete && list.child.isDeletable,
      displayColumns: columns,
      eTag: `${parent.name}.${list.id}`,
      fieldApiName: list.field,
      filterLogicString: null,
      filteredByInfo: [],
      label: list.label,
      listReference: reference(asked, null),
      objectApiNames: [list.child.name],
      orderedByInfo: sorted.map((term) => ({
        fieldApiName: term.replace(/^-/, ''),
        isAscending: !term.startsWith('-'),
        label: columns.find((column) => column.fieldApiName === term.replace(/^-/, ''))?.label ?? term,
      })),
      updateable: access.edit && list.child.isUpdateable,
      userPreferences: {
        columnWidths: Object.fromEntries(columns.map((column) => [column.fieldApiName, -1])),
        columnWrap: Object.fromEntries(columns.map((column) => [column.fieldApiName, false])),
      },
      visibility: 'Public',
      visibilityEditable: false,
    });
  });
}

function reference({ parent, recordTypeId, list }: Asked, recordId: string | null): object {
  return {
    id: null,
    inContextOfRecordId: recordId,
    parentObjectApiName: parent.name,
    parentRecordTypeId: recordTypeId,
    recordTypeId,
    relatedListId: list.id,
    type: 'relatedList',
  };
}

function sortOf(runtime: Transaction, list: RelatedList, columns: readonly ListColumn[]): readonly string[] {
  const path = list.sortField === null ? null : columnPath(runtime.org.schema, list.child, list.sortField);
  const first = path ?? defaultSort(list.child, columns)?.fieldApiName ?? 'Id';
  return [list.isDescending ? `-${first}` : first];
}

/** The parent the user can see, and the list of its record type. */
function ofRecord(call: UserCall): Asked & { readonly id: string } {
  const { object, id } = objectOfId(call, call.params['parent'] ?? '');
  const record = look(call.org.local, call.session.userId, (runtime) => readRecords(runtime, object, [id], []).get(id));
  if (record === undefined) {
    throw notFound();
  }
  return { ...chosen(call, object, record.recordTypeId), id };
}

function readRows(call: UserCall): ApiResponse {
  const asked = ofRecord(call);
  const { list, id } = asked;
  const given = parameters(call);
  if (given('where') !== null) {
    throw badRequest('UNSUPPORTED', 'UNSUPPORTED: filters of related list records (where)');
  }
  const page = pageOf(given);
  return look(call.org.local, call.session.userId, (runtime) => {
    const columns = listColumns(runtime, list.child, list.columns);
    const fields = requiredPaths(runtime, list.child, given('fields'));
    const optional = pathsOf(list.child, given('optionalFields'));
    const sortBy = listOf(given('sortBy'));
    const names = columns.map((column) => column.fieldApiName);
    const found = queryPage(runtime, list.child, {
      paths: [...names, ...columns.flatMap(({ lookupId }) => lookupId ?? []), ...fields, ...optional],
      page,
      where: (binds) => [`${list.field} = ${binds.add(id)}`],
      orderBy: orderBy(runtime, list.child, sortBy.length > 0 ? sortBy : sortOf(runtime, list, columns)),
    });
    return ok({
      ...pageInfo(call, found, page),
      fields: (fields.length > 0 ? fields : names).map((path) => `${list.child.name}.${path}`),
      listInfoETag: `${asked.parent.name}.${list.id}`,
      listReference: reference(asked, id),
      optionalFields: optional.map((path) => `${list.child.name}.${path}`),
      sortBy: sortBy.length === 0 ? sortOf(runtime, list, columns) : sortBy,
    });
  });
}

function readCount(call: UserCall): ApiResponse {
  const asked = ofRecord(call);
  const { list, id } = asked;
  const most = numberParam(call.param('maxCount'), { from: 1, to: 2_000, otherwise: 10 });
  return look(call.org.local, call.session.userId, (runtime) => {
    const { total } = queryPage(runtime, list.child, {
      paths: [],
      page: { start: 0, pageSize: 0 },
      where: (binds) => [`${list.field} = ${binds.add(id)}`],
      orderBy: 'Id ASC',
    });
    return ok({ count: Math.min(total, most), hasMore: total > most, listReference: reference(asked, id) });
  });
}

/** One result a list: those that fail have their own status. */
function batch(handle: (call: UserCall) => ApiResponse): (call: UserCall) => ApiResponse {
  return (call) => {
    const results = listOf(call.params['lists'] ?? '').map((list) => {
      try {
        const { status, body } = handle({ ...call, params: { ...call.params, list } });
        return { statusCode: status, result: body };
      } catch (error) {
        if (error instanceof ApiError) {
          return { statusCode: error.status, result: error.faults };
        }
        throw error;
      }
    });
    const hasErrors = results.some((one) => one.statusCode !== 200);
    return { status: hasErrors ? 207 : 200, body: { hasErrors, results } };
  };
}
