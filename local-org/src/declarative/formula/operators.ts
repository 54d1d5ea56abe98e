/**
 * Operators. A blank number, date or truth in a comparison makes it unknown, and unknown counts as false where a
 * condition decides; blank text is the empty text. A product, quotient or sum with a blank number is blank.
 */
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { FormulaNumber, integerOf, rounded, ZERO } from './number.ts';
import { FormulaFault, FormulaProblem } from './problem.ts';
import type { Operator } from './tree.ts';
import {
  asNumber,
  asText,
  expectKind,
  isBlank,
  isTrue,
  nameOf,
  order,
  typed,
  type Code,
  type FormulaValue,
  type Kind,
  type Typed,
} from './typed.ts';

const DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
const owner = (operator: string): string => `operator '${operator}'`;
const COMPARED: readonly Kind[] = ['number', 'text', 'date', 'datetime', 'time'];

export function binary(operator: Operator, left: Typed, right: Typed, at: number): Typed {
  switch (operator) {
    case '&&':
    case '||':
      return logical(operator, left, right, at);
    case '=':
    case '<>':
      return equality(operator, left, right, at);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return comparison(operator, left, right, at);
    case '&':
      expectKind(left, ['text'], owner('&'));
      expectKind(right, ['text'], owner('&'));
      return typed('text', at, (frame) => asText(left.run(frame)) + asText(right.run(frame)));
    case '+':
    case '-':
      return sum(operator, left, right, at);
    default:
      expectKind(left, ['number'], owner(operator));
      expectKind(right, ['number'], owner(operator));
      return typed('number', at, arithmetic(left.run, right.run, ARITHMETIC[operator]));
  }
}

export function unary(operator: '+' | '-' | '!', operand: Typed, at: number): Typed {
  if (operator === '!') {
    expectKind(operand, ['boolean'], owner('NOT'));
    return typed('boolean', at, (frame) => {
      const value = operand.run(frame);
      return value === null ? null : !isTrue(value);
    });
  }
  expectKind(operand, ['number'], owner(operator));
  return operator === '+' ? operand : typed('number', at, (frame) => asNumber(operand.run(frame))?.negated() ?? null);
}

function logical(operator: '&&' | '||', left: Typed, right: Typed, at: number): Typed {
  expectKind(left, ['boolean'], owner(operator));
  expectKind(right, ['boolean'], owner(operator));
  return typed(
    'boolean',
    at,
    operator === '&&'
      ? (frame) => isTrue(left.run(frame)) && isTrue(right.run(frame))
      : (frame) => isTrue(left.run(frame)) || isTrue(right.run(frame)),
  );
}

function equality(operator: '=' | '<>', left: Typed, right: Typed, at: number): Typed {
  for (const side of [left, right]) {
    expectKind(side, ['number', 'text', 'date', 'datetime', 'time', 'boolean'], owner(operator));
  }
  sameKind(operator, left, right);
  const isNegated = operator === '<>';
  const isText = left.kind === 'text' || right.kind === 'text';
  return typed('boolean', at, (frame) => {
    const one = left.run(frame);
    const other = right.run(frame);
    if (isText) {
      return (asText(one) === asText(other)) !== isNegated;
    }
    return one === null || other === null ? null : (order(one, other) === 0) !== isNegated;
  });
}

function sameKind(operator: string, left: Typed, right: Typed): void {
  if (left.kind !== right.kind && left.kind !== 'null' && right.kind !== 'null') {
    throw new FormulaProblem(
      `Incorrect parameter type for ${owner(operator)}. Expected ${nameOf(left.kind)}, received ${nameOf(right.kind)}`,
      right.at,
    );
  }
}

const ORDERED: Readonly<Record<'<' | '>' | '<=' | '>=', (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '>': (difference) => difference > 0,
  '<=': (difference) => difference <= 0,
  '>=': (difference) => difference >= 0,
};

function comparison(operator: '<' | '>' | '<=' | '>=', left: Typed, right: Typed, at: number): Typed {
  expectKind(left, COMPARED, owner(operator));
  expectKind(right, COMPARED, owner(operator));
  sameKind(operator, left, right);
  const isWanted = ORDERED[operator];
  // With a blank text nothing is smaller or larger, and that is known; with another blank it is unknown.
  const withBlank = left.kind === 'text' || right.kind === 'text' ? false : null;
  return typed('boolean', at, (frame) => {
    const one = left.run(frame);
    const other = right.run(frame);
    return isBlank(one) || isBlank(other) ? withBlank : isWanted(order(one, other));
  });
}

