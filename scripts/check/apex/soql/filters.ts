import {
  FieldExpressionContext,
  type ComparisonOperatorContext,
  type FieldNameContext,
  type SoqlFunctionContext,
  type SubQueryContext,
  type ValueContext,
} from '@apexdevtools/apex-parser';
import { all } from '../tree.ts';
import { pathOf, resolve, type Scope } from './paths.ts';
import type { Field, Kind } from './schema.ts';

/** How a literal is written decides which fields it may be compared with. */
type Literal = 'text' | 'number' | 'flag' | 'date' | 'datetime' | 'time' | 'day' | 'any';

const ACCEPTS: Readonly<Record<Kind, readonly Literal[]>> = {
  text: ['text'],
  longtext: [],
  id: ['text'],
  reference: ['text'],
  picklist: ['text'],
  multipicklist: ['text'],
  number: ['number'],
  flag: ['flag'],
  date: ['date', 'day'],
  datetime: ['datetime', 'day'],
  time: ['time'],
  place: [],
  other: ['text', 'number', 'flag', 'date', 'datetime', 'day', 'time'],
};

const WORDS: Readonly<Record<Kind, string>> = {
  text: 'text',
  longtext: 'long text',
  id: 'an id',
  reference: 'a lookup',
  picklist: 'a picklist',
  multipicklist: 'a multi-select picklist',
  number: 'a number',
  flag: 'a checkbox',
  date: 'a date',
  datetime: 'a date and time',
  time: 'a time',
  place: 'an address or location',
  other: 'of a special type',
};

export function wordsFor(kind: Kind): string {
  return WORDS[kind];
}

/** The function `soql/query.ts` gives us for functions, so that both files need not know each other. */
export type FunctionKind = (scope: Scope, call: SoqlFunctionContext) => Kind | null;

/** Checks every comparison of a WHERE or HAVING clause. */
export function checkFilters(scope: Scope, clause: unknown, kindOf: FunctionKind): void {
  const notInside = (node: unknown): boolean => !isSubQuery(node);
  for (const each of all(clause, FieldExpressionContext, notInside)) {
    checkComparison(scope, each, kindOf);
  }
}

function isSubQuery(node: unknown): node is SubQueryContext {
  return (node as { constructor: { name: string } }).constructor.name === 'SubQueryContext';
}

function checkComparison(scope: Scope, node: FieldExpressionContext, kindOf: FunctionKind): void {
  const name = node.fieldName() as FieldNameContext | null;
  const value = node.value() as ValueContext | null;
  const operator = node.comparisonOperator() as ComparisonOperatorContext | null;
  if (value === null || operator === null) {
    return;
  }
  if (name === null) {
    const kind = kindOf(scope, node.soqlFunction());
    if (kind !== null) {
      checkLiterals(scope, node, kind, value, node.soqlFunction().getText());
    }
    return;
  }
  const field = resolve(scope, name);
  const subQuery = value.subQuery() as SubQueryContext | null;
  if (field === null) {
    return;
  }
  if (field.kind === 'longtext' || field.kind === 'place') {
    scope.report(node, `${name.getText()} is ${WORDS[field.kind]} and can't be filtered.`, 'Filter by another field.');
    return;
  }
  checkOperator(scope, node, field, operator.getText().toLowerCase());
  if (subQuery === null) {
    checkLiterals(scope, node, field.kind, value, name.getText());
  } else {
    checkSemiJoin(scope, node, field, subQuery, kindOf);
  }
}

function checkOperator(scope: Scope, node: unknown, field: Field, operator: string): void {
  const refuse = (fix: string): void =>
    scope.report(node, `${operator.toUpperCase()} can't be used on ${field.name}, which is ${WORDS[field.kind]}.`, fix);
  if ((operator === 'includes' || operator === 'excludes') && field.kind !== 'multipicklist') {
    refuse('Use IN.');
  } else if (operator === 'like' && !['text', 'picklist', 'other'].includes(field.kind)) {
    refuse('Use =.');
  } else if (/^[<>]=?$/.test(operator) && ['flag', 'multipicklist'].includes(field.kind)) {
    refuse('Use = or !=.');
  }
}

