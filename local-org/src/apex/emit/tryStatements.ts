/**
 * `try`. Limit and assertion errors, UNSUPPORTED and faults of the local org pass every catch clause, and no finally
 * block runs for them.
 */
import type { CatchClause, Statement } from '../ast.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { classIdentifier, localIdentifier } from './identifiers.ts';
import { emitInside } from './statements.ts';

type Try = Extract<Statement, { kind: 'Try' }>;

export function emitTry(body: BodyEmitter, statement: Try): void {
  if (statement.finallyBody === null) {
    emitGuarded(body, statement);
    return;
  }
  const [runsFinally, thrown] = [body.fresh(), body.fresh()];
  body.line(`{ let ${runsFinally} = true; try {`);
  emitGuarded(body, statement);
  body.line(
    `} catch (${thrown}) { const $e = $apexError(${thrown}); ${runsFinally} = $isCatchable($e); throw $e; } finally { if (${runsFinally}) {`,
  );
  emitInside(body, statement.finallyBody);
  body.line('} } }');
}

function emitGuarded(body: BodyEmitter, statement: Try): void {
  const { at } = statement;
  if (statement.catches.length === 0) {
    body.line(`${body.count(at)}{`, at);
    emitInside(body, statement.body);
    body.line('}');
    return;
  }
  const [thrown, caught] = [body.fresh(), body.fresh()];
  body.line(`${body.count(at)}try {`, at);
  emitInside(body, statement.body);
  body.line(`} catch (${thrown}) { const ${caught} = $caught(${thrown});`);
  statement.catches.forEach((clause, index) => {
    emitCatch(body, clause, caught, index > 0);
  });
  body.line(`else { throw ${caught}; } }`);
}

function emitCatch(body: BodyEmitter, clause: CatchClause, caught: string, isFurther: boolean): void {
  const local = body.shared.program.locals.get(clause);
  const declared = local === undefined ? '' : `let ${localIdentifier(local)} = ${caught};`;
  body.line(
    `${isFurther ? 'else ' : ''}if (${catches(body, clause, caught)}) { ${body.count(clause.at)}${declared}`,
    clause.at,
  );
  emitInside(body, clause.body);
  body.line('}');
}

function catches(body: BodyEmitter, clause: CatchClause, caught: string): string {
  const type = body.shared.program.writtenTypes.get(clause.type);
  if (type?.kind === 'user') {
    return `${caught} instanceof ${classIdentifier(type)}`;
  }
  if (type?.kind !== 'platform') {
    return body.refusal(clause.at);
  }
  return type.class.name === 'System.Exception' ? 'true' : `$isInstance(${caught}, ${JSON.stringify(type.class.name)})`;
}
