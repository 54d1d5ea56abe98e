/** Operators: which operands they take and what they give. Every rule was asked of the platform's own compiler. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import { nameOf } from '../bind/signatures.ts';
import {
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  OBJECT,
  STRING,
  TIME,
  UNKNOWN,
} from '../bind/typePool.ts';
import { checkStorable } from './assignments.ts';
import type { Body } from './body.ts';
import { isNumeric } from './conversions.ts';
import { expressionType } from './expressions.ts';

type BinaryNode = Extract<Expression, { kind: 'Binary' }>;

const isInteger = (type: ApexType): boolean => type === INTEGER || type === LONG;
const RANK: readonly ApexType[] = [INTEGER, LONG, DOUBLE, DECIMAL];

/** The type two numbers are computed in. */
export function promoted(left: ApexType, right: ApexType): ApexType {
  return RANK[Math.max(RANK.indexOf(left), RANK.indexOf(right))] ?? UNKNOWN;
}

export function binaryType(body: Body, node: BinaryNode): ApexType {
  const left = operand(body, node.left);
  const right = operand(body, node.right);
  if (left.kind === 'unknown' || right.kind === 'unknown') {
    return body.set(node, resultWithUnknown(node.operator, left, right));
  }
  switch (node.operator) {
    case '&&':
    case '||':
      if (left !== BOOLEAN || right !== BOOLEAN) {
        body.report(node.at, 'LOGICAL_TYPE', 'Boolean');
      }
      return body.set(node, BOOLEAN);
    case '==':
    case '!=':
    case '<>':
    case '===':
    case '!==':
      return equality(body, node, left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return inequality(body, node, left, right);
    default:
      return body.set(node, arithmetic(body, node.operator, node, left, right), null, operandType(left, right));
  }
}

/** A query in an expression is its list. */
function operand(body: Body, node: Expression): ApexType {
  const type = expressionType(body, node);
  if (type.kind === 'query') {
    body.convert(node, body.world.pool.list(type.element));
    return body.world.pool.list(type.element);
  }
  return type;
}

function resultWithUnknown(operator: BinaryNode['operator'], left: ApexType, right: ApexType): ApexType {
  if (/^(?:&&|\|\||[=!]==?|<>|[<>]=?)$/.test(operator)) {
    return BOOLEAN;
  }
  return operator === '+' && (left === STRING || right === STRING) ? STRING : UNKNOWN;
}

function operandType(left: ApexType, right: ApexType): ApexType | null {
  return isNumeric(left) && isNumeric(right) ? promoted(left, right) : null;
}

/** The type of an arithmetic, bit or text operation; also of the compound assignments. */
export function arithmetic(body: Body, operator: string, node: Expression, left: ApexType, right: ApexType): ApexType {
  if (left.kind === 'void' || right.kind === 'void') {
    return body.fail(node.at, 'VOID_ARITHMETIC');
  }
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
      return sum(body, operator, node, left, right);
    case '<<':
    case '>>':
    case '>>>':
      return isInteger(left) && isInteger(right) ? left : body.fail(node.at, 'SHIFT_ARGUMENTS', operator);
    default:
      if (left === BOOLEAN && right === BOOLEAN) {
        return BOOLEAN;
      }
      return isInteger(left) && isInteger(right)
        ? promoted(left, right)
        : body.fail(node.at, 'BITWISE_ARGUMENTS', operator);
  }
}

function sum(body: Body, operator: string, node: Expression, left: ApexType, right: ApexType): ApexType {
  if (operator === '+' && (left === STRING || right === STRING)) {
    return STRING;
  }
  if (isNumeric(left) && isNumeric(right)) {
    return promoted(left, right);
  }
  if (operator === '+' || operator === '-') {
    if (left === DATE) {
      return isInteger(right) ? DATE : body.fail(node.at, 'DATE_OPERAND');
    }
    if (left === DATETIME) {
      return isNumeric(right) ? DATETIME : body.fail(node.at, 'DATETIME_OPERAND');
    }
    if (left === TIME) {
      return isInteger(right) ? TIME : body.fail(node.at, 'TIME_OPERAND');
    }
  }
  return body.fail(node.at, 'NUMERIC_ARGUMENTS');
}

function equality(body: Body, node: BinaryNode, left: ApexType, right: ApexType): ApexType {
  const isIdentity = node.operator === '===' || node.operator === '!==';
  const isValue = (type: ApexType): boolean => type.kind === 'primitive' && type !== OBJECT;
  if (isIdentity && isValue(left) && isValue(right)) {
    body.report(node.at, 'IDENTITY_TYPE', nameOf(right));
  } else if (isIdentity && (left.kind === 'null' || right.kind === 'null')) {
    body.report(node.at, 'COMPARISON_TYPES', nameOf(left), nameOf(right));
  } else if (!isComparable(body, left, right)) {
    body.report(node.at, 'COMPARISON_TYPES', nameOf(left), nameOf(right));
  }
  return body.set(node, BOOLEAN, null, comparisonType(left, right));
}

