/** Time entries: each reads their own; writing goes through the workspace. */
import { route, type Call, type Route } from '../core/call.ts';
import { BLANK_ENTRY, endOf, isRunning, spanned, startOf, stopTimer, stopTimers } from '../core/entries.ts';
import { Fields, isList, type Json } from '../core/fields.ts';
import type { Entry, Person } from '../core/model.ts';
import { instantOf, isDay } from '../core/zone.ts';
import { found, NO_ACCESS, refuse, requireRecent, requireWorkspace, sinceOf } from './access.ts';
import { requireSelf } from './catalog.ts';
import { fromId, WORKSPACE_ID } from './ids.ts';
import { shownEntry } from './rows.ts';

const OWN = '/api/v9/me/time_entries';
const WORKSPACE = '/api/v9/workspaces/:workspace/time_entries';
const MOST = 1000;
const MOST_AT_ONCE = 100;

export const timeEntryRoutes: readonly Route[] = [
  route('GET', OWN, (call) => {
    const { store, person, query } = call;
    const since = sinceOf(call);
    const own = store.entries
      .sorted('start desc', (a, b) => startOf(b, store) - startOf(a, store) || b.id - a.id)
      .filter(({ personId }) => personId === person.id);
    if (since !== undefined) {
      const changed = own.filter(({ updatedAt }) => Math.floor(updatedAt / 1000) * 1000 >= since);
      const gone = store
        .tombstonesOf('entries')
        .filter(({ row, deletedAt }) => row.personId === person.id && Math.floor(deletedAt / 1000) * 1000 >= since);
      const shown = [
        ...changed.map((one) => shownEntry(one, store)),
        ...gone.map(({ row, deletedAt }) => shownEntry(row, store, deletedAt)),
      ];
      return { status: 200, body: shown.slice(0, MOST) };
    }
    const from = dateSent(call, 'start_date');
    const to = dateSent(call, 'end_date');
    if (query.has('start_date') !== query.has('end_date')) {
      throw refuse(400, 'start_date and end_date must be used together');
    }
    if (from !== undefined) {
      requireRecent(call, from);
    }
    const shown = own.filter((one) => {
      const start = startOf(one, store);
      return (from === undefined || start >= from) && (to === undefined || start < to);
    });
    return { status: 200, body: shown.slice(0, MOST).map((one) => shownEntry(one, store)) };
  }),
  route('GET', `${OWN}/current`, ({ store, person }) => {
    const running = store.entries.filter((one) => one.personId === person.id && isRunning(one))[0];
    return { status: 200, body: running === undefined ? null : shownEntry(running, store) };
  }),
  route('GET', `${OWN}/:id`, (call) => {
    const entry = found(call.store.entries, fromId('entries', Number(call.param('id'))), 'Time entry');
    if (entry.personId !== call.person.id) {
      throw refuse(404, 'Time entry not found/accessible');
    }
    return { status: 200, body: shownEntry(entry, call.store) };
  }),
  route('POST', WORKSPACE, (call) => {
    requireWorkspace(call);
    const { fields, store } = call;
    if ((fields.text('created_with') ?? '') === '') {
      throw refuse(400, 'created_with needs to be provided an a valid string value');
    }
    for (const name of ['start', 'workspace_id', 'duration']) {
      if (!fields.has(name)) {
        throw refuse(400, `${name} must be provided`);
      }
    }
    if (fields.number('workspace_id') !== WORKSPACE_ID) {
      throw refuse(403, NO_ACCESS);
    }
    const person = personSent(call, fields) ?? call.person;
    const times = timesOf(call, fields, undefined, person);
    if (times?.timerStartedAt !== undefined && times.timerStartedAt !== null) {
      stopTimers(person.id, store);
    }
    const base = { ...BLANK_ENTRY, personId: person.id, workDate: '', seconds: 0 };
    const entry = store.entries.insert({ ...base, ...times, ...placeOf(call, fields) });
    return { status: 200, body: shownEntry(entry, store) };
  }),
  route('PUT', `${WORKSPACE}/:id`, (call) => {
    const entry = entryAt(call, Number(call.param('id')));
    return { status: 200, body: shownEntry(changed(call, call.fields, entry), call.store) };
  }),
  route('DELETE', `${WORKSPACE}/:id`, (call) => {
    call.store.entries.delete(entryAt(call, Number(call.param('id'))).id);
    return { status: 200 };
  }),
  route('PATCH', `${WORKSPACE}/:id/stop`, (call) => {
    const entry = entryAt(call, Number(call.param('id')));
    if (!isRunning(entry)) {
      throw refuse(409, 'Time entry already stopped');
    }
    return { status: 200, body: shownEntry(stopTimer(entry, call.store), call.store) };
  }),
  route('PATCH', `${WORKSPACE}/:ids`, (call) => {
    requireWorkspace(call);
    const ids = call.param('ids').split(',').map(Number);
    if (ids.length > MOST_AT_ONCE) {
      throw refuse(400, `Up to ${MOST_AT_ONCE} time entries may be changed at once`);
    }
    return { status: 200, body: patched(call, ids, patchOf(call.items)) };
  }),
];

