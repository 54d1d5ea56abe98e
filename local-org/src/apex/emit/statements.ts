/**
 * Statements: each starts a line of JavaScript that counts its Apex line and stands for its position in stacks.
 * Loops, `try` and `switch` have files of their own.
 */
import type { Block, Statement } from '../ast.ts';
import { TICK, type BodyEmitter } from './bodyEmitter.ts';
import { emit, emitForEffect } from './expressions.ts';
import { localIdentifier } from './identifiers.ts';
import { emitForEach } from './loops.ts';
import { condition } from './operators.ts';
import { emitSwitch } from './switches.ts';
import { emitTry } from './tryStatements.ts';

export function emitStatements(body: BodyEmitter, statements: readonly Statement[]): void {
  for (const statement of statements) {
    emitStatement(body, statement);
  }
}

/** The statements of a block without its braces. */
export function emitInside(body: BodyEmitter, block: Block | Statement): void {
  if (block.kind === 'Block') {
    emitStatements(body, block.statements);
  } else {
    emitStatement(body, block);
  }
}

export function emitStatement(body: BodyEmitter, statement: Statement): void {
  const { at } = statement;
  const line = (text: string): void => {
    body.line(`${body.count(at)}${text}`, at);
  };
  switch (statement.kind) {
    case 'Block':
      body.line('{');
      emitStatements(body, statement.statements);
      body.line('}');
      return;
    case 'LocalVariable':
      line(`let ${declarators(body, statement)};`);
      return;
    case 'Expression':
      line(`${emitForEffect(body, statement.expression)};`);
      return;
    case 'If':
      emitIf(body, statement);
      return;
    case 'While':
      line(`while (${condition(body, statement.condition)}) { ${TICK}`);
      emitInside(body, statement.body);
      body.line('}');
      return;
    case 'DoWhile':
      line(`do { ${TICK}`);
      emitInside(body, statement.body);
      body.line(`} while (${condition(body, statement.condition)});`, statement.condition.at);
      return;
    case 'For':
      emitFor(body, statement);
      return;
    case 'ForEach':
      emitForEach(body, statement);
      return;
    case 'Return':
      line(
        statement.value === null
          ? `return${body.isConstructor ? ' this' : ''};`
          : `return ${emit(body, statement.value)};`,
      );
      return;
    case 'Throw':
      line(`throw (${emit(body, statement.value)} ?? $null());`);
      return;
    case 'Break':
      line('break;');
      return;
    case 'Continue':
      line('continue;');
      return;
    case 'Try':
      emitTry(body, statement);
      return;
    case 'Switch':
      emitSwitch(body, statement);
      return;
    case 'Dml':
      line(`${dml(body, statement)};`);
      return;
    case 'RunAs':
      emitRunAs(body, statement);
  }
}

function declarators(body: BodyEmitter, statement: Extract<Statement, { kind: 'LocalVariable' }>): string {
  return statement.variables
    .map((variable) => {
      const local = body.shared.program.locals.get(variable);
      const name = local === undefined ? body.fresh() : localIdentifier(local);
      return `${name} = ${variable.initializer === null ? 'null' : emit(body, variable.initializer)}`;
    })
    .join(', ');
}

function emitIf(body: BodyEmitter, statement: Extract<Statement, { kind: 'If' }>): void {
  body.line(`${body.count(statement.at)}if (${condition(body, statement.condition)}) {`, statement.at);
  emitInside(body, statement.then);
  if (statement.otherwise !== null) {
    body.line('} else {');
    emitInside(body, statement.otherwise);
  }
  body.line('}');
}

function emitFor(body: BodyEmitter, statement: Extract<Statement, { kind: 'For' }>): void {
  const initial = statement.initial.map((one) =>
    one.kind === 'LocalVariable'
      ? `let ${declarators(body, one)}`
      : one.kind === 'Expression'
        ? emitForEffect(body, one.expression)
        : body.refusal(one.at),
  );
  const test = statement.condition === null ? '' : condition(body, statement.condition);
  const update = statement.update.map((one) => emitForEffect(body, one)).join(', ');
  body.line(`${body.count(statement.at)}for (${initial.join(', ')}; ${test}; ${update}) { ${TICK}`, statement.at);
  emitInside(body, statement.body);
  body.line('}');
}

function dml(body: BodyEmitter, statement: Extract<Statement, { kind: 'Dml' }>): string {
  if (statement.operation === 'merge') {
    return body.refusal(statement.at, 'merge');
  }
  const key = body.shared.program.upsertKeys.get(statement);
  const parts = [
    `'${statement.operation}'`,
    emit(body, statement.rows),
    JSON.stringify(statement.access),
    body.constant(body.shared.modeOf(body.owner)),
    JSON.stringify(key?.name ?? null),
  ];
  return `$dml(${parts.join(', ')})`;
}

function emitRunAs(body: BodyEmitter, statement: Extract<Statement, { kind: 'RunAs' }>): void {
  const before = body.fresh();
  body.line(
    `${body.count(statement.at)}{ const ${before} = $enterUser(${emit(body, statement.user)}); try {`,
    statement.at,
  );
  emitInside(body, statement.body);
  body.line(`} finally { $leaveUser(${before}); } }`);
}
