/**
 * Parses SOQL into plain data. One function per clause, in the order of the grammar. What stands in the text is kept
 * as written: names, literals and binds mean something only to the planner, which knows the schema.
 */
import type { FieldPath, FunctionCall, Literal, Query, SelectItem } from '../ast.ts';
import { SoqlUnsupported } from '../faults.ts';
import { Cursor } from './cursor.ts';
import { parseCondition, parseLiteral } from './parseCondition.ts';

/** Throws SoqlSyntaxError. The whole text must be one query. */
export function parseQuery(text: string): Query {
  const cursor = new Cursor(text);
  const query = readQuery(cursor);
  if (cursor.peek().kind !== 'end') {
    cursor.fail('expecting the end of the query');
  }
  return query;
}

export function readQuery(cursor: Cursor): Query {
  cursor.expect('SELECT');
  const select = readList(cursor, () => readSelectItem(cursor));
  cursor.expect('FROM');
  const from = readFrom(cursor);
  const scope = cursor.take('USING', 'SCOPE') ? cursor.expectName().text : null;
  const where = cursor.take('WHERE') ? parseCondition(cursor) : null;
  let access = readAccess(cursor);
  const groupBy = readGroupBy(cursor);
  const having = cursor.take('HAVING') ? parseCondition(cursor) : null;
  const orderBy = cursor.take('ORDER', 'BY') ? readList(cursor, () => readOrder(cursor)) : [];
  const limit = cursor.take('LIMIT') ? parseLiteral(cursor) : null;
  const offset = cursor.take('OFFSET') ? parseLiteral(cursor) : null;
  access ??= readAccess(cursor);
  const locking = readLocking(cursor);
  const isAllRows = cursor.take('ALL', 'ROWS');
  return { select, from, scope, where, access, groupBy, having, orderBy, limit, offset, ...locking, isAllRows };
}

export function readList<T>(cursor: Cursor, read: () => T): readonly T[] {
  const items = [read()];
  while (cursor.takeSymbol(',')) {
    items.push(read());
  }
  return items;
}

const CLAUSES: ReadonlySet<string> = new Set([
  'FROM', 'USING', 'WHERE', 'WITH', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'OFFSET', 'FOR', 'ALL', 'UPDATE', 'END', 'WHEN', 'ELSE', 'THEN', 'ASC', 'DESC', 'NULLS',
]); // prettier-ignore

function readAlias(cursor: Cursor): string | null {
  const token = cursor.peek();
  return token.kind === 'word' && !CLAUSES.has(token.text.toUpperCase()) ? cursor.next().text : null;
}

function readSelectItem(cursor: Cursor): SelectItem {
  if (cursor.isSymbol('(')) {
    cursor.next();
    const query = readQuery(cursor);
    cursor.expectSymbol(')');
    return { kind: 'subquery', query };
  }
  if (cursor.isWord('TYPEOF') && cursor.peek(1).kind === 'word') {
    return readTypeOf(cursor);
  }
  if (cursor.isWord('FIELDS') && cursor.isSymbol('(', 1)) {
    cursor.next();
    cursor.next();
    const scope = cursor.next().text.toUpperCase();
    if (scope !== 'ALL' && scope !== 'STANDARD' && scope !== 'CUSTOM') {
      cursor.fail('expecting ALL, STANDARD or CUSTOM');
    }
    cursor.expectSymbol(')');
    return { kind: 'allFields', scope };
  }
  const item = readFieldOrCall(cursor);
  const alias = readAlias(cursor);
  return 'name' in item ? { kind: 'function', call: item, alias } : { kind: 'field', path: item, alias };
}

function readTypeOf(cursor: Cursor): SelectItem {
  cursor.next();
  const path = readPath(cursor);
  const branches: { type: string; fields: readonly FieldPath[] }[] = [];
  while (cursor.take('WHEN')) {
    const type = cursor.expectName().text;
    cursor.expect('THEN');
    branches.push({ type, fields: readList(cursor, () => readPath(cursor)) });
  }
  const otherwise = cursor.take('ELSE') ? readList(cursor, () => readPath(cursor)) : [];
  cursor.expect('END');
  return { kind: 'typeof', path, branches, otherwise };
}

