/**
 * Conditions of WHERE and HAVING. SOQL refuses AND and OR side by side without parentheses, and so do we: guessing a
 * precedence would give an answer where the platform gives an error.
 */
import type { Comparison, Condition, FieldPath, Literal } from '../ast.ts';
import { isCountedLiteral, isDateLiteral } from '../time/dateLiterals.ts';
import type { Cursor } from './cursor.ts';
import { readFieldOrCall, readList, readQuery } from './parseQuery.ts';

export function parseCondition(cursor: Cursor): Condition {
  const first = parseTerm(cursor);
  const kind = cursor.isWord('AND') ? 'and' : cursor.isWord('OR') ? 'or' : null;
  if (kind === null) {
    return first;
  }
  const conditions = [first];
  while (cursor.take(kind.toUpperCase())) {
    conditions.push(parseTerm(cursor));
  }
  if (cursor.isWord('AND') || cursor.isWord('OR')) {
    cursor.fail('parentheses around mixed AND and OR');
  }
  return { kind, conditions };
}

function parseTerm(cursor: Cursor): Condition {
  if (cursor.take('NOT')) {
    return { kind: 'not', condition: parseTerm(cursor) };
  }
  if (cursor.takeSymbol('(')) {
    const condition = parseCondition(cursor);
    cursor.expectSymbol(')');
    return condition;
  }
  return parseComparison(cursor);
}

function readOperator(cursor: Cursor): Comparison {
  for (const symbol of ['=', '!=', '<=', '>=', '<', '>'] as const) {
    if (cursor.takeSymbol(symbol)) {
      return symbol;
    }
  }
  if (cursor.takeSymbol('<>')) {
    return '!=';
  }
  if (cursor.take('NOT', 'IN')) {
    return 'NOT IN';
  }
  for (const word of ['LIKE', 'IN', 'INCLUDES', 'EXCLUDES'] as const) {
    if (cursor.take(word)) {
      return word;
    }
  }
  return cursor.fail('expecting an operator');
}

function parseComparison(cursor: Cursor): Condition {
  const left = readFieldOrCall(cursor);
  const operator = readOperator(cursor);
  const takesList = operator === 'IN' || operator === 'NOT IN' || operator === 'INCLUDES' || operator === 'EXCLUDES';
  if (!takesList) {
    return { kind: 'compare', left, operator, right: parseLiteral(cursor) };
  }
  if (cursor.peek().kind === 'bind') {
    return { kind: 'compare', left, operator, right: parseLiteral(cursor) };
  }
  cursor.expectSymbol('(');
  if (cursor.isWord('SELECT')) {
    const query = readQuery(cursor);
    cursor.expectSymbol(')');
    return { kind: 'semiJoin', left: left as FieldPath, isNegated: operator === 'NOT IN', query };
  }
  const right = readList(cursor, () => parseLiteral(cursor));
  cursor.expectSymbol(')');
  return { kind: 'compare', left, operator, right };
}

export function parseLiteral(cursor: Cursor): Literal {
  const token = cursor.peek();
  switch (token.kind) {
    case 'string':
      return { kind: 'string', value: cursor.next().text };
    case 'number':
      return { kind: 'number', text: cursor.next().text, currency: null };
    case 'date':
    case 'datetime':
    case 'time':
      return { kind: token.kind, text: cursor.next().text };
    case 'bind':
      return { kind: 'bind', text: cursor.next().text };
    case 'word':
      return parseWord(cursor);
    default:
      return cursor.fail('expecting a value');
  }
}

function parseWord(cursor: Cursor): Literal {
  const { text } = cursor.peek();
  if (/^null$/i.test(text)) {
    cursor.next();
    return { kind: 'null' };
  }
  if (/^(?:true|false)$/i.test(text)) {
    return { kind: 'boolean', value: cursor.next().text.toLowerCase() === 'true' };
  }
  const money = /^([A-Z]{3})(\d+)$/i.exec(text);
  if (money) {
    cursor.next();
    const fraction = cursor.peek().kind === 'number' && cursor.peek().text.startsWith('.') ? cursor.next().text : '';
    return { kind: 'number', text: `${money[2]}${fraction}`, currency: (money[1] ?? '').toUpperCase() };
  }
  const name = text.toUpperCase();
  if (isDateLiteral(name)) {
    cursor.next();
    if (!isCountedLiteral(name)) {
      return { kind: 'dateLiteral', name, count: null };
    }
    cursor.expectColon();
    const count = cursor.peek();
    return count.kind === 'number' && /^\d+$/.test(count.text)
      ? { kind: 'dateLiteral', name, count: Number(cursor.next().text) }
      : cursor.fail('a number');
  }
  cursor.next();
  cursor.expectColon();
  return cursor.fail('expecting a value');
}
