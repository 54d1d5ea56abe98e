/** The order of `List.sort` and of `<` and `>`: null first, numbers by value, text by its characters, then Comparable. */
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { ApexDouble } from '../values/value.ts';
import { EnumValue } from './enumValue.ts';
import type { ApexValue, Runtime } from './runtime.ts';
import { SObjectValue } from './sobject.ts';

const order = <T extends number | bigint | string>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;

export function compareNumbers(left: ApexValue, right: ApexValue): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return order(left, right);
  }
  if (left instanceof ApexDouble || right instanceof ApexDouble) {
    return order(asNumber(left), asNumber(right));
  }
  if (left instanceof ApexDecimal || right instanceof ApexDecimal) {
    return asDecimal(left).compareTo(asDecimal(right));
  }
  return order(BigInt(left as number | bigint), BigInt(right as number | bigint));
}
const asNumber = (value: ApexValue): number =>
  value instanceof ApexDouble ? value.value : value instanceof ApexDecimal ? value.toNumber() : Number(value);
const asDecimal = (value: ApexValue): ApexDecimal =>
  value instanceof ApexDecimal ? value : ApexDecimal.of(value as number | bigint);

/** Dates and times by their place on the axis, numbers by value; NaN for anything else or for unlike types. */
export function compareScalars(left: ApexValue, right: ApexValue): number {
  if (left instanceof ApexDate) {
    return right instanceof ApexDate
      ? left.day - right.day
      : right instanceof ApexDatetime
        ? order(left.day * 86_400_000, right.instant)
        : Number.NaN;
  }
  if (left instanceof ApexDatetime) {
    return right instanceof ApexDatetime
      ? order(left.instant, right.instant)
      : right instanceof ApexDate
        ? order(left.instant, right.day * 86_400_000)
        : Number.NaN;
  }
  if (left instanceof ApexTime) {
    return right instanceof ApexTime ? left.milliseconds - right.milliseconds : Number.NaN;
  }
  if (left instanceof EnumValue) {
    return right instanceof EnumValue && left.apexType === right.apexType ? left.ordinal - right.ordinal : Number.NaN;
  }
  const isNumeric = (value: ApexValue): boolean =>
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof ApexDouble ||
    value instanceof ApexDecimal;
  return isNumeric(left) && isNumeric(right) ? compareNumbers(left, right) : Number.NaN;
}

/** Order for `List.sort`. */
export function compareValues(runtime: Runtime, left: ApexValue, right: ApexValue): number {
  if (left === null || right === null) {
    return left === right ? 0 : left === null ? -1 : 1;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return order(left, right);
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return Number(left) - Number(right);
  }
  const scalar = compareScalars(left, right);
  if (!Number.isNaN(scalar)) {
    return scalar;
  }
  if (left instanceof SObjectValue && right instanceof SObjectValue) {
    return compareRows(runtime, left, right);
  }
  if (typeof left === 'object' && runtime.hasMethod(left, 'compareTo', 1)) {
    return runtime.call(left, 'compareTo', [right]) as number;
  }
  return runtime.fail('System.ListException', 'One or more of the items in this list is not Comparable.');
}

/**
 * Rows sort by the label of their object, then by name, then by the other standard and custom fields in alphabetical
 * order (Apex Developer Guide, "Sorting Lists of sObjects").
 */
function compareRows(runtime: Runtime, left: SObjectValue, right: SObjectValue): number {
  const byObject = order(left.object.label, right.object.label);
  if (byObject !== 0) {
    return byObject;
  }
  const nameField = left.object.nameField?.toLowerCase() ?? 'name';
  const fields = [...left.object.fields.values()].filter((field) => field.name.toLowerCase() !== nameField);
  const standard = fields
    .filter((field) => !field.isCustom)
    .map((field) => field.name.toLowerCase())
    .sort();
  const custom = fields
    .filter((field) => field.isCustom)
    .map((field) => field.name.toLowerCase())
    .sort();
  for (const name of [nameField, ...standard, ...custom]) {
    const result =
      left.content.has(name) || right.content.has(name) ? compareValues(runtime, left.peek(name), right.peek(name)) : 0;
    if (result !== 0) {
      return result;
    }
  }
  return 0;
}
