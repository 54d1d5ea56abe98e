/** `query`, `queryAll` and their further pages. Source: REST API Developer Guide, "Query". */
import type { QueryCursor } from '../../../runtime/runtime.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import type { Plan } from '../../../soql/plan/plan.ts';
import { ok, type ApiResponse, type Route } from '../../api.ts';
import { badRequest } from '../../errors.ts';
import { look, userMode } from '../../records/work.ts';
import { dataRoute, headerOptions, type DataCall } from '../dataRoute.ts';
import { queryError } from '../faults.ts';
import { columnMetadata } from './columns.ts';
import type { OpenQuery } from './openQueries.ts';
import { contentJson, rowJson, type RowJson } from './rowJson.ts';

const LARGEST_PAGE = 2000;
const SMALLEST_PAGE = 200;

export interface QueryJson {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly RowJson[];
}

export const QUERY_ROUTES: readonly Route[] = [
  dataRoute('GET', '/query', (call) => answerQuery(call, false)),
  dataRoute('GET', '/queryAll', (call) => answerQuery(call, true)),
  dataRoute('GET', '/tooling/query', (call) => answerQuery(call, false)),
  dataRoute('GET', '/query/:locator', answerMore),
  dataRoute('GET', '/queryAll/:locator', answerMore),
  dataRoute('GET', '/tooling/query/:locator', answerMore),
];

function answerQuery(call: DataCall, isAll: boolean): ApiResponse {
  const soql = call.param('q');
  if (soql === null || soql.trim() === '') {
    throw badRequest('MALFORMED_QUERY', 'The query parameter q is required');
  }
  const text = isAll && !/\bALL\s+ROWS\s*$/i.test(soql) ? `${soql} ALL ROWS` : soql;
  if (call.param('columns') === 'true') {
    return ok(look(call.org.local, call.session.userId, (runtime) => columnMetadata(planOf(call, runtime, text))));
  }
  return ok(runQuery(call, text));
}

/** Runs a query for the user of the call and gives its first page. */
export function runQuery(call: DataCall, soql: string): QueryJson {
  const { local } = call.org;
  const { userId } = call.session;
  try {
    return look(local, userId, (runtime) => {
      const { queries } = local.parts;
      const plan = planOf(call, runtime, soql);
      const access = userMode(userId);
      switch (plan.kind) {
        case 'count':
          return { totalSize: queries.count(runtime, soql, noBinds, access), done: true, records: [] };
        case 'aggregate': {
          const { rows } = queries.query(runtime, soql, noBinds, access);
          if (rows.length > LARGEST_PAGE) {
            throw badRequest(
              'EXCEEDED_ID_LIMIT',
              'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
            );
          }
          return { totalSize: rows.length, done: true, records: rows.map((row) => contentJson(call.base, row)) };
        }
        default: {
          const cursor = queries.open(runtime, soql, noBinds, access);
          return firstPage(call, runtime, plan, cursor);
        }
      }
    });
  } catch (error) {
    throw queryError(error, soql);
  }
}

/** The plan alone, so that what it refuses is told with its excerpt. */
const planOf = (call: DataCall, runtime: Transaction, soql: string): Plan => {
  try {
    return call.org.local.parts.queries.planOf(runtime, soql);
  } catch (error) {
    throw queryError(error, soql);
  }
};

const noBinds = (name: string): never => {
  throw badRequest('MALFORMED_QUERY', `Bind variables only allowed in Apex code: ${name}`);
};

function firstPage(call: DataCall, runtime: Transaction, plan: Plan, cursor: QueryCursor): QueryJson {
  const pageSize = pageSizeOf(call);
  const records = pageRows(call, runtime, plan, cursor, 0, pageSize);
  if (cursor.size <= pageSize) {
    return { totalSize: cursor.size, done: true, records };
  }
  const open = call.org.openQueries.add({ userId: call.session.userId, cursor, plan, pageSize });
  return { totalSize: cursor.size, done: false, nextRecordsUrl: nextUrl(call, open, pageSize), records };
}

/** Source: REST API Developer Guide, "Query Options Header". */
function pageSizeOf(call: DataCall): number {
  const asked = Number(headerOptions(call.request, 'Sforce-Query-Options').get('batchsize') ?? LARGEST_PAGE);
  return Number.isInteger(asked) ? Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, asked)) : LARGEST_PAGE;
}

function pageRows(
  call: DataCall,
  runtime: Transaction,
  plan: Plan,
  cursor: QueryCursor,
  start: number,
  size: number,
): readonly RowJson[] {
  const { shape } = plan;
  return cursor
    .slice(runtime, start, start + size)
    .map((row) => (shape ? rowJson(call.base, shape, row) : contentJson(call.base, row)));
}

const nextUrl = (call: DataCall, open: OpenQuery, position: number): string =>
  `${call.base}/${/\/tooling\//i.test(call.request.path) ? 'tooling/' : ''}query/${open.id}-${position}`;

function answerMore(call: DataCall): ApiResponse {
  const [, id = '', position = ''] = /^(\w+)-(\d+)$/.exec(call.params['locator'] ?? '') ?? [];
  const { userId } = call.session;
  const open = call.org.openQueries.find(userId, id);
  const start = Number(position);
  if (open === null || position === '' || start >= open.cursor.size) {
    throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  const { cursor, pageSize, plan } = open;
  const records = look(call.org.local, userId, (runtime) => pageRows(call, runtime, plan, cursor, start, pageSize));
  const end = start + pageSize;
  return ok({
    totalSize: cursor.size,
    done: end >= cursor.size,
    ...(end < cursor.size ? { nextRecordsUrl: nextUrl(call, open, end) } : {}),
    records,
  } satisfies QueryJson);
}