type Arithmetic = (left: FormulaNumber, right: FormulaNumber) => FormulaNumber;
const ARITHMETIC: Readonly<Record<'*' | '/' | '^', Arithmetic>> = {
  '*': (left, right) => left.times(right),
  '/': (left, right) => {
    if (right.isZero()) {
      throw new FormulaFault('Division by zero');
    }
    return left.div(right);
  },
  '^': power,
};

/** Results beyond 64 digits are out of range. */
const POWER_DIGITS = 64;
/** Results smaller than this many places are zero. */
const SMALLEST_DIGITS = 39;

function power(base: FormulaNumber, exponent: FormulaNumber): FormulaNumber {
  if (!base.isZero() && base.abs().log(10).times(exponent).greaterThan(POWER_DIGITS)) {
    throw new FormulaFault('Out of range argument to POWER() function');
  }
  if (!base.isZero() && base.abs().log(10).times(exponent).lessThan(-SMALLEST_DIGITS)) {
    return ZERO;
  }
  if (!exponent.isInteger()) {
    // The published engine fails here, databases compute it: which of them answers is not documented.
    throw new FormulaProblem('A power with a broken exponent in a formula', 0, true);
  }
  const result = base.pow(exponent).toSignificantDigits(18);
  if (!result.isFinite()) {
    throw new FormulaFault('Out of range argument to POWER() function');
  }
  return result;
}

export function arithmetic(left: Code, right: Code, compute: Arithmetic): Code {
  return (frame) => {
    const one = asNumber(left(frame));
    const other = asNumber(right(frame));
    return one === null || other === null ? null : compute(one, other);
  };
}

/** `+` and `-`: numbers, text with `+`, and days on dates and datetimes, milliseconds on times. */
function sum(operator: '+' | '-', left: Typed, right: Typed, at: number): Typed {
  const sign = operator === '+' ? 1 : -1;
  const kinds = `${left.kind} ${right.kind}`;
  if (operator === '+' && (left.kind === 'text' || right.kind === 'text')) {
    expectKind(left, ['text'], owner('+'));
    expectKind(right, ['text'], owner('+'));
    return typed('text', at, (frame) => asText(left.run(frame)) + asText(right.run(frame)));
  }
  if ((kinds === 'number date' || kinds === 'number datetime') && operator === '+') {
    return sum('+', right, left, at);
  }
  const kind = SUMS[kinds];
  if (kind === undefined || (left.kind !== 'number' && left.kind === right.kind && operator === '+')) {
    expectKind(left, ['number', 'date', 'datetime', 'time'], owner(operator));
    expectKind(right, ['number', ...(operator === '-' ? ([left.kind] as const) : [])], owner(operator));
    throw new FormulaProblem(
      `Incorrect parameter type for ${owner(operator)}. Expected Number, received ${nameOf(left.kind)}`,
      left.at,
    );
  }
  return typed(kind, at, (frame) => {
    const one = left.run(frame);
    const other = right.run(frame);
    return one === null || other === null ? null : added(one, other, sign);
  });
}

/** What a sum or difference of two kinds is. */
const SUMS: Readonly<Record<string, Kind>> = {
  'number number': 'number',
  'number null': 'number',
  'null number': 'number',
  'null null': 'number',
  'date number': 'date',
  'datetime number': 'datetime',
  'time number': 'time',
  'date null': 'date',
  'datetime null': 'datetime',
  'time null': 'time',
  'date date': 'number',
  'datetime datetime': 'number',
  'time time': 'number',
};

function added(left: FormulaValue, right: FormulaValue, sign: 1 | -1): FormulaValue {
  if (right instanceof FormulaNumber) {
    if (left instanceof ApexDate) {
      return new ApexDate(left.day + Math.trunc(sign * right.toNumber()));
    }
    if (left instanceof ApexDatetime) {
      // Whole seconds, as github.com/salesforce/formula-engine does (FormulaDateUtil).
      return new ApexDatetime(
        left.instant + 1_000 * integerOf(rounded(right.times(sign * SECONDS_PER_DAY), 0, 'halfUp')),
      );
    }
    if (left instanceof ApexTime) {
      return new ApexTime(left.milliseconds + sign * integerOf(right));
    }
    return left instanceof FormulaNumber ? (sign === 1 ? left.plus(right) : left.minus(right)) : null;
  }
  if (left instanceof ApexDate && right instanceof ApexDate) {
    return new FormulaNumber(left.day - right.day);
  }
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) {
    return new FormulaNumber(left.instant - right.instant).div(DAY);
  }
  if (left instanceof ApexTime && right instanceof ApexTime) {
    return new FormulaNumber((left.milliseconds - right.milliseconds + DAY) % DAY);
  }
  return null;
}
