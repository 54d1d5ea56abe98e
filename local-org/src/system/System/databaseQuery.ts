/** Dynamic queries. `:name` means a variable of the caller, or an entry of the map that `…WithBinds` is given. */
import type { ClassDescription } from '../define.ts';
import { executionContext } from '../../async/executionContext.ts';
import { type AccessLevelValue, accessFor } from '../Database/access.ts';
import { Cursor } from '../Database/Cursor.ts';
import { QueryLocator } from '../Database/QueryLocator.ts';
import { ApexList, type ApexMap } from '../../runtime/collections.ts';
import type { ApexValue, BindSource, Runtime } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';

function callerBinds(runtime: Runtime): BindSource {
  const binds = runtime.dynamicBinds;
  return (name) => {
    const found = binds?.(name);
    return found === undefined ? runtime.fail('System.QueryException', `Variable does not exist: ${name}`) : found;
  };
}

/** Keys of the map are found in any case. */
function mapBinds(runtime: Runtime, map: ApexMap): BindSource {
  const values = new Map<string, ApexValue>();
  for (const { key, value } of map.entries.values()) {
    const name = key as string;
    const folded = name.toLowerCase();
    if (values.has(folded)) {
      runtime.fail(
        'System.QueryException',
        `The bindMap consists of duplicate case-insensitive keys: [${folded}, ${name}].`,
      );
    }
    values.set(folded, value);
  }
  return (name) => {
    const found = values.get(name.toLowerCase());
    return found === undefined
      ? runtime.fail('System.QueryException', `Key '${name}' does not exist in the bindMap`)
      : found;
  };
}

function query(runtime: Runtime, text: string, binds: BindSource, level: AccessLevelValue | null): ApexList {
  const result = runtime.org.queries.query(runtime, text, binds, accessFor(runtime, level));
  return new ApexList(result.isAggregate ? 'AggregateResult' : result.objectName, [...result.rows]);
}
function count(runtime: Runtime, text: string, binds: BindSource, level: AccessLevelValue | null): number {
  return runtime.org.queries.count(runtime, text, binds, accessFor(runtime, level));
}
function checked(runtime: Runtime, text: string | null): string {
  return text ?? runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
}

/** Rows are found now and made when they are read. Those of a batch job have a limit of their own, far away. */
function locator(runtime: Runtime, text: string, binds: BindSource, level: AccessLevelValue | null): QueryLocator {
  const cursor = runtime.org.queries.open(runtime, text, binds, accessFor(runtime, level));
  if (executionContext(runtime).kind !== 'batchStart') {
    runtime.limits.add('queryLocatorRows', cursor.size);
  }
  return new QueryLocator(text, () => ({ objectName: cursor.objectName, rows: cursor.slice(runtime, 0, cursor.size) }));
}
function cursor(runtime: Runtime, text: string, binds: BindSource, level: AccessLevelValue | null): Cursor {
  const rows = runtime.org.queries.open(runtime, text, binds, accessFor(runtime, level));
  runtime.limits.add('apexCursors');
  runtime.limits.add('apexCursorRows', rows.size);
  return new Cursor(rows);
}
function locatorOfRows(_runtime: Runtime, rows: ApexList): QueryLocator {
  const first = rows.items[0];
  const objectName = first instanceof SObjectValue ? first.object.name : rows.elementType;
  return new QueryLocator(`SELECT Id FROM ${objectName}`, () => ({
    objectName,
    rows: rows.items as readonly SObjectValue[],
  }));
}

export const queryMethods: NonNullable<ClassDescription['methods']> = {
  'static List<SObject> query(String text)': (runtime, text: string | null) =>
    query(runtime, checked(runtime, text), callerBinds(runtime), null),
  'static List<SObject> query(String text, AccessLevel accessLevel)': (
    runtime,
    text: string | null,
    level: AccessLevelValue,
  ) => query(runtime, checked(runtime, text), callerBinds(runtime), level),
  'static List<SObject> queryWithBinds(String text, Map<String, Object> binds, AccessLevel accessLevel)': (
    runtime,
    text: string,
    binds: ApexMap,
    level: AccessLevelValue,
  ) => query(runtime, text, mapBinds(runtime, binds), level),
  'static Integer countQuery(String text)': (runtime, text: string | null) =>
    count(runtime, checked(runtime, text), callerBinds(runtime), null),
  'static Integer countQuery(String text, AccessLevel accessLevel)': (runtime, text: string, level: AccessLevelValue) =>
    count(runtime, text, callerBinds(runtime), level),
  'static Integer countQueryWithBinds(String text, Map<String, Object> binds, AccessLevel accessLevel)': (
    runtime,
    text: string,
    binds: ApexMap,
    level: AccessLevelValue,
  ) => count(runtime, text, mapBinds(runtime, binds), level),
  'static Database.Cursor getCursor(String text)': (runtime, text: string | null) =>
    cursor(runtime, checked(runtime, text), callerBinds(runtime), null),
  'static Database.Cursor getCursor(String text, AccessLevel accessLevel)': (
    runtime,
    text: string | null,
    level: AccessLevelValue,
  ) => cursor(runtime, checked(runtime, text), callerBinds(runtime), level),
  'static Database.Cursor getCursorWithBinds(String text, Map<String, Object> binds, AccessLevel accessLevel)': (
    runtime,
    text: string | null,
    binds: ApexMap,
    level: AccessLevelValue,
  ) => cursor(runtime, checked(runtime, text), mapBinds(runtime, binds), level),
  'static Database.QueryLocator getQueryLocator(List<SObject> rows)': locatorOfRows,
  'static Database.QueryLocator getQueryLocator(String text)': (runtime, text: string | null) =>
    locator(runtime, checked(runtime, text), callerBinds(runtime), null),
  'static Database.QueryLocator getQueryLocator(String text, AccessLevel accessLevel)': (
    runtime,
    text: string,
    level: AccessLevelValue,
  ) => locator(runtime, text, callerBinds(runtime), level),
  'static Database.QueryLocator getQueryLocatorWithBinds(String text, Map<String, Object> binds, AccessLevel accessLevel)':
    (runtime, text: string, binds: ApexMap, level: AccessLevelValue) =>
      locator(runtime, text, mapBinds(runtime, binds), level),
};
