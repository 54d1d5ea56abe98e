/**
 * An Apex Decimal: an exact number and its scale. Arithmetic keeps the scale as Java's BigDecimal does: the larger
 * of both for a sum, their sum for a product, up to 33 significant digits for a quotient.
 */
import { Decimal as Library } from 'decimal.js';

const Exact = Library.clone({ precision: 200, rounding: Library.ROUND_HALF_EVEN, toExpNeg: -1e9, toExpPos: 1e9 });
type Exact = InstanceType<typeof Exact>;

/** Significant digits of a quotient that does not end. */
const QUOTIENT_DIGITS = 33;

export type RoundingMode = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

const ROUNDING: Readonly<Record<Exclude<RoundingMode, 'UNNECESSARY'>, Library.Rounding>> = {
  UP: Library.ROUND_UP,
  DOWN: Library.ROUND_DOWN,
  CEILING: Library.ROUND_CEIL,
  FLOOR: Library.ROUND_FLOOR,
  HALF_UP: Library.ROUND_HALF_UP,
  HALF_DOWN: Library.ROUND_HALF_DOWN,
  HALF_EVEN: Library.ROUND_HALF_EVEN,
};

const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

export class ApexDecimal {
  static readonly ZERO = new ApexDecimal(new Exact(0), 0);
  readonly #value: Exact;
  /** Digits after the decimal point; negative only for a number written with an exponent. */
  readonly scale: number;

  private constructor(value: Exact, scale: number) {
    this.#value = value;
    this.scale = scale;
  }

  /** Reads `12`, `-1.50`, `.5`, `1E3`. Returns null for anything else. */
  static parse(text: string): ApexDecimal | null {
    const match = SHAPE.exec(text.trim());
    if (!match || ((match[2] ?? '') === '' && (match[3] ?? '') === '')) {
      return null;
    }
    return new ApexDecimal(new Exact(text.trim()), (match[3] ?? '').length - Number(match[4] ?? 0));
  }

  /** From a literal or a value known to be a number. Throws on anything else: a fault of the caller. */
  static of(value: string | number | bigint): ApexDecimal {
    const parsed = ApexDecimal.parse(typeof value === 'number' ? new Exact(value).toFixed() : String(value));
    if (!parsed) {
      throw new Error(`Not a decimal number: ${String(value)}`);
    }
    return parsed;
  }

