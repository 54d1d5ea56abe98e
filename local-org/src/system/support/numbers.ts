/** Refusals and conversions that the number classes share. */
import type { RoundingMode } from '../../values/decimal.ts';
import { type ApexDecimal } from '../../values/decimal.ts';
import { localeNumber } from '../../values/localeFormat.ts';
import { fitsInteger, fitsLong } from '../../values/numbers.ts';
import type { EnumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';

export function invalid(runtime: Runtime, kind: string, text: string): never {
  return runtime.fail('System.TypeException', `Invalid ${kind}: ${text}`);
}
export function nullValue(runtime: Runtime): never {
  return runtime.fail('System.NullPointerException', 'Argument cannot be null.');
}
export const modeOf = (mode: EnumValue): RoundingMode => mode.name as RoundingMode;

/** The whole number a rounded value is, as Integer or Long. */
export function wholeInteger(runtime: Runtime, value: ApexDecimal | null): number {
  const whole = exact(runtime, value).toBigInt();
  return fitsInteger(whole) ? Number(whole) : outOfRange(runtime, whole);
}
export function wholeLong(runtime: Runtime, value: ApexDecimal | null): bigint {
  const whole = exact(runtime, value).toBigInt();
  return fitsLong(whole) ? whole : outOfRange(runtime, whole);
}
function outOfRange(runtime: Runtime, value: bigint): never {
  return runtime.fail('System.MathException', `Value out of range: ${String(value)}`);
}
/** Null stands for rounding that was forbidden and needed. */
export function exact(runtime: Runtime, value: ApexDecimal | null): ApexDecimal {
  return value ?? runtime.fail('System.MathException', 'Rounding necessary');
}
/** Java's `NumberFormat`: up to three digits behind the point, halves to the even neighbor, no zeros at the end. */
export const formattedFraction = (runtime: Runtime, value: ApexDecimal): string =>
  formatted(runtime, exact(runtime, value.withScale(3, 'HALF_EVEN')).stripTrailingZeros().toPlainString());
export const formatted = (runtime: Runtime, digits: string): string =>
  localeNumber(digits, runtime.userSettings.locale);
