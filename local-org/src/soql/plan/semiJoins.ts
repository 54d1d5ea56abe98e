/**
 * Semi-joins and anti-joins: `Id IN (SELECT AccountId FROM Contact WHERE …)`. Both sides are ids of the same object; the
 * inner query runs once per run and gives a set of ids.
 */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { Condition, Query } from '../ast.ts';
import { bindField, type Execution } from '../execution.ts';
import { SoqlFault, SoqlUnsupported } from '../faults.ts';
import { matchingRows } from '../operators/scan.ts';
import { planExpression } from './expression.ts';
import type { Expression, Filter } from './plan.ts';
import { planSource } from './planSource.ts';
import { resolvePath, type Scope } from './resolvePath.ts';
import type { Uses } from './uses.ts';

export interface SemiJoin {
  readonly left: Expression;
  readonly filter: Filter;
  ids(execution: Execution): ReadonlySet<string>;
}

const isId = (field: FieldInfo): boolean => field.type === 'id' || field.type === 'reference';

function pointsTo(object: ObjectInfo, field: FieldInfo): readonly string[] {
  return field.type === 'id' ? [object.name] : field.referenceTo;
}

export function planSemiJoin(scope: Scope, uses: Uses, condition: Extract<Condition, { kind: 'semiJoin' }>): SemiJoin {
  const { left: path, query, isNegated } = condition;
  const left = planExpression(scope, uses, path);
  if (!isId(left.field)) {
    throw new SoqlFault('SEMI_LEFT', path.at, left.name);
  }
  const source = planSource(scope, uses, query, true);
  const [item] = query.select;
  if (query.select.length !== 1 || item?.kind !== 'field') {
    throw new SoqlFault('SEMI_SELECT', query.from.at, item?.kind === 'function' ? item.call.name : '');
  }
  checkClauses(query);
  const selected = resolvePath(source.scope, item.path);
  uses.addPath(selected, true);
  if (!isId(selected.field)) {
    throw new SoqlFault('SEMI_SELECT', item.path.at, selected.field.name);
  }
  if (source.object === scope.object) {
    throw new SoqlFault('SEMI_SAME', query.from.at);
  }
  const targets = pointsTo(selected.object, selected.field);
  const owner = resolvePath(scope, path).object;
  if (!pointsTo(owner, left.field).some((target) => targets.includes(target))) {
    throw new SoqlFault('SEMI_TYPE', item.path.at, selected.field.name, left.name);
  }
  const ids = (execution: Execution): ReadonlySet<string> => {
    const read = bindField(execution, selected);
    const found = new Set<string>();
    for (const row of matchingRows(execution, source, false)) {
      const id = read(row);
      if (typeof id === 'string') {
        found.add(id);
      }
    }
    return found;
  };
  const filter: Filter = (execution) => {
    const read = left.bind(execution);
    const found = ids(execution);
    return (row) => {
      const id = read(row);
      return (typeof id === 'string' && found.has(id)) !== isNegated;
    };
  };
  return { left, filter, ids };
}

/** SOQL and SOSL Reference, "Comparison Operators": what a sub-select may not have. */
function checkClauses(query: Query): void {
  const clauses: readonly (readonly [boolean, string])[] = [
    [query.groupBy !== null, 'GROUP BY'],
    [query.orderBy.length > 0, 'ORDER BY'],
    [query.limit !== null, 'LIMIT'],
    [query.offset !== null, 'OFFSET'],
    [query.isForUpdate, 'FOR UPDATE'],
  ];
  const found = clauses.find(([isThere]) => isThere);
  if (found) {
    throw new SoqlUnsupported(`${found[1]} in a semi-join`, query.from.at);
  }
}
