import type {
  FieldNameContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
} from '@apexdevtools/apex-parser';
import { checkFilters, wordsFor } from './filters.ts';
import { fieldOf, pathOf, resolve, type Report, type Scope } from './paths.ts';
import type { Kind, ObjectSchema, Schema } from './schema.ts';

const AGGREGATES = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'] as const;

/** Kinds that each aggregate refuses. */
const REFUSED_BY: Readonly<Record<string, readonly Kind[]>> = {
  COUNT: ['flag', 'longtext', 'place'],
  COUNT_DISTINCT: ['flag', 'longtext', 'place'],
  MIN: ['flag', 'longtext', 'place', 'multipicklist'],
  MAX: ['flag', 'longtext', 'place', 'multipicklist'],
};

const present = <T>(node: T): node is NonNullable<T> => node !== null && node !== undefined;

/** Checks one static query against the schema. */
export function checkQuery(schema: Schema, query: QueryContext, report: Report): void {
  const from = query.fromNameList().fieldName(0).getText();
  const object = schema.find(from);
  if (object === null || /__e$/i.test(from)) {
    report(query.fromNameList(), `${from} is no object that can be queried.`, 'Correct the name of the object.');
    return;
  }
  const alias = (query.fromNameList().soqlId_list()[0]?.getText() ?? '').toLowerCase() || null;
  const scope: Scope = { schema, object, alias, report };
  const entries = query.selectList().selectEntry_list();
  checkEntries(scope, entries);
  if (present(query.whereClause())) {
    checkFilters(scope, query.whereClause(), functionKind);
  }
  checkGrouping(scope, query, entries);
  checkOrder(scope, query);
  checkLock(scope, query, entries);
}

function checkSubQuery(outer: Scope, query: SubQueryContext): void {
  // `FROM Account.Contacts` is the long form of `FROM Contacts`.
  const name = pathOf(query.fromNameList().fieldName(0)).at(-1) ?? '';
  const child = outer.object.children.get(outer.schema.plain(name));
  const object: ObjectSchema | null = child === undefined ? null : outer.schema.find(child);
  if (object === null) {
    outer.report(
      query,
      `${outer.object.name} has no child relationship ${name}.`,
      'Use the relationship name of the lookup, with __r for a custom one.',
    );
    return;
  }
  const scope: Scope = { ...outer, object, alias: null };
  checkEntries(scope, query.subFieldList().subFieldEntry_list());
  if (present(query.whereClause())) {
    checkFilters(scope, query.whereClause(), functionKind);
  }
  checkOrder(scope, query);
  if (present(query.forClauses()) && query.forClauses().getText() !== '') {
    outer.report(query, 'A subquery takes no FOR clause.', 'Lock the rows in a query of their own.');
  }
}

function checkEntries(scope: Scope, entries: readonly (SelectEntryContext | SubFieldEntryContext)[]): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (present(entry.subQuery())) {
      checkSubQuery(scope, entry.subQuery());
    } else if (present(entry.typeOf())) {
      checkTypeOf(scope, entry.typeOf());
    } else if (present(entry.soqlFunction())) {
      functionKind(scope, entry.soqlFunction());
    } else {
      const name = entry.fieldName();
      const key = name.getText().toLowerCase();
      if (seen.has(key)) {
        scope.report(entry, `${name.getText()} is selected twice.`, 'Remove one of the two.');
      }
      seen.add(key);
      resolve(scope, name);
    }
  }
}

/** The kind of a function's result, after checking its argument; null where nothing is known about it. */
function functionKind(scope: Scope, call: SoqlFunctionContext): Kind | null {
  const text = call.getText().toUpperCase();
  const name = text.slice(0, text.indexOf('('));
  const report = (message: string, fix: string): null => {
    scope.report(call, message, fix);
    return null;
  };
  if (name === 'FIELDS') {
    return text === 'FIELDS(STANDARD)'
      ? null
      : report(`${text} is refused in Apex, where a query must be bounded.`, 'List the fields.');
  }
  if (name === 'DISTANCE') {
    for (const place of call.locationValue_list()) {
      const argument = place.fieldName();
      const field = present(argument) ? resolve(scope, argument) : null;
      if (field !== null && field.kind !== 'place') {
        report(`DISTANCE needs a location, and ${field.name} is ${wordsFor(field.kind)}.`, 'Name a location field.');
      }
    }
    return 'number';
  }
  const inner = call.soqlFunction();
  if (present(inner)) {
    return functionKind(scope, inner);
  }
  const dateField = call.dateFieldName();
  const argument: FieldNameContext | null = present(dateField) ? dateField.fieldName() : call.fieldName();
  if (!present(argument)) {
    return 'number';
  }
  const field = resolve(scope, argument);
  if (field === null) {
    return null;
  }
  const wrong = `${name} can't be used on ${argument.getText()}, which is ${wordsFor(field.kind)}.`;
  if (present(dateField)) {
    const needsTime = name === 'HOUR_IN_DAY' || name === 'DAY_ONLY';
    const fits = field.kind === 'datetime' || (field.kind === 'date' && !needsTime);
    return fits ? (name === 'DAY_ONLY' ? 'date' : 'number') : report(wrong, 'Name a date field.');
  }
  const refused = name === 'SUM' || name === 'AVG' ? field.kind !== 'number' : REFUSED_BY[name]?.includes(field.kind);
  if (refused === true) {
    return report(wrong, 'Use a field of a fitting type.');
  }
  return name.startsWith('COUNT') || name === 'GROUPING' ? 'number' : name === 'FORMAT' ? null : field.kind;
}

