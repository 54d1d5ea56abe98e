/** Reads one value of JSON as a primitive of Apex. Gives the platform's complaint, without place, for what does not fit. */
import { readIsoDate } from '../../../values/calendar.ts';
import { ApexDecimal } from '../../../values/decimal.ts';
import { toLongId } from '../../../values/id.ts';
import { parseDouble, parseInteger, parseLong } from '../../../values/numbers.ts';
import { ApexDatetime, ApexTime, fromUtc, type ApexDate } from '../../../values/temporal.ts';
import { ApexBlob, type Value } from '../../../values/value.ts';
import type { PrimitiveName } from '../../../apex/types.ts';

export class BadScalar extends Error {
  /** Whether the place in the text follows the message. */
  readonly isPlaced: boolean;
  constructor(message: string, isPlaced = true) {
    super(message);
    this.isPlaced = isPlaced;
  }
}

const badNumber = (text: string): never => {
  throw new BadScalar(`For input string: "${text}"`);
};
const badFormat = (text: string): never => {
  throw new BadScalar(`Invalid format: "${text}"`);
};
function badDecimal(text: string): never {
  throw new BadScalar(
    text === ''
      ? 'N/A'
      : `Character ${text[0] ?? ''} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`,
  );
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const CLOCK = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

const milliseconds = (fraction: string | undefined): number => Math.trunc(Number(`0.${fraction ?? '0'}`) * 1000 + 1e-6);
function offsetOf(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000 : 0;
}

/** `2026-11-23T08:46:00.000Z` and its shorter forms; null for anything else. */
export function readInstant(text: string): ApexDatetime | null {
  const match = INSTANT.exec(text.trim());
  const date = match === null ? null : readIsoDate(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`);
  if (match === null || date === null) {
    return null;
  }
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  return new ApexDatetime(
    fromUtc(date.year, date.month, date.dayOfMonth, hour, minute, second, milliseconds(match[7])) - offsetOf(match[8]),
  );
}
export function readClock(text: string): ApexTime | null {
  const match = CLOCK.exec(text.trim());
  if (!match) {
    return null;
  }
  return new ApexTime(
    ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3] ?? 0)) * 1000 +
      milliseconds(match[4]) -
      offsetOf(match[5]),
  );
}
export function readDate(text: string): ApexDate | null {
  return readIsoDate(text);
}

/** `isText` tells a JSON string from a number or a word. */
export function readScalar(type: Exclude<PrimitiveName, 'Object'>, text: string, isText: boolean): Value {
  switch (type) {
    case 'String':
      return text;
    case 'Boolean':
      if (/^(true|false)$/i.test(text)) {
        return text.toLowerCase() === 'true';
      }
      throw new BadScalar(`Illegal value for boolean: ${text}`);
    case 'Integer':
      return parseInteger(text) ?? badNumber(text);
    case 'Long':
      return parseLong(text) ?? badNumber(text);
    case 'Double':
      return parseDouble(text) ?? badDecimal(text);
    case 'Decimal':
      return ApexDecimal.parse(text) ?? badDecimal(text);
    case 'Date':
      return (isText ? readDate(text) : null) ?? badFormat(text);
    case 'Datetime':
      return (isText ? readInstant(text) : null) ?? badFormat(text);
    case 'Time':
      return (isText ? readClock(text) : null) ?? badFormat(text);
    case 'Id': {
      const id = toLongId(text);
      if (id === null) {
        throw new BadScalar(`Invalid id: ${text}`, false);
      }
      return id;
    }
    case 'Blob':
      return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
  }
}
