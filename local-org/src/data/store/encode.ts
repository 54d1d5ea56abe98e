/** Field values as plain data that `v8.serialize` keeps: classes become `[tag, content]`. */
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexBlob, ApexDouble, type Value } from '../../values/value.ts';
import type { Row } from '../store.ts';

export type Plain =
  null | boolean | number | bigint | string | readonly [tag: string, content: string | number | Uint8Array];

export function encodeValue(value: Value): Plain {
  if (value instanceof ApexDecimal) {
    return ['d', value.toString()];
  }
  if (value instanceof ApexDouble) {
    return ['f', value.value];
  }
  if (value instanceof ApexDate) {
    return ['D', value.day];
  }
  if (value instanceof ApexDatetime) {
    return ['T', value.instant];
  }
  if (value instanceof ApexTime) {
    return ['t', value.milliseconds];
  }
  return value instanceof ApexBlob ? ['b', value.bytes] : value;
}

export function decodeValue(plain: Plain): Value {
  if (!Array.isArray(plain)) {
    return plain as Value;
  }
  const [tag, content] = plain as readonly [string, string | number | Uint8Array];
  switch (tag) {
    case 'd':
      return ApexDecimal.of(content as string);
    case 'f':
      return new ApexDouble(content as number);
    case 'D':
      return new ApexDate(content as number);
    case 'T':
      return new ApexDatetime(content as number);
    case 't':
      return new ApexTime(content as number);
    case 'b':
      return new ApexBlob(Uint8Array.from(content as Uint8Array));
    default:
      throw new Error(`Unknown tag "${tag}" in stored data`);
  }
}

export type PlainRow = Readonly<Record<string, Plain>>;

export function encodeRow(row: Row): PlainRow {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, encodeValue(value)]));
}

export function decodeRow(plain: PlainRow): Row {
  return Object.fromEntries(Object.entries(plain).map(([field, value]) => [field, decodeValue(value)])) as Row;
}
