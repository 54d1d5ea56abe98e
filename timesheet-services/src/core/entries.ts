/** What faces ask of entries whatever their own time model: how long, from when to when, on which task. */
import type { Entry, Person, Task } from './model.ts';
import type { Store } from './store.ts';
import { dateIn, momentOf, offsetAt } from './zone.ts';

export const HOUR_SECONDS = 3600;
const MORNING = 9 * HOUR_SECONDS * 1000;

export const isRunning = (entry: Entry): boolean => entry.timerStartedAt !== null;

export function secondsOf(entry: Entry, now: number): number {
  const running = entry.timerStartedAt === null ? 0 : Math.floor((now - entry.timerStartedAt) / 1000);
  return entry.seconds + Math.max(running, 0);
}

/** Entries of a date and hours have no times of their own: they begin at nine, where the person is. */
export function startOf(entry: Entry, store: Store): number {
  if (entry.startedAt !== null) {
    return entry.startedAt;
  }
  return momentOf(zoneOf(entry.personId, store), Date.parse(entry.workDate) + MORNING);
}
/** Null while it runs. */
export function endOf(entry: Entry, store: Store): number | null {
  if (isRunning(entry)) {
    return null;
  }
  return entry.endedAt ?? startOf(entry, store) + entry.seconds * 1000;
}
export function zoneOf(personId: number, store: Store): string {
  return store.people.get(personId)?.timeZone ?? 'UTC';
}

/** The fields that follow from begin and end. Without an end the timer runs. */
export function spanned(
  person: Pick<Person, 'timeZone'>,
  start: number,
  end: number | null,
): Pick<Entry, 'workDate' | 'seconds' | 'startedAt' | 'endedAt' | 'timerStartedAt'> {
  return {
    workDate: dateIn(person.timeZone, start),
    seconds: end === null ? 0 : Math.round((end - start) / 1000),
    startedAt: start,
    endedAt: end,
    timerStartedAt: end === null ? start : null,
  };
}
/** The fields that follow from a date and seconds; times that were known move along. */
export function dated(
  earlier: Entry | undefined,
  person: Pick<Person, 'timeZone'>,
  workDate: string,
  seconds: number,
): Pick<Entry, 'workDate' | 'seconds' | 'startedAt' | 'endedAt'> {
  if (earlier?.startedAt === undefined || earlier.startedAt === null) {
    return { workDate, seconds, startedAt: null, endedAt: null };
  }
  const { timeZone } = person;
  const timeOfDay = (earlier.startedAt + offsetAt(timeZone, earlier.startedAt)) % 86_400_000;
  const startedAt = momentOf(timeZone, Date.parse(workDate) + timeOfDay);
  return { workDate, seconds, startedAt, endedAt: startedAt + seconds * 1000 };
}

/** The one task a service with a single level of tasks shows. */
export function taskOf(entry: Entry, store: Store): Task | undefined {
  return store.tasks.get(entry.taskId ?? entry.activityId);
}
export function onTask(task: Task | undefined): Pick<Entry, 'taskId' | 'activityId'> {
  return task?.projectId === null || task === undefined
    ? { taskId: null, activityId: task?.id ?? null }
    : { taskId: task.id, activityId: null };
}

/** Stops every timer of a person. */
export function stopTimers(personId: number, store: Store): void {
  for (const entry of store.entries.filter((one) => one.personId === personId && isRunning(one))) {
    stopTimer(entry, store);
  }
}
export function stopTimer(entry: Entry, store: Store): Entry {
  const now = store.now();
  return store.entries.update(entry.id, {
    seconds: secondsOf(entry, now),
    timerStartedAt: null,
    endedAt: entry.startedAt === null ? null : now,
  });
}

/** Seconds by project, without running timers. */
export function spentOn(store: Store): ReadonlyMap<number, number> {
  return store.entries.derived('spent', (entries) => {
    const sums = new Map<number, number>();
    for (const { projectId, seconds } of entries) {
      if (projectId !== null) {
        sums.set(projectId, (sums.get(projectId) ?? 0) + seconds);
      }
    }
    return sums;
  });
}

export const BLANK_ENTRY = {
  projectId: null,
  taskId: null,
  activityId: null,
  startedAt: null,
  endedAt: null,
  timerStartedAt: null,
  description: null,
  isBillable: false,
  isApproved: false,
  isInvoiced: false,
  hourlyRate: null,
  tags: [],
  custom: {},
  externalReference: null,
  externalKey: null,
} as const satisfies Partial<Entry>;
export const BLANK_CLIENT = {
  email: null,
  phone: null,
  address: null,
  industry: null,
  currency: 'USD',
  note: null,
  copiesTo: [],
  isArchived: false,
  externalKey: null,
} as const;
export const BLANK_PROJECT = {
  clientId: null,
  parentId: null,
  code: null,
  status: 'active',
  isArchived: false,
  isBillable: true,
  isPublic: false,
  startsOn: null,
  endsOn: null,
  budgetSeconds: null,
  budgetAmount: null,
  hourlyRate: null,
  currency: 'USD',
  color: '#06aaf5',
  note: null,
  externalKey: null,
} as const;
export const BLANK_PERSON = {
  title: null,
  timeZone: 'UTC',
  isActive: true,
  isAdmin: false,
  weeklySeconds: 40 * HOUR_SECONDS,
  hourlyRate: null,
} as const;
