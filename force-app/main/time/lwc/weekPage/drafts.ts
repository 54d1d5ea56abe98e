import { readDuration } from 'c/duration';
import { durationProblemText } from 'c/durationProblem';
import type { EntryEdit } from 'c/weekCellEditor';
import type { Cell, Draft, Row } from 'c/weekModel';
import type { EntryView } from 'views/time';

/** What was typed in a cell, for its one entry or for time to add. Nothing, or zero, takes the time away. */
export function typedDraft(row: Row, cell: Cell, text: string): Draft {
  const typed = text.trim();
  const { duration, problem } = readDuration(typed);
  const isNothing = typed === '' || problem?.kind === 'nothing';
  const [entry] = cell.entries;
  return {
    ...baseOf(row, cell, entry),
    text: typed,
    seconds: isNothing ? 0 : (duration?.seconds ?? null),
    isBillable: entry === undefined ? row.source.isBillable : undefined,
    problem: isNothing || problem === null ? '' : durationProblemText(problem, typed),
  };
}

/** Hours for a cell that has none, as they are copied from another week. */
export function copiedDraft(row: Row, cell: Cell, seconds: number): Draft {
  return { ...baseOf(row, cell, undefined), text: '', seconds, isBillable: row.source.isBillable, problem: '' };
}

/** What was entered in the list of a cell's entries; what is as it was is left out. */
export function editedDrafts(row: Row, cell: Cell, edits: readonly EntryEdit[]): readonly Draft[] {
  return edits
    .filter((edit) => !isUnchanged(edit, entryOf(cell, edit)))
    .map((edit, index) => {
      const base = baseOf(row, cell, entryOf(cell, edit));
      return {
        ...base,
        // Time beside other time has a name of its own; alone in its cell it is what typing would replace.
        key: edit.entryId === null && cell.entries.length > 0 ? `${cell.key}|${index}` : base.key,
        text: '',
        seconds: edit.seconds,
        description: edit.seconds === 0 ? undefined : edit.description,
        isBillable: edit.isBillable,
        problem: '',
      };
    });
}

/** Whether a draft only says what is saved already. */
export function isSaved(draft: Draft): boolean {
  return draft.seconds === draft.knownSeconds && draft.description === undefined;
}

type Base = Omit<Draft, 'text' | 'seconds' | 'description' | 'isBillable' | 'problem'>;

function baseOf(row: Row, cell: Cell, entry: EntryView | undefined): Base {
  return {
    key: entry?.id ?? cell.key,
    rowKey: row.key,
    source: row.source,
    date: cell.date,
    entryId: entry?.id ?? null,
    knownSeconds: entry?.seconds ?? 0,
    knownDescription: entry?.description ?? '',
    knownEntryIds: cell.entries.map(({ id }) => id ?? ''),
    isConflict: false,
  };
}

function entryOf(cell: Cell, edit: EntryEdit): EntryView | undefined {
  return edit.entryId === null ? undefined : cell.entries.find(({ id }) => id === edit.entryId);
}

function isUnchanged(edit: EntryEdit, entry: EntryView | undefined): boolean {
  return (
    entry !== undefined &&
    edit.seconds === entry.seconds &&
    edit.description === (entry.description ?? '') &&
    edit.isBillable === entry.billable
  );
}