export function readPath(cursor: Cursor): FieldPath {
  const first = cursor.expectName();
  const parts = [first.text];
  while (cursor.takeSymbol('.')) {
    parts.push(cursor.expectName().text);
  }
  return { at: first.at, parts };
}

/** A field path, or a function with its arguments; arguments may be functions again. */
export function readFieldOrCall(cursor: Cursor): FieldPath | FunctionCall {
  if (cursor.peek().kind !== 'word' || !cursor.isSymbol('(', 1)) {
    return readPath(cursor);
  }
  const name = cursor.next();
  cursor.next();
  const read = (): FieldPath | FunctionCall | Literal =>
    cursor.peek().kind === 'word' ? readFieldOrCall(cursor) : parseLiteral(cursor);
  const args = cursor.isSymbol(')') ? [] : readList(cursor, read);
  cursor.expectSymbol(')');
  return { at: name.at, name: name.text, arguments: args };
}

function readFrom(cursor: Cursor): Query['from'] {
  const name = readPath(cursor);
  cursor.take('AS');
  const alias = readAlias(cursor);
  if (cursor.isSymbol(',')) {
    throw new SoqlUnsupported('several objects in FROM', cursor.peek().at);
  }
  return { at: name.at, name: name.parts.join('.'), alias };
}

function readAccess(cursor: Cursor): Query['access'] {
  for (const mode of ['USER_MODE', 'SYSTEM_MODE', 'SECURITY_ENFORCED'] as const) {
    if (cursor.take('WITH', mode)) {
      return mode;
    }
  }
  if (cursor.isWord('WITH')) {
    throw new SoqlUnsupported(`WITH ${cursor.peek(1).text} in SOQL`, cursor.peek().at);
  }
  return null;
}

function readGroupBy(cursor: Cursor): Query['groupBy'] {
  if (!cursor.take('GROUP', 'BY')) {
    return null;
  }
  for (const mode of ['rollup', 'cube'] as const) {
    if (cursor.isWord(mode.toUpperCase()) && cursor.isSymbol('(', 1)) {
      cursor.next();
      cursor.next();
      const items = readList(cursor, () => readFieldOrCall(cursor));
      cursor.expectSymbol(')');
      return { items, mode };
    }
  }
  return { items: readList(cursor, () => readFieldOrCall(cursor)), mode: 'plain' };
}

export function readOrder(cursor: Cursor): Query['orderBy'][number] {
  const by = readFieldOrCall(cursor);
  const isDescending = cursor.take('DESC');
  if (!isDescending) {
    cursor.take('ASC');
  }
  const nulls = cursor.take('NULLS', 'FIRST') ? 'FIRST' : cursor.take('NULLS', 'LAST') ? 'LAST' : null;
  return { by, isDescending, nulls };
}

function readLocking(cursor: Cursor): Pick<Query, 'isForUpdate' | 'forViewOrReference'> {
  let isForUpdate = false;
  let forViewOrReference: Query['forViewOrReference'] = null;
  while (cursor.isWord('FOR') || cursor.isWord('UPDATE')) {
    if (cursor.take('FOR', 'UPDATE')) {
      isForUpdate = true;
    } else if (cursor.take('FOR', 'VIEW') || cursor.take('UPDATE', 'VIEWSTAT')) {
      forViewOrReference = 'VIEW';
    } else if (cursor.take('FOR', 'REFERENCE') || cursor.take('UPDATE', 'TRACKING')) {
      forViewOrReference = 'REFERENCE';
    } else {
      cursor.fail('expecting FOR UPDATE, FOR VIEW or FOR REFERENCE');
    }
  }
  return { isForUpdate, forViewOrReference };
}
