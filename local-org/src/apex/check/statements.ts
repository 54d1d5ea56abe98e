/** Statements: their expressions, the variables they declare, and whether what follows can be reached. */
import type { Block, Expression, Statement } from '../ast.ts';
import type { ApexType } from '../types.ts';
import { nameOf } from '../bind/signatures.ts';
import { BOOLEAN, VOID } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { isException } from './conversions.ts';
import { checkDml, checkRunAs } from './dmlStatements.ts';
import { expressionType } from './expressions.ts';
import { checkForEach } from './loops.ts';
import { checkSwitch } from './switches.ts';

/** `ends`: control never comes out of the statement: it returned or threw. */
export type Flow = 'ends' | 'continues';

export function checkBlock(body: Body, block: Block): Flow {
  body.push();
  const flow = checkStatements(body, block.statements);
  body.pop();
  return flow;
}

/** A statement behind a return or throw is an error; behind break and continue it is not. */
export function checkStatements(body: Body, statements: readonly Statement[]): Flow {
  let isReported = false;
  let flow: Flow = 'continues';
  for (const statement of statements) {
    if (flow === 'ends' && !isReported) {
      body.report(statement.at, 'UNREACHABLE');
      isReported = true;
    }
    const next = checkStatement(body, statement);
    flow = flow === 'ends' ? 'ends' : next;
  }
  return flow;
}

/** A statement that is the branch of another one, with a scope of its own. */
function checkBranch(body: Body, statement: Statement): Flow {
  body.push();
  const flow = checkStatement(body, statement);
  body.pop();
  return flow;
}

export function checkLoopBody(body: Body, statement: Statement): void {
  body.loopDepth++;
  checkBranch(body, statement);
  body.loopDepth--;
}

export function checkStatement(body: Body, statement: Statement): Flow {
  switch (statement.kind) {
    case 'Block':
      return checkBlock(body, statement);
    case 'LocalVariable':
      checkLocal(body, statement);
      return 'continues';
    case 'Expression':
      checkExpressionStatement(body, statement.expression);
      return 'continues';
    case 'If': {
      checkCondition(body, statement.condition);
      const then = checkBranch(body, statement.then);
      const otherwise = statement.otherwise === null ? 'continues' : checkBranch(body, statement.otherwise);
      return then === 'ends' && otherwise === 'ends' ? 'ends' : 'continues';
    }
    case 'While':
      checkCondition(body, statement.condition);
      checkLoopBody(body, statement.body);
      return 'continues';
    case 'DoWhile':
      checkLoopBody(body, statement.body);
      checkCondition(body, statement.condition);
      return 'continues';
    case 'For':
      checkFor(body, statement);
      return 'continues';
    case 'ForEach':
      checkForEach(body, statement);
      return 'continues';
    case 'Return':
      checkReturn(body, statement);
      return 'ends';
    case 'Throw': {
      const type = expressionType(body, statement.value);
      if (type.kind !== 'unknown' && type.kind !== 'null' && !isException(type)) {
        body.report(statement.at, 'THROW_TYPE', nameOf(type));
      }
      return 'ends';
    }
    case 'Break':
      if (body.loopDepth === 0) {
        body.report(statement.at, 'BREAK_OUTSIDE');
      }
      return 'continues';
    case 'Continue':
      if (body.loopDepth === 0) {
        body.report(statement.at, 'CONTINUE_OUTSIDE');
      }
      return 'continues';
    case 'Try':
      return checkTry(body, statement);
    case 'Switch':
      return checkSwitch(body, statement);
    case 'Dml':
      checkDml(body, statement);
      return 'continues';
    case 'RunAs':
      // The block counts as one that may be left, whatever it does.
      checkRunAs(body, statement);
      checkBlock(body, statement.body);
      return 'continues';
  }
}

export function checkCondition(body: Body, condition: Expression): void {
  const type = expressionType(body, condition);
  if (type !== BOOLEAN && type.kind !== 'unknown') {
    body.report(condition.at, 'CONDITION_TYPE', nameOf(type));
  }
}

