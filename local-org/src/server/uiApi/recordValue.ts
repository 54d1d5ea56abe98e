/** Records as the UI API shows them: asked for by field paths, each field with its value and how it reads. */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import { ApexList } from '../../runtime/collections.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import type { Value } from '../../values/value.ts';
import { toJson } from '../records/fieldJson.ts';
import { userMode } from '../records/work.ts';
import { displayValue } from './display.ts';
import { MASTER_RECORD_TYPE, nameFields } from './objectInfo.ts';

export interface RecordValue {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly id: string | null;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string;
  readonly recordTypeInfo: null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}
interface FieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}

/** Always part of what is read, where the object has them. */
const SYSTEM_FIELDS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'RecordTypeId'];

/** Field paths the user can read, without the object's name in front; unknown and hidden ones are left out. */
export function readablePaths(runtime: Transaction, object: ObjectInfo, paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => readablePath(runtime, object, path.split('.')) ?? []))];
}

/** The path in declared spelling; null when a part of it is not there for this user. */
export function readablePath(runtime: Transaction, object: ObjectInfo, parts: readonly string[]): string | null {
  const [first = '', ...rest] = parts;
  const { schema, security } = runtime.org;
  const userId = runtime.access.userId;
  if (rest.length === 0) {
    const field = object.fields.get(first.toLowerCase());
    return field !== undefined && security.canReadField(userId, object, field) ? field.name : null;
  }
  const lookup = [...object.fields.values()].find(
    (field) => field.relationshipName?.toLowerCase() === first.toLowerCase(),
  );
  if (lookup === undefined || !security.canReadField(userId, object, lookup)) {
    return null;
  }
  // Of several targets only what all of them have can be asked for: the name.
  const target = schema.find(lookup.referenceTo.length > 1 ? 'Name' : (lookup.referenceTo[0] ?? ''));
  const inner = target === null ? null : readablePath(runtime, target, rest);
  return inner === null ? null : `${lookup.relationshipName ?? ''}.${inner}`;
}

/** Reads records by id; a record the user can't see is missing. */
export function readRecords(
  runtime: Transaction,
  object: ObjectInfo,
  ids: readonly string[],
  paths: readonly string[],
): ReadonlyMap<string, RecordValue> {
  if (ids.length === 0) {
    return new Map();
  }
  const { rows } = runtime.org.queries.query(
    runtime,
    `SELECT ${selectedPaths(runtime, object, paths).join(', ')} FROM ${object.name} WHERE Id IN :ids`,
    () => runtime.newList('Id', [...ids]),
    userMode(runtime.access.userId),
  );
  return new Map(rows.map((row) => [row.id ?? '', askedValue(runtime, row, paths)]));
}

/** What a query selects for these paths: what every record tells, and names of what lookups point to. */
export function selectedPaths(runtime: Transaction, object: ObjectInfo, paths: readonly string[]): readonly string[] {
  return readablePaths(runtime, object, [...SYSTEM_FIELDS, ...withNames(object, paths)]);
}

/** The record with the fields that were asked for: system fields stand beside them, where every record has them. */
export function askedValue(runtime: Transaction, row: SObjectValue, paths: readonly string[]): RecordValue {
  const record = recordValue(runtime, row);
  const asked = new Set(paths.map((path) => path.toLowerCase()));
  const isShown = (name: string): boolean =>
    name === 'Id' || !SYSTEM_FIELDS.includes(name) || asked.has(name.toLowerCase());
  return { ...record, fields: Object.fromEntries(Object.entries(record.fields).filter(([name]) => isShown(name))) };
}

/** A lookup that is asked for brings the name of what it points to, for people to read. */
function withNames(object: ObjectInfo, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const field = object.fields.get(path.toLowerCase());
    return field?.type === 'reference' && field.relationshipName !== null
      ? [path, `${field.relationshipName}.Name`]
      : [path];
  });
}

export function recordValue(runtime: Transaction, row: SObjectValue): RecordValue {
  const { object } = row;
  const fields: Record<string, FieldValue> = {};
  for (const [folded, content] of row.content) {
    const field = object.fields.get(folded);
    if (content instanceof SObjectValue) {
      fields[relationshipName(object, folded)] = {
        displayValue: nameOf(content),
        value: recordValue(runtime, content),
      };
    } else if (field !== undefined && !(content instanceof ApexList)) {
      fields[field.name] = fieldValue(runtime, field, content);
    }
  }
  addEmpty(object, row, fields);
  const stamp = row.peek('SystemModstamp') as Value;
  const moment = stamp === null ? null : momentOf(stamp);
  return {
    apiName: object.name,
    childRelationships: {},
    eTag: `${row.id ?? ''}:${moment ?? ''}`,
    fields,
    id: row.id,
    lastModifiedById: (row.peek('LastModifiedById') as string | null) ?? null,
    lastModifiedDate: momentOf(row.peek('LastModifiedDate') as Value),
    recordTypeId: (row.peek('RecordTypeId') as string | null) ?? MASTER_RECORD_TYPE,
    recordTypeInfo: null,
    systemModstamp: moment,
    weakEtag: moment === null ? 0 : Date.parse(moment),
  };
}

function fieldValue(runtime: Transaction, field: FieldInfo, value: Value): FieldValue {
  const json = toJson(value);
  return {
    displayValue: displayValue(runtime.userSettings, field, value),
    value: field.type === 'datetime' && typeof json === 'string' ? json.replace('+0000', 'Z') : json,
  };
}

/** What was asked for and is blank: fields, and the parents of lookups without a value. */
function addEmpty(object: ObjectInfo, row: SObjectValue, fields: Record<string, FieldValue>): void {
  for (const folded of row.queriedFields ?? []) {
    const isChildList = object.childRelationships.some((one) => one.name?.toLowerCase() === folded);
    const name = object.fields.get(folded)?.name ?? (isChildList ? null : relationshipName(object, folded));
    if (name !== null) {
      fields[name] ??= { displayValue: null, value: null };
    }
  }
}

function relationshipName(object: ObjectInfo, folded: string): string {
  return (
    [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === folded)?.relationshipName ??
    folded
  );
}
function nameOf(row: SObjectValue): string | null {
  const name = nameFields(row.object)[0] ?? 'Name';
  return (row.peek(name) as string | null) ?? null;
}
function momentOf(value: Value): string | null {
  const json = toJson(value);
  return typeof json === 'string' ? json.replace('+0000', 'Z') : null;
}
