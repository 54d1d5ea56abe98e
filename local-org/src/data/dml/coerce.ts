/** Values as fields store them: numbers with the field's scale, ids with 18 characters, text without blanks at its ends. */
import { normalizeId } from '../ids.ts';
import type { FieldInfo } from '../schema.ts';
import { holdsDurableId } from '../schema/durable.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import { ApexBlob, ApexDouble, type Value } from '../../values/value.ts';
import { InternalError } from '../../runtime/errors.ts';

const DAY = 86_400_000;

export function coerce(field: FieldInfo, value: Value): Value {
  if (value === null) {
    return null;
  }
  switch (field.type) {
    case 'boolean':
      return value;
    case 'integer':
      return typeof value === 'number' ? value : Number(decimalOf(field, value).toBigInt());
    case 'long':
      return typeof value === 'bigint' ? value : decimalOf(field, value).toBigInt();
    case 'double':
    case 'currency':
    case 'percent':
      // The field keeps its scale; halves go away from zero (Help, "Number field: rounding").
      return field.isCustom || field.scale > 0
        ? decimalOf(field, value).withScale(field.scale, 'HALF_UP')
        : decimalOf(field, value);
    case 'datetime':
      return value instanceof ApexDate ? new ApexDatetime(value.day * DAY) : value;
    case 'date':
      return value instanceof ApexDatetime ? new ApexDate(Math.floor(value.instant / DAY)) : value;
    case 'id':
    case 'reference':
      return typeof value !== 'string' || holdsDurableId(field)
        ? value
        : value === ''
          ? null
          : (normalizeId(value) ?? value);
    case 'base64':
      return typeof value === 'string' ? ApexBlob.ofText(value) : value;
    case 'time':
    case 'address':
    case 'location':
    case 'anytype':
      return value;
    default:
      return textOf(field, value);
  }
}

function decimalOf(field: FieldInfo, value: Value): ApexDecimal {
  if (value instanceof ApexDecimal) {
    return value;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return ApexDecimal.of(value);
  }
  if (value instanceof ApexDouble) {
    return ApexDecimal.of(value.value);
  }
  throw new InternalError(`${field.name} was given ${typeof value} ${String(value)} for a number`);
}

function textOf(field: FieldInfo, value: Value): string | null {
  if (typeof value !== 'string') {
    throw new InternalError(`${field.name} was given ${typeof value} for text`);
  }
  const trimmed = field.type === 'encryptedstring' ? value : value.trim();
  return trimmed === '' ? null : trimmed;
}
