/** How the values of rows print: the text of `String.valueOf` and of concatenation. */
import { formatInstant } from './dateFormat.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from './temporal.ts';
import { ApexBlob, ApexDouble, type Value } from './value.ts';
import type { Zone } from './zone.ts';

/** `2026-11-23 08:46:00` on the zone's wall clock. */
export function datetimeText(value: ApexDatetime, zone: Zone): string {
  return formatInstant(value.instant, zone, 'yyyy-MM-dd HH:mm:ss');
}

/** The text of any value but null; datetimes on the zone's wall clock. */
export function valueText(value: Exclude<Value, null>, zone: Zone): string {
  if (value instanceof ApexDatetime) {
    return datetimeText(value, zone);
  }
  if (value instanceof ApexDecimal) {
    return value.toPlainString();
  }
  if (value instanceof ApexBlob) {
    return `Blob[${value.bytes.length}]`;
  }
  return value instanceof ApexDate || value instanceof ApexTime || value instanceof ApexDouble
    ? value.toString()
    : String(value);
}
