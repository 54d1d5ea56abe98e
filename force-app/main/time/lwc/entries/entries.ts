import type { EntryInput, EntryView } from 'views/time';

/** One time entry as the components show it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly workDate: string;
  readonly seconds: number;
  readonly description: string;
  readonly isBillable: boolean;
  readonly status: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly personId: string;
  readonly personName: string;
  readonly isMine: boolean;
  readonly isLocked: boolean;
  readonly isEditable: boolean;
  /** Shown already, but not saved yet. */
  readonly isPending: boolean;
}

/** What somebody entered, new or over an entry that is there; empty texts for what was left out. */
export interface EntryDraft {
  /** Empty for a new entry. */
  readonly id: string;
  readonly workDate: string;
  readonly seconds: number;
  /** Minutes since midnight, where a span such as 9:00-10:30 was entered. */
  readonly startMinute?: number;
  readonly endMinute?: number;
  readonly description: string;
  readonly isBillable: boolean;
  readonly projectId: string;
  readonly projectName: string;
  readonly taskId: string;
  readonly taskName: string;
  /** Empty for oneself, or for the person the entry has. */
  readonly personId: string;
}

/** The entries of one day. */
export interface Day {
  readonly date: string;
  readonly seconds: number;
  readonly entries: readonly Entry[];
}

/** What Apex answers leaves empty fields out; here each has a value. */
export function toEntry(view: EntryView): Entry {
  return {
    id: view.id ?? '',
    name: view.name ?? '',
    workDate: view.workDate ?? '',
    seconds: view.seconds ?? 0,
    description: view.description ?? '',
    isBillable: view.billable ?? false,
    status: view.status ?? '',
    projectId: view.projectId ?? '',
    projectName: view.projectName ?? '',
    taskId: view.taskId ?? '',
    taskName: view.taskName ?? '',
    personId: view.personId ?? '',
    personName: view.personName ?? '',
    isMine: view.mine ?? false,
    isLocked: view.locked ?? false,
    isEditable: view.editable ?? false,
    isPending: false,
  };
}

/** What Apex takes; without a project it chooses one, without a person it is the user. */
export function toInput(draft: EntryDraft): EntryInput {
  return {
    id: draft.id || null,
    workDate: draft.workDate,
    seconds: draft.seconds,
    startMinute: draft.startMinute ?? null,
    endMinute: draft.endMinute ?? null,
    description: draft.description,
    billable: draft.isBillable,
    projectId: draft.projectId || null,
    taskId: draft.taskId || null,
    personId: draft.personId || null,
  };
}

/** The entry as it will be, to show until the org has answered. */
export function toPending(draft: EntryDraft, id: string, earlier?: Entry): Entry {
  const { workDate, seconds, description, isBillable, projectId, projectName, taskId, taskName } = draft;
  return {
    name: '',
    status: 'Draft',
    personId: draft.personId,
    personName: '',
    isMine: draft.personId === '',
    isLocked: false,
    isEditable: true,
    ...earlier,
    ...{ id, workDate, seconds, description, isBillable, projectId, projectName, taskId, taskName },
    isPending: true,
  };
}

/** The list with the entry in its place: newest day first, and on a day the newest entry first. */
export function withEntry(list: readonly Entry[], entry: Entry): readonly Entry[] {
  const others = without(list, entry.id);
  const position = others.findIndex((one) => comesBefore(entry, one));
  return position < 0 ? [...others, entry] : [...others.slice(0, position), entry, ...others.slice(position)];
}

export function without(list: readonly Entry[], id: string): readonly Entry[] {
  return list.filter((one) => one.id !== id);
}

/** Entries in the order of the list, day by day. */
export function byDay(list: readonly Entry[]): readonly Day[] {
  const days = new Map<string, Entry[]>();
  for (const entry of list) {
    days.set(entry.workDate, [...(days.get(entry.workDate) ?? []), entry]);
  }
  return [...days].map(([date, entries]) => ({
    date,
    seconds: entries.reduce((sum, { seconds }) => sum + seconds, 0),
    entries,
  }));
}

// One that has no id of the org yet is the newest; among the others the org counts up.
function comesBefore(entry: Entry, other: Entry): boolean {
  if (entry.workDate !== other.workDate) {
    return entry.workDate > other.workDate;
  }
  return entry.isPending || (!other.isPending && entry.id > other.id);
}
