/** Equal values of a field give the same key; text is folded unless the field is case sensitive. Null has no key. */
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexDouble, type Value } from '../../values/value.ts';
import type { FieldInfo } from '../schema.ts';

export type IndexKey = string | number | boolean;

export function indexKey(field: FieldInfo, value: Value): IndexKey | null {
  if (typeof value === 'string') {
    return field.type === 'reference' || field.type === 'id' || field.isCaseSensitive ? value : value.toLowerCase();
  }
  if (value === null || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return String(value);
  }
  if (value instanceof ApexDecimal) {
    return value.toKey();
  }
  if (value instanceof ApexDouble) {
    return ApexDecimal.of(value.value).toKey();
  }
  if (value instanceof ApexDate) {
    return value.day;
  }
  if (value instanceof ApexDatetime) {
    return value.instant;
  }
  return value instanceof ApexTime ? value.milliseconds : null;
}
