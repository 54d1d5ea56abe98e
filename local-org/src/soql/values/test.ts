/**
 * Tests of one value against the right side of a comparison. Two-valued: a comparison with null is false, `!=` and
 * NOT IN hold for null values, IN and NOT IN see a null in their list. Made once per run, called once per row.
 */
import { ApexList, ApexSet } from '../../runtime/collections.ts';
import type { ApexValue } from '../../runtime/runtime.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import type { Value } from '../../values/value.ts';
import type { Comparison, Literal } from '../ast.ts';
import type { Execution } from '../execution.ts';
import { SoqlFault } from '../faults.ts';
import { likeTest } from './like.ts';
import { boundOperand, checkLiteral, operandOf, type Operand, type Target } from './operand.ts';
import { compareNumbers, compareValues, keyOfValue, ordinalOf, type NonNull } from './order.ts';

export type ValueTest = (value: Value) => boolean;

/** Below, at or above: negative, zero or positive. */
type Order = (value: NonNull) => number;

function orderAgainst(target: Target, operand: Exclude<Operand, { readonly kind: 'null' }>): Order {
  if (operand.kind === 'range') {
    const { start, end } = operand;
    return (value) => {
      const at = ordinalOf(value);
      return at < start ? -1 : at >= end ? 1 : 0;
    };
  }
  const { value: wanted } = operand;
  switch (target.kind) {
    case 'number': {
      const number = wanted instanceof ApexDecimal ? wanted.toNumber() : Number(wanted);
      const isSmall = Number.isInteger(number) && Math.abs(number) < 1e15;
      return (value) => (typeof value === 'number' && isSmall ? value - number : compareNumbers(value, wanted));
    }
    case 'date':
    case 'datetime':
    case 'time': {
      const at = ordinalOf(wanted);
      return (value) => ordinalOf(value) - at;
    }
    case 'text':
    case 'multi':
      return target.field.isCaseSensitive ? (value) => compareValues('id', value, wanted) : foldedOrder(String(wanted));
    default:
      return (value) => compareValues(target.kind, value, wanted);
  }
}

function foldedOrder(wanted: string): Order {
  const folded = wanted.toLowerCase();
  return (value) => {
    const text = String(value).toLowerCase();
    return text < folded ? -1 : text > folded ? 1 : 0;
  };
}

/** Equality of text without folding where lengths differ, which plain ASCII allows. */
function equalsTest(target: Target, operand: Exclude<Operand, { readonly kind: 'null' }>): (value: NonNull) => boolean {
  if (operand.kind === 'value' && typeof operand.value === 'string') {
    const wanted = operand.value;
    if (target.kind === 'id' || target.field.isCaseSensitive) {
      return (value) => value === wanted;
    }
    if (/^[\x20-\x7e]*$/.test(wanted)) {
      const folded = wanted.toLowerCase();
      return (value) => typeof value === 'string' && value.length === folded.length && value.toLowerCase() === folded;
    }
  }
  const order = orderAgainst(target, operand);
  return (value) => order(value) === 0;
}

function singleTest(target: Target, operator: '=' | '!=' | '<' | '<=' | '>' | '>=', operand: Operand): ValueTest {
  if (operand.kind === 'null') {
    return operator === '='
      ? (value) => value === null || value === ''
      : operator === '!='
        ? (value) => value !== null && value !== ''
        : () => false;
  }
  if (operator === '=' || operator === '!=') {
    const equals = equalsTest(target, operand);
    return operator === '=' ? (value) => value !== null && equals(value) : (value) => value === null || !equals(value);
  }
  const order = orderAgainst(target, operand);
  switch (operator) {
    case '<':
      return (value) => value !== null && order(value) < 0;
    case '<=':
      return (value) => value !== null && order(value) <= 0;
    case '>':
      return (value) => value !== null && order(value) > 0;
    case '>=':
      return (value) => value !== null && order(value) >= 0;
  }
}

/** Membership; date ranges are tried one by one, everything else by key. */
function memberTest(target: Target, operands: readonly Operand[]): ValueTest {
  const hasNull = operands.some((operand) => operand.kind === 'null');
  const ranges = operands.flatMap((operand) => (operand.kind === 'range' ? [orderAgainst(target, operand)] : []));
  const kind = target.kind === 'text' && target.field.isCaseSensitive ? 'id' : target.kind;
  const keys = new Set(
    operands.flatMap((operand) => (operand.kind === 'value' ? [keyOfValue(kind, operand.value)] : [])),
  );
  return (value) =>
    value === null || value === ''
      ? hasNull
      : keys.has(keyOfValue(kind, value)) || ranges.some((order) => order(value) === 0);
}