function checkLocal(body: Body, statement: Extract<Statement, { kind: 'LocalVariable' }>): void {
  const type = body.resolver.resolve(statement.type, body.scope);
  if (type === VOID) {
    body.report(statement.type.at, 'VOID_VARIABLE');
  }
  for (const variable of statement.variables) {
    if (variable.initializer !== null) {
      const given = expressionType(body, variable.initializer);
      body.assign(variable.initializer, given, type, variable.at);
    }
    body.declare(variable, variable.at, variable.name, type, statement.isFinal);
  }
}

const STATEMENT_KINDS: ReadonlySet<Expression['kind']> = new Set([
  'Call',
  'Assign',
  'Step',
  'New',
  'NewFields',
  'NewElements',
  'NewEntries',
  'NewArray',
  'Soql',
  'Sosl',
]);

export function checkExpressionStatement(body: Body, expression: Expression): void {
  const type = expressionType(body, expression);
  if (type.kind !== 'unknown' && !STATEMENT_KINDS.has(expression.kind)) {
    body.report(expression.at, 'STATEMENT_EXPRESSION');
  }
  body.convert(expression, type);
}

function checkFor(body: Body, statement: Extract<Statement, { kind: 'For' }>): void {
  body.push();
  for (const initial of statement.initial) {
    checkStatement(body, initial);
  }
  if (statement.condition !== null) {
    checkCondition(body, statement.condition);
  }
  for (const update of statement.update) {
    checkExpressionStatement(body, update);
  }
  checkLoopBody(body, statement.body);
  body.pop();
}

function checkReturn(body: Body, statement: Extract<Statement, { kind: 'Return' }>): void {
  const given: ApexType | null = statement.value === null ? null : expressionType(body, statement.value);
  if (body.kind === 'initializer' && !body.isStatic) {
    body.report(statement.at, 'RETURN_OUTSIDE');
    return;
  }
  if (body.returnType === null || body.returnType === VOID) {
    if (given !== null) {
      const code = {
        constructor: 'RETURN_CONSTRUCTOR',
        trigger: 'RETURN_TRIGGER',
        anonymous: 'RETURN_VOID',
        initializer: body.isStatic ? 'RETURN_VOID' : 'RETURN_OUTSIDE',
        method: 'RETURN_VOID',
        getter: 'RETURN_VOID',
        setter: 'RETURN_VOID',
      } as const;
      body.report(statement.at, code[body.kind]);
    }
    return;
  }
  if (given === null || statement.value === null) {
    body.report(statement.at, 'RETURN_MISSING', body.returnType.name);
    return;
  }
  if (!body.conversions.isAssignable(given, body.returnType)) {
    body.report(statement.at, given.kind === 'void' ? 'ASSIGNMENT' : 'CONVERSION', nameOf(given), body.returnType.name);
  }
  body.convert(statement.value, body.returnType);
}

/** Ends where the block and every catch end; a finally block does not count. */
function checkTry(body: Body, statement: Extract<Statement, { kind: 'Try' }>): Flow {
  const flows = [checkBlock(body, statement.body)];
  const caught: ApexType[] = [];
  for (const clause of statement.catches) {
    const type = body.resolver.resolve(clause.type, body.scope);
    if (type.kind !== 'unknown' && !isException(type)) {
      body.report(clause.at, 'CATCH_TYPE', type.name);
    } else if (type.kind !== 'unknown' && caught.some((earlier) => body.conversions.isSubtype(type, earlier))) {
      body.report(clause.at, 'CATCH_REPEATED', type.name);
    }
    caught.push(type);
    body.push();
    body.declare(clause, clause.at, clause.name, type, false);
    flows.push(checkBlock(body, clause.body));
    body.pop();
  }
  if (statement.finallyBody !== null) {
    checkBlock(body, statement.finallyBody);
  }
  return flows.every((flow) => flow === 'ends') ? 'ends' : 'continues';
}
