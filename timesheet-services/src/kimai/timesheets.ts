/** Timesheets: pages with counts in headers, and 404 past the last one. */
import { Refusal, route, type Answer, type Call, type Route } from '../core/call.ts';
import { BLANK_ENTRY, isRunning, onTask, spanned, startOf, stopTimer, stopTimers, taskOf } from '../core/entries.ts';
import type { Entry, Person, Project, Task } from '../core/model.ts';
import { momentOf, wallOf } from '../core/zone.ts';
import { found, invalid, NO_EXTRA_FIELDS, NOT_BLANK, refuse, type Children } from './access.ts';
import { metaName, shownEntry } from './rows.ts';

const PAGE = 50;
const LARGEST_PAGE = 500;
const FORM = 'begin end project activity description tags fixedRate hourlyRate billable user exported'.split(' ');

const show = (call: Call, entry: Entry, isFull = false): unknown =>
  shownEntry(entry, call.store, { isFull, maySeeRates: call.person.isAdmin });
const answer = (call: Call, entry: Entry): Answer => ({ status: 200, body: show(call, entry) });

export const timesheetRoutes: readonly Route[] = [
  route('GET', '/api/timesheets', (call) => {
    const { query, store } = call;
    const rows = ordered(call).filter(filterOf(call));
    const wanted = query.whole('size', PAGE);
    const size = wanted >= 1 ? Math.min(wanted, LARGEST_PAGE) : PAGE;
    const page = Math.max(query.whole('page', 1) || 1, 1);
    const pages = Math.max(1, Math.ceil(rows.length / size));
    if (page > pages) {
      throw refuse(404);
    }
    const shown = call.slice(rows, (page - 1) * size, size);
    const isFull = query.flag('full') === true;
    return {
      status: 200,
      headers: {
        'X-Page': String(page),
        'X-Total-Count': String(rows.length),
        'X-Total-Pages': String(pages),
        'X-Per-Page': String(size),
      },
      body: shown.map((entry) => shownEntry(entry, store, { isFull, maySeeRates: call.person.isAdmin })),
    };
  }),
  route('GET', '/api/timesheets/active', (call) => ({
    status: 200,
    body: call.store.entries
      .filter((one) => one.personId === call.person.id && isRunning(one))
      .map((one) => show(call, one, true)),
  })),
  route('GET', '/api/timesheets/recent', (call) => ({
    status: 200,
    body: ordered(call)
      .filter((one) => one.personId === call.person.id)
      .slice(0, Math.min(call.query.whole('size', 10), LARGEST_PAGE))
      .map((one) => show(call, one, true)),
  })),
  route('GET', '/api/timesheets/:id', (call) => answer(call, entryAt(call))),
  route('POST', '/api/timesheets', (call) => {
    const { entry, person, project } = valuesOf(call, undefined);
    if (entry.timerStartedAt !== null) {
      stopTimers(person.id, call.store);
    }
    const isBillable = call.fields.flag('billable') ?? project.isBillable;
    const hourlyRate = isBillable ? (project.hourlyRate ?? person.hourlyRate) : null;
    const made = call.store.entries.insert({ ...BLANK_ENTRY, hourlyRate, ...entry, isBillable });
    return answer(call, made);
  }),
  route('PATCH', '/api/timesheets/:id', (call) => {
    const earlier = editable(call);
    return answer(call, call.store.entries.update(earlier.id, valuesOf(call, earlier).entry));
  }),
  route('DELETE', '/api/timesheets/:id', (call) => {
    call.store.entries.delete(editable(call).id);
    return { status: 204 };
  }),
  route('PATCH', '/api/timesheets/:id/stop', (call) => {
    const entry = editable(call);
    return answer(call, isRunning(entry) ? stopTimer(entry, call.store) : entry);
  }),
  route('PATCH', '/api/timesheets/:id/restart', (call) => {
    const { projectId, taskId, activityId, isBillable, hourlyRate } = entryAt(call);
    if (call.store.projects.get(projectId)?.isArchived !== false) {
      // This path of Kimai answers the code as text.
      const errors = { errors: ['Cannot start a timesheet on a hidden project.'] };
      throw new Refusal({ status: 400, body: { code: '400', message: 'Validation Failed', errors } });
    }
    const { person, store } = call;
    stopTimers(person.id, store);
    const place = { projectId, taskId, activityId, isBillable, hourlyRate, personId: person.id };
    return answer(call, store.entries.insert({ ...BLANK_ENTRY, ...place, ...spanned(person, call.now(), null) }));
  }),
  route('PATCH', '/api/timesheets/:id/duplicate', (call) => {
    const { id: _id, createdAt: _made, updatedAt: _changed, version: _version, ...values } = entryAt(call);
    return answer(call, call.store.entries.insert({ ...values, isInvoiced: false }));
  }),
  route('PATCH', '/api/timesheets/:id/export', (call) => {
    const entry = editable(call);
    return answer(call, call.store.entries.update(entry.id, { isInvoiced: !entry.isInvoiced }));
  }),
  route('PATCH', '/api/timesheets/:id/meta', (call) => {
    const entry = editable(call);
    const name = call.fields.text('name') ?? '';
    if (name === '') {
      throw invalid(['name', 'value'], [], { name: [NOT_BLANK] });
    }
    const custom = { ...entry.custom, [metaName(name)]: call.fields.text('value') ?? '' };
    return answer(call, call.store.entries.update(entry.id, { custom }));
  }),
];

