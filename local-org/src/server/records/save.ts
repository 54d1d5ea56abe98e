/** Saves rows that clients sent as JSON: names and values are proved first, then the platform's DML does the rest. */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { DmlRequest, DmlRowResult } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import { toLongId } from '../../values/id.ts';
import { badRequest, notFound } from '../errors.ts';
import type { ServedOrg } from '../servedOrg.ts';
import { fromJson } from './fieldJson.ts';
import { userMode } from './work.ts';

export type FieldsJson = Readonly<Record<string, unknown>>;

/** The object by API name, if the user may see it at all. */
export function objectOf(org: ServedOrg, userId: string, name: string): ObjectInfo {
  const { packages, security } = org.local.parts.context;
  const object = packages.schemaFor('').find(name);
  if (object === null || !object.isQueryable || !security.objectAccess(userId, object).read) {
    throw notFound();
  }
  return object;
}

/** The field by API name as clients must write it. */
export function fieldOf(object: ObjectInfo, name: string): FieldInfo {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) {
    throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
  }
  return field;
}

/** A row of the fields a client sent; a parent may be named by an external id: `{"Account": {"Code__c": "A-1"}}`. */
export function rowOf(runtime: Transaction, object: ObjectInfo, json: FieldsJson, id: string | null): SObjectValue {
  const row = new SObjectValue(object);
  for (const [name, value] of Object.entries(json)) {
    if (name.toLowerCase() === 'attributes') {
      continue;
    }
    const parent = parentField(object, name);
    if (parent !== null && typeof value === 'object' && value !== null) {
      row.set(name, parentRow(runtime, parent, value as FieldsJson));
    } else {
      const field = fieldOf(object, name);
      row.set(field.name, fromJson(field, value));
    }
  }
  if (id !== null) {
    row.id = id;
  }
  return row;
}

function parentField(object: ObjectInfo, relationship: string): FieldInfo | null {
  const folded = relationship.toLowerCase();
  return [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === folded) ?? null;
}

function parentRow(runtime: Transaction, field: FieldInfo, json: FieldsJson): SObjectValue {
  const type = (json['attributes'] as { readonly type?: string } | undefined)?.type ?? field.referenceTo[0] ?? '';
  const parent = runtime.org.schema.find(type);
  if (parent === null) {
    throw badRequest('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  }
  return rowOf(runtime, parent, json, null);
}

/** An id of 18 characters of that object; a wrong one is the client's error. */
export function recordId(object: ObjectInfo, id: string): string {
  const long = toLongId(id);
  if (long === null || !long.startsWith(object.keyPrefix ?? ' ')) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  }
  return long;
}

export function save(
  runtime: Transaction,
  operation: DmlRequest['operation'],
  rows: readonly SObjectValue[],
  options: {
    readonly isAllOrNone: boolean;
    readonly externalIdField?: string | null;
    /** `Database.DMLOptions` by lower-case path. */
    readonly dmlOptions?: DmlRequest['options'];
  },
): readonly DmlRowResult[] {
  return runtime.org.dml.execute(runtime, {
    operation,
    rows,
    isAllOrNone: options.isAllOrNone,
    access: userMode(runtime.access.userId),
    externalIdField: options.externalIdField ?? null,
    options: options.dmlOptions ?? {},
  });
}
