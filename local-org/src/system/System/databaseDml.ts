/** DML methods of `Database`: one overload each for a row or a list, all-or-none flag or options, and access level. */
import type { ClassDescription } from '../define.ts';
import { AccessLevelValue, accessFor } from '../Database/access.ts';
import { flattenOptions, OptionsObject } from '../Database/DMLOptions.ts';
import { resultOf, type DmlResult, type ResultType } from '../Database/results.ts';
import { SObjectFieldToken } from '../Schema/tokens.ts';
import { ApexList } from '../../runtime/collections.ts';
import type { ApexValue, DmlRequest, Runtime } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';

type Operation = DmlRequest['operation'];
type Methods = NonNullable<ClassDescription['methods']>;
type Code = Methods[string];

const RESULTS: Record<Operation, ResultType> = {
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult',
};

/** What the arguments behind the rows may be, in any order: flag, options, field token, access level. */
function request(
  runtime: Runtime,
  operation: Operation,
  rows: readonly SObjectValue[],
  rest: readonly ApexValue[],
): DmlRequest {
  let isAllOrNone = true;
  let options: DmlRequest['options'] = {};
  let level: AccessLevelValue | null = null;
  let externalIdField: string | null = null;
  for (const one of rest) {
    if (typeof one === 'boolean') {
      isAllOrNone = one;
    } else if (one instanceof OptionsObject) {
      options = flattenOptions(one);
      isAllOrNone =
        options['optallornone'] !== false &&
        (options['optallornone'] === true || options['optallornone'] === undefined);
    } else if (one instanceof AccessLevelValue) {
      level = one;
    } else if (one instanceof SObjectFieldToken) {
      externalIdField = one.field.name;
    }
  }
  return { operation, rows, isAllOrNone, access: accessFor(runtime, level), externalIdField, options };
}

/** A row for each id, as delete and undelete take them. */
function rowsOfIds(runtime: Runtime, ids: readonly ApexValue[]): readonly SObjectValue[] {
  return ids.map((id) => {
    if (typeof id !== 'string') {
      return runtime.fail('System.NullPointerException', 'Attempt to de-reference a null object');
    }
    const object = runtime.org.schema.byKeyPrefix(id.slice(0, 3));
    if (object === null) {
      return runtime.fail('System.StringException', `Invalid id: ${id}`);
    }
    const row = runtime.newRow(object);
    row.id = id;
    return row;
  });
}

function execute(operation: Operation): Code {
  return (runtime: Runtime, target: ApexValue, ...rest: readonly ApexValue[]): ApexList | DmlResult => {
    const isList = target instanceof ApexList;
    const items = isList ? target.items : [target];
    if (target === null || items.some((item) => item === null)) {
      return runtime.fail('System.NullPointerException', 'Attempt to de-reference a null object');
    }
    const rows = items[0] instanceof SObjectValue ? (items as readonly SObjectValue[]) : rowsOfIds(runtime, items);
    const results = runtime.org.dml
      .execute(runtime, request(runtime, operation, rows, rest))
      .map((one) => resultOf(runtime, RESULTS[operation], one));
    const [first] = results;
    return isList || first === undefined ? runtime.newList(RESULTS[operation], results) : first;
  };
}

function overloads(operation: Operation, targets: readonly string[], tails: readonly string[]): Methods {
  const run = execute(operation);
  const result = RESULTS[operation];
  const made: Record<string, Code> = {};
  for (const target of targets) {
    const returns = target.startsWith('List<') ? `List<${result}>` : result;
    for (const tail of tails) {
      made[`static ${returns} ${operation}(${target} records${tail})`] = run;
    }
  }
  return made;
}

const ROWS = ['SObject', 'List<SObject>'];
const IDS = ['Id', 'List<Id>'];
const LEVEL = ', AccessLevel accessLevel';
const FLAG = ', Boolean allOrNone';
const OPTIONS = ', Database.DMLOptions options';
const FIELD = ', Schema.SObjectField externalIdField';

export const dmlMethods: Methods = {
  ...overloads('insert', ROWS, ['', FLAG, OPTIONS, LEVEL, FLAG + LEVEL, OPTIONS + LEVEL]),
  ...overloads('update', ROWS, ['', FLAG, OPTIONS, LEVEL, FLAG + LEVEL, OPTIONS + LEVEL]),
  ...overloads('upsert', ROWS, [
    '',
    FLAG,
    OPTIONS,
    LEVEL,
    FLAG + LEVEL,
    OPTIONS + LEVEL,
    FIELD,
    FIELD + FLAG,
    FIELD + OPTIONS,
    FIELD + LEVEL,
    FIELD + FLAG + LEVEL,
    FIELD + OPTIONS + LEVEL,
  ]),
  ...overloads('delete', [...ROWS, ...IDS], ['', FLAG, LEVEL, FLAG + LEVEL]),
  ...overloads('undelete', [...ROWS, ...IDS], ['', FLAG, LEVEL, FLAG + LEVEL]),
};
