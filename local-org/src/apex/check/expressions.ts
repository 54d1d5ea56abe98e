/** The static type of every kind of expression; each construct has its own file. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import { nameOf } from '../bind/signatures.ts';
import {
  BOOLEAN,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  NULL,
  OBJECT,
  SOBJECT,
  STRING,
  UNKNOWN,
} from '../bind/typePool.ts';
import { assignmentType } from './assignments.ts';
import type { Body } from './body.ts';
import { callType } from './calls.ts';
import { isEnum } from './conversions.ts';
import { newArrayType, newElementsType, newEntriesType, newFieldsType, newType } from './creations.ts';
import { platformType } from './fieldTypes.ts';
import { memberType, nameType } from './names.ts';
import { binaryType, coalesceType, stepType, ternaryType, unaryType } from './operators.ts';
import { soqlType, soslType } from './queries.ts';

const LITERALS = {
  null: NULL,
  boolean: BOOLEAN,
  integer: INTEGER,
  long: LONG,
  decimal: DECIMAL,
  double: DOUBLE,
  string: STRING,
} as const;

export function expressionType(body: Body, expression: Expression): ApexType {
  switch (expression.kind) {
    case 'Literal':
      return body.set(expression, LITERALS[expression.type]);
    case 'Name':
      return nameType(body, expression);
    case 'Member':
      return memberType(body, expression);
    case 'Index':
      return indexType(body, expression);
    case 'Call':
      return callType(body, expression);
    case 'New':
      return newType(body, expression);
    case 'NewFields':
      return newFieldsType(body, expression);
    case 'NewElements':
      return newElementsType(body, expression);
    case 'NewEntries':
      return newEntriesType(body, expression);
    case 'NewArray':
      return newArrayType(body, expression);
    case 'Unary':
      return unaryType(body, expression);
    case 'Step':
      return stepType(body, expression);
    case 'Binary':
      return binaryType(body, expression);
    case 'Coalesce':
      return coalesceType(body, expression);
    case 'Ternary':
      return ternaryType(body, expression);
    case 'Assign':
      return assignmentType(body, expression);
    case 'InstanceOf':
      return instanceOfType(body, expression);
    case 'Cast':
      return castType(body, expression);
    case 'This':
      return thisType(body, expression);
    case 'Super':
      return superType(body, expression);
    case 'ClassLiteral':
      body.resolver.resolve(expression.type, body.scope);
      return body.set(expression, platformType(body.world, 'System.Type'));
    case 'Soql':
      return soqlType(body, expression);
    case 'Sosl':
      return soslType(body, expression);
  }
}

function indexType(body: Body, expression: Extract<Expression, { kind: 'Index' }>): ApexType {
  const target = expressionType(body, expression.target);
  const index = expressionType(body, expression.index);
  if (!body.conversions.isArgument(index, INTEGER) || index.kind === 'null') {
    body.report(expression.index.at, 'LIST_INDEX', 'Integer', nameOf(index));
  }
  if (target.kind === 'list') {
    return body.set(expression, target.element);
  }
  if (target.kind === 'query') {
    body.convert(expression.target, body.world.pool.list(target.element));
    return body.set(expression, target.element);
  }
  if (target.kind !== 'unknown') {
    body.report(expression.target.at, 'LIST_EXPECTED', nameOf(target));
  }
  return body.set(expression, UNKNOWN);
}

function thisType(body: Body, expression: Expression): ApexType {
  if (body.isStatic) {
    body.report(expression.at, 'THIS_STATIC');
  }
  return body.set(expression, body.owner);
}

function superType(body: Body, expression: Expression): ApexType {
  if (body.isStatic) {
    body.report(expression.at, 'SUPER_STATIC');
  }
  // A class without a written supertype extends Object.
  return body.set(expression, body.owner.superType ?? OBJECT);
}

function castType(body: Body, expression: Extract<Expression, { kind: 'Cast' }>): ApexType {
  const to = body.resolver.resolve(expression.type, body.scope);
  const from = expressionType(body, expression.operand);
  if (!body.conversions.isCastable(from, to)) {
    body.report(expression.at, 'CAST_TYPES', nameOf(from), nameOf(to));
  }
  if (from.kind === 'query') {
    body.convert(expression.operand, to.kind === 'sobject' ? to : body.world.pool.list(from.element));
  }
  return body.set(expression, to);
}

function instanceOfType(body: Body, expression: Extract<Expression, { kind: 'InstanceOf' }>): ApexType {
  const to = body.resolver.resolve(expression.type, body.scope);
  const from = expressionType(body, expression.operand);
  const { conversions } = body;
  body.convert(expression.operand, from);
  if (from.kind === 'unknown' || to.kind === 'unknown') {
    return body.set(expression, BOOLEAN);
  }
  if (from.kind === 'null' || conversions.isSubtype(from, to) || isWidened(body, from, to)) {
    body.report(expression.at, 'INSTANCEOF_TRUE', nameOf(from), nameOf(to));
  } else if (!conversions.isCastable(from, to) || (isEnum(from) && from !== to)) {
    body.report(expression.at, 'INSTANCEOF_FALSE', nameOf(from), nameOf(to));
  }
  return body.set(expression, BOOLEAN);
}

/** What may be assigned is an instance: all but texts that may be Ids and lists of rows that may hold others. */
function isWidened(body: Body, from: ApexType, to: ApexType): boolean {
  const isNarrower = to === ID || (from.kind === 'list' && from.element === SOBJECT);
  return from === to || (!isNarrower && body.conversions.isAssignable(from, to));
}
