/** `ui-api/list-records`: the rows of a list view, a page at a time. One query finds them. */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { ok, type ApiResponse, type UserCall } from '../../api.ts';
import { badRequest } from '../../errors.ts';
import { look, userMode } from '../../records/work.ts';
import { pathField } from '../../uiModel/columns.ts';
import { listOf, numberParam, parameters, pathsOf } from '../base.ts';
import { readablePath, askedValue, readRecords, selectedPaths, type RecordValue } from '../recordValue.ts';
import { Binds, escaped, like, whereOf } from './listFilter.ts';
import { chosenList, defaultSort, listColumns, listInfo, listReference, type ChosenList } from './listInfo.ts';

export function readListRecords(call: UserCall): ApiResponse {
  const chosen = chosenList(call);
  return ok(look(call.org.local, call.session.userId, (runtime) => listRecords(call, runtime, chosen)));
}

/** Metadata and rows in one. */
export function readListUi(call: UserCall): ApiResponse {
  const chosen = chosenList(call);
  return ok(
    look(call.org.local, call.session.userId, (runtime) => ({
      eTag: chosen.view.name,
      info: listInfo(call, runtime, chosen),
      records: listRecords(call, runtime, chosen),
    })),
  );
}

const SCOPES: Readonly<Record<string, string>> = { everything: 'Everything', mine: 'Mine' };

export interface PageRequest {
  readonly start: number;
  readonly pageSize: number;
}
export interface FoundPage {
  readonly records: readonly RecordValue[];
  readonly hasMore: boolean;
  readonly total: number;
}

function listRecords(call: UserCall, runtime: Transaction, { object, view: kept }: ChosenList): object {
  const given = parameters(call);
  // The panel of filters asks for other owners than the view; the UI API itself has no such parameter.
  const scope = SCOPES[given('scope') ?? ''];
  const view = scope === undefined ? kept : { ...kept, scope };
  const columns = listColumns(runtime, object, view.columns);
  const fields = requiredPaths(runtime, object, given('fields'));
  const optional = pathsOf(object, given('optionalFields'));
  const paths = [...columns.map((column) => column.fieldApiName), ...withIds(columns), ...fields, ...optional];
  const page = pageOf(given);
  const searchTerm = given('searchTerm') ?? '';
  const sortBy = listOf(given('sortBy'));
  const search = { columns: columns.map((column) => column.fieldApiName), term: searchTerm };
  const found = view.isRecent
    ? recentPage(call, runtime, object, paths, page)
    : queryPage(runtime, object, {
        paths,
        page,
        where: (binds) => [whereOf(runtime, object, view, binds), searchCondition(runtime, object, search, binds)],
        orderBy: orderBy(
          runtime,
          object,
          sortBy.length > 0 ? sortBy : [defaultSort(object, columns)?.fieldApiName ?? 'Id'],
        ),
      });
  return {
    ...pageInfo(call, found, page),
    fields: [`${object.name}.Id`, ...columns.map((column) => `${object.name}.${column.fieldApiName}`)],
    listInfoETag: view.name,
    listReference: listReference(call, object, view),
    optionalFields: optional.map((path) => `${object.name}.${path}`),
    searchTerm: searchTerm === '' ? null : searchTerm,
    sortBy: sortBy.length === 0 ? null : sortBy,
  };
}

const withIds = (columns: readonly { readonly lookupId: string | null }[]): readonly string[] =>
  columns.flatMap(({ lookupId }) => lookupId ?? []);

/** Fields a client insists on: one that is not there for the user is an error. */
export function requiredPaths(runtime: Transaction, object: ObjectInfo, text: string | null): readonly string[] {
  return pathsOf(object, text).map((path) => {
    const readable = readablePath(runtime, object, path.split('.'));
    if (readable === null) {
      throw badRequest('INVALID_FIELD', `No such column '${path}' on entity '${object.name}'.`);
    }
    return readable;
  });
}

export function pageOf(given: (name: string) => string | null): PageRequest {
  return {
    start: numberParam(given('pageToken'), { from: 0, to: 10_000_000, otherwise: 0 }),
    pageSize: numberParam(given('pageSize'), { from: 1, to: 2_000, otherwise: 50 }),
  };
}

