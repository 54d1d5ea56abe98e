/** Reads and converts numbers: the ranges of Integer (32 bits) and Long (64 bits), Java's texts of a Double. */
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './value.ts';

const MIN_INTEGER = -2_147_483_648n;
const MAX_INTEGER = 2_147_483_647n;
const MIN_LONG = -(2n ** 63n);
const MAX_LONG = 2n ** 63n - 1n;
const WHOLE = /^[+-]?\d+$/;
const FLOATING = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?)$/;

/** Null for a text that is no Integer. */
export function parseInteger(text: string): number | null {
  const whole = WHOLE.test(text) ? BigInt(text.replace('+', '')) : null;
  return whole === null || whole < MIN_INTEGER || whole > MAX_INTEGER ? null : Number(whole);
}
/** Null for a text that is no Long. */
export function parseLong(text: string): bigint | null {
  const whole = WHOLE.test(text) ? BigInt(text.replace('+', '')) : null;
  return whole === null || whole < MIN_LONG || whole > MAX_LONG ? null : whole;
}
/** Null for a text that is no Double. */
export function parseDouble(text: string): ApexDouble | null {
  const trimmed = text.trim();
  return FLOATING.test(trimmed) ? new ApexDouble(Number(trimmed.replace(/(?<=\d\.?)[dDfF]$/, ''))) : null;
}

/** As Java's `BigDecimal.valueOf(double)`: the digits the Double prints; null where it is not finite. */
export function decimalOfDouble(value: number): ApexDecimal | null {
  return ApexDecimal.parse(new ApexDouble(value).toString());
}

/** As Java's `Math.round(double)`: to the nearest whole number, halves up, without the error a sum would make. */
export function roundHalfUp(value: number): number {
  const floor = Math.floor(value);
  return value - floor >= 0.5 ? floor + 1 : floor;
}

export const fitsInteger = (value: bigint): boolean => value >= MIN_INTEGER && value <= MAX_INTEGER;
export const fitsLong = (value: bigint): boolean => value >= MIN_LONG && value <= MAX_LONG;

/** The low 32 bits, as Java narrows. */
export const toInteger = (value: bigint): number => Number(BigInt.asIntN(32, value));
export const toLong = (value: bigint): bigint => BigInt.asIntN(64, value);

/** Java's narrowing of a double: towards zero, held at the ends of the range, NaN is 0. */
export function doubleToInteger(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-2_147_483_648, Math.min(2_147_483_647, Math.trunc(value)));
}
export function doubleToLong(value: number): bigint {
  if (Number.isNaN(value)) {
    return 0n;
  }
  return value >= 2 ** 63 ? MAX_LONG : value <= -(2 ** 63) ? MIN_LONG : BigInt(Math.trunc(value));
}
