/** Reads and writes fields of rows by name, with the platform's checks of names and types. */
import type { FieldInfo } from '../../data/schema.ts';
import { holdsDurableId } from '../../data/schema/durable.ts';
import { toLongId } from '../../values/id.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexBlob, ApexDouble } from '../../values/value.ts';
import { ApexList } from '../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { SObjectValue, type FieldContent } from '../../runtime/sobject.ts';
import { refuseUnqueried, writeField } from '../../runtime/support/rows.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import { SObjectFieldToken } from '../Schema/tokens.ts';

export type FieldName = string | SObjectFieldToken | null;

function nameOf(runtime: Runtime, field: FieldName): string {
  if (field === null) {
    return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  return field instanceof SObjectFieldToken ? field.field.name : field;
}

/** Names of the standard fields need no namespace, and finding out whose code asks takes time. */
const namespaceFor = (runtime: Runtime, name: string): string =>
  name.includes('__') && !/^[a-z]\w*?__\w+__\w/i.test(name) ? runtime.namespace : '';

export function findField(runtime: Runtime, row: SObjectValue, field: FieldName): FieldInfo {
  const name = nameOf(runtime, field);
  return (
    runtime.org.schema.findField(row.object, name, namespaceFor(runtime, name)) ??
    runtime.fail(
      'System.SObjectException',
      `Invalid field ${name} for ${row.isAggregate ? 'AggregateResult' : row.object.name}`,
    )
  );
}

export function getField(runtime: Runtime, row: SObjectValue, field: FieldName): FieldContent {
  if (row.isAggregate) {
    const name = nameOf(runtime, field);
    return row.has(name)
      ? row.peek(name)
      : runtime.fail('System.SObjectException', `Invalid field ${name} for AggregateResult`);
  }
  const found = findField(runtime, row, field);
  const content = row.content.get(found.name.toLowerCase());
  if (content !== undefined) {
    return content;
  }
  if (row.queriedFields !== null && !row.queriedFields.has(found.name.toLowerCase())) {
    return refuseUnqueried(runtime as Transaction, row, found.name.toLowerCase());
  }
  return found.type === 'boolean' ? false : null;
}

/** Gives what was there before. */
export function putField(runtime: Runtime, row: SObjectValue, field: FieldName, value: ApexValue): FieldContent {
  const found = findField(runtime, row, field);
  if (!found.isCreateable && !found.isUpdateable && found.type !== 'id') {
    runtime.fail('System.SObjectException', `Field ${found.name} is not editable`);
  }
  const before = row.peek(found.name);
  writeField(runtime as Transaction, row, found.name, coerce(runtime, found, value));
  return before;
}

/** The value as the field holds it. */
export function coerce(runtime: Runtime, field: FieldInfo, value: ApexValue): FieldContent {
  const refuse = (to: string): never =>
    runtime.fail('System.SObjectException', `Illegal assignment from ${runtime.typeName(value)} to ${to}`);
  if (value === null) {
    return null;
  }
  switch (field.type) {
    case 'double':
    case 'currency':
    case 'percent':
      return toDecimal(value) ?? refuse('Decimal');
    case 'integer':
      return typeof value === 'number' ? value : refuse('Integer');
    case 'long':
      return typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : refuse('Long');
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse('Boolean');
    case 'date':
      return value instanceof ApexDate ? value : refuse('Date');
    case 'datetime':
      return value instanceof ApexDatetime
        ? value
        : value instanceof ApexDate
          ? new ApexDatetime(value.day * 86_400_000)
          : refuse('Datetime');
    case 'time':
      return value instanceof ApexTime ? value : refuse('Time');
    case 'base64':
      return value instanceof ApexBlob ? value : refuse('Blob');
    case 'id':
    case 'reference':
      return typeof value === 'string'
        ? holdsDurableId(field)
          ? value
          : (toLongId(value) ?? runtime.fail('System.StringException', `Invalid id: ${value}`))
        : refuse('Id');
    case 'anytype':
    case 'address':
    case 'location':
      return value as FieldContent;
    default:
      return typeof value === 'string' ? value : refuse('String');
  }
}

function toDecimal(value: ApexValue): ApexDecimal | null {
  if (value instanceof ApexDecimal) {
    return value;
  }
  if (value instanceof ApexDouble) {
    return ApexDecimal.of(value.value);
  }
  return typeof value === 'number' || typeof value === 'bigint' ? ApexDecimal.of(value) : null;
}

/** Content name of the relationship a reference field or a relationship name means. */
function relationshipName(runtime: Runtime, row: SObjectValue, field: FieldName): string {
  const name = nameOf(runtime, field);
  const namespace = namespaceFor(runtime, name);
  const found =
    field instanceof SObjectFieldToken
      ? field.field.relationshipName
      : [...row.object.fields.values()]
          .map((one) => one.relationshipName)
          .find(
            (one) =>
              one?.toLowerCase() === name.toLowerCase() || one?.toLowerCase() === `${namespace}__${name}`.toLowerCase(),
          );
  return found ?? runtime.fail('System.SObjectException', `Invalid relationship ${name} for ${row.object.name}`);
}

export function getParent(runtime: Runtime, row: SObjectValue, field: FieldName): SObjectValue | null {
  const name = relationshipName(runtime, row, field).toLowerCase();
  const content = row.content.get(name);
  if (content === undefined && row.queriedFields !== null && !row.queriedFields.has(name)) {
    return refuseUnqueried(runtime as Transaction, row, name);
  }
  return content instanceof SObjectValue ? content : null;
}
export function putParent(
  runtime: Runtime,
  row: SObjectValue,
  field: FieldName,
  parent: SObjectValue | null,
): SObjectValue | null {
  const name = relationshipName(runtime, row, field);
  const before = row.peek(name);
  writeField(runtime as Transaction, row, name, parent);
  return before instanceof SObjectValue ? before : null;
}
export function getChildren(runtime: Runtime, row: SObjectValue, relationship: FieldName): ApexList | null {
  const name = nameOf(runtime, relationship);
  const names = [name, `${namespaceFor(runtime, name)}__${name}`].map((one) => one.toLowerCase());
  const found = row.object.childRelationships.find(
    (one) => one.name !== null && names.includes(one.name.toLowerCase()),
  );
  if (found?.name == null) {
    return runtime.fail('System.SObjectException', `Invalid aggregate relationship ${name} for ${row.object.name}`);
  }
  const content = row.peek(found.name);
  return content instanceof ApexList ? content : null;
}
