/**
 * A grouped query: keys, aggregates, columns, HAVING and ORDER BY over groups. Whatever is selected, filtered or ordered
 * is a key or an aggregate. Columns without an alias are named after their field, or expr0, expr1 … in turn.
 */
import type { Condition, FieldPath, FunctionCall, Literal, Query } from '../ast.ts';
import type { Read } from '../execution.ts';
import { SoqlFault, SoqlUnsupported } from '../faults.ts';
import type { ValueKind } from '../values/kinds.ts';
import { combine, negate, planComparison } from './conditions.ts';
import { isCall, pathArgument, planExpression } from './expression.ts';
import { isSortable, picklistPlaces } from './ordering.ts';
import type { AggregateCall, Expression, Filter, GroupRow, Grouping, OrderTerm } from './plan.ts';
import type { Scope } from './resolvePath.ts';
import { plainField } from './syntheticFields.ts';
import type { Uses } from './uses.ts';

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);
const GROUPING_LEVELS = 3;

export function isAggregateQuery(query: Query): boolean {
  return (
    query.groupBy !== null || query.select.some((item) => item.kind === 'function' && isAggregateName(item.call.name))
  );
}

export function isAggregateName(name: string): boolean {
  return AGGREGATES.has(name.toUpperCase()) || name.toUpperCase() === 'GROUPING';
}

/** A column of the result as it can be compared and ordered. */
interface GroupColumn {
  readonly at: number;
  readonly name: string;
  readonly kind: ValueKind;
  readonly field: Expression['field'];
  readonly isPlain: boolean;
  readonly isExpression: boolean;
  readonly read: Read<GroupRow>;
}

/** Support of field types by function: SOQL and SOSL Reference, "Support for Field Types in Aggregate Functions". */
function supports(name: AggregateCall['function'], of: Expression): boolean {
  if (of.field.type === 'encryptedstring' || of.field.type === 'anytype' || of.field.isLongText) {
    return false;
  }
  if (name === 'SUM' || name === 'AVG') {
    return of.kind === 'number';
  }
  return ['number', 'text', 'id', 'date', 'datetime'].includes(of.kind);
}

export class GroupingPlanner {
  readonly #scope: Scope;
  readonly #uses: Uses;
  readonly #query: Query;
  readonly #keys: Expression[] = [];
  readonly #aggregates: AggregateCall[] = [];

  constructor(scope: Scope, uses: Uses, query: Query) {
    this.#scope = scope;
    this.#uses = uses;
    this.#query = query;
  }