function entryAt(call: Call): Entry {
  const entry = found(call.store.entries, call);
  if (!call.person.isAdmin && entry.personId !== call.person.id) {
    throw refuse(403);
  }
  return entry;
}
/** Exported rows are for those with a right of their own. */
function editable(call: Call): Entry {
  const entry = entryAt(call);
  if (entry.isInvoiced && !call.person.isAdmin) {
    throw refuse(403);
  }
  return entry;
}

function ordered(call: Call): readonly Entry[] {
  const { query, store } = call;
  const sign = (query.text('order') ?? 'DESC').toUpperCase() === 'ASC' ? 1 : -1;
  return query.text('orderBy') === 'id'
    ? store.entries.sorted(`id ${sign}`, (a, b) => sign * (a.id - b.id))
    : store.entries.sorted(`begin ${sign}`, (a, b) => sign * (startOf(a, store) - startOf(b, store) || a.id - b.id));
}

function filterOf(call: Call): (entry: Entry) => boolean {
  const { query, store, person } = call;
  const user = query.text('user');
  if (user !== undefined && user !== String(person.id) && !person.isAdmin) {
    throw refuse(403);
  }
  const id = (name: string): number | undefined => (query.has(name) ? query.whole(name, 0) : undefined);
  const [customer, project, activity] = [id('customer'), id('project'), id('activity')];
  // Filters are local time of whoever calls; the change filter alone is UTC.
  const begin = momentSent(call, 'begin', person.timeZone);
  const end = momentSent(call, 'end', person.timeZone);
  const modified = momentSent(call, 'modified_after', 'UTC');
  const exported = query.flag('exported');
  const active = query.flag('active');
  const billable = query.flag('billable');
  const owner = user === undefined || user === '' ? person.id : user === 'all' ? undefined : Number(user);
  return (entry) =>
    entry.projectId !== null &&
    (owner === undefined || entry.personId === owner) &&
    (customer === undefined || store.projects.get(entry.projectId)?.clientId === customer) &&
    (project === undefined || entry.projectId === project) &&
    (activity === undefined || taskOf(entry, store)?.id === activity) &&
    (begin === undefined || startOf(entry, store) >= begin) &&
    (end === undefined || startOf(entry, store) <= end) &&
    (modified === undefined || Math.floor(entry.updatedAt / 1000) * 1000 >= modified) &&
    (exported === undefined || entry.isInvoiced === exported) &&
    (active === undefined || isRunning(entry) === active) &&
    (billable === undefined || entry.isBillable === billable);
}
function momentSent({ query }: Call, name: string, zone: string): number | undefined {
  const text = query.text(name);
  if (text === undefined) {
    return undefined;
  }
  const wall = wallOf(text);
  if (wall === undefined) {
    throw refuse(400, `Parameter "${name}" of value "${text}" is no date with time (YYYY-MM-DDThh:mm:ss)`);
  }
  return momentOf(zone, wall);
}

