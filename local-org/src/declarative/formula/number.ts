/**
 * Numbers inside a formula: 39 significant digits, halves away from zero (BigDecimalHelper of
 * github.com/salesforce/formula-engine). They become Decimals of the field's scale on the way out.
 */
import { Decimal as Library } from 'decimal.js';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDouble, type Value } from '../../values/value.ts';

export const FormulaNumber = Library.clone({
  precision: 39,
  rounding: Library.ROUND_HALF_UP,
  toExpNeg: -1e9,
  toExpPos: 1e9,
});
export type FormulaNumber = InstanceType<typeof FormulaNumber>;

/** Digits that count when a quotient such as 1/3 is made whole: beyond them lies only the error of the division. */
const CERTAIN_DIGITS = 33;

export const ZERO = new FormulaNumber(0);

/** From a stored value; null for what is no number. */
export function numberOf(value: Value): FormulaNumber | null {
  if (value instanceof ApexDecimal) {
    return new FormulaNumber(value.toKey());
  }
  if (value instanceof ApexDouble) {
    return Number.isFinite(value.value) ? new FormulaNumber(value.value) : null;
  }
  return typeof value === 'number' || typeof value === 'bigint' ? new FormulaNumber(String(value)) : null;
}

export const decimalOf = (value: FormulaNumber, scale: number): ApexDecimal =>
  ApexDecimal.of(value.toFixed(scale, Library.ROUND_HALF_UP));

export type Rounding = 'awayFromZero' | 'towardZero' | 'up' | 'down' | 'halfUp';
const MODES: Readonly<Record<Rounding, Library.Rounding>> = {
  awayFromZero: Library.ROUND_UP,
  towardZero: Library.ROUND_DOWN,
  up: Library.ROUND_CEIL,
  down: Library.ROUND_FLOOR,
  halfUp: Library.ROUND_HALF_UP,
};

/** More than any number of a formula has, on either side of the point. */
const MOST_PLACES = 1_000;

/** To `scale` digits behind the point; a negative scale rounds before it. */
export function rounded(value: FormulaNumber, scale: number, mode: Rounding): FormulaNumber {
  if (scale >= 0) {
    return value.toDecimalPlaces(Math.min(scale, MOST_PLACES), MODES[mode]);
  }
  const unit = new FormulaNumber(10).pow(Math.min(-scale, MOST_PLACES));
  return value.div(unit).toDecimalPlaces(0, MODES[mode]).times(unit);
}

export const whole = (value: FormulaNumber, mode: Rounding): FormulaNumber =>
  rounded(value.toSignificantDigits(CERTAIN_DIGITS), 0, mode);

/** What TEXT() prints: no exponent, no zeros at the end; ".5" is "0.5". */
export const plainText = (value: FormulaNumber): string => value.toFixed();

/** A whole number for positions and counts; what lies behind the point is cut. */
export const integerOf = (value: FormulaNumber): number => value.truncated().toNumber();
