/** Time entries: a date and hours in the person's day, or clock times where the account tracks those. */
import { route, type Call, type Route } from '../core/call.ts';
import {
  BLANK_ENTRY,
  HOUR_SECONDS,
  dated,
  isRunning,
  onTask,
  spanned,
  stopTimer,
  stopTimers,
  taskOf,
} from '../core/entries.ts';
import type { Entry, Person, Project, Task, Values } from '../core/model.ts';
import { isDay, momentOf } from '../core/zone.ts';
import { isAssigned } from './catalog.ts';
import { fromId } from './ids.ts';
import { changedSince, numbered } from './pages.ts';
import { found, refuse } from './refusals.ts';
import { lockOf, minutesOfClock, shownEntry } from './rows.ts';

export const timeEntryRoutes: readonly Route[] = [
  route('GET', '/v2/time_entries', (call) => {
    const rows = call.store.entries
      .sorted('latest day', (a, b) => b.workDate.localeCompare(a.workDate) || b.id - a.id)
      .filter(filterOf(call));
    return numbered(call, 'time_entries', changedSince(call, rows), (one) => shownEntry(one, call.store));
  }),
  route('GET', '/v2/time_entries/:id', (call) => ({ status: 200, body: shownEntry(entryOf(call), call.store) })),
  route('POST', '/v2/time_entries', (call) => {
    const { fields, store } = call;
    const missing = ['project_id', 'task_id', 'spent_date'].filter((one) => !fields.has(one) || fields.isNull(one));
    if (missing.length > 0) {
      throw refuse(422, `${missing.join(', ')} can't be blank`);
    }
    const person = workerOf(call);
    const { project, task } = placeOf(call, undefined);
    const times = newTimes(call, person, dayOf(call));
    if (times.timerStartedAt !== null) {
      stopTimers(person.id, store);
    }
    const entry = store.entries.insert({
      ...BLANK_ENTRY,
      personId: person.id,
      projectId: project.id,
      ...onTask(task),
      isBillable: project.isBillable && task.isBillable,
      hourlyRate: project.isBillable ? (project.hourlyRate ?? person.hourlyRate) : null,
      ...times,
      ...wordsOf(call),
    });
    return { status: 201, body: shownEntry(entry, store) };
  }),
  route('PATCH', '/v2/time_entries/:id', (call) => {
    const entry = entryOf(call);
    const { fields, store } = call;
    if (lockOf(entry) !== null) {
      throw refuse(422, lockOf(entry) ?? '');
    }
    const person = fields.has('user_id') ? workerOf(call) : found(store.people, entry.personId);
    const place = fields.has('project_id') || fields.has('task_id') ? placeOf(call, entry) : undefined;
    const changed = store.entries.update(entry.id, {
      personId: person.id,
      ...(place === undefined ? {} : { projectId: place.project.id, ...onTask(place.task) }),
      ...changedTimes(call, entry, person),
      ...wordsOf(call),
    });
    return { status: 200, body: shownEntry(changed, store) };
  }),
  route('DELETE', '/v2/time_entries/:id', (call) => {
    const entry = entryOf(call);
    if (lockOf(entry) !== null && !call.person.isAdmin) {
      throw refuse(422, lockOf(entry) ?? '');
    }
    call.store.entries.delete(entry.id);
    return { status: 200 };
  }),
  route('PATCH', '/v2/time_entries/:id/stop', (call) => {
    const entry = entryOf(call);
    if (!isRunning(entry)) {
      throw refuse(422, 'Time entry is not running');
    }
    return { status: 200, body: shownEntry(stopTimer(entry, call.store), call.store) };
  }),
  route('PATCH', '/v2/time_entries/:id/restart', (call) => {
    const entry = entryOf(call);
    if (isRunning(entry) || lockOf(entry) !== null) {
      throw refuse(422, lockOf(entry) ?? 'Time entry is already running');
    }
    stopTimers(entry.personId, call.store);
    const timer = call.store.entries.update(entry.id, { timerStartedAt: call.now(), endedAt: null });
    return { status: 200, body: shownEntry(timer, call.store) };
  }),
];

/** Whoever is no administrator sees their own. */
function entryOf(call: Call): Entry {
  const entry = found(call.store.entries, fromId('entries', Number(call.param('id'))));
  if (!call.person.isAdmin && entry.personId !== call.person.id) {
    throw refuse(404, 'Not Found');
  }
  return entry;
}

function filterOf(call: Call): (entry: Entry) => boolean {
  const { query, store, person } = call;
  const id = (name: string, kind: Parameters<typeof fromId>[0]): number | undefined =>
    query.has(name) ? fromId(kind, query.whole(name, 0)) : undefined;
  const personId = id('user_id', 'people');
  const clientId = id('client_id', 'clients');
  const projectId = id('project_id', 'projects');
  const taskId = id('task_id', 'tasks');
  const from = query.text('from');
  const to = query.text('to');
  for (const [name, day] of [['from', from] as const, ['to', to] as const]) {
    if (day !== undefined && !isDay(day.slice(0, 10))) {
      throw refuse(422, `${name} is not a valid date`);
    }
  }
  const isBilled = query.flag('is_billed');
  const wantsRunning = query.flag('is_running');
  const reference = query.text('external_reference_id');
  return (entry) =>
    (person.isAdmin || entry.personId === person.id) &&
    entry.projectId !== null &&
    (personId === undefined || entry.personId === personId) &&
    (projectId === undefined || entry.projectId === projectId) &&
    (clientId === undefined || store.projects.get(entry.projectId)?.clientId === clientId) &&
    (taskId === undefined || taskOf(entry, store)?.id === taskId) &&
    (from === undefined || entry.workDate >= from.slice(0, 10)) &&
    (to === undefined || entry.workDate <= to.slice(0, 10)) &&
    (isBilled === undefined || entry.isInvoiced === isBilled) &&
    (wantsRunning === undefined || isRunning(entry) === wantsRunning) &&
    (reference === undefined || entry.externalReference?.['id'] === reference);
}

