/** Order and identity of stored values of one kind. Null is never passed in; text folds case; numbers compare by value. */
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexDouble, type Value } from '../../values/value.ts';
import type { ValueKind } from './kinds.ts';

export type NonNull = Exclude<Value, null>;

/** Null for what is no number. */
export function decimalOf(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal) {
    return value;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return ApexDecimal.of(value);
  }
  return value instanceof ApexDouble && Number.isFinite(value.value) ? ApexDecimal.of(value.value) : null;
}

export function compareNumbers(left: NonNull, right: NonNull): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  return (decimalOf(left) ?? ApexDecimal.ZERO).compareTo(decimalOf(right) ?? ApexDecimal.ZERO);
}

/** Days, milliseconds since 1970 or since midnight; comparable only within one kind. */
export function ordinalOf(value: unknown): number {
  if (value instanceof ApexDate) {
    return value.day;
  }
  if (value instanceof ApexDatetime) {
    return value.instant;
  }
  return value instanceof ApexTime ? value.milliseconds : Number.NaN;
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

export function compareValues(kind: ValueKind, left: NonNull, right: NonNull): number {
  switch (kind) {
    case 'number':
      return compareNumbers(left, right);
    case 'boolean':
      return Number(left) - Number(right);
    case 'date':
    case 'datetime':
    case 'time':
      return ordinalOf(left) - ordinalOf(right);
    case 'id':
      return byText(String(left), String(right));
    default:
      return byText(String(left).toLowerCase(), String(right).toLowerCase());
  }
}

/** What a picklist value sorts by: its place in the list, or its folded text when it is outside the list. */
export function picklistKey(places: ReadonlyMap<string, number>, value: string): NonNull {
  const folded = value.toLowerCase();
  return places.get(folded) ?? folded;
}

/** Values of the list in its order, then all others by their text. */
export function comparePicklistKeys(left: NonNull, right: NonNull): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return byText(left, right);
  }
  return typeof left === 'number' ? -1 : 1;
}

/** Equal values of one kind, and only they, have equal keys. */
export function keyOfValue(kind: ValueKind, value: Value): string | number | boolean | null {
  if (value === null) {
    return null;
  }
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? String(value) : (decimalOf(value)?.toKey() ?? '');
    case 'boolean':
      return value === true;
    case 'date':
    case 'datetime':
    case 'time':
      return ordinalOf(value);
    case 'id':
      return String(value);
    default:
      return String(value).toLowerCase();
  }
}
