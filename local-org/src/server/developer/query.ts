/** The SOQL console: rows as a table, in the order the query selects. */
import { ApexList } from '../../runtime/collections.ts';
import { SObjectValue, type FieldContent } from '../../runtime/sobject.ts';
import type { SelectItem } from '../../soql/ast.ts';
import { parseQuery } from '../../soql/parse/parseQuery.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { toJson, type JsonScalar } from '../records/fieldJson.ts';
import { look, userMode } from '../records/work.ts';
import { developerRoute, textOf } from './developerRoute.ts';

/** Rows that a page gets; the count is that of all. */
const SHOWN = 2000;

export interface ResultTable {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, JsonScalar>>[];
  readonly totalSize: number;
  readonly milliseconds: number;
}

export const QUERY_ROUTES: readonly Route[] = [developerRoute('POST', 'query', runQuery)];

function runQuery(call: UserCall): ApiResponse {
  const soql = textOf(call, 'soql');
  const { userId } = call.session;
  const begin = performance.now();
  return look(call.org.local, userId, (runtime) => {
    const binds = (name: string): never =>
      runtime.fail('System.QueryException', `unexpected token: ':${name}'. The console has no variables to bind`);
    const select = selectOf(soql);
    const isCount = select.length === 1 && select[0]?.kind === 'function' && isBareCount(select[0]);
    if (isCount) {
      const count = runtime.org.queries.count(runtime, soql, binds, userMode(userId));
      return ok(table(['COUNT()'], [{ 'COUNT()': count }], 1, begin));
    }
    const { rows } = runtime.org.queries.query(runtime, soql, binds, userMode(userId));
    const flat = rows.slice(0, SHOWN).map((row) => flatten(row));
    return ok(table(columnsOf(select, flat), flat, rows.length, begin));
  });
}

const table = (
  columns: readonly string[],
  rows: ResultTable['rows'],
  totalSize: number,
  begin: number,
): ResultTable => ({ columns, rows, totalSize, milliseconds: Math.round(performance.now() - begin) });

const isBareCount = (item: Extract<SelectItem, { readonly kind: 'function' }>): boolean =>
  /^count$/i.test(item.call.name) && item.call.arguments.length === 0 && item.alias === null;

/** As written in the query first; what else the rows hold follows (FIELDS, TYPEOF, aggregates without an alias). */
export function columnsOf(select: readonly SelectItem[], rows: ResultTable['rows']): readonly string[] {
  const found = new Map<string, string>();
  for (const row of rows) {
    for (const name of Object.keys(row)) {
      if (!found.has(name.toLowerCase())) {
        found.set(name.toLowerCase(), name);
      }
    }
  }
  const order = select.flatMap((item) => {
    switch (item.kind) {
      case 'field':
        return [item.alias ?? item.path.parts.join('.')];
      case 'function':
        return item.alias === null ? [] : [item.alias];
      case 'subquery':
        return [item.query.from.name];
      default:
        return [];
    }
  });
  const first = order.map((name) => found.get(name.toLowerCase()) ?? name);
  const taken = new Set(first.map((name) => name.toLowerCase()));
  const isOpen = select.some((item) => item.kind === 'allFields' || item.kind === 'typeof' || isUnnamed(item));
  const rest = isOpen ? [...found].filter(([folded]) => !taken.has(folded)) : [];
  return [...first, ...rest.map(([, name]) => name)];
}

/** Nothing for text that is no query: the engine says what is wrong with it. */
function selectOf(soql: string): readonly SelectItem[] {
  try {
    return parseQuery(soql).select;
  } catch {
    return [];
  }
}

const isUnnamed = (item: SelectItem): boolean => item.kind === 'function' && item.alias === null;

/** Parents become columns with a path; rows of a subquery their number. */
function flatten(row: SObjectValue, prefix = ''): Record<string, JsonScalar> {
  const flat: Record<string, JsonScalar> = {};
  for (const [folded, content] of row.content) {
    const name = prefix + (row.field(folded)?.name ?? row.spelling.get(folded) ?? folded);
    if (content instanceof SObjectValue) {
      Object.assign(flat, flatten(content, `${name}.`));
    } else {
      flat[name] = content instanceof ApexList ? countText(content) : toJson(content);
    }
  }
  return flat;
}

function countText(list: FieldContent & ApexList): string {
  const count = [...list.items].length;
  return count === 1 ? '1 row' : `${count} rows`;
}