/** JSON Patch over the top-level fields: `[{"op":"replace","path":"/description","value":"x"}]`. */
function patchOf(operations: readonly Json[]): Fields {
  const changes: Record<string, Json> = {};
  for (const one of operations) {
    const operation = Fields.of(one);
    const name = operation?.text('path')?.replace(/^\//, '') ?? '';
    const verb = operation?.text('op');
    if (operation === undefined || name === '' || verb === undefined || !['add', 'replace', 'remove'].includes(verb)) {
      throw refuse(400, 'Invalid JSON Patch');
    }
    changes[name] = verb === 'remove' ? null : (operation.raw('value') ?? null);
  }
  return new Fields(changes);
}
function patched(call: Call, ids: readonly number[], changes: Fields): unknown {
  const success: number[] = [];
  const failure: { readonly id: number; readonly message: string }[] = [];
  for (const id of ids) {
    const entry = call.store.entries.get(fromId('entries', id));
    if (entry === undefined || (!call.person.isAdmin && entry.personId !== call.person.id)) {
      failure.push({ id, message: 'Time entry not found/accessible' });
    } else {
      changed(call, changes, entry);
      success.push(id);
    }
  }
  return { success, failure };
}

function entryAt(call: Call, id: number): Entry {
  requireWorkspace(call);
  const entry = found(call.store.entries, fromId('entries', id), 'Time entry');
  requireSelf(call, entry.personId);
  return entry;
}
function changed(call: Call, fields: Fields, entry: Entry): Entry {
  const person = personSent(call, fields) ?? found(call.store.people, entry.personId, 'User');
  return call.store.entries.update(entry.id, {
    personId: person.id,
    ...timesOf(call, fields, entry, person),
    ...placeOf(call, fields, entry),
  });
}
function personSent(call: Call, fields: Fields): Person | undefined {
  const id = fields.number('user_id');
  if (id === undefined) {
    return undefined;
  }
  const person = found(call.store.people, fromId('people', id), 'User');
  requireSelf(call, person.id);
  return person;
}

/** Start, stop and duration must agree; a duration below zero runs. */
function timesOf(
  call: Call,
  fields: Fields,
  earlier: Entry | undefined,
  person: Person,
): ReturnType<typeof spanned> | undefined {
  if (earlier !== undefined && !['start', 'stop', 'duration'].some((name) => fields.has(name))) {
    return undefined;
  }
  const { store } = call;
  const start = momentSent(fields, 'start') ?? (earlier === undefined ? call.now() : startOf(earlier, store));
  const stop = momentSent(fields, 'stop');
  const duration = fields.number('duration');
  if (duration !== undefined && duration < 0) {
    return spanned(person, start, null);
  }
  if (duration !== undefined && stop !== undefined && Math.abs(start + duration * 1000 - stop) >= 1000) {
    throw refuse(400, 'Stop time must be equal to start time plus duration');
  }
  const kept = earlier === undefined ? null : endOf(earlier, store);
  const end = stop ?? (duration === undefined ? kept : start + duration * 1000);
  if (end !== null && end < start) {
    throw refuse(400, 'Stop time must be after start time');
  }
  return spanned(person, start, end);
}
function momentSent(fields: Fields, name: string): number | undefined {
  const text = fields.text(name);
  if (text === undefined) {
    return undefined;
  }
  const moment = instantOf(text);
  if (moment === undefined) {
    throw refuse(400, `Invalid ${name} time`);
  }
  return moment;
}

function placeOf(
  call: Call,
  fields: Fields,
  earlier?: Entry,
): Partial<Pick<Entry, 'projectId' | 'taskId' | 'description' | 'isBillable' | 'tags'>> {
  const { store } = call;
  const projectId = fields.number('project_id') ?? fields.number('pid');
  const project = projectId === undefined ? undefined : found(store.projects, fromId('projects', projectId), 'Project');
  const taskId = fields.number('task_id') ?? fields.number('tid');
  const task = taskId === undefined ? undefined : found(store.tasks, fromId('tasks', taskId), 'Task');
  const own = project?.id ?? earlier?.projectId;
  if (task !== undefined && task.projectId !== own) {
    throw refuse(400, 'Task does not belong to the project');
  }
  const description = fields.textOrNull('description');
  const isBillable = fields.flag('billable');
  const tags = fields.list('tags');
  return {
    ...(fields.isNull('project_id') ? { projectId: null, taskId: null } : {}),
    ...(project === undefined ? {} : { projectId: project.id, taskId: null }),
    ...(fields.isNull('task_id') ? { taskId: null } : task === undefined ? {} : { taskId: task.id }),
    ...(description === undefined ? {} : { description }),
    ...(isBillable === undefined ? {} : { isBillable }),
    ...(isList(tags) ? { tags: tags.filter((tag) => typeof tag === 'string') } : {}),
  };
}

/** A day, or a moment. */
function dateSent({ query }: Call, name: string): number | undefined {
  const text = query.text(name);
  if (text === undefined) {
    return undefined;
  }
  const moment = isDay(text) ? Date.parse(text) : instantOf(text);
  if (moment === undefined) {
    throw refuse(400, `Invalid value for "${name}"`);
  }
  return moment;
}
