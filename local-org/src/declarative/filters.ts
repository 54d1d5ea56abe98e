/** Conditions of roll-up summaries and duplicate rules: a field, an operation and a value written as text. */
import type { FieldInfo, ObjectInfo } from '../data/schema.ts';
import type { Runtime, RowView } from '../runtime/runtime.ts';
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { numberOf } from './formula/number.ts';

export interface FilterItem {
  /** `Object__c.Field__c` or the field alone. */
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

export function filterField(runtime: Runtime, object: ObjectInfo, item: FilterItem): FieldInfo {
  const name = item.field.slice(item.field.lastIndexOf('.') + 1);
  return (
    runtime.org.schema.findField(object, name, object.namespace) ??
    runtime.unsupported(`A filter on ${object.name}.${name}, which is no field`)
  );
}

export function matches(runtime: Runtime, object: ObjectInfo, item: FilterItem, row: RowView): boolean {
  const field = filterField(runtime, object, item);
  const value = row.get(field.name);
  const wanted = valuesOf(item.value);
  const refuse = (): never => runtime.unsupported(`The filter ${item.field} ${item.operation} ${item.value}`);
  switch (item.operation) {
    case 'equals':
      return wanted.some((one) => isEqual(field, value, one, refuse));
    case 'notEqual':
      return !wanted.some((one) => isEqual(field, value, one, refuse));
    case 'lessThan':
      return compare(field, value, item.value, refuse, (difference) => difference < 0);
    case 'greaterThan':
      return compare(field, value, item.value, refuse, (difference) => difference > 0);
    case 'lessOrEqual':
      return compare(field, value, item.value, refuse, (difference) => difference <= 0);
    case 'greaterOrEqual':
      return compare(field, value, item.value, refuse, (difference) => difference >= 0);
    case 'contains':
      return wanted.some((one) => textOf(value).includes(one.toLowerCase()));
    case 'notContain':
      return !wanted.some((one) => textOf(value).includes(one.toLowerCase()));
    case 'startsWith':
      return wanted.some((one) => textOf(value).startsWith(one.toLowerCase()));
    case 'includes':
      return wanted.some((one) => partsOf(value).includes(one.toLowerCase()));
    case 'excludes':
      return !wanted.some((one) => partsOf(value).includes(one.toLowerCase()));
    default:
      return refuse();
  }
}

/** A comma separates values, any of which will do; quotation marks keep one inside. */
function valuesOf(text: string): readonly string[] {
  const found = [...text.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|([^,]*))\s*(?:,|$)/g)].map((match) =>
    (match[1] ?? match[2] ?? '').trim(),
  );
  return found.length > 1 && found.at(-1) === '' ? found.slice(0, -1) : found;
}

const textOf = (value: Value): string => (typeof value === 'string' ? value.toLowerCase() : '');
const partsOf = (value: Value): readonly string[] =>
  textOf(value)
    .split(';')
    .map((one) => one.trim());

function isEqual(field: FieldInfo, value: Value, wanted: string, refuse: () => never): boolean {
  if (wanted === '') {
    return value === null || value === '';
  }
  if (field.type === 'boolean') {
    return (value === true) === /^(true|1)$/i.test(wanted);
  }
  if (typeof value === 'string') {
    return field.type === 'id' || field.type === 'reference'
      ? value.slice(0, 15) === wanted.slice(0, 15)
      : value.toLowerCase() === wanted.toLowerCase();
  }
  return compare(field, value, wanted, refuse, (difference) => difference === 0);
}

function compare(
  field: FieldInfo,
  value: Value,
  wanted: string,
  refuse: () => never,
  isWanted: (difference: number) => boolean,
): boolean {
  if (value === null) {
    return false;
  }
  if (value instanceof ApexDate) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(wanted) ?? refuse();
    return isWanted(value.day - ApexDate.of(Number(parts[1]), Number(parts[2]), Number(parts[3])).day);
  }
  if (value instanceof ApexDatetime) {
    const instant = /^\d{4}-\d{2}-\d{2}T/.test(wanted) ? Date.parse(wanted) : Number.NaN;
    return Number.isNaN(instant) ? refuse() : isWanted(value.instant - instant);
  }
  const number = numberOf(value);
  if (number !== null) {
    const other = numberOf(ApexDecimal.parse(wanted.replace(/%$/, '')) ?? refuse());
    return other === null ? refuse() : isWanted(number.comparedTo(other));
  }
  return typeof value === 'string' && field.type !== 'reference'
    ? isWanted(value.toLowerCase() < wanted.toLowerCase() ? -1 : value.toLowerCase() > wanted.toLowerCase() ? 1 : 0)
    : refuse();
}
