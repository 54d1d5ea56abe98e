import { addDays, DAYS_OF_WEEK, type Day } from 'c/weekDates';
import { rowKeyOf, sourceOf, type Draft, type Row, type RowSource } from 'c/weekModel';
import type { EntryView, SavedWeek, WeekView } from 'views/time';
import { copiedDraft } from './drafts';

/** The favorites as rows. */
export function favoritesOf(view: WeekView): readonly RowSource[] {
  return (view.favorites ?? []).map((favorite) => ({
    projectId: favorite.projectId ?? '',
    projectName: favorite.projectName ?? '',
    taskId: favorite.taskId ?? '',
    taskName: favorite.taskName ?? '',
    isBillable: favorite.billable ?? true,
  }));
}

/** The period of each closed day. */
export function closedDaysOf(view: WeekView): ReadonlyMap<string, string> {
  return new Map((view.closedDays ?? []).map(({ day, periodName }) => [day ?? '', periodName ?? '']));
}

/** The entries of a week after a save: the days it touched are as the org has them now. */
export function entriesAfter(
  saved: SavedWeek,
  entries: readonly EntryView[],
  days: readonly Day[],
): readonly EntryView[] {
  const touched = new Set(saved.days ?? []);
  const shown = new Set(days.map(({ date }) => date));
  return [
    ...entries.filter(({ workDate }) => !touched.has(workDate ?? '')),
    ...(saved.entries ?? []).filter(({ workDate }) => shown.has(workDate ?? '')),
  ];
}

/** Each row that has time, once. */
export function sourcesOf(entries: readonly EntryView[]): readonly RowSource[] {
  return [...new Map(entries.map((entry) => [rowKeyOf(sourceOf(entry)), sourceOf(entry)])).values()];
}

/** The hours of the week before for the cells that have none and are open. */
export function copiedDrafts(
  entriesBefore: readonly EntryView[],
  rows: readonly Row[],
  days: readonly Day[],
): readonly Draft[] {
  const seconds = new Map<string, number>();
  for (const entry of entriesBefore) {
    const key = `${rowKeyOf(sourceOf(entry))}|${addDays(entry.workDate ?? '', DAYS_OF_WEEK)}`;
    seconds.set(key, (seconds.get(key) ?? 0) + (entry.seconds ?? 0));
  }
  return rows.flatMap((row) =>
    row.cells
      .filter((cell) => seconds.has(cell.key) && cell.seconds === 0 && days[cell.column]?.closedPeriod === '')
      .map((cell) => copiedDraft(row, cell, seconds.get(cell.key) ?? 0)),
  );
}
