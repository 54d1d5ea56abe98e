/** Time entries: listed by user, written through the workspace, and replaced by PUT. */
import type { Answer, Call, Route } from '../core/call.ts';
import { BLANK_ENTRY, isRunning, spanned, startOf, stopTimers } from '../core/entries.ts';
import { Fields, type Json } from '../core/fields.ts';
import type { Entry, Person } from '../core/model.ts';
import { instantOf, momentOf } from '../core/zone.ts';
import { found, notHere, paged, refuse } from './access.ts';
import { inWorkspace } from './catalog.ts';
import { numberOf } from './ids.ts';
import { customKey, shownEntry } from './rows.ts';

const LONGEST_DESCRIPTION = 3000;

export const timeEntryRoutes: readonly Route[] = [
  inWorkspace('GET', '/user/:user/time-entries', (call) => {
    const { store } = call;
    const person = userAt(call);
    const rows = store.entries
      .sorted('start desc', (a, b) => startOf(b, store) - startOf(a, store) || b.id - a.id)
      .filter((one) => one.personId === person.id)
      .filter(filterOf(call));
    return paged(call, rows, (one) => shownEntry(one, store));
  }),
  inWorkspace('GET', '/time-entries/:id', (call) => shown(call, entryAt(call, call.param('id')))),
  inWorkspace('POST', '/time-entries', (call) => made(call, call.person)),
  inWorkspace('POST', '/user/:user/time-entries', (call) => made(call, userAt(call))),
  inWorkspace('PUT', '/time-entries/:id', (call) => {
    const entry = entryAt(call, call.param('id'));
    return shown(call, replaced(call, entry, call.fields));
  }),
  inWorkspace('PUT', '/user/:user/time-entries', (call) => {
    const person = userAt(call);
    const all = call.items.map((item) => {
      const fields = Fields.of(item) ?? new Fields({});
      const entry = entryAt(call, fields.text('id'));
      if (entry.personId !== person.id) {
        throw notHere(`Time entry with id ${fields.text('id') ?? ''}`);
      }
      return { entry, fields };
    });
    return { status: 200, body: all.map(({ entry, fields }) => shownEntry(replaced(call, entry, fields), call.store)) };
  }),
  inWorkspace('PATCH', '/user/:user/time-entries', (call) => {
    const person = userAt(call);
    const running = call.store.entries.filter((one) => one.personId === person.id && isRunning(one))[0];
    if (running === undefined) {
      throw refuse(404, 'No running time entry');
    }
    const end = momentSent(call.fields, 'end') ?? call.now();
    return shown(call, call.store.entries.update(running.id, spanned(person, startOf(running, call.store), end)));
  }),
  inWorkspace('DELETE', '/time-entries/:id', (call) => {
    call.store.entries.delete(entryAt(call, call.param('id')).id);
    return { status: 204 };
  }),
];

const shown = (call: Call, entry: Entry, status = 200): Answer => ({ status, body: shownEntry(entry, call.store) });

function userAt(call: Call): Person {
  const person = found(call.store.people, 'user', call.param('user'));
  if (!call.person.isAdmin && person.id !== call.person.id) {
    throw refuse(403, 'Access Denied');
  }
  return person;
}
function entryAt(call: Call, id: string | undefined): Entry {
  const entry = found(call.store.entries, 'entry', id);
  if (!call.person.isAdmin && entry.personId !== call.person.id) {
    throw refuse(403, 'Access Denied');
  }
  return entry;
}

/**
 * The window's moments are read again as the wall clock of the account's zone, whatever offset they carry: a quirk
 * that shifts windows of less than a day.
 */