function isComparable(body: Body, left: ApexType, right: ApexType): boolean {
  const { conversions } = body;
  return (
    left.kind !== 'void' &&
    right.kind !== 'void' &&
    (conversions.isAssignable(left, right) || conversions.isAssignable(right, left))
  );
}

/** What both operands of a comparison become. */
function comparisonType(left: ApexType, right: ApexType): ApexType | null {
  if (isNumeric(left) && isNumeric(right)) {
    return promoted(left, right);
  }
  if (left === right) {
    return left;
  }
  const isEither = (one: ApexType, other: ApexType): boolean =>
    (left === one && right === other) || (left === other && right === one);
  if (isEither(ID, STRING)) {
    return ID;
  }
  return isEither(DATE, DATETIME) ? DATETIME : null;
}

const ORDERED: ReadonlySet<ApexType> = new Set([INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME]);

function inequality(body: Body, node: BinaryNode, left: ApexType, right: ApexType): ApexType {
  if (left.kind === 'null' || right.kind === 'null' || !isComparable(body, left, right)) {
    body.report(node.at, 'COMPARISON_TYPES', nameOf(left), nameOf(right));
  } else if (!ORDERED.has(left)) {
    body.report(node.at, 'INEQUALITY_TYPE', nameOf(left));
  } else if (!ORDERED.has(right)) {
    body.report(node.at, 'INEQUALITY_TYPE', nameOf(right));
  }
  return body.set(node, BOOLEAN, null, comparisonType(left, right));
}

export function unaryType(body: Body, node: Extract<Expression, { kind: 'Unary' }>): ApexType {
  const type = expressionType(body, node.operand);
  if (type.kind === 'unknown') {
    return body.set(node, node.operator === '!' ? BOOLEAN : UNKNOWN);
  }
  switch (node.operator) {
    case '!':
      if (type !== BOOLEAN) {
        body.report(node.at, 'NOT_OPERAND', '!');
      }
      return body.set(node, BOOLEAN);
    case '~':
      return body.set(node, isInteger(type) ? type : body.fail(node.at, 'COMPLEMENT_OPERAND', nameOf(type)));
    case '+':
      // The compiler lets every type have a plus sign.
      return body.set(node, type);
    default:
      return body.set(node, isNumeric(type) ? type : body.fail(node.at, 'NEGATE_OPERAND'));
  }
}

export function stepType(body: Body, node: Extract<Expression, { kind: 'Step' }>): ApexType {
  const type = expressionType(body, node.operand);
  if (type.kind !== 'unknown' && !isNumeric(type)) {
    const code = !node.isPrefix ? 'POSTFIX_OPERAND' : node.operator === '++' ? 'PREFIX_INCREMENT' : 'PREFIX_DECREMENT';
    return body.set(node, body.fail(node.at, code, nameOf(type)));
  }
  checkStorable(body, node.operand);
  return body.set(node, type);
}

export function ternaryType(body: Body, node: Extract<Expression, { kind: 'Ternary' }>): ApexType {
  const condition = expressionType(body, node.condition);
  if (condition !== BOOLEAN && condition.kind !== 'unknown') {
    body.report(node.condition.at, 'CONDITION_TYPE', nameOf(condition));
  }
  const then = expressionType(body, node.then);
  const otherwise = expressionType(body, node.otherwise);
  const type = commonOfQueries(body, then, otherwise);
  if (type === null) {
    return body.set(node, body.fail(node.at, 'TERNARY_TYPES', nameOf(otherwise), nameOf(then)));
  }
  body.convert(node.then, type);
  body.convert(node.otherwise, type);
  return body.set(node, type);
}

export function coalesceType(body: Body, node: Extract<Expression, { kind: 'Coalesce' }>): ApexType {
  const left = expressionType(body, node.left);
  const right = expressionType(body, node.right);
  const type = commonOfQueries(body, left, right);
  if (type === null) {
    return body.set(node, body.fail(node.at, 'COALESCE_TYPES', nameOf(left), nameOf(right)));
  }
  body.convert(node.left, type);
  body.convert(node.right, type);
  return body.set(node, type);
}

/** A query beside a row is asked for one row, else for its list. */
function commonOfQueries(body: Body, one: ApexType, other: ApexType): ApexType | null {
  const settle = (type: ApexType, beside: ApexType): ApexType =>
    type.kind !== 'query' ? type : beside.kind === 'sobject' ? type.element : body.world.pool.list(type.element);
  return common(body, settle(one, other), settle(other, one));
}

/** The type that takes both; null when neither fits the other. */
function common(body: Body, one: ApexType, other: ApexType): ApexType | null {
  if (one.kind === 'unknown' || other.kind === 'unknown') {
    return one.kind === 'unknown' ? other : one;
  }
  if (one.kind === 'void' || other.kind === 'void') {
    return null;
  }
  if (one.kind === 'null' || other.kind === 'null') {
    return one.kind === 'null' ? other : one;
  }
  if (isNumeric(one) && isNumeric(other)) {
    return promoted(one, other);
  }
  if (body.conversions.isArgument(other, one)) {
    return one;
  }
  return body.conversions.isArgument(one, other) ? other : null;
}
