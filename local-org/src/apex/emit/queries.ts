/** Inline queries. Their values are lists; a context that wants one row asks for it by a conversion. */
import type { Expression } from '../ast.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { emit } from './expressions.ts';
import { isPrimitive } from './typeFacts.ts';

export function emitSoql(body: BodyEmitter, node: Extract<Expression, { kind: 'Soql' }>): string {
  const info = body.shared.facts.info(node);
  const query = body.shared.program.queries.get(node);
  if (query === undefined) {
    return body.refusal(node.at);
  }
  const mode = query.access === 'USER_MODE' ? "'user'" : query.access === 'SYSTEM_MODE' ? "'system'" : 'null';
  const parts = [
    JSON.stringify(node.text),
    `[${node.binds.map((bind) => emit(body, bind)).join(', ')}]`,
    mode,
    body.constant(body.shared.modeOf(body.owner)),
  ];
  if (isPrimitive(info.type, 'Integer')) {
    return `$count(${parts.join(', ')})`;
  }
  return `$query(${[...parts, JSON.stringify(info.type.kind === 'query' ? info.type.element.name : 'SObject')].join(', ')})`;
}