function checkLiterals(scope: Scope, node: unknown, kind: Kind, value: ValueContext, name: string): void {
  const list = value.valueList() as ReturnType<ValueContext['valueList']> | null;
  for (const each of list === null ? [value] : list.value_list()) {
    const literal = literalOf(each);
    if (literal !== 'any' && !ACCEPTS[kind].includes(literal)) {
      scope.report(
        node,
        `${name} is ${WORDS[kind]} and can't be compared with ${each.getText()}.`,
        'Write the value in the form that the type of the field takes.',
      );
    }
  }
}

function literalOf(value: ValueContext): Literal {
  const has = (node: unknown): boolean => node !== null && node !== undefined;
  if (has(value.StringLiteral()) || has(value.MultilineStringLiteral())) {
    return 'text';
  }
  if (has(value.BooleanLiteral())) {
    return 'flag';
  }
  if (has(value.signedNumber()) || has(value.IntegralCurrencyLiteral())) {
    return 'number';
  }
  if (has(value.DateTimeLiteral())) {
    return 'datetime';
  }
  if (has(value.DateLiteral())) {
    return 'date';
  }
  if (has(value.TimeLiteral())) {
    return 'time';
  }
  return has(value.dateFormula()) ? 'day' : 'any';
}

/** `Id IN (SELECT Author__c FROM Book__c)`: one column, of ids, that leads to the object on the left. */
function checkSemiJoin(scope: Scope, node: unknown, left: Field, inner: SubQueryContext, kindOf: FunctionKind): void {
  if (left.kind !== 'id' && left.kind !== 'reference') {
    scope.report(node, `${left.name} is no id, so it can't be matched with a subquery.`, 'Match Id or a lookup.');
  }
  const from = inner.fromNameList().fieldName(0).getText();
  const object = scope.schema.find(from);
  if (object === null) {
    scope.report(inner, `There is no object ${from}.`, 'Correct the name of the object.');
    return;
  }
  const innerScope: Scope = { ...scope, object, alias: null };
  const has = (each: unknown): boolean => each !== null && each !== undefined;
  if (has(inner.limitClause()) || has(inner.orderByClause())) {
    scope.report(inner, 'A subquery in a filter takes no LIMIT and no ORDER BY.', 'Remove the clause.');
  }
  if (has(inner.whereClause())) {
    checkFilters(innerScope, inner.whereClause(), kindOf);
  }
  const columns = inner.subFieldList().subFieldEntry_list();
  const column = columns[0]?.fieldName() as FieldNameContext | null | undefined;
  if (columns.length !== 1 || !column) {
    scope.report(
      inner,
      'A subquery in a filter selects exactly one field.',
      'Select the id or lookup to match, alone.',
    );
    return;
  }
  const right = resolve(innerScope, column);
  if (right === null) {
    return;
  }
  if (right.kind !== 'id' && right.kind !== 'reference') {
    scope.report(inner, `${pathOf(column).join('.')} is no id, so it can't be matched.`, 'Select Id or a lookup.');
    return;
  }
  checkSameTarget(scope, node, left, right, object.name);
}

function checkSameTarget(scope: Scope, node: unknown, left: Field, right: Field, inner: string): void {
  const leads = (field: Field, owner: string): readonly string[] => (field.kind === 'id' ? [owner] : field.targets);
  const wanted = leads(left, scope.object.name).map((each) => each.toLowerCase());
  const offered = leads(right, inner).map((each) => each.toLowerCase());
  const open = wanted.includes('name') || offered.includes('name') || wanted.length === 0 || offered.length === 0;
  if (!open && !wanted.some((each) => offered.includes(each))) {
    scope.report(
      node,
      `${left.name} leads to ${wanted.join(' or ')}, but the subquery gives ids of ${offered.join(' or ')}.`,
      'Select a lookup that leads to the same object.',
    );
  }
}
