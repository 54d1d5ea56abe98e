/** Keeps the groups HAVING holds for; runs after all rows are counted and before ordering. */
import type { Execution } from '../execution.ts';
import type { Filter, GroupRow } from '../plan/plan.ts';

export function havingRows(
  execution: Execution,
  groups: readonly GroupRow[],
  having: Filter<GroupRow> | null,
): readonly GroupRow[] {
  return having ? groups.filter(having(execution)) : groups;
}
