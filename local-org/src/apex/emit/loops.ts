/**
 * For-each loops. A list or set is locked while it is walked: changing its size is an error. Before API version 62 a
 * set could be changed.
 */
import type { Statement } from '../ast.ts';
import { TICK, type BodyEmitter } from './bodyEmitter.ts';
import { convert } from './conversions.ts';
import { emit } from './expressions.ts';
import { localIdentifier } from './identifiers.ts';
import { emitInside } from './statements.ts';

type ForEach = Extract<Statement, { kind: 'ForEach' }>;
const LOCKED_SETS_VERSION = 62;

export function emitForEach(body: BodyEmitter, statement: ForEach): void {
  const loop = body.shared.program.loops.get(statement);
  const local = body.shared.program.locals.get(statement);
  if (loop === undefined || local === undefined) {
    body.line(`${body.refusal(statement.at)};`, statement.at);
    return;
  }
  const [collection, cursor] = [body.fresh(), body.fresh()];
  const source = emit(body, statement.iterable);
  const type = body.typeOf(statement.iterable);
  const element = type.kind === 'list' || type.kind === 'set' ? type.element : local.type;
  const declared = (value: string): string =>
    `${TICK} let ${localIdentifier(local)} = ${loop.convertTo === null ? value : convert(value, element, loop.convertTo)};`;
  const head = (text: string): void => {
    body.line(`${body.count(statement.at)}${text}`, statement.at);
    emitInside(body, statement.body);
  };
  switch (loop.kind) {
    case 'list':
      head(
        `{ const ${collection} = ${source}; ${collection}.locks++; try { for (let ${cursor} = 0; ${cursor} < ${collection}.items.length; ${cursor}++) { ${declared(`${collection}.items[${cursor}]`)}`,
      );
      body.line(`} } finally { ${collection}.locks--; } }`);
      return;
    case 'set': {
      const isLocked = body.owner.apiVersion >= LOCKED_SETS_VERSION;
      head(
        `{ const ${collection} = $lock(${source}, ${isLocked}); try { for (const ${cursor} of [...${collection}.values()]) { ${declared(cursor)}`,
      );
      body.line(`} } finally { $unlock(${collection}, ${isLocked}); } }`);
      return;
    }
    case 'iterable':
      head(`for (const ${cursor} = $iterator(${source}); ${cursor}.hasNext();) { ${declared(`${cursor}.next()`)}`);
      body.line('}');
      return;
    case 'rows':
      head(`for (const ${cursor} of ${source}.items) { ${declared(cursor)}`);
      body.line('}');
      return;
    case 'chunks':
      head(`for (const ${cursor} of $chunks(${source})) { ${declared(cursor)}`);
      body.line('}');
  }
}
