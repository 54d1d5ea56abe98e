import userId from '@salesforce/user/Id';
import type { RowSource } from 'c/weekModel';

/**
 * Rows that were added to a week and have no time yet. They last as long as the browser's tab, so that a reload keeps
 * them; the org knows a row by its time.
 */
const keyOf = (weekStart: string): string => `week-rows:${userId}:${weekStart}`;

export function readAddedRows(weekStart: string): readonly RowSource[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(weekStart)) ?? '[]') as readonly RowSource[];
  } catch {
    // No storage, or something else in it: the rows are a convenience.
    return [];
  }
}

export function keepAddedRows(weekStart: string, rows: readonly RowSource[]): void {
  try {
    sessionStorage.setItem(keyOf(weekStart), JSON.stringify(rows));
  } catch {
    // Full or forbidden: see above.
  }
}
