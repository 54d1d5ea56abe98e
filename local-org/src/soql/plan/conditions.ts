/**
 * WHERE as a filter over rows, HAVING as one over groups. Indexes are only taken from conditions that must hold for
 * every row of the result: those joined by AND at the top.
 */
import type { Row } from '../../data/store.ts';
import type { Value } from '../../values/value.ts';
import type { Comparison, Condition, FieldPath, FunctionCall, Literal } from '../ast.ts';
import type { Execution, Read } from '../execution.ts';
import { SoqlFault } from '../faults.ts';
import { isIndexed } from '../tables.ts';
import { isFilterable } from '../values/kinds.ts';
import type { Target } from '../values/operand.ts';
import { checkComparison, makeTest, operandsOf } from '../values/test.ts';
import { planExpression } from './expression.ts';
import type { Expression, Filter, IndexChoice } from './plan.ts';
import type { Scope } from './resolvePath.ts';
import { planSemiJoin, type SemiJoin } from './semiJoins.ts';
import type { Uses } from './uses.ts';

/** Something comparable: the column, and how to read it from a row or a group. */
export interface Column<T> extends Target {
  readonly bind: (execution: Execution) => Read<T>;
}

export function targetOf(expression: Expression): Target {
  return { at: expression.at, name: expression.name, kind: expression.kind, field: expression.field };
}

/** Writes down the binds of a comparison and checks its literals. */
export function planComparison<T>(
  uses: Uses,
  column: Column<T>,
  operator: Comparison,
  right: Literal | readonly Literal[],
): Filter<T> {
  checkComparison(column, operator, right);
  const literals: readonly Literal[] = Array.isArray(right) ? right : [right as Literal];
  const takesMany =
    operator === 'IN' ||
    operator === 'NOT IN' ||
    operator === 'INCLUDES' ||
    operator === 'EXCLUDES' ||
    operator === 'LIKE';
  for (const literal of literals) {
    if (literal.kind === 'bind') {
      uses.binds.push({ text: literal.text, at: column.at, field: column.field, takesMany });
    }
  }
  return (execution) => {
    const read = column.bind(execution);
    const test = makeTest(execution, column, operator, right);
    return (item) => test(read(item));
  };
}

export function combine<T>(kind: 'and' | 'or', filters: readonly Filter<T>[]): Filter<T> {
  const [first, second] = filters;
  if (!first || !second) {
    return first ?? (() => () => true);
  }
  return (execution) => {
    const predicates = filters.map((filter) => filter(execution));
    return kind === 'and'
      ? (item) => predicates.every((holds) => holds(item))
      : (item) => predicates.some((holds) => holds(item));
  };
}

export function negate<T>(filter: Filter<T>): Filter<T> {
  return (execution) => {
    const holds = filter(execution);
    return (item) => !holds(item);
  };
}

export interface PlannedWhere {
  readonly filter: Filter;
  readonly indexes: readonly IndexChoice[];
}

/** Where a condition stands: semi-joins may only stand at the top or below AND. */
interface Place {
  readonly isCertain: boolean;
  readonly below: 'top' | 'or' | 'nested' | 'not';
}

export class WherePlanner {
  readonly #scope: Scope;
  readonly #uses: Uses;
  readonly #isInner: boolean;
  readonly #indexes: IndexChoice[] = [];
  #semiJoins = 0;

  /** `isInner` for the query of a semi-join, which may hold none itself. */
  constructor(scope: Scope, uses: Uses, isInner: boolean) {
    this.#scope = scope;
    this.#uses = uses;
    this.#isInner = isInner;
  }

  plan(condition: Condition): PlannedWhere {
    const filter = this.#condition(condition, { isCertain: true, below: 'top' });
    return { filter, indexes: this.#indexes };
  }

  #condition(condition: Condition, place: Place): Filter {
    switch (condition.kind) {
      case 'and':
        return combine(
          'and',
          condition.conditions.map((one) => this.#condition(one, place)),
        );
      case 'or': {
        const below = place.below === 'top' && place.isCertain ? 'or' : 'nested';
        return combine(
          'or',
          condition.conditions.map((one) => this.#condition(one, { isCertain: false, below })),
        );
      }
      case 'not':
        return negate(this.#condition(condition.condition, { isCertain: false, below: 'not' }));
      case 'compare':
        return this.#comparison(condition.left, condition.operator, condition.right, place);
      case 'semiJoin':
        return this.#semiJoin(condition, place);
    }
  }

  #comparison(
    left: FieldPath | FunctionCall,
    operator: Comparison,
    right: Literal | readonly Literal[],
    place: Place,
  ): Filter {
    const expression = planExpression(this.#scope, this.#uses, left);
    if (!isFilterable(expression.field)) {
      throw new SoqlFault('NOT_FILTERABLE', expression.at, expression.field.name);
    }
    const column: Column<Row> = { ...targetOf(expression), bind: expression.bind };
    const filter = planComparison(this.#uses, column, operator, right);
    if (place.isCertain && (operator === '=' || operator === 'IN')) {
      this.#addIndex(expression, (execution) => valuesOf(execution, column, right));
    }
    return filter;
  }

  #addIndex(expression: Expression, values: IndexChoice['values']): void {
    if (expression.isPlain && expression.isOwn && (expression.field.type === 'id' || isIndexed(expression.field))) {
      this.#indexes.push({ field: expression.field, values });
    }
  }

  #semiJoin(condition: Extract<Condition, { kind: 'semiJoin' }>, place: Place): Filter {
    const { at } = condition.left;
    if (this.#isInner) {
      throw new SoqlFault('SEMI_NESTED', at);
    }
    if (place.below !== 'top') {
      throw new SoqlFault(
        place.below === 'or' ? 'SEMI_OR' : place.below === 'not' ? 'SEMI_NOT' : 'SEMI_NESTED_WHERE',
        at,
      );
    }
    if (++this.#semiJoins > 2) {
      throw new SoqlFault('SEMI_COUNT', at);
    }
    const join: SemiJoin = planSemiJoin(this.#scope, this.#uses, condition);
    if (!condition.isNegated) {
      this.#addIndex(join.left, (execution) => [...join.ids(execution)]);
    }
    return join.filter;
  }
}

/** The values an index is asked for; null where one of them is null, which no index holds. */
function valuesOf(execution: Execution, target: Target, right: Literal | readonly Literal[]): readonly Value[] | null {
  const values: Value[] = [];
  for (const operand of operandsOf(execution, target, right)) {
    if (operand.kind !== 'value') {
      return null;
    }
    values.push(operand.value);
  }
  return values;
}
