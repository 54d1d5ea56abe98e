/** Runs a plan: rows found and ordered first, made into Apex rows last, so that a locator can do so in slices. */
import type { Row } from '../data/store.ts';
import { SObjectValue } from '../runtime/sobject.ts';
import type { Execution } from './execution.ts';
import { SoqlUnsupported } from './faults.ts';
import { groupRows } from './operators/group.ts';
import { havingRows } from './operators/having.ts';
import { limitRows } from './operators/limit.ts';
import { projector } from './operators/project.ts';
import { matchingRows } from './operators/scan.ts';
import { sortRows } from './operators/sort.ts';
import type { Plan } from './plan/plan.ts';
import { AGGREGATE_RESULT } from './plan/syntheticFields.ts';

/** The stored rows a query for rows or a count is about, in order. */
export function findRows(execution: Execution, plan: Plan): readonly Row[] {
  const rows = matchingRows(execution, plan, plan.query.isAllRows);
  return limitRows(execution, sortRows(execution, rows, plan.order), plan.limit, plan.offset);
}

export function projectRows(execution: Execution, plan: Plan, rows: readonly Row[]): SObjectValue[] {
  if (!plan.shape) {
    throw new SoqlUnsupported(`rows of a query for ${plan.kind === 'count' ? 'a count' : 'groups'}`, 0);
  }
  return rows.map(projector(execution, plan.shape));
}

export function aggregateRows(execution: Execution, plan: Plan): readonly SObjectValue[] {
  const { grouping } = plan;
  if (!grouping) {
    return [];
  }
  const rows = matchingRows(execution, plan, plan.query.isAllRows);
  const groups = sortRows(
    execution,
    havingRows(execution, groupRows(execution, grouping, rows), grouping.having),
    grouping.order,
  );
  const isCountOnly = grouping.aggregates.every((call) => call.function === 'COUNT');
  const shown = limitRows(execution, groups, plan.limit, plan.offset);
  execution.countRows(plan, isCountOnly ? shown.length : rows.length);
  const object = execution.schema.find(AGGREGATE_RESULT.name) ?? AGGREGATE_RESULT;
  const queried = new Set(grouping.columns.map((column) => column.name.toLowerCase()));
  return shown.map((group) => {
    const made = new SObjectValue(object, true);
    made.queriedFields = queried;
    for (const { name, read } of grouping.columns) {
      made.set(name, read(group));
    }
    return made;
  });
}