function isAggregate(call: SoqlFunctionContext | null): boolean {
  const text = (call?.getText() ?? '').toUpperCase();
  return AGGREGATES.some((each) => text.startsWith(`${each}(`));
}

function checkGrouping(scope: Scope, query: QueryContext, entries: readonly SelectEntryContext[]): void {
  const group = query.groupByClause();
  const grouped = new Set<string>();
  if (present(group)) {
    for (const each of group.fieldGroupByList().fieldGroupBy_list()) {
      grouped.add(each.getText().toLowerCase());
      if (present(each.soqlFunction())) {
        functionKind(scope, each.soqlFunction());
        continue;
      }
      const field = resolve(scope, each.fieldName());
      if (field !== null && ['longtext', 'multipicklist', 'place', 'datetime', 'time'].includes(field.kind)) {
        scope.report(
          each,
          `${field.name} is ${wordsFor(field.kind)} and can't be grouped by.`,
          'Group by another field.',
        );
      } else if (field?.kind === 'number' && field.name.endsWith('__c')) {
        scope.report(
          each,
          `${field.name} is a custom number, and those can't be grouped by.`,
          'Group by another field.',
        );
      }
    }
    if (present(group.logicalExpression())) {
      checkFilters(scope, group.logicalExpression(), functionKind);
    }
  }
  const aggregate = present(group) || entries.some((each) => isAggregate(each.soqlFunction()));
  if (!aggregate) {
    return;
  }
  for (const entry of entries) {
    const named = entry.fieldName() ?? entry.soqlFunction();
    const open = !present(named) || isAggregate(entry.soqlFunction()) || /^grouping\(/i.test(named.getText());
    if (present(entry.subQuery()) || present(entry.typeOf())) {
      scope.report(entry, 'An aggregate query takes no subquery and no TYPEOF.', 'Query the children on their own.');
    } else if (!open && !grouped.has(named.getText().toLowerCase())) {
      scope.report(entry, `${named.getText()} must be grouped or aggregated.`, 'Add it to GROUP BY.');
    }
  }
  if (present(query.orderByClause())) {
    for (const each of query.orderByClause().fieldOrderList().fieldOrder_list()) {
      const named = each.fieldName() ?? each.soqlFunction();
      if (present(named) && !isAggregate(each.soqlFunction()) && !grouped.has(named.getText().toLowerCase())) {
        scope.report(each, `${named.getText()} must be grouped or aggregated.`, 'Order by what is grouped.');
      }
    }
  }
}

function checkOrder(scope: Scope, query: QueryContext | SubQueryContext): void {
  const clause = query.orderByClause();
  for (const each of present(clause) ? clause.fieldOrderList().fieldOrder_list() : []) {
    if (present(each.soqlFunction())) {
      functionKind(scope, each.soqlFunction());
      continue;
    }
    const field = resolve(scope, each.fieldName());
    if (field !== null && ['longtext', 'multipicklist', 'place'].includes(field.kind)) {
      scope.report(
        each,
        `${field.name} is ${wordsFor(field.kind)} and can't be ordered by.`,
        'Order by another field.',
      );
    }
  }
}

function checkLock(scope: Scope, query: QueryContext, entries: readonly SelectEntryContext[]): void {
  const locks = present(query.forClauses()) && query.forClauses().UPDATE_list().length > 0;
  if (!locks) {
    return;
  }
  if (present(query.orderByClause())) {
    scope.report(
      query.forClauses(),
      'FOR UPDATE and ORDER BY exclude each other; locked rows come in id order.',
      'Remove ORDER BY.',
    );
  }
  if (present(query.groupByClause()) || entries.some((each) => isAggregate(each.soqlFunction()))) {
    scope.report(query.forClauses(), 'An aggregate query can lock nothing.', 'Lock the rows in a query of their own.');
  }
}

function checkTypeOf(scope: Scope, node: TypeOfContext): void {
  const name = node.fieldName().getText();
  const targets = scope.object.parents.get(scope.schema.plain(name));
  if (targets === undefined || !scope.schema.isPolymorphic(targets)) {
    scope.report(
      node,
      `TYPEOF needs a lookup to several objects, and ${name} is none.`,
      'Follow the lookup by its path.',
    );
    return;
  }
  for (const clause of node.whenClause_list()) {
    const object = scope.schema.find(clause.fieldName().getText());
    if (object === null) {
      scope.report(clause, `There is no object ${clause.fieldName().getText()}.`, 'Correct the name of the object.');
      continue;
    }
    for (const field of clause.fieldNameList().fieldName_list()) {
      if (pathOf(field).length === 1 && fieldOf(scope.schema, [object], field.getText()) === null) {
        scope.report(field, `${object.name} has no field ${field.getText()}.`, 'Correct the name of the field.');
      }
    }
  }
}