  plus(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.#value.plus(other.#value), Math.max(this.scale, other.scale));
  }
  minus(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.#value.minus(other.#value), Math.max(this.scale, other.scale));
  }
  times(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.#value.times(other.#value), this.scale + other.scale);
  }
  /** Null when `other` is zero. The scale is the preferred one (ours less theirs) or as many digits as are needed. */
  dividedBy(other: ApexDecimal): ApexDecimal | null {
    if (other.#value.isZero()) {
      return null;
    }
    const quotient = this.#value.div(other.#value).toSignificantDigits(QUOTIENT_DIGITS, Library.ROUND_HALF_UP);
    return new ApexDecimal(quotient, Math.max(this.scale - other.scale, quotient.decimalPlaces()));
  }
  /** The quotient rounded once to a scale; null where UNNECESSARY would have to round. The divisor is not zero. */
  dividedTo(other: ApexDecimal, scale: number, mode: RoundingMode): ApexDecimal | null {
    const unit = new Exact(10).pow(Math.abs(scale));
    const numerator = scale >= 0 ? this.#value.times(unit) : this.#value;
    const denominator = scale >= 0 ? other.#value : other.#value.times(unit);
    const whole = numerator.div(denominator).truncated();
    const rest = numerator.minus(whole.times(denominator));
    if (rest.isZero()) {
      return new ApexDecimal(shifted(whole, scale), scale);
    }
    const isNegative = rest.isNegative() !== denominator.isNegative();
    const half = rest.abs().times(2).comparedTo(denominator.abs());
    const isAway = roundsAway(mode, isNegative, half, !whole.mod(2).isZero());
    if (isAway === null) {
      return null;
    }
    return new ApexDecimal(shifted(isAway ? whole.plus(isNegative ? -1 : 1) : whole, scale), scale);
  }
  negated(): ApexDecimal {
    return new ApexDecimal(this.#value.negated(), this.scale);
  }
  absolute(): ApexDecimal {
    return new ApexDecimal(this.#value.abs(), this.scale);
  }
  /** Null where the mode is UNNECESSARY and rounding would change the value. */
  withScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal | null {
    if (mode === 'UNNECESSARY') {
      const exact = this.#rounded(scale, Library.ROUND_DOWN);
      return exact.eq(this.#value) ? new ApexDecimal(exact, scale) : null;
    }
    return new ApexDecimal(this.#rounded(scale, ROUNDING[mode]), scale);
  }
  /** The nearest whole multiple of ten to the power of minus `scale`; a negative scale rounds before the point. */
  #rounded(scale: number, rounding: Library.Rounding): Exact {
    if (scale >= 0) {
      return this.#value.toDecimalPlaces(scale, rounding);
    }
    const unit = new Exact(10).pow(-scale);
    return this.#value.div(unit).toDecimalPlaces(0, rounding).times(unit);
  }
  power(exponent: number): ApexDecimal {
    const Precise = Library.clone({
      precision: Math.min(1e6, this.precision() * Math.max(1, exponent) + 10),
      toExpNeg: -1e9,
      toExpPos: 1e9,
    });
    return new ApexDecimal(new Precise(this.#value).pow(exponent), this.scale * exponent);
  }
  /** Without the zeros at the end: `100` becomes `1E+2`, as in Java. */
  stripTrailingZeros(): ApexDecimal {
    if (this.#value.isZero()) {
      return ApexDecimal.ZERO;
    }
    const places = this.#value.decimalPlaces();
    return new ApexDecimal(
      this.#value,
      places > 0 ? places : places - (/0*$/.exec(this.#value.toFixed(0))?.[0].length ?? 0),
    );
  }
  precision(): number {
    return Math.max(1, this.#unscaled().replace('-', '').length);
  }
  compareTo(other: ApexDecimal): -1 | 0 | 1 {
    return this.#value.comparedTo(other.#value) as -1 | 0 | 1;
  }
  /** Same value, whatever the scale: what `==` means in Apex. */
  equals(other: ApexDecimal): boolean {
    return this.#value.eq(other.#value);
  }
  sign(): -1 | 0 | 1 {
    return this.#value.isZero() ? 0 : this.#value.isNegative() ? -1 : 1;
  }
  toNumber(): number {
    return this.#value.toNumber();
  }
  /** The whole part; what lies behind the point is cut. */
  toBigInt(): bigint {
    return BigInt(this.#value.truncated().toFixed(0));
  }
  isWhole(): boolean {
    return this.#value.isInteger();
  }
  /** Without exponent: `0.0000001`. */
  toPlainString(): string {
    return this.#value.toFixed(Math.max(0, this.scale));
  }
  /** As Java's BigDecimal prints: with an exponent where the number is far from the point. */
  toString(): string {
    const unscaled = this.#unscaled();
    const digits = unscaled.replace('-', '');
    const adjusted = digits.length - 1 - this.scale;
    if (this.scale >= 0 && adjusted >= -6) {
      return this.toPlainString();
    }
    const sign = unscaled.startsWith('-') ? '-' : '';
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${sign}${mantissa}E${adjusted >= 0 ? '+' : ''}${adjusted}`;
  }
  /** Equal for equal values: usable as the key of a map. */
  toKey(): string {
    return this.#value.toFixed();
  }
  #unscaled(): string {
    return this.scale >= 0
      ? this.#value.times(new Exact(10).pow(this.scale)).toFixed(0)
      : this.#value.div(new Exact(10).pow(-this.scale)).toFixed(0);
  }
}

const shifted = (whole: Exact, scale: number): Exact =>
  scale >= 0 ? whole.div(new Exact(10).pow(scale)) : whole.times(new Exact(10).pow(-scale));

/** Whether a cut-off rest moves the last digit away from zero; `half` compares the rest with half a unit. */
function roundsAway(mode: RoundingMode, isNegative: boolean, half: number, isOdd: boolean): boolean | null {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !isNegative;
    case 'FLOOR':
      return isNegative;
    case 'HALF_UP':
      return half >= 0;
    case 'HALF_DOWN':
      return half > 0;
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && isOdd);
    case 'UNNECESSARY':
      return null;
  }
}
