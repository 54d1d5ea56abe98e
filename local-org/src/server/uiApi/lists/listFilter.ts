/** A list view's filters as the WHERE clause of one query. Values are bound, never written into the text. */
import type { FieldInfo, ObjectInfo } from '../../../data/schema.ts';
import type { ApexValue } from '../../../runtime/runtime.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { Zone } from '../../../soql/time/zone.ts';
import { ApexDate, ApexDatetime } from '../../../values/temporal.ts';
import type { Value } from '../../../values/value.ts';
import { badRequest } from '../../errors.ts';
import { columnPath, fieldPath, pathField } from '../../uiModel/columns.ts';
import type { ListFilter, ListView } from '../../uiModel/listView.ts';
import { filterValue } from './filterValue.ts';

/** Collects the values of a query's binds. */
export class Binds {
  readonly #values = new Map<string, ApexValue>();

  /** The name to write into the query. */
  add(value: ApexValue): string {
    const name = `b${this.#values.size}`;
    this.#values.set(name, value);
    return `:${name}`;
  }
  readonly source = (name: string): ApexValue => this.#values.get(name) ?? null;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/** Null where the view shows everything. */
export function whereOf(runtime: Transaction, object: ObjectInfo, view: ListView, binds: Binds): string | null {
  const conditions = view.filters.map((filter) => `(${condition(runtime, object, filter, binds)})`);
  const filters =
    conditions.length === 0 ? null : view.logic === null ? conditions.join(' AND ') : logic(view.logic, conditions);
  const scope = scopeOf(runtime, object, view, binds);
  return [scope, filters === null ? null : `(${filters})`].filter((one) => one !== null).join(' AND ') || null;
}

/** SOQL asks for parentheses where AND and OR stand side by side, as list views do. */
function logic(text: string, conditions: readonly string[]): string {
  return text.replace(/\d+/g, (number) => conditions[Number(number) - 1] ?? 'Id = null');
}

function scopeOf(runtime: Transaction, object: ObjectInfo, view: ListView, binds: Binds): string | null {
  const { userId } = runtime.access;
  switch (view.scope) {
    case 'Everything':
      return null;
    case 'Mine':
      return object.hasOwner ? `OwnerId = ${binds.add(userId)}` : null;
    case 'Queue':
      return `OwnerId = ${binds.add(queueId(runtime, view.queue ?? ''))}`;
    case 'MineAndMyGroups':
      return `OwnerId IN ${binds.add(runtime.newList('Id', [userId, ...queuesOf(runtime)]))}`;
    default:
      throw badRequest('UNSUPPORTED', `UNSUPPORTED: list view scope ${view.scope} (${object.name}, ${view.name})`);
  }
}

function queueId(runtime: Transaction, name: string): string | null {
  const queues = [...runtime.org.store.rows('Group')].filter((row) => row['Type'] === 'Queue');
  return queues.find((row) => row['DeveloperName'] === name)?.Id ?? null;
}
function queuesOf(runtime: Transaction): readonly string[] {
  return runtime.org.store
    .findBy('GroupMember', 'UserOrGroupId', runtime.access.userId)
    .map((row) => row['GroupId'] as string);
}

function condition(runtime: Transaction, object: ObjectInfo, filter: ListFilter, binds: Binds): string {
  const { schema } = runtime.org;
  const own = fieldPath(schema, object, filter.field);
  const info = own === null ? null : pathField(schema, object, own);
  if (own === null || info === null) {
    throw badRequest('INVALID_FIELD', `The list view filters by ${filter.field}, which ${object.name} does not have.`);
  }
  const isEmpty = filter.value.trim() === '';
  if (isEmpty && info.field.type !== 'boolean') {
    return emptyCondition(own, filter.operation);
  }
  if (/^RECORDTYPE$/i.test(filter.field)) {
    const name = filter.value.split('.').at(-1) ?? '';
    return `RecordType.DeveloperName ${filter.operation === 'notEqual' ? '!=' : '='} ${binds.add(name)}`;
  }
  // Lookups are compared by the name they show.
  const path = columnPath(schema, object, filter.field) ?? own;
  const field = pathField(schema, object, path)?.field ?? info.field;
  const value = filterValue(field, filter.value);
  return value.kind === 'literal'
    ? literalCondition(path, filter.operation, value.text)
    : valueCondition(runtime, { path, field, operation: filter.operation }, value.values, binds);
}

function emptyCondition(path: string, operation: string): string {
  return `${path} ${operation === 'notEqual' ? '!=' : '='} null`;
}

function literalCondition(path: string, operation: string, literal: string): string {
  const operator = operation === 'notEqual' ? '!=' : (COMPARISONS[operation] ?? '=');
  return `${path} ${operator} ${literal}`;
}

interface Comparison {
  readonly path: string;
  readonly field: FieldInfo;
  readonly operation: string;
}

function valueCondition(
  runtime: Transaction,
  { path, field, operation }: Comparison,
  values: readonly Value[],
  binds: Binds,
): string {
  const first = values[0] ?? null;
  if (field.type === 'datetime' && first instanceof ApexDate) {
    return dayCondition(runtime, path, operation, first, binds);
  }
  const any = (one: (value: Value) => string): string => values.map(one).join(' OR ');
  switch (operation) {
    case 'equals':
      return any((value) => `${path} = ${binds.add(value)}`);
    case 'notEqual':
      return values.map((value) => `${path} != ${binds.add(value)}`).join(' AND ');
    case 'contains':
      return any((value) => like(path, `%${escaped(value)}%`, binds));
    case 'notContain':
      return `NOT (${any((value) => like(path, `%${escaped(value)}%`, binds))})`;
    case 'startsWith':
      return any((value) => like(path, `${escaped(value)}%`, binds));
    case 'includes':
    case 'excludes':
      return `${path} ${operation.toUpperCase()} ${binds.add(runtime.newList('String', [...values]))}`;
    default: {
      const operator = COMPARISONS[operation];
      if (operator === undefined) {
        throw badRequest('UNSUPPORTED', `UNSUPPORTED: list view filter operation ${operation}`);
      }
      return `${path} ${operator} ${binds.add(first)}`;
    }
  }
}

export const like = (path: string, pattern: string, binds: Binds): string => `${path} LIKE ${binds.add(pattern)}`;
export const escaped = (value: Value): string => String(value).replace(/[\\%_]/g, '\\$&');

/** A day of a moment is the user's whole day. */
function dayCondition(runtime: Transaction, path: string, operation: string, date: ApexDate, binds: Binds): string {
  const zone = new Zone(runtime.userSettings.timeZone);
  const start = (): string => binds.add(new ApexDatetime(zone.startOf(date.day)));
  const end = (): string => binds.add(new ApexDatetime(zone.startOf(date.day + 1)));
  switch (operation) {
    case 'notEqual':
      return `${path} < ${start()} OR ${path} >= ${end()}`;
    case 'lessThan':
      return `${path} < ${start()}`;
    case 'lessOrEqual':
      return `${path} < ${end()}`;
    case 'greaterThan':
      return `${path} >= ${end()}`;
    case 'greaterOrEqual':
      return `${path} >= ${start()}`;
    default:
      return `${path} >= ${start()} AND ${path} < ${end()}`;
  }
}
