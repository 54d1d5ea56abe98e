/**
 * Fields of rows. Reading a field the query did not select is an error; what a new row does not have reads as null,
 * a checkbox as false. Behind an empty lookup every field is null.
 */
import type { ObjectInfo } from '../../data/schema.ts';
import { ApexList } from '../collections.ts';
import { ApexException } from '../exception.ts';
import type { ApexValue } from '../runtime.ts';
import { SObjectValue, type FieldContent } from '../sobject.ts';
import type { Transaction } from '../transaction.ts';
import type { Support } from './support.ts';

/** `name` is in lower case. */
export function readField(runtime: Transaction, row: SObjectValue, name: string): FieldContent {
  const content = row.content.get(name);
  if (content !== undefined) {
    return content;
  }
  return row.queriedFields === null || row.queriedFields.has(name) ? null : refuseUnqueried(runtime, row, name);
}

export function refuseUnqueried(runtime: Transaction, row: SObjectValue, name: string): never {
  const field =
    row.object.fields.get(name)?.name ??
    [...row.object.fields.values()].find((one) => one.relationshipName?.toLowerCase() === name)?.relationshipName ??
    name;
  return runtime.fail(
    'System.SObjectException',
    `SObject row was retrieved via SOQL without querying the requested field: ${row.object.name}.${field}`,
  );
}

export function writeField(runtime: Transaction, row: SObjectValue, name: string, value: FieldContent): void {
  if (row.isReadOnly) {
    runtime.fail('System.FinalException', 'Record is read-only');
  }
  row.set(name, value);
}

/** Leaves an error on a row; `field` is null for the whole row. */
export function addRowError(row: SObjectValue, message: ApexValue, field: string | null): void {
  const text = message instanceof ApexException ? message.apexMessage : (message as string | null);
  row.errors.push({ message: text ?? '', field });
}

export const rowSupport = (current: () => Transaction): Support => ({
  $newRow: (object: ObjectInfo): SObjectValue => new SObjectValue(object),
  /** Field names in lower case and as written, and values, in turn. */
  $rowWith: (object: ObjectInfo, ...fields: readonly unknown[]): SObjectValue => {
    const row = new SObjectValue(object);
    for (let index = 0; index < fields.length; index += 3) {
      row.set(fields[index + 1] as string, fields[index + 2] as FieldContent);
    }
    return row;
  },
  $field: (row: SObjectValue, name: string): FieldContent => readField(current(), row, name),
  $fieldBehind: (row: SObjectValue | null, name: string): FieldContent =>
    row === null ? null : readField(current(), row, name),
  $checkbox: (row: SObjectValue, name: string): FieldContent =>
    row.content.get(name) ?? readField(current(), row, name) ?? false,
  $setField: (row: SObjectValue, name: string, written: string, value: FieldContent): FieldContent => {
    if (row.isReadOnly) {
      current().fail('System.FinalException', 'Record is read-only');
    }
    row.content.set(name, value);
    if (!row.spelling.has(name)) {
      row.spelling.set(name, written);
    }
    return value;
  },
  $children: (row: SObjectValue, name: string, childObject: string): FieldContent => {
    const content = row.content.get(name);
    if (content !== undefined && content !== null) {
      return content;
    }
    return row.queriedFields === null || row.queriedFields.has(name)
      ? new ApexList(childObject)
      : refuseUnqueried(current(), row, name);
  },
  $fieldError: (row: SObjectValue | null, field: string, message: ApexValue): void => {
    if (row === null) {
      return current().nullPointer();
    }
    addRowError(row, message, field);
  },
});