  plan(): Grouping {
    const { groupBy, having, orderBy, limit } = this.#query;
    for (const item of groupBy?.items ?? []) {
      this.#key(item);
    }
    if (!groupBy && (limit || orderBy.length > 0)) {
      throw new SoqlFault('OVERALL_LIMIT', this.#query.from.at, limit ? 'LIMIT' : 'ORDER BY');
    }
    if (!groupBy && having) {
      throw new SoqlFault('HAVING_GROUP', this.#query.from.at);
    }
    const columns = this.#columns();
    const filter = having ? this.#having(having) : null;
    const order = orderBy.map((term) => this.#order(term));
    return {
      isGrouped: groupBy !== null,
      keys: this.#keys,
      totals: this.#totals(),
      aggregates: this.#aggregates,
      columns,
      having: filter,
      order,
    };
  }

  #key(item: FieldPath | FunctionCall): void {
    const key = planExpression(this.#scope, this.#uses, item, true);
    const { field } = key;
    if (
      key.isPlain &&
      (!field.isGroupable || field.isLongText || field.type === 'datetime' || field.type === 'multipicklist')
    ) {
      throw new SoqlFault('NOT_GROUPABLE', key.at, field.name);
    }
    this.#keys.push(key);
  }

  #totals(): readonly (readonly boolean[])[] {
    const mode = this.#query.groupBy?.mode ?? 'plain';
    const count = this.#keys.length;
    if (mode !== 'plain' && count > GROUPING_LEVELS) {
      throw new SoqlUnsupported(
        `more than ${GROUPING_LEVELS} fields in GROUP BY ${mode.toUpperCase()}`,
        this.#query.from.at,
      );
    }
    const mask = (bits: number): readonly boolean[] =>
      this.#keys.map((_key, index) => ((bits >> (count - 1 - index)) & 1) === 1);
    switch (mode) {
      case 'plain':
        return [mask(0)];
      case 'rollup':
        return Array.from({ length: count + 1 }, (_item, level) => mask(2 ** level - 1));
      case 'cube':
        return Array.from({ length: 2 ** count }, (_item, bits) => mask(bits));
    }
  }

  #columns(): Grouping['columns'] {
    const columns: { readonly name: string; readonly read: Read<GroupRow> }[] = [];
    const names = new Set<string>();
    let unnamed = 0;
    for (const item of this.#query.select) {
      if (item.kind !== 'field' && item.kind !== 'function') {
        throw new SoqlUnsupported(`${item.kind} in a grouped query`, this.#query.from.at);
      }
      const column = this.#column(item.kind === 'field' ? item.path : item.call, 'NOT_GROUPED');
      const name = item.alias ?? (column.isExpression ? `expr${unnamed++}` : column.field.name);
      if (names.has(name.toLowerCase())) {
        throw new SoqlFault('DUPLICATE_ALIAS', column.at, name);
      }
      names.add(name.toLowerCase());
      columns.push({ name, read: column.read });
    }
    return columns;
  }

  #column(item: FieldPath | FunctionCall, missing: 'NOT_GROUPED' | 'ORDER_NOT_GROUPED'): GroupColumn {
    if (isCall(item) && isAggregateName(item.name)) {
      return item.name.toUpperCase() === 'GROUPING' ? this.#groupingColumn(item) : this.#aggregateColumn(item);
    }
    const expression = planExpression(this.#scope, this.#uses, item, missing === 'NOT_GROUPED');
    const index = this.#keys.findIndex((key) => key.key === expression.key);
    if (index >= 0) {
      return { ...expression, isExpression: isCall(item), read: (group) => group.keys[index] ?? null };
    }
    const labelled = this.#keys.findIndex((key) => `tolabel(${key.key})` === expression.key);
    if (labelled >= 0) {
      throw new SoqlUnsupported('toLabel() of a grouped field', expression.at);
    }
    throw new SoqlFault(missing, item.at, isCall(item) ? item.name : item.parts.join('.'));
  }

  #groupingColumn(call: FunctionCall): GroupColumn {
    const of = planExpression(this.#scope, this.#uses, pathArgument(call), true);
    const index = this.#keys.findIndex((key) => key.key === of.key);
    if (index < 0) {
      throw new SoqlFault('GROUPING_FIELD', call.at, of.name);
    }
    const field = plainField('GROUPING', 'integer');
    return {
      at: call.at,
      name: call.name,
      kind: 'number',
      field,
      isPlain: false,
      isExpression: true,
      read: (group) => Number(group.isTotal[index] ?? false),
    };
  }

  #aggregateColumn(call: FunctionCall): GroupColumn {
    const name = call.name.toUpperCase() as AggregateCall['function'];
    const of = planExpression(this.#scope, this.#uses, this.#argument(call), true);
    if (this.#keys.some((key) => key.key === of.key && of.isPlain)) {
      throw new SoqlFault('GROUPED_AGGREGATED', of.at, of.name);
    }
    if (!supports(name, of)) {
      throw new SoqlFault('AGGREGATE_TYPE', call.at, of.name, name);
    }
    const isRowCount = name === 'COUNT' && of.field.name === 'Id' && of.isOwn;
    const key = `${name}(${of.key})`.toLowerCase();
    let index = this.#aggregates.findIndex((one) => one.key === key);
    if (index < 0) {
      index = this.#aggregates.push({ key, function: name, of: isRowCount ? null : of }) - 1;
    }
    const isCount = name === 'COUNT' || name === 'COUNT_DISTINCT';
    const field = isCount ? plainField(name, 'integer') : name === 'AVG' ? plainField(name, 'double') : of.field;
    const kind: ValueKind = isCount ? 'number' : of.kind;
    const at = index;
    return {
      at: call.at,
      name: call.name,
      kind,
      field,
      isPlain: name === 'MIN' || name === 'MAX',
      isExpression: true,
      read: (group) => group.aggregates[at] ?? null,
    };
  }

  #argument(call: FunctionCall): FieldPath | FunctionCall {
    const [argument] = call.arguments;
    if (argument === undefined) {
      throw new SoqlFault('SYNTAX', call.at, "unexpected token: ')'");
    }
    if (call.arguments.length === 1 && !('kind' in argument) && isCall(argument)) {
      return argument;
    }
    return pathArgument(call);
  }

  #having(condition: Condition): Filter<GroupRow> {
    switch (condition.kind) {
      case 'and':
      case 'or':
        return combine(
          condition.kind,
          condition.conditions.map((one) => this.#having(one)),
        );
      case 'not':
        return negate(this.#having(condition.condition));
      case 'compare': {
        const column = this.#column(condition.left, 'NOT_GROUPED');
        const right: Literal | readonly Literal[] = condition.right;
        return planComparison(this.#uses, { ...column, bind: () => column.read }, condition.operator, right);
      }
      case 'semiJoin':
        throw new SoqlUnsupported('a semi-join in HAVING', condition.left.at);
    }
  }

  #order(term: Query['orderBy'][number]): OrderTerm<GroupRow> {
    const column = this.#column(term.by, 'ORDER_NOT_GROUPED');
    if (!isSortable(column.field)) {
      throw new SoqlFault('NOT_SORTABLE', column.at, column.field.name);
    }
    return {
      kind: column.kind,
      isDescending: term.isDescending,
      nullsFirst: term.nulls !== 'LAST',
      places: column.isPlain ? picklistPlaces(column.field) : null,
      bind: () => column.read,
    };
  }
}
