/** Yields the rows of one object that pass its filter and the user's sharing; deleted rows only when asked for. */
import type { Row } from '../../data/store.ts';
import type { Execution, Predicate } from '../execution.ts';
import type { Source } from '../plan/planSource.ts';
import { visibleTo } from '../access.ts';
import { indexedRows } from './indexLookup.ts';

export function matchingRows(
  execution: Execution,
  source: Pick<Source, 'object' | 'filter' | 'indexes'>,
  includeDeleted: boolean,
): Row[] {
  const { object } = source;
  const rows = includeDeleted ? null : indexedRows(execution, object, source.indexes);
  const passes: Predicate = source.filter?.(execution) ?? (() => true);
  const isVisible = visibleTo(execution, object);
  const found: Row[] = [];
  for (const row of rows ?? execution.tables.rows(object.name, includeDeleted)) {
    if (passes(row) && (isVisible === null || isVisible(row))) {
      found.push(row);
    }
  }
  return found;
}
