/** Time entries: limit and offset, windows over the start, and a member wherever one is written for. */
import { route, type Call, type Route } from '../core/call.ts';
import { BLANK_ENTRY, endOf, isRunning, spanned, startOf } from '../core/entries.ts';
import { Fields } from '../core/fields.ts';
import type { Entry, Person } from '../core/model.ts';
import { isDay } from '../core/zone.ts';
import { forbidden, found, invalid, refuse, type Problems } from './access.ts';
import { missing, refuseProblems } from './catalog.ts';
import { numberOf } from './ids.ts';
import { shownEntry } from './rows.ts';

const BASE = '/api/v1/organizations/:organization/time-entries';
const PAGE = 100;
const LARGEST_PAGE = 500;
const EXACT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export const timeEntryRoutes: readonly Route[] = [
  route('GET', BASE, (call) => {
    const { store, query } = call;
    const limit = query.whole('limit', PAGE);
    const offset = query.whole('offset', 0);
    refuseProblems({
      ...(limit >= 1 && limit <= LARGEST_PAGE
        ? {}
        : { limit: [`The limit field must be between 1 and ${LARGEST_PAGE}.`] }),
      ...(offset >= 0 ? {} : { offset: ['The offset field must be at least 0.'] }),
      ...windowProblem(call, 'start'),
      ...windowProblem(call, 'end'),
    });
    const rows = store.entries
      .sorted('start desc', (a, b) => startOf(b, store) - startOf(a, store) || a.id - b.id)
      .filter(filterOf(call));
    return {
      status: 200,
      body: {
        data: call.slice(rows, offset, limit).map((one) => shownEntry(one, store)),
        meta: { total: rows.length },
      },
    };
  }),
  route('POST', BASE, (call) => {
    refuseProblems(missing(call, ['member_id', 'start', 'billable']));
    const person = memberSent(call, call.fields);
    const values = valuesOf(call, call.fields, undefined, person);
    const entry = call.store.entries.insert({ ...BLANK_ENTRY, personId: person.id, ...values });
    return { status: 201, body: { data: shownEntry(entry, call.store) } };
  }),
  route('PUT', `${BASE}/:id`, (call) => {
    const entry = entryAt(call, call.param('id'));
    return { status: 200, body: { data: shownEntry(changed(call, call.fields, entry), call.store) } };
  }),
  route('DELETE', `${BASE}/:id`, (call) => {
    call.store.entries.delete(entryAt(call, call.param('id')).id);
    return { status: 204 };
  }),
  route('PATCH', BASE, (call) => {
    const changes = call.fields.object('changes') ?? new Fields({});
    return eachOf(call, (entry) => {
      changed(call, changes, entry);
    });
  }),
  route('DELETE', BASE, (call) =>
    eachOf(call, (entry) => {
      call.store.entries.delete(entry.id);
    }),
  ),
];

/** Ids that are not there, or not the caller's, are told apart from the others. */
function eachOf(call: Call, act: (entry: Entry) => void): { readonly status: number; readonly body: unknown } {
  const ids = call.fields.texts('ids');
  if (ids === undefined) {
    throw invalid({ ids: ['The ids field is required.'] });
  }
  const success: string[] = [];
  const error: string[] = [];
  for (const id of ids) {
    const entry = call.store.entries.get(numberOf('entry', id));
    if (entry !== undefined && maySee(call, entry)) {
      act(entry);
      success.push(id);
    } else {
      error.push(id);
    }
  }
  return { status: 200, body: { success, error } };
}
const maySee = ({ person }: Call, entry: Entry): boolean => person.isAdmin || entry.personId === person.id;

function entryAt(call: Call, id: string): Entry {
  const entry = found(call.store.entries, 'entry', id);
  if (!maySee(call, entry)) {
    throw refuse(403);
  }
  return entry;
}

function windowProblem({ query }: Call, name: string): Problems {
  const text = query.text(name);
  return text === undefined || momentOf(text) !== undefined ? {} : { [name]: [formatProblem(name)] };
}
const formatProblem = (name: string): string => String.raw`The ${name} field must match the format Y-m-d\TH:i:s\Z.`;

/** No fractions and no offset: `2025-03-03T08:00:00Z` and nothing else. */
function momentOf(text: string): number | undefined {
  return EXACT.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : undefined;
}

