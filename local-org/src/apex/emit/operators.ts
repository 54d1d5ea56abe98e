/**
 * Unary and binary operators. Integers wrap at 32 bits and longs at 64; arithmetic on null is a null pointer, but
 * comparing null by order is false; `==` of texts ignores case.
 */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { convert } from './conversions.ts';
import { emit } from './expressions.ts';
import { isNonNull } from './nonNull.ts';
import { isNumeric, isPlainText, isPrimitive } from './typeFacts.ts';

type BinaryNode = Extract<Expression, { kind: 'Binary' }>;

/** A value and what is known about it. */
export interface Operand {
  readonly text: string;
  readonly type: ApexType;
  readonly isNonNull: boolean;
}

export function operand(body: BodyEmitter, expression: Expression): Operand {
  return {
    text: emit(body, expression),
    type: body.typeOf(expression),
    isNonNull: isNonNull(body.shared.program, body.nonNull, expression),
  };
}

/** The text of a value that must not be null. */
export function required(value: Operand): string {
  return value.isNonNull ? value.text : `(${value.text} ?? $null())`;
}

/** As a number of type `to`, not null. */
function number(value: Operand, to: ApexType): string {
  if (value.type.kind === 'null') {
    return '$null()';
  }
  const text =
    value.type.kind === 'primitive' && value.type.name !== to.name
      ? convert(required(value), value.type, to)
      : value.text;
  return value.isNonNull || text !== value.text
    ? text
    : to.name === 'Integer' || to.name === 'Long'
      ? required(value)
      : text;
}

export function condition(body: BodyEmitter, expression: Expression): string {
  return required(operand(body, expression));
}

export function emitBinary(body: BodyEmitter, node: BinaryNode): string {
  const info = body.shared.facts.info(node);
  switch (node.operator) {
    case '&&':
    case '||':
      return `(${condition(body, node.left)} ${node.operator} ${condition(body, node.right)})`;
    case '==':
      return equality(body, node, info.operandType);
    case '!=':
    case '<>':
      return `!${equality(body, node, info.operandType)}`;
    case '===':
      return `$same(${emit(body, node.left)}, ${emit(body, node.right)})`;
    case '!==':
      return `!$same(${emit(body, node.left)}, ${emit(body, node.right)})`;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return order(body, node, info.operandType);
    default:
      return (
        arithmetic(node.operator, operand(body, node.left), operand(body, node.right), info.type, info.operandType) ??
        body.refusal(node.at)
      );
  }
}

/** `left operator right` of a result type; null when the operator does not exist for the types. */
export function arithmetic(
  operator: string,
  left: Operand,
  right: Operand,
  type: ApexType,
  operandType: ApexType | null,
): string | null {
  if (isPrimitive(type, 'String')) {
    return `(${concatenated(left)} + ${concatenated(right)})`;
  }
  if (isPrimitive(type, 'Boolean')) {
    return `!!(${required(left)} ${operator} ${required(right)})`;
  }
  if (!isNumeric(type)) {
    const sign = operator === '-' ? '-1' : '1';
    return type.kind === 'primitive' && ['Date', 'Datetime', 'Time'].includes(type.name)
      ? `$moved(${left.text}, ${right.text}, ${sign})`
      : null;
  }
  const isShift = operator === '<<' || operator === '>>' || operator === '>>>';
  const to = isShift ? type : (operandType ?? type);
  const one = number(left, to);
  const other = number(right, isShift && !isPrimitive(type, 'Long') ? right.type : to);
  switch (to.name) {
    case 'Integer':
      return integerArithmetic(operator, one, isShift ? `$integer(${other})` : other);
    case 'Long':
      return longArithmetic(operator, one, other);
    default:
      return bigArithmetic(operator, one, other, to.name);
  }
}

function integerArithmetic(operator: string, one: string, other: string): string | null {
  switch (operator) {
    case '+':
    case '-':
    case '&':
    case '|':
    case '^':
    case '<<':
    case '>>':
      return `((${one} ${operator} ${other}) | 0)`;
    case '>>>':
      return `((${one} >>> ${other}) | 0)`;
    case '*':
      return `$multiply(${one}, ${other})`;
    case '/':
      return `$divide(${one}, ${other})`;
    default:
      return null;
  }
}

