/** Numbers. Rounding names as the platform has them: CEILING and FLOOR go away from and towards zero, MCEILING and MFLOOR up and down. */
import { FormulaNumber, integerOf, rounded, whole, ZERO, type Rounding } from '../number.ts';
import { FormulaFault } from '../problem.ts';
import { asNumber, type FormulaValue } from '../typed.ts';
import { strict, type FormulaFunction, type FunctionTable } from './define.ts';

const MANY = 1_000;
/** Digits of the functions that the platform computes with doubles. */
const DOUBLE_DIGITS = 17;

function numberAt(values: readonly FormulaValue[], index: number): FormulaNumber {
  const value = asNumber(values[index] ?? null);
  if (value === null) {
    throw new Error('A blank number reached a function that takes none');
  }
  return value;
}

const one = (run: (value: FormulaNumber) => FormulaNumber): FormulaFunction =>
  strict({ takes: ['number'], gives: 'number' }, (values) => run(numberAt(values, 0)));
const two = (run: (left: FormulaNumber, right: FormulaNumber) => FormulaNumber): FormulaFunction =>
  strict({ takes: ['number', 'number'], gives: 'number' }, (values) => run(numberAt(values, 0), numberAt(values, 1)));
const roundedWhole = (mode: Rounding): FormulaFunction => one((value) => whole(value, mode));

/** A result that is no number, such as the root of a negative one, shows as an error. */
function finite(value: FormulaNumber, name: string): FormulaNumber {
  if (!value.isFinite()) {
    throw new FormulaFault(`Out of range argument to ${name}() function`);
  }
  return value;
}

const ofDouble = (name: string, compute: (value: number) => number): FormulaFunction =>
  one((value) => {
    const result = compute(value.toNumber());
    return finite(new FormulaNumber(Number.isFinite(result) ? result.toPrecision(DOUBLE_DIGITS) : Number.NaN), name);
  });

function extreme(isBetter: (candidate: FormulaNumber, best: FormulaNumber) => boolean): FormulaFunction {
  return strict({ takes: ['number'], gives: 'number', minimum: 1, maximum: MANY }, (values) =>
    values
      .map((_value, index) => numberAt(values, index))
      .reduce((best, candidate) => (isBetter(candidate, best) ? candidate : best)),
  );
}

/** Beyond these lie infinity and zero, as for a double. */
const LARGEST_EXPONENT = 709;

function exponential(value: FormulaNumber): FormulaNumber {
  if (value.greaterThan(LARGEST_EXPONENT)) {
    throw new FormulaFault('Out of range argument to EXP() function');
  }
  return value.lessThan(-LARGEST_EXPONENT) ? ZERO : value.exp();
}

export const MATH: FunctionTable = {
  ABS: one((value) => value.abs()),
  CEILING: roundedWhole('awayFromZero'),
  FLOOR: roundedWhole('towardZero'),
  MCEILING: roundedWhole('up'),
  MFLOOR: roundedWhole('down'),
  ROUND: two((value, digits) => rounded(value, integerOf(digits), 'halfUp')),
  TRUNC: strict({ takes: ['number', 'number'], gives: 'number', minimum: 1 }, (values) =>
    rounded(numberAt(values, 0), values.length > 1 ? integerOf(numberAt(values, 1)) : 0, 'towardZero'),
  ),
  EXP: one(exponential),
  LN: one((value) => finite(value.ln(), 'LN')),
  LOG: one((value) => finite(value.log(10), 'LOG')),
  SQRT: one((value) => finite(value.sqrt(), 'SQRT')),
  MOD: two((value, divisor) => {
    if (divisor.isZero()) {
      throw new FormulaFault('Division by zero');
    }
    return value.mod(divisor);
  }),
  MAX: extreme((candidate, best) => candidate.greaterThan(best)),
  MIN: extreme((candidate, best) => candidate.lessThan(best)),
  PI: {
    minimum: 0,
    maximum: 0,
    compile: (call) => ({
      kind: 'number',
      at: call.at,
      field: null,
      literal: null,
      run: () => new FormulaNumber(Math.PI),
    }),
  },
  SIN: ofDouble('SIN', Math.sin),
  COS: ofDouble('COS', Math.cos),
  TAN: ofDouble('TAN', Math.tan),
  ASIN: ofDouble('ASIN', Math.asin),
  ACOS: ofDouble('ACOS', Math.acos),
  ATAN: ofDouble('ATAN', Math.atan),
  ATAN2: two((y, x) => new FormulaNumber(Math.atan2(y.toNumber(), x.toNumber()).toPrecision(DOUBLE_DIGITS))),
};
