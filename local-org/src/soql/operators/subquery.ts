/** The children of one row: filtered, ordered and limited for each parent by itself. Counts its rows as query rows. */
import type { Row } from '../../data/store.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import { visibleTo } from '../access.ts';
import type { Execution, Predicate } from '../execution.ts';
import type { ShapeChild } from '../plan/plan.ts';
import { limitRows } from './limit.ts';
import { projector } from './project.ts';
import { sortRows } from './sort.ts';

export function childrenReader(execution: Execution, child: ShapeChild): (row: Row) => readonly SObjectValue[] {
  const { plan, link } = child;
  if (!plan.shape) {
    return () => [];
  }
  const project = projector(execution, plan.shape);
  const passes: Predicate = plan.filter?.(execution) ?? (() => true);
  const isVisible = visibleTo(execution, plan.object);
  const candidatesOf = childRows(execution, child);
  return (parent) => {
    const rows = candidatesOf(parent).filter(
      (row) =>
        row[link.name] === parent.Id &&
        row['IsDeleted'] !== true &&
        passes(row) &&
        (isVisible === null || isVisible(row)),
    );
    const chosen = limitRows(execution, sortRows(execution, rows, plan.order), plan.limit, plan.offset);
    execution.countRows(plan, chosen.length);
    return chosen.map(project);
  };
}

/** By the index of the lookup, or for a table without one by a grouping made on first use. */
function childRows(execution: Execution, child: ShapeChild): (parent: Row) => readonly Row[] {
  const { plan, link } = child;
  let groups: Map<unknown, Row[]> | null = null;
  return (parent) => {
    const indexed = execution.tables.findBy(plan.object, link, parent.Id);
    if (indexed) {
      return indexed;
    }
    if (groups === null) {
      groups = new Map();
      for (const row of execution.tables.rows(plan.object.name, false)) {
        const key = row[link.name];
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
    }
    return groups.get(parent.Id) ?? [];
  };
}
