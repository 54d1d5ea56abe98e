/** For-each loops: over lists, sets and iterables by element, over queries by row or by chunk. */
import type { Statement } from '../ast.ts';
import type { ApexType, LoopInfo } from '../types.ts';
import { nameOf } from '../bind/signatures.ts';
import { OBJECT, SOBJECT, UNKNOWN } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { expressionType } from './expressions.ts';
import { checkLoopBody } from './statements.ts';

type ForEach = Extract<Statement, { kind: 'ForEach' }>;

export function checkForEach(body: Body, statement: ForEach): void {
  const variable = body.resolver.resolve(statement.type, body.scope);
  const iterable = expressionType(body, statement.iterable);
  const loop =
    iterable.kind === 'query'
      ? queryLoop(body, statement, variable, iterable)
      : collectionLoop(body, statement, variable, iterable);
  body.world.loops.set(statement, loop);
  body.push();
  body.declare(statement, statement.at, statement.name, variable, false);
  checkLoopBody(body, statement.body);
  body.pop();
}

/** `for (Account one : [SELECT …]);` */
function checkQueryBody(body: Body, { body: done, at }: ForEach): void {
  if (done.kind === 'Block' && done.at === at && done.statements.length === 0) {
    body.report(at, 'LOOP_BODY');
  }
}

function queryLoop(
  body: Body,
  statement: ForEach,
  variable: ApexType,
  query: Extract<ApexType, { kind: 'query' }>,
): LoopInfo {
  body.convert(statement.iterable, body.world.pool.list(query.element));
  checkQueryBody(body, statement);
  const row = variable.kind === 'list' ? variable.element : variable;
  const fits =
    row.kind === 'unknown' ||
    row === query.element ||
    row === SOBJECT ||
    (query.element === SOBJECT && row.kind === 'sobject');
  if (!fits) {
    body.report(statement.at, 'LOOP_ROW', query.element.name);
  }
  return { kind: variable.kind === 'list' ? 'chunks' : 'rows', convertTo: null };
}

function collectionLoop(body: Body, statement: ForEach, variable: ApexType, iterable: ApexType): LoopInfo {
  const element = elementOf(body, iterable);
  if (element === null) {
    body.report(statement.iterable.at, 'LOOP_COLLECTION', nameOf(iterable));
    return { kind: 'list', convertTo: null };
  }
  // A list of generic rows may be walked with a row of one object.
  const fits = body.conversions.isAssignable(element, variable) || (element === SOBJECT && variable.kind === 'sobject');
  if (!fits) {
    body.report(statement.at, 'LOOP_VARIABLE', nameOf(element), nameOf(variable));
  }
  const kind = iterable.kind === 'list' || iterable.kind === 'set' ? iterable.kind : 'iterable';
  const isConverted =
    element !== variable && variable.kind === 'primitive' && element.kind === 'primitive' && variable !== OBJECT;
  return { kind, convertTo: isConverted ? variable : null };
}

function elementOf(body: Body, iterable: ApexType): ApexType | null {
  if (iterable.kind === 'list' || iterable.kind === 'set') {
    return iterable.element;
  }
  return iterable.kind === 'unknown' ? UNKNOWN : iterableElement(body, iterable);
}

/** The argument of the `Iterable` a type is or implements. */
function iterableElement(body: Body, type: ApexType): ApexType | null {
  if (type.kind === 'platform' && type.class.name === 'System.Iterable') {
    return type.typeArguments[0] ?? OBJECT;
  }
  if (type.kind !== 'platform' && type.kind !== 'user') {
    return null;
  }
  for (const parent of body.conversions.superTypesOf(type)) {
    const found = iterableElement(body, parent);
    if (found !== null) {
      return found;
    }
  }
  return null;
}