function longArithmetic(operator: string, one: string, other: string): string | null {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '&':
    case '|':
    case '^':
      return `BigInt.asIntN(64, ${one} ${operator} ${other})`;
    case '/':
      return `$divideLong(${one}, ${other})`;
    case '<<':
    case '>>':
    case '>>>':
      return `$shiftLong(${one}, ${other}, '${operator}')`;
    default:
      return null;
  }
}

const NAMES: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'over' };

/** Doubles and decimals are objects; a null one fails by itself. */
function bigArithmetic(operator: string, one: string, other: string, type: string): string | null {
  const name = NAMES[operator];
  if (name === undefined) {
    return null;
  }
  return type === 'Decimal' && name !== 'over' ? `${one}.${name}(${other})` : `$${name}${type}(${one}, ${other})`;
}

/** As part of a text: null prints as `null`. */
function concatenated(value: Operand): string {
  if (value.type.kind === 'null') {
    return "'null'";
  }
  if (isPrimitive(value.type, 'String') || isPrimitive(value.type, 'Id')) {
    return value.isNonNull ? value.text : `(${value.text} ?? 'null')`;
  }
  return isPlainText(value.type) ? `String(${value.text})` : `$r.text(${value.text})`;
}

const REFERENCES: ReadonlySet<ApexType['kind']> = new Set([
  'list',
  'set',
  'map',
  'sobject',
  'user',
  'platform',
  'unknown',
  'query',
]);

function equality(body: BodyEmitter, node: BinaryNode, operandType: ApexType | null): string {
  const left = operand(body, node.left);
  const right = operand(body, node.right);
  if (left.type.kind === 'null' || right.type.kind === 'null') {
    return `(${left.text} === ${right.text})`;
  }
  const type = operandType ?? left.type;
  const [one, other] =
    operandType !== null && isNumeric(operandType)
      ? [convert(left.text, left.type, type), convert(right.text, right.type, type)]
      : [left.text, right.text];
  if (REFERENCES.has(type.kind) || operandType === null) {
    return `$r.equals(${one}, ${other})`;
  }
  switch (type.name) {
    case 'Integer':
    case 'Long':
    case 'Boolean':
      return `(${one} === ${other})`;
    case 'String':
      return `$sameText(${one}, ${other})`;
    case 'Id':
      return `$sameId(${one}, ${other})`;
    default:
      return `$sameValue(${convert(one, left.type, type)}, ${convert(other, right.type, type)})`;
  }
}

function order(body: BodyEmitter, node: BinaryNode, operandType: ApexType | null): string {
  const left = operand(body, node.left);
  const right = operand(body, node.right);
  const type = operandType ?? (left.type.kind === 'null' ? right.type : left.type);
  const [one, other] = isNumeric(type)
    ? [convert(left.text, left.type, type), convert(right.text, right.type, type)]
    : [left.text, right.text];
  if (isPrimitive(type, 'Integer') || isPrimitive(type, 'Long')) {
    const plain = (text: string, value: Operand): string => (value.isNonNull ? text : `(${text} ?? NaN)`);
    return `(${plain(one, left)} ${node.operator} ${plain(other, right)})`;
  }
  const isText = isPrimitive(type, 'String') || isPrimitive(type, 'Id');
  return `(${isText ? '$orderText' : '$order'}(${one}, ${other}) ${node.operator} 0)`;
}

export function emitUnary(body: BodyEmitter, node: Extract<Expression, { kind: 'Unary' }>): string {
  const value = operand(body, node.operand);
  const { name } = value.type;
  switch (node.operator) {
    case '!':
      return `!${required(value)}`;
    case '~':
      return name === 'Long' ? `BigInt.asIntN(64, ~${required(value)})` : `(~${required(value)})`;
    case '+':
      return required(value);
    case '-':
      return name === 'Integer'
        ? `((-${required(value)}) | 0)`
        : name === 'Long'
          ? `BigInt.asIntN(64, -${required(value)})`
          : `$negated(${value.text})`;
  }
}