const partsOf = (text: string): readonly string[] => text.split(';').map((part) => part.trim().toLowerCase());

function includesTest(operands: readonly Operand[]): ValueTest {
  const wanted = operands.flatMap((operand) => (operand.kind === 'value' ? [partsOf(String(operand.value))] : []));
  return (value) => {
    const chosen = new Set(typeof value === 'string' ? partsOf(value) : []);
    return wanted.some((parts) => parts.every((part) => chosen.has(part)));
  };
}

/** The values of a bound list or set; a single value is a list of one. */
export function boundItems(value: ApexValue): readonly ApexValue[] {
  if (value instanceof ApexList) {
    return value.items;
  }
  return value instanceof ApexSet ? [...value.values()] : [value];
}

/** All operands of the right side, binds of collections spread. */
export function operandsOf(
  execution: Execution,
  target: Target,
  right: Literal | readonly Literal[],
): readonly Operand[] {
  const literals: readonly Literal[] = Array.isArray(right) ? right : [right as Literal];
  return literals.flatMap((literal) =>
    literal.kind === 'bind'
      ? boundItems(execution.bind(literal.text)).map((item) => boundOperand(execution, target, item))
      : [operandOf(execution, target, literal)],
  );
}

/** Checks what can be checked without running. */
export function checkComparison(target: Target, operator: Comparison, right: Literal | readonly Literal[]): void {
  const isList = operator === 'INCLUDES' || operator === 'EXCLUDES';
  if (isList !== (target.kind === 'multi') && isList) {
    throw new SoqlFault('MULTI_OPERATOR', target.at, target.name);
  }
  const isOrdered = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  if (
    (operator === 'LIKE' && target.kind !== 'text') ||
    (isOrdered && (target.kind === 'boolean' || target.kind === 'multi'))
  ) {
    throw new SoqlFault('OPERATOR', target.at, target.kind === 'id' ? 'id' : target.field.type);
  }
  const literals: readonly Literal[] = Array.isArray(right) ? right : [right as Literal];
  literals.forEach((literal) => checkLiteral(target, literal));
}

/** Backslashes before wildcards mean something to LIKE alone. */
const unescaped = (literal: Literal): Literal =>
  literal.kind === 'string' && literal.value.includes('\\')
    ? { kind: 'string', value: literal.value.replace(/\\([%_])/g, '$1') }
    : literal;

/** `= :ids` and `!= :ids` with a list or set mean IN and NOT IN. */
function isCollection(execution: Execution, right: Literal | readonly Literal[]): boolean {
  if (Array.isArray(right) || (right as Literal).kind !== 'bind') {
    return false;
  }
  const value = execution.bind((right as Extract<Literal, { readonly kind: 'bind' }>).text);
  return value instanceof ApexList || value instanceof ApexSet;
}

export function makeTest(
  execution: Execution,
  target: Target,
  operator: Comparison,
  right: Literal | readonly Literal[],
): ValueTest {
  if (operator === 'LIKE') {
    const patterns = operandsOf(execution, target, right).flatMap((operand) =>
      operand.kind === 'value' ? [likeTest(String(operand.value))] : [],
    );
    return (value) => typeof value === 'string' && patterns.some((matches) => matches(value));
  }
  if ((operator === '=' || operator === '!=') && isCollection(execution, right)) {
    return makeTest(execution, target, operator === '=' ? 'IN' : 'NOT IN', right);
  }
  const plain = Array.isArray(right) ? (right as readonly Literal[]).map(unescaped) : unescaped(right as Literal);
  switch (operator) {
    case 'IN':
      return memberTest(target, operandsOf(execution, target, plain));
    case 'NOT IN': {
      const isMember = memberTest(target, operandsOf(execution, target, plain));
      return (value) => !isMember(value);
    }
    case 'INCLUDES':
      return includesTest(operandsOf(execution, target, plain));
    case 'EXCLUDES': {
      const includes = includesTest(operandsOf(execution, target, plain));
      return (value) => !includes(value);
    }
    case '=':
    case '!=':
      return equalityTest(execution, target, operator, plain as Literal);
    default:
      return singleTest(target, operator, operandOf(execution, target, plain as Literal));
  }
}

/** `Id = :ids` means `Id IN :ids` when the variable is a list or a set, and `!=` means `NOT IN`. */
function equalityTest(execution: Execution, target: Target, operator: '=' | '!=', right: Literal): ValueTest {
  const bound = right.kind === 'bind' ? execution.bind(right.text) : null;
  return bound instanceof ApexList || bound instanceof ApexSet
    ? makeTest(execution, target, operator === '=' ? 'IN' : 'NOT IN', right)
    : singleTest(target, operator, operandOf(execution, target, right));
}