function filterOf(call: Call): (entry: Entry) => boolean {
  const { query, store, person } = call;
  const member = query.has('member_id') ? numberOf('member', query.text('member_id')) : undefined;
  if (!person.isAdmin && member !== person.id) {
    throw refuse(403);
  }
  const start = momentOf(query.text('start') ?? '');
  const end = momentOf(query.text('end') ?? '');
  const active = query.flag('active');
  const billable = query.flag('billable');
  const listOf = (name: string): readonly string[] => [...query.all(`${name}[]`), ...query.all(name)];
  const projects = listOf('project_ids').map((id) => numberOf('project', id));
  return (entry) => {
    const startedAt = startOf(entry, store);
    return (
      (!query.has('member_id') || entry.personId === member) &&
      (start === undefined || startedAt >= start) &&
      (end === undefined || startedAt <= end) &&
      (active === undefined || isRunning(entry) === active) &&
      (billable === undefined || entry.isBillable === billable) &&
      (projects.length === 0 || (entry.projectId !== null && projects.includes(entry.projectId)))
    );
  };
}

function memberSent(call: Call, fields: Fields): Person {
  const person = call.store.people.get(numberOf('member', fields.text('member_id')));
  if (person === undefined) {
    throw invalid({ member_id: ['The selected member id is invalid.'] });
  }
  if (!call.person.isAdmin && person.id !== call.person.id) {
    throw refuse(403);
  }
  return person;
}

function changed(call: Call, fields: Fields, entry: Entry): Entry {
  const person = fields.has('member_id') ? memberSent(call, fields) : call.store.people.get(entry.personId);
  if (person === undefined) {
    throw refuse(404);
  }
  const values = valuesOf(call, fields, entry, person);
  return call.store.entries.update(entry.id, { personId: person.id, ...values });
}

function valuesOf(call: Call, fields: Fields, earlier: Entry | undefined, person: Person): Partial<Entry> & TimesOf {
  const { store } = call;
  const problems: Record<string, readonly string[]> = {};
  const moment = (name: 'start' | 'end', kept: number | null): number | null => {
    if (!fields.has(name)) {
      return kept;
    }
    const text = fields.text(name);
    const sent = text === undefined ? null : (momentOf(text) ?? Number.NaN);
    if (Number.isNaN(sent) || (sent === null && name === 'start')) {
      problems[name] = [formatProblem(name)];
    }
    return sent;
  };
  const start = moment('start', earlier === undefined ? null : startOf(earlier, store)) ?? call.now();
  const end = moment('end', earlier === undefined ? null : endOf(earlier, store));
  if (end !== null && end < start) {
    problems['end'] = ['The end field must be a date after or equal to start.'];
  }
  const project = store.projects.get(numberOf('project', fields.text('project_id')));
  const task = store.tasks.get(numberOf('task', fields.text('task_id')));
  if (fields.text('project_id') !== undefined && project === undefined) {
    problems['project_id'] = ['The selected project id is invalid.'];
  }
  const projectId = fields.has('project_id') ? (project?.id ?? null) : (earlier?.projectId ?? null);
  if (fields.text('task_id') !== undefined && (task === undefined || task.projectId !== projectId)) {
    problems['task_id'] = ['The selected task id is invalid.'];
  }
  if (fields.has('billable') && fields.flag('billable') === undefined) {
    problems['billable'] = ['The billable field must be true or false.'];
  }
  if ((fields.text('description') ?? '').length > 5000) {
    problems['description'] = ['The description field must not be greater than 5000 characters.'];
  }
  refuseProblems(problems);
  refuseBusiness(call, earlier, person, start, end);
  const tags = fields.texts('tags')?.flatMap((id) => store.tags.get(numberOf('tag', id))?.name ?? []);
  const isBillable = fields.flag('billable');
  return {
    ...spanned(person, start, end),
    projectId,
    taskId: fields.has('task_id') ? (task?.id ?? null) : fields.has('project_id') ? null : (earlier?.taskId ?? null),
    ...(isBillable === undefined ? {} : { isBillable }),
    ...(fields.has('description') ? { description: fields.text('description') ?? null } : {}),
    ...(tags === undefined ? {} : { tags }),
  };
}
type TimesOf = ReturnType<typeof spanned>;

function refuseBusiness(
  { store }: Call,
  earlier: Entry | undefined,
  person: Person,
  start: number,
  end: number | null,
): void {
  const others = store.entries.filter((one) => one.personId === person.id && one.id !== earlier?.id);
  if (end === null && earlier !== undefined && !isRunning(earlier)) {
    throw forbidden('time_entry_can_not_be_restarted', 'Time entry is already stopped and can not be restarted');
  }
  if (end === null && others.some(isRunning)) {
    throw forbidden('time_entry_still_running', 'Time entry is still running');
  }
  const until = end ?? Number.POSITIVE_INFINITY;
  const overlaps = (one: Entry): boolean =>
    startOf(one, store) < until && (endOf(one, store) ?? Number.POSITIVE_INFINITY) > start;
  if (store.settings.solidtimeForbidsOverlaps && others.some(overlaps)) {
    throw forbidden('overlapping_time_entry', 'Overlapping time entries are not allowed.');
  }
}
