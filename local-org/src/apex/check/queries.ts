/** Inline SOQL and SOSL: parsed once, names checked against the schema, typed by what it selects. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { Query } from '../../soql/ast.ts';
import { parseQuery } from '../../soql/parse/parseQuery.ts';
import { SoqlSyntaxError } from '../../soql/parse/tokens.ts';
import { AGGREGATE, INTEGER, SOBJECT } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { expressionType } from './expressions.ts';
import { checkQuery } from './queryNames.ts';

const AGGREGATES: ReadonlySet<string> = new Set(['count', 'count_distinct', 'sum', 'avg', 'min', 'max', 'grouping']);

export function soqlType(body: Body, node: Extract<Expression, { kind: 'Soql' }>): ApexType {
  const { world } = body;
  checkBinds(body, node.binds);
  let query: Query;
  try {
    query = parseQuery(node.text);
  } catch (error) {
    if (!(error instanceof SoqlSyntaxError)) {
      throw error;
    }
    return body.set(node, body.fail(node.at, 'SOQL_SYNTAX', error.message));
  }
  world.queries.set(node, query);
  const object = checkQuery(body, node.at, query);
  if (isCount(query)) {
    return body.set(node, INTEGER);
  }
  if (isAggregate(query)) {
    return body.set(node, world.pool.query(AGGREGATE));
  }
  return body.set(node, world.pool.query(object === null ? SOBJECT : world.pool.sobject(object)));
}

function checkBinds(body: Body, binds: readonly Expression[]): void {
  for (const bind of binds) {
    const type = expressionType(body, bind);
    body.convert(bind, type);
  }
}

/** `SELECT COUNT() FROM …`. */
function isCount(query: Query): boolean {
  const [only] = query.select;
  return (
    query.select.length === 1 &&
    only?.kind === 'function' &&
    only.call.name.toLowerCase() === 'count' &&
    only.call.arguments.length === 0
  );
}

function isAggregate(query: Query): boolean {
  return (
    query.groupBy !== null ||
    query.select.some((item) => item.kind === 'function' && AGGREGATES.has(item.call.name.toLowerCase()))
  );
}

export function soslType(body: Body, node: Extract<Expression, { kind: 'Sosl' }>): ApexType {
  checkBinds(body, node.binds);
  return body.set(node, body.world.pool.list(body.world.pool.list(SOBJECT)));
}
