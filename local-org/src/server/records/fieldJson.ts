/** Field values as the platform's APIs write and read them in JSON. */
import type { FieldInfo } from '../../data/schema.ts';
import { readClock, readDate, readInstant } from '../../system/System/json/scalars.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexBlob, ApexDouble, type Value } from '../../values/value.ts';
import { badRequest } from '../errors.ts';

export type JsonScalar = string | number | boolean | null;

/** Moments as `2026-11-23T08:46:00.000+0000`, days as `2026-11-23`, numbers as numbers. */
export function toJson(value: Value): JsonScalar {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof ApexDecimal) {
    return Number(value.toPlainString());
  }
  if (value instanceof ApexDatetime) {
    return new Date(value.instant).toISOString().replace('Z', '+0000');
  }
  if (value instanceof ApexBlob) {
    return Buffer.from(value.bytes).toString('base64');
  }
  if (value instanceof ApexTime) {
    return value.toString();
  }
  return value instanceof ApexDate ? value.toString() : value instanceof ApexDouble ? value.value : Number(value);
}

/** The value of a field that a client sent; throws the platform's parser error where it can't be one. */
export function fromJson(field: FieldInfo, json: unknown): Value {
  if (json === null || json === undefined) {
    return null;
  }
  const scalar = typeof json === 'object' ? undefined : (json as string | number | boolean);
  const value = scalar === undefined ? undefined : read(field, scalar);
  if (value === undefined) {
    const kind = scalar === undefined ? (Array.isArray(json) ? 'START_ARRAY' : 'START_OBJECT') : tokenOf(scalar);
    const text = scalar === undefined ? '' : ` value ${scalar}`;
    throw badRequest(
      'JSON_PARSER_ERROR',
      `Cannot deserialize instance of ${field.type} from ${kind}${text} or request may be missing a required field`,
      [field.name],
    );
  }
  return value;
}

function tokenOf(json: string | number | boolean): string {
  return typeof json === 'string' ? 'VALUE_STRING' : typeof json === 'number' ? 'VALUE_NUMBER' : 'VALUE_BOOLEAN';
}

function read(field: FieldInfo, json: string | number | boolean): Value | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof json === 'boolean'
        ? json
        : /^(true|false)$/i.test(String(json))
          ? /^true$/i.test(String(json))
          : undefined;
    case 'integer':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return readNumber(json);
    case 'date':
      return typeof json === 'string' ? (json === '' ? null : (readDate(json.slice(0, 10)) ?? undefined)) : undefined;
    case 'datetime':
      return typeof json === 'string' ? (json === '' ? null : (readInstant(json) ?? undefined)) : undefined;
    case 'time':
      return typeof json === 'string' ? (json === '' ? null : (readClock(json) ?? undefined)) : undefined;
    case 'base64':
      return typeof json === 'string' ? new ApexBlob(Buffer.from(json, 'base64')) : undefined;
    case 'address':
    case 'location':
      return undefined;
    default:
      return json === '' ? null : String(json);
  }
}

/** Numbers reach fields as decimals; the data layer gives them the field's scale. */
function readNumber(json: string | number | boolean): Value | undefined {
  if (
    typeof json === 'boolean' ||
    (typeof json === 'string' && !/^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(json))
  ) {
    return json === '' ? null : undefined;
  }
  return ApexDecimal.parse(String(json).trim()) ?? undefined;
}
