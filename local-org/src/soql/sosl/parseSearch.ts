/** Parses SOSL: what to find, in which fields, and one query per returned object. Clauses after RETURNING are refused. */
import type { Literal, Query, SelectItem } from '../ast.ts';
import { SoqlUnsupported } from '../faults.ts';
import { Cursor } from '../parse/cursor.ts';
import { parseCondition, parseLiteral } from '../parse/parseCondition.ts';
import { readFieldOrCall, readList, readOrder } from '../parse/parseQuery.ts';

export type SearchScope = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

export interface Search {
  /** The text, or a bind that holds it. */
  readonly find: Extract<Literal, { readonly kind: 'string' | 'bind' }>;
  readonly scope: SearchScope;
  readonly returning: readonly Query[];
  readonly limit: Literal | null;
}

/** `FIND {x}` as `FIND 'x'`: braces belong to text sent to `Search.query`. */
function withoutBraces(text: string): string {
  return text.replace(
    /^(\s*FIND\s*)\{((?:\\[\s\S]|[^\\}])*)\}/i,
    (_match, find: string, term: string) => `${find}'${term.replace(/\\?'/g, "\\'")}'`,
  );
}

export function parseSearch(text: string): Search {
  const cursor = new Cursor(withoutBraces(text));
  cursor.expect('FIND');
  const find = parseLiteral(cursor);
  if (find.kind !== 'string' && find.kind !== 'bind') {
    return cursor.fail('expecting a search term');
  }
  const scope = readScope(cursor);
  if (!cursor.take('RETURNING')) {
    throw new SoqlUnsupported('SOSL without RETURNING', cursor.peek().at);
  }
  const returning = readList(cursor, () => readReturning(cursor));
  if (cursor.isWord('WITH') || cursor.isWord('UPDATE')) {
    throw new SoqlUnsupported(`${cursor.peek().text.toUpperCase()} in SOSL`, cursor.peek().at);
  }
  const limit = cursor.take('LIMIT') ? parseLiteral(cursor) : null;
  return cursor.peek().kind === 'end'
    ? { find, scope, returning, limit }
    : cursor.fail('expecting the end of the search');
}

function readScope(cursor: Cursor): SearchScope {
  if (!cursor.take('IN')) {
    return 'ALL';
  }
  for (const scope of ['ALL', 'NAME', 'EMAIL', 'PHONE'] as const) {
    if (cursor.take(scope)) {
      cursor.expect('FIELDS');
      return scope;
    }
  }
  throw new SoqlUnsupported(`IN ${cursor.peek().text} FIELDS in SOSL`, cursor.peek().at);
}

const ID_ONLY: readonly SelectItem[] = [{ kind: 'field', path: { at: 0, parts: ['Id'] }, alias: null }];

function readReturning(cursor: Cursor): Query {
  const name = cursor.expectName();
  const from = { at: name.at, name: name.text, alias: null };
  const empty = {
    from,
    scope: null,
    access: null,
    groupBy: null,
    having: null,
    isForUpdate: false,
    forViewOrReference: null,
    isAllRows: false,
  } as const;
  if (!cursor.takeSymbol('(')) {
    return { ...empty, select: ID_ONLY, where: null, orderBy: [], limit: null, offset: null };
  }
  const select = readList(cursor, (): SelectItem => {
    const item = readFieldOrCall(cursor);
    return 'name' in item ? { kind: 'function', call: item, alias: null } : { kind: 'field', path: item, alias: null };
  });
  if (cursor.isWord('USING')) {
    throw new SoqlUnsupported('USING in SOSL', cursor.peek().at);
  }
  const where = cursor.take('WHERE') ? parseCondition(cursor) : null;
  const orderBy = cursor.take('ORDER', 'BY') ? readList(cursor, () => readOrder(cursor)) : [];
  const limit = cursor.take('LIMIT') ? parseLiteral(cursor) : null;
  const offset = cursor.take('OFFSET') ? parseLiteral(cursor) : null;
  cursor.expectSymbol(')');
  return { ...empty, select, where, orderBy, limit, offset };
}