function filterOf(call: Call): (entry: Entry) => boolean {
  const { query, store, person } = call;
  const bound = (name: string): number | undefined => {
    const text = query.text(name);
    if (text === undefined) {
      return undefined;
    }
    const moment = instantOf(text);
    if (moment === undefined) {
      throw refuse(400, `Invalid value ${text} for ${name}`);
    }
    return momentOf(person.timeZone, moment);
  };
  const start = bound('start');
  const end = bound('end');
  const project = query.has('project') ? numberOf('project', query.text('project')) : undefined;
  const task = query.has('task') ? numberOf('task', query.text('task')) : undefined;
  const running = query.flag('in-progress');
  const words = query.text('description')?.toLowerCase();
  return (entry) => {
    const at = startOf(entry, store);
    return (
      (start === undefined || at >= start) &&
      (end === undefined || at <= end) &&
      (!query.has('project') || entry.projectId === project) &&
      (!query.has('task') || entry.taskId === task) &&
      (running === undefined || isRunning(entry) === running) &&
      (words === undefined || (entry.description ?? '').toLowerCase().includes(words))
    );
  };
}

function made(call: Call, person: Person): Answer {
  const { store, fields } = call;
  const values = valuesOf(call, fields, person);
  if (values.timerStartedAt !== null) {
    stopTimers(person.id, store);
  }
  const project = store.projects.get(values.projectId);
  const isBillable = fields.flag('billable') ?? project?.isBillable ?? false;
  const hourlyRate = isBillable ? (project?.hourlyRate ?? person.hourlyRate) : null;
  const entry = store.entries.insert({ ...BLANK_ENTRY, personId: person.id, ...values, isBillable, hourlyRate });
  return shown(call, entry, 201);
}
/** What was not sent is cleared; without an end it runs again. */
function replaced(call: Call, entry: Entry, fields: Fields): Entry {
  const person = call.store.people.get(entry.personId) ?? call.person;
  return call.store.entries.update(entry.id, valuesOf(call, fields, person));
}

type Written = Pick<
  Entry,
  | 'projectId'
  | 'taskId'
  | 'description'
  | 'isBillable'
  | 'tags'
  | 'custom'
  | 'workDate'
  | 'seconds'
  | 'startedAt'
  | 'endedAt'
  | 'timerStartedAt'
>;
function valuesOf(call: Call, fields: Fields, person: Person): Written {
  const { store } = call;
  const start = momentSent(fields, 'start');
  const end = momentSent(fields, 'end');
  if (start === undefined) {
    throw refuse(400, 'start is required');
  }
  if (end !== undefined && end < start) {
    throw refuse(400, 'End datetime must be greater than start datetime');
  }
  const description = fields.text('description') ?? '';
  if (description.length > LONGEST_DESCRIPTION) {
    throw refuse(
      400,
      `Description must not be longer than ${LONGEST_DESCRIPTION} characters: ${description.slice(0, 20)}…`,
    );
  }
  const id = (name: string): string | undefined => {
    const text = fields.text(name);
    return text === '' ? undefined : text;
  };
  const project = id('projectId') === undefined ? undefined : found(store.projects, 'project', id('projectId'));
  const task = id('taskId') === undefined ? undefined : found(store.tasks, 'task', id('taskId'));
  if (task !== undefined && task.projectId !== project?.id) {
    throw refuse(400, `Task with id ${id('taskId') ?? ''} doesn't belong to Project`);
  }
  const tags = (fields.texts('tagIds') ?? []).map((text) => found(store.tags, 'tag', text).name);
  return {
    ...spanned(person, start, end ?? null),
    projectId: project?.id ?? null,
    taskId: task?.id ?? null,
    description,
    isBillable: fields.flag('billable') ?? false,
    tags,
    custom: customOf(fields.list('customFields') ?? []),
  };
}
function momentSent(fields: Fields, name: string): number | undefined {
  const text = fields.text(name);
  if (text === undefined) {
    return undefined;
  }
  const moment = instantOf(text);
  if (moment === undefined) {
    throw refuse(400, `Invalid value ${text} for ${name}`);
  }
  return moment;
}
/** Written as `customFields`; the key they are read by is dropped without a word. */
function customOf(list: readonly Json[]): Entry['custom'] {
  return Object.fromEntries(
    list.flatMap((one): (readonly [string, string])[] => {
      const field = Fields.of(one);
      const id = field?.text('customFieldId');
      return id === undefined ? [] : [[customKey(id), field?.text('value') ?? '']];
    }),
  );
}
