/** Refusals and conversions that the number classes share. */
import type { ApexDecimal, RoundingMode } from '../../values/decimal.ts';
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
/** Java's `NumberFormat`, as `format()` of all number classes: up to three digits behind the point, halves to the even neighbor. */
export function formatted(runtime: Runtime, value: ApexDecimal, isNegative = value.sign() < 0): string {
  const rounded = exact(runtime, value.withScale(3)).stripTrailingZeros();
  const isMinusZero = isNegative && rounded.sign() === 0;
  return localeNumber(`${isMinusZero ? '-' : ''}${rounded.toPlainString()}`, runtime.userSettings.locale);
}