interface Read {
  readonly entry: Pick<
    Entry,
    | 'personId'
    | 'projectId'
    | 'taskId'
    | 'activityId'
    | 'workDate'
    | 'seconds'
    | 'startedAt'
    | 'endedAt'
    | 'timerStartedAt'
  > &
    Partial<Entry>;
  readonly person: Person;
  readonly project: Project;
}

function valuesOf(call: Call, earlier: Entry | undefined): Read {
  const { fields, store } = call;
  const extra = fields.names().filter((name) => !FORM.includes(name));
  const projectId = fields.number('project') ?? earlier?.projectId;
  const project = store.projects.get(projectId);
  const activityId = fields.number('activity');
  const activity =
    activityId === undefined && earlier !== undefined ? taskOf(earlier, store) : store.tasks.get(activityId);
  const zone = call.person.timeZone;
  const begin = localTime(call, 'begin', zone) ?? (earlier === undefined ? call.now() : startOf(earlier, store));
  const end = fields.isNull('end') ? null : (localTime(call, 'end', zone) ?? earlier?.endedAt ?? null);
  const worker = fields.has('user') ? store.people.get(fields.number('user')) : call.person;
  const problems: Children = {
    ...(project === undefined ? { project: [fields.has('project') ? INVALID_CHOICE : NOT_BLANK] } : {}),
    ...activityProblem(call, activity, project),
    ...(worker === undefined ? { user: [INVALID_CHOICE] } : {}),
    ...(end !== null && end !== false && begin !== false && end < begin
      ? { end: ['End date must not be earlier then start date.'] }
      : {}),
    ...(begin === false ? { begin: ['Please enter a valid date and time.'] } : {}),
    ...(end === false ? { end: ['Please enter a valid date and time.'] } : {}),
  };
  const bad = extra.length > 0 || Object.keys(problems).length > 0;
  if (bad || project === undefined || worker === undefined || begin === false || end === false) {
    throw invalid(FORM, extra.length > 0 ? [NO_EXTRA_FIELDS] : [], problems);
  }
  if (fields.has('user') && worker.id !== call.person.id && !call.person.isAdmin) {
    throw invalid(FORM, [NO_EXTRA_FIELDS], {});
  }
  const person = fields.has('user') || earlier === undefined ? worker : (store.people.get(earlier.personId) ?? worker);
  const tags = fields.text('tags');
  const description = fields.textOrNull('description');
  const isInvoiced = fields.flag('exported');
  const isBillable = fields.flag('billable');
  return {
    person,
    project,
    entry: {
      personId: person.id,
      projectId: project.id,
      ...onTask(activity),
      ...spanned(person, begin, end),
      ...(description === undefined ? {} : { description }),
      ...(isBillable === undefined ? {} : { isBillable }),
      ...(isInvoiced === undefined ? {} : { isInvoiced }),
      ...(tags === undefined ? {} : { tags: tagsOf(tags) }),
    },
  };
}
const INVALID_CHOICE = 'The selected choice is invalid.';

function activityProblem(call: Call, activity: Task | undefined, project: Project | undefined): Children {
  if (activity === undefined) {
    return { activity: [call.fields.has('activity') ? INVALID_CHOICE : NOT_BLANK] };
  }
  return activity.projectId !== null && activity.projectId !== project?.id
    ? { activity: ['Project mismatch, project and activity are not matching.'] }
    : {};
}
/** Local time of whoever calls, without an offset; false for anything else. */
function localTime({ fields }: Call, name: string, zone: string): number | false | undefined {
  if (!fields.has(name) || fields.isNull(name)) {
    return undefined;
  }
  const wall = wallOf(fields.text(name) ?? '');
  return wall === undefined ? false : momentOf(zone, wall);
}
/** One text with commas on the way in, a list on the way out. */
function tagsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
