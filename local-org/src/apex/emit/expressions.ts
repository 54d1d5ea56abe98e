/** Every kind of expression; operators, places, calls and creations have files of their own. */
import type { Expression } from '../ast.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { emitAssign, emitStep } from './assignments.ts';
import { emitCall } from './calls.ts';
import { convert, emitCast, emitInstanceOf } from './conversions.ts';
import { emitNew, emitNewArray, emitNewElements, emitNewEntries, emitNewFields } from './creations.ts';
import { emitMember, emitName } from './names.ts';
import { condition, emitBinary, emitUnary, operand } from './operators.ts';
import { emitSoql } from './queries.ts';
import { isNonNull } from './nonNull.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/value.ts';

/** The value of an expression in the type its context asks for. A `?.` chain ends here. */
export function emit(body: BodyEmitter, expression: Expression): string {
  const outer = body.guards;
  body.guards = [];
  const text = emitInChain(body, expression);
  const guards = body.guards;
  body.guards = outer;
  return guards.length === 0 ? text : `(${guards.join('')}${text})`;
}

/** As part of a chain: a test for null that ends the whole chain is left in `guards`. */
export function emitInChain(body: BodyEmitter, expression: Expression): string {
  const info = body.shared.facts.info(expression);
  const text = emitRaw(body, expression, true);
  return info.convertTo === null ? text : convert(text, info.type, info.convertTo);
}

/** A value that `??` or `?.` tests for null: a query that finds nothing is null there, and no error. */
function emitTested(body: BodyEmitter, expression: Expression): string {
  const { type, convertTo } = body.shared.facts.info(expression);
  return expression.kind === 'Soql' && type.kind === 'query' && convertTo?.kind === 'sobject'
    ? `$rowOrNull(${emitRaw(body, expression, true)})`
    : emit(body, expression);
}

/** What stands before a dot or bracket. Behind `?.` the chain ends when it is null. */
export function emitTarget(body: BodyEmitter, target: Expression, isSafe: boolean): string {
  const isLink = target.kind === 'Member' || target.kind === 'Call' || target.kind === 'Index';
  const text = isLink ? emitInChain(body, target) : isSafe ? emitTested(body, target) : emit(body, target);
  if (!isSafe) {
    return text;
  }
  const temporary = body.temporary();
  body.guards.push(`(${temporary} = ${text}) === null ? null : `);
  return temporary;
}

/** A value that a platform method is called on: never null. */
export function requiredTarget(body: BodyEmitter, target: Expression, isSafe: boolean): string {
  const text = emitTarget(body, target, isSafe);
  return isSafe || isNonNull(body.shared.program, body.nonNull, target) ? text : `(${text} ?? $null())`;
}

/** Runs for its effect; the value is not used. */
export function emitForEffect(body: BodyEmitter, expression: Expression): string {
  const outer = body.guards;
  body.guards = [];
  const text = emitRaw(body, expression, false);
  const guards = body.guards;
  body.guards = outer;
  return guards.length === 0 ? text : `(${guards.join('')}${text})`;
}

function emitRaw(body: BodyEmitter, expression: Expression, isUsed: boolean): string {
  switch (expression.kind) {
    case 'Literal':
      return emitLiteral(body, expression);
    case 'Name':
      return emitName(body, expression);
    case 'Member':
      return emitMember(body, expression);
    case 'Index':
      return `$at(${emitTarget(body, expression.target, false)}, ${emit(body, expression.index)})`;
    case 'Call':
      return emitCall(body, expression);
    case 'New':
      return emitNew(body, expression);
    case 'NewFields':
      return emitNewFields(body, expression);
    case 'NewElements':
      return emitNewElements(body, expression);
    case 'NewEntries':
      return emitNewEntries(body, expression);
    case 'NewArray':
      return emitNewArray(body, expression);
    case 'Unary':
      return emitUnary(body, expression);
    case 'Step':
      return emitStep(body, expression, isUsed);
    case 'Binary':
      return emitBinary(body, expression);
    case 'Coalesce':
      return `(${emitTested(body, expression.left)} ?? ${emit(body, expression.right)})`;
    case 'Ternary':
      return `(${condition(body, expression.condition)} ? ${emit(body, expression.then)} : ${emit(body, expression.otherwise)})`;
    case 'Assign':
      return emitAssign(body, expression, isUsed);
    case 'InstanceOf':
      return emitInstanceOf(body, expression, emit(body, expression.operand));
    case 'Cast':
      return castOf(body, expression);
    case 'This':
    case 'Super':
      return 'this';
    case 'ClassLiteral':
      return classLiteral(body, expression);
    case 'Soql':
      return emitSoql(body, expression);
    case 'Sosl':
      return `$sosl(${JSON.stringify(expression.text)}, [${expression.binds.map((bind) => emit(body, bind)).join(', ')}], ${body.constant(body.shared.modeOf(body.owner))})`;
  }
}

/** The smallest Integer is written as the minus of a literal that is negative already: `- -2147483648`. */
const atom = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

function emitLiteral(body: BodyEmitter, node: Extract<Expression, { kind: 'Literal' }>): string {
  const text = String(node.value);
  switch (node.type) {
    case 'null':
      return 'null';
    case 'boolean':
      return text;
    case 'integer':
      return atom(`${Number(text) | 0}`);
    case 'long':
      return atom(`${BigInt.asIntN(64, BigInt(text))}n`);
    case 'decimal':
      return body.constant(ApexDecimal.of(text), `decimal ${text}`);
    case 'double':
      return body.constant(new ApexDouble(Number(text)), `double ${text}`);
    case 'string':
      return JSON.stringify(text)
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029');
  }
}

function castOf(body: BodyEmitter, node: Extract<Expression, { kind: 'Cast' }>): string {
  const value = operand(body, node.operand);
  return emitCast(value.text, value.type, body.shared.facts.info(node).type);
}

function classLiteral(body: BodyEmitter, node: Extract<Expression, { kind: 'ClassLiteral' }>): string {
  const type = body.shared.program.writtenTypes.get(node.type);
  return type === undefined ? body.refusal(node.at) : `$typeOf(${body.constant(type)})`;
}
