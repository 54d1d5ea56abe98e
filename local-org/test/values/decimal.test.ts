import { expect, test } from 'vitest';
import { ApexDecimal, type RoundingMode } from '../../src/values/decimal.ts';
import { holds, type Random } from './random.ts';

const MODES: readonly RoundingMode[] = ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN'];

/** An unscaled whole number and a scale: what the naive evaluator below counts with. */
interface Naive {
  readonly unscaled: bigint;
  readonly scale: number;
}
function some(random: Random): Naive {
  const digits = Array.from({ length: random.whole(1, 24) }, () => random.whole(0, 9)).join('');
  return { unscaled: BigInt(digits) * (random.whole(0, 1) === 0 ? 1n : -1n), scale: random.whole(0, 12) };
}
function text({ unscaled, scale }: Naive): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`;
}
const decimal = (naive: Naive): ApexDecimal => ApexDecimal.of(text(naive));
const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const at = (naive: Naive, scale: number): bigint => naive.unscaled * power(scale - naive.scale);

/** `numerator / denominator` rounded to a whole number. */
function rounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const whole = numerator / denominator;
  const rest = numerator - whole * denominator;
  if (rest === 0n) {
    return whole;
  }
  const isNegative = rest < 0n !== denominator < 0n;
  const away = whole + (isNegative ? -1n : 1n);
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = denominator < 0n ? -denominator : denominator;
  switch (mode) {
    case 'UP':
      return away;
    case 'DOWN':
    case 'UNNECESSARY':
      return whole;
    case 'CEILING':
      return isNegative ? whole : away;
    case 'FLOOR':
      return isNegative ? away : whole;
    case 'HALF_UP':
      return twice >= size ? away : whole;
    case 'HALF_DOWN':
      return twice > size ? away : whole;
    case 'HALF_EVEN':
      return twice > size || (twice === size && whole % 2n !== 0n) ? away : whole;
  }
}

test('sums, differences and products keep value and scale', () => {
  holds(500, (random) => {
    const [left, right] = [some(random), some(random)];
    const scale = Math.max(left.scale, right.scale);
    expect(decimal(left).plus(decimal(right)).toPlainString()).toBe(
      text({ unscaled: at(left, scale) + at(right, scale), scale }),
    );
    expect(decimal(left).minus(decimal(right)).toPlainString()).toBe(
      text({ unscaled: at(left, scale) - at(right, scale), scale }),
    );
    expect(decimal(left).times(decimal(right)).toPlainString()).toBe(
      text({ unscaled: left.unscaled * right.unscaled, scale: left.scale + right.scale }),
    );
  });
});

test('a scale is set in every mode as whole-number division rounds', () => {
  holds(1000, (random) => {
    const value = some(random);
    const scale = random.whole(0, value.scale);
    const mode = random.pick(MODES);
    expect(decimal(value).withScale(scale, mode)?.toPlainString()).toBe(
      text({ unscaled: rounded(value.unscaled, power(value.scale - scale), mode), scale }),
    );
  });
});

test('division to a scale rounds once', () => {
  holds(1000, (random) => {
    const [left, right] = [some(random), some(random)];
    if (right.unscaled === 0n) {
      return;
    }
    const scale = random.whole(0, 15);
    const mode = random.pick(MODES);
    const expected = rounded(left.unscaled * power(scale + right.scale), right.unscaled * power(left.scale), mode);
    expect(decimal(left).dividedTo(decimal(right), scale, mode)?.toPlainString()).toBe(
      text({ unscaled: expected, scale }),
    );
  });
});

test('what is printed is read again', () => {
  holds(500, (random) => {
    const value = decimal(some(random));
    for (const printed of [value.toString(), value.toPlainString()]) {
      const read = ApexDecimal.of(printed);
      expect(read.equals(value)).toBe(true);
      expect(read.scale).toBe(value.scale);
    }
  });
});

test('a power is repeated multiplication', () => {
  holds(200, (random) => {
    const value = decimal(some(random));
    const exponent = random.whole(0, 8);
    let product = ApexDecimal.of(1);
    for (let count = 0; count < exponent; count++) {
      product = product.times(value);
    }
    expect(value.power(exponent).toPlainString()).toBe(product.toPlainString());
  });
});
