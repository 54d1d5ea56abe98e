import { clockText } from 'c/timeFormat';
import type { Day } from 'c/weekDates';
import type { EntryView } from 'views/time';

/** A project with one of its tasks, to log time on. */
export interface RowSource {
  readonly projectId: string;
  readonly projectName: string;
  /** Empty for the project without a task. */
  readonly taskId: string;
  readonly taskName: string;
  /** Whether new entries start as billable. */
  readonly isBillable: boolean;
}

/** What was entered for one entry and is not saved yet, with what it was based on. */
export interface Draft {
  /** The entry's id; for time that is added, the cell's key. */
  readonly key: string;
  readonly rowKey: string;
  readonly source: RowSource;
  readonly date: string;
  readonly entryId: string | null;
  /** As it was typed. */
  readonly text: string;
  /** 0: the entry goes. Null: what was typed is no duration. */
  readonly seconds: number | null;
  /** Undefined: stays as it is. */
  readonly description?: string | undefined;
  readonly isBillable?: boolean | undefined;
  readonly knownSeconds: number;
  readonly knownDescription: string;
  readonly knownEntryIds: readonly string[];
  /** Why it is not saved; empty while nothing is wrong. */
  readonly problem: string;
  /** Whether the cell changed meanwhile, so that what it holds now is shown instead. */
  readonly isConflict: boolean;
}

export interface Cell {
  readonly key: string;
  readonly date: string;
  readonly column: number;
  readonly entries: readonly EntryView[];
  /** What is saved and what is about to be. */
  readonly seconds: number;
  readonly text: string;
  readonly problem: string;
  /** Several entries: the cell shows their sum. */
  readonly isList: boolean;
  readonly isLocked: boolean;
  readonly hasNote: boolean;
}

export interface Row {
  readonly key: string;
  readonly source: RowSource;
  /** `Apollo · Design`. */
  readonly name: string;
  readonly isFavorite: boolean;
  readonly cells: readonly Cell[];
  readonly seconds: number;
}

export interface WeekContent {
  readonly days: readonly Day[];
  readonly entries: readonly EntryView[];
  readonly favorites: readonly RowSource[];
  /** Rows that were added by hand and have no time yet. */
  readonly added: readonly RowSource[];
  readonly drafts: readonly Draft[];
}

export const rowKeyOf = ({ projectId, taskId }: Pick<RowSource, 'projectId' | 'taskId'>): string =>
  `${projectId}|${taskId}`;

export const sourceOf = (entry: EntryView): RowSource => ({
  projectId: entry.projectId ?? '',
  projectName: entry.projectName ?? '',
  taskId: entry.taskId ?? '',
  taskName: entry.taskName ?? '',
  isBillable: entry.billable ?? true,
});

/**
 * The rows of a week: favorites first, then by name. A row that is as it was before is the very same object, so that
 * a component which shows it has nothing to render.
 */
export function rowsOf(content: WeekContent, before: readonly Row[]): readonly Row[] {
  const favorites = new Set(content.favorites.map(rowKeyOf));
  const sources = new Map<string, RowSource>();
  const drafted = content.drafts.filter(({ date }) => content.days.some((day) => day.date === date));
  for (const source of [
    ...content.entries.map(sourceOf),
    ...drafted.map((draft) => draft.source),
    ...content.added,
    ...content.favorites,
  ]) {
    sources.set(rowKeyOf(source), source);
  }
  const known = new Map(before.map((row) => [row.key, row]));
  return [...sources]
    .map(([key, source]) => {
      const row = rowOf(key, source, favorites.has(key), content);
      const earlier = known.get(key);
      return earlier !== undefined && JSON.stringify(earlier) === JSON.stringify(row) ? earlier : row;
    })
    .sort(
      (one, other) =>
        Number(other.isFavorite) - Number(one.isFavorite) ||
        one.name.localeCompare(other.name) ||
        one.key.localeCompare(other.key),
    );
}

/** The seconds of each day, over all rows. */
export function totalsOf(rows: readonly Row[], days: readonly Day[]): readonly number[] {
  return days.map(({ column }) => rows.reduce((sum, { cells }) => sum + (cells[column]?.seconds ?? 0), 0));
}

function rowOf(key: string, source: RowSource, isFavorite: boolean, { days, entries, drafts }: WeekContent): Row {
  const ofRow = entries.filter((entry) => rowKeyOf(sourceOf(entry)) === key);
  const draftsOfRow = drafts.filter(({ rowKey }) => rowKey === key);
  const cells = days.map(({ date, column }) =>
    cellOf(
      `${key}|${date}`,
      column,
      date,
      ofRow.filter(({ workDate }) => workDate === date),
      draftsOfRow.filter((draft) => draft.date === date),
    ),
  );
  return {
    key,
    source,
    name: source.taskName === '' ? source.projectName : `${source.projectName} · ${source.taskName}`,
    isFavorite,
    cells,
    seconds: cells.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function cellOf(
  key: string,
  column: number,
  date: string,
  entries: readonly EntryView[],
  drafts: readonly Draft[],
): Cell {
  const counting = drafts.filter(({ isConflict, seconds }) => !isConflict && seconds !== null);
  const byEntry = new Map(counting.map((draft) => [draft.entryId, draft]));
  const saved = entries.map((entry) => byEntry.get(entry.id ?? '')?.seconds ?? entry.seconds ?? 0);
  const ids = new Set(entries.map(({ id }) => id ?? ''));
  const added = counting.filter(({ entryId }) => entryId === null || !ids.has(entryId));
  const seconds = [...saved, ...added.map((draft) => draft.seconds ?? 0)].reduce((sum, one) => sum + one, 0);
  const unreadable = drafts.find((draft) => draft.seconds === null);
  return {
    key,
    date,
    column,
    entries,
    seconds,
    text: unreadable?.text ?? (seconds === 0 ? '' : clockText(seconds)),
    problem: drafts.map(({ problem }) => problem).find((problem) => problem !== '') ?? '',
    isList: entries.length > 1,
    isLocked: entries.length > 0 && entries.every(({ editable }) => editable !== true),
    hasNote: entries.some(({ description }) => (description ?? '') !== ''),
  };
}