/** `count`, tokens and addresses of the pages around this one. */
export function pageInfo(call: UserCall, found: FoundPage, { start, pageSize }: PageRequest): object {
  const url = (token: number): string => `${call.request.path}?pageSize=${pageSize}&pageToken=${token}`;
  const next = found.hasMore ? start + pageSize : null;
  const previous = start === 0 ? null : Math.max(0, start - pageSize);
  return {
    count: found.records.length,
    currentPageToken: String(start),
    currentPageUrl: url(start),
    nextPageToken: next === null ? null : String(next),
    nextPageUrl: next === null ? null : url(next),
    pageSize,
    previousPageToken: previous === null ? null : String(previous),
    previousPageUrl: previous === null ? null : url(previous),
    records: found.records,
    totalCount: found.total,
  };
}

export interface PageQuery {
  readonly paths: readonly string[];
  readonly page: PageRequest;
  /** Conditions that all must hold; null ones hold. */
  readonly where: (binds: Binds) => readonly (string | null)[];
  readonly orderBy: string;
}

export function queryPage(runtime: Transaction, object: ObjectInfo, query: PageQuery): FoundPage {
  const binds = new Binds();
  const where = query.where(binds).filter((one) => one !== null);
  const cursor = runtime.org.queries.open(
    runtime,
    [
      `SELECT ${selectedPaths(runtime, object, query.paths).join(', ')} FROM ${object.name}`,
      ...(where.length === 0 ? [] : [`WHERE ${where.map((one) => `(${one})`).join(' AND ')}`]),
      `ORDER BY ${query.orderBy}`,
    ].join(' '),
    binds.source,
    userMode(runtime.access.userId),
  );
  const end = Math.min(query.page.start + query.page.pageSize, cursor.size);
  const rows = cursor.slice(runtime, Math.min(query.page.start, end), end);
  return {
    records: rows.map((row) => askedValue(runtime, row, query.paths)),
    hasMore: end < cursor.size,
    total: cursor.size,
  };
}

/** `Name` up, `-Name` down; the id settles ties, so that pages do not overlap. */
export function orderBy(runtime: Transaction, object: ObjectInfo, sortBy: readonly string[]): string {
  const { schema } = runtime.org;
  const terms = sortBy.map((one) => {
    const written = one.replace(/^-/, '');
    const bare = written.toLowerCase().startsWith(`${object.name.toLowerCase()}.`)
      ? written.slice(object.name.length + 1)
      : written;
    const path = readablePath(runtime, object, bare.split('.'));
    if (path === null || pathField(schema, object, path)?.field.isSortable !== true) {
      throw badRequest('INVALID_FIELD', `Cannot sort ${object.name} by ${written}.`);
    }
    return `${path} ${one.startsWith('-') ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}`;
  });
  return [...terms, ...(sortBy.some((one) => /^-?Id$/i.test(one)) ? [] : ['Id ASC'])].join(', ');
}

const SEARCHED = ['string', 'email', 'phone', 'url', 'picklist', 'combobox', 'textarea'];

/** The term in any text column; shorter than two characters it is refused as the platform does. */
function searchCondition(
  runtime: Transaction,
  object: ObjectInfo,
  { columns, term }: { readonly columns: readonly string[]; readonly term: string },
  binds: Binds,
): string | null {
  const text = term.replaceAll('*', '').trim();
  if (term === '') {
    return null;
  }
  if (text.length < 2) {
    throw badRequest('INVALID_SEARCH', 'The search term must be longer than one character.');
  }
  const { schema } = runtime.org;
  const searched = columns.filter((path) => {
    const field = pathField(schema, object, path)?.field;
    return field !== undefined && SEARCHED.includes(field.type) && field.isFilterable && !field.isLongText;
  });
  return searched.length === 0
    ? 'Id = null'
    : searched.map((path) => like(path, `%${escaped(text)}%`, binds)).join(' OR ');
}

function recentPage(
  call: UserCall,
  runtime: Transaction,
  object: ObjectInfo,
  paths: readonly string[],
  { start, pageSize }: PageRequest,
): FoundPage {
  const ids = call.org.viewed.idsOf(call.session.userId, object.name);
  const found = readRecords(runtime, object, ids, paths);
  const records = ids.flatMap((id) => found.get(id) ?? []);
  return {
    records: records.slice(start, start + pageSize),
    hasMore: start + pageSize < records.length,
    total: records.length,
  };
}
