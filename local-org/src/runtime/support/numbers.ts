/** Arithmetic and conversions of numbers as emitted code calls them. Null in, null out for conversions only. */
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexDouble } from '../../values/value.ts';
import type { ApexValue } from '../runtime.ts';
import type { Transaction } from '../transaction.ts';
import type { Support } from './support.ts';

type Numeric = number | bigint | ApexDouble | ApexDecimal;
const DAY = 86_400_000;
const LARGEST_LONG = 2n ** 63n - 1n;

/** The whole part, cut to 64 bits as Java casts: NaN is 0, what is too large the largest. */
function wholeOf(value: Numeric): bigint {
  if (typeof value === 'bigint') {
    return value;
  }
  if (value instanceof ApexDecimal) {
    return value.toBigInt();
  }
  const double = typeof value === 'number' ? value : value.value;
  if (!Number.isFinite(double)) {
    return Number.isNaN(double) ? 0n : double > 0 ? LARGEST_LONG : -LARGEST_LONG - 1n;
  }
  return BigInt(Math.trunc(double));
}

function toDouble(value: Numeric): ApexDouble {
  return value instanceof ApexDouble
    ? value
    : new ApexDouble(value instanceof ApexDecimal ? value.toNumber() : Number(value));
}
function toDecimal(value: Numeric): ApexDecimal {
  return value instanceof ApexDecimal ? value : ApexDecimal.of(value instanceof ApexDouble ? value.value : value);
}
function toInteger(value: Numeric): number {
  return typeof value === 'number' ? value : Number(BigInt.asIntN(32, wholeOf(value)));
}

const orNull =
  <T>(convert: (value: Numeric) => T) =>
  (value: Numeric | null): T | null =>
    value === null ? null : convert(value);

export const numberSupport = (current: () => Transaction): Support => {
  const divideByZero = (): never => current().fail('System.MathException', 'Divide by 0');
  return {
    $integer: orNull(toInteger),
    $long: orNull((value) => BigInt.asIntN(64, wholeOf(value))),
    $double: orNull(toDouble),
    $decimal: orNull(toDecimal),
    $multiply: Math.imul,
    $divide: (left: number, right: number): number => (right === 0 ? divideByZero() : (left / right) | 0),
    $divideLong: (left: bigint, right: bigint): bigint =>
      right === 0n ? divideByZero() : BigInt.asIntN(64, left / right),
    $shiftLong: (left: bigint, right: bigint, operator: string): bigint => {
      const count = right & 63n;
      return BigInt.asIntN(
        64,
        operator === '<<' ? left << count : operator === '>>' ? left >> count : BigInt.asUintN(64, left) >> count,
      );
    },
    $plusDouble: (left: ApexDouble, right: ApexDouble): ApexDouble => new ApexDouble(left.value + right.value),
    $minusDouble: (left: ApexDouble, right: ApexDouble): ApexDouble => new ApexDouble(left.value - right.value),
    $timesDouble: (left: ApexDouble, right: ApexDouble): ApexDouble => new ApexDouble(left.value * right.value),
    $overDouble: (left: ApexDouble, right: ApexDouble): ApexDouble =>
      right.value === 0 ? divideByZero() : new ApexDouble(left.value / right.value),
    $overDecimal: (left: ApexDecimal, right: ApexDecimal): ApexDecimal => left.dividedBy(right) ?? divideByZero(),
    $negated: (value: ApexDouble | ApexDecimal | null): ApexValue =>
      value === null
        ? current().nullPointer()
        : value instanceof ApexDouble
          ? new ApexDouble(-value.value)
          : value.negated(),
    /** `++` and `--` of doubles and decimals. */
    $stepped: (value: ApexDouble | ApexDecimal | null, by: number): ApexValue =>
      value === null
        ? current().nullPointer()
        : value instanceof ApexDouble
          ? new ApexDouble(value.value + by)
          : value.plus(ApexDecimal.of(by)),
    /** A date or datetime plus days, a time plus milliseconds. */
    $moved: (value: ApexDate | ApexDatetime | ApexTime | null, by: Numeric | null, sign: 1 | -1): ApexValue => {
      if (value === null || by === null) {
        return current().nullPointer();
      }
      const amount = toDouble(by).value * sign;
      if (value instanceof ApexDate) {
        return new ApexDate(value.day + amount);
      }
      return value instanceof ApexDatetime
        ? new ApexDatetime(Math.round(value.instant + amount * DAY))
        : new ApexTime(value.milliseconds + amount);
    },
    $datetime: (value: ApexDate | ApexDatetime | null): ApexDatetime | null =>
      value instanceof ApexDate ? new ApexDatetime(value.day * DAY) : value,
    $date: (value: ApexDatetime | ApexDate | null): ApexDate | null =>
      value instanceof ApexDatetime ? new ApexDate(Math.floor(value.instant / DAY)) : value,
  };
};