function workerOf(call: Call): Person {
  const id = call.fields.number('user_id');
  const worker = id === undefined ? call.person : call.store.people.get(fromId('people', id));
  if (worker === undefined) {
    throw refuse(422, "User doesn't exist");
  }
  if (worker.id !== call.person.id && !call.person.isAdmin) {
    throw refuse(403, 'You may track time for yourself only');
  }
  return worker;
}
function dayOf(call: Call): string {
  const day = call.fields.text('spent_date');
  if (day === undefined || !isDay(day.slice(0, 10))) {
    throw refuse(422, 'Spent date is not a valid date');
  }
  return day.slice(0, 10);
}

/** A task is mandatory and must be assigned to the project. */
function placeOf(call: Call, entry: Entry | undefined): { readonly project: Project; readonly task: Task } {
  const { fields, store } = call;
  const projectId = fields.number('project_id');
  const taskId = fields.number('task_id');
  const project = store.projects.get(projectId === undefined ? entry?.projectId : fromId('projects', projectId));
  const earlier = entry === undefined ? undefined : taskOf(entry, store);
  const task = taskId === undefined ? earlier : store.tasks.get(fromId('tasks', taskId));
  if (project === undefined || project.isArchived) {
    throw refuse(422, "Project doesn't exist or is archived");
  }
  if (task === undefined || !isAssigned(task, project)) {
    throw refuse(422, 'Task is not assigned to the project');
  }
  return { project, task };
}

type Times = Pick<Entry, 'workDate' | 'seconds' | 'startedAt' | 'endedAt' | 'timerStartedAt'>;

/** Without hours, or without an end, the timer runs. */
function newTimes(call: Call, person: Person, day: string): Times {
  if (call.store.settings.harvestTimestampTimers) {
    refuseFields(call, ['hours'], 'This account tracks time by start and end');
    const start = momentAt(call, 'started_time', person, day);
    const end = momentAt(call, 'ended_time', person, day);
    return { ...spanned(person, start ?? call.now(), end ?? null), workDate: day };
  }
  refuseFields(call, ['started_time', 'ended_time'], 'This account tracks time by duration');
  const hours = hoursSent(call);
  return hours === undefined
    ? { workDate: day, seconds: 0, startedAt: null, endedAt: null, timerStartedAt: call.now() }
    : { ...dated(undefined, person, day, hours), timerStartedAt: null };
}
function changedTimes(call: Call, entry: Entry, person: Person): Partial<Values<Entry>> {
  const { fields, store } = call;
  const day = fields.has('spent_date') ? dayOf(call) : entry.workDate;
  if (store.settings.harvestTimestampTimers) {
    refuseFields(call, ['hours'], 'This account tracks time by start and end');
    if (!fields.has('started_time') && !fields.has('ended_time')) {
      return day === entry.workDate ? {} : dated(entry, person, day, entry.seconds);
    }
    const start = momentAt(call, 'started_time', person, day) ?? entry.startedAt ?? call.now();
    const end = momentAt(call, 'ended_time', person, day) ?? entry.endedAt;
    return { ...spanned(person, start, end), workDate: day };
  }
  refuseFields(call, ['started_time', 'ended_time'], 'This account tracks time by duration');
  const hours = hoursSent(call);
  return hours === undefined && day === entry.workDate ? {} : dated(entry, person, day, hours ?? entry.seconds);
}
function refuseFields(call: Call, names: readonly string[], reason: string): void {
  const sent = names.filter((name) => call.fields.has(name));
  if (sent.length > 0) {
    throw refuse(422, `${reason}: ${sent.join(', ')} can't be set`);
  }
}
function hoursSent(call: Call): number | undefined {
  if (!call.fields.has('hours')) {
    return undefined;
  }
  const hours = call.fields.number('hours');
  if (hours === undefined || hours < 0 || hours > 24) {
    throw refuse(422, 'Hours must be a number from 0 to 24');
  }
  return Math.round(Math.round(hours * 100) * (HOUR_SECONDS / 100));
}
function momentAt(call: Call, name: string, person: Person, day: string): number | undefined {
  const text = call.fields.text(name);
  if (text === undefined || text === '') {
    return undefined;
  }
  const minutes = minutesOfClock(text);
  if (minutes === undefined) {
    throw refuse(422, `${name} is not a time`);
  }
  return momentOf(person.timeZone, Date.parse(day) + minutes * 60_000);
}

function wordsOf({ fields }: Call): Partial<Pick<Entry, 'description' | 'externalReference'>> {
  const reference = fields.object('external_reference');
  const notes = fields.textOrNull('notes');
  return {
    ...(notes === undefined ? {} : { description: notes }),
    ...(reference === undefined
      ? {}
      : {
          externalReference: Object.fromEntries(
            ['id', 'group_id', 'account_id', 'permalink', 'service'].map((name) => [
              name,
              reference.text(name) ?? String(reference.number(name) ?? ''),
            ]),
          ),
        }),
  };
}
