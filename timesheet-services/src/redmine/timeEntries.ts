/** Time entries: a date and hours. Filters it does not know are ignored, and so are values it cannot read. */
import { route, type Call, type Route } from '../core/call.ts';
import { BLANK_ENTRY, HOUR_SECONDS, dated } from '../core/entries.ts';
import type { Fields } from '../core/fields.ts';
import type { Entry, Person, Project } from '../core/model.ts';
import { isDay } from '../core/zone.ts';
import { empty, found, invalid, listed, refuse, requireLogin } from './access.ts';
import { bodyOf } from './projects.ts';
import { activitiesOf, shownEntry } from './rows.ts';

const HOUR_HUNDREDTH = HOUR_SECONDS / 100;

export const timeEntryRoutes: readonly Route[] = [
  route('GET', '/time_entries.json', (call) => {
    if (call.isAnonymous) {
      return listed(call, 'time_entries', [], () => null);
    }
    const rows = sorted(call).filter(filterOf(call));
    return listed(call, 'time_entries', rows, (one) => shownEntry(one, call.store));
  }),
  route('GET', '/time_entries/:id(^\\d+).json', (call) => ({
    status: 200,
    body: { time_entry: shownEntry(entryAt(call), call.store) },
  })),
  route('POST', '/time_entries.json', (call) => {
    requireLogin(call);
    const fields = bodyOf(call, 'time_entry');
    const { store } = call;
    const values = valuesOf(call, fields, undefined);
    const entry = store.entries.insert({
      ...BLANK_ENTRY,
      isBillable: values.project?.isBillable ?? false,
      ...values.entry,
    });
    return { status: 201, body: { time_entry: shownEntry(entry, store) } };
  }),
  route('PUT', '/time_entries/:id(^\\d+).json', (call) => {
    const entry = entryAt(call);
    requireLogin(call);
    call.store.entries.update(entry.id, valuesOf(call, bodyOf(call, 'time_entry'), entry).entry);
    return empty;
  }),
  route('DELETE', '/time_entries/:id(^\\d+).json', (call) => {
    call.store.entries.delete(entryAt(call).id);
    return empty;
  }),
];

function entryAt(call: Call): Entry {
  requireLogin(call);
  const entry = found(call.store.entries, Number(call.param('id')));
  const project = call.store.projects.get(entry.projectId);
  if (project === undefined) {
    throw refuse(404);
  }
  if (project.isArchived || (!call.person.isAdmin && entry.personId !== call.person.id)) {
    throw refuse(403);
  }
  return entry;
}

function sorted(call: Call): readonly Entry[] {
  const { entries } = call.store;
  const [field, direction] = (call.query.text('sort') ?? '').split(':');
  const sign = direction === 'desc' ? -1 : 1;
  if (field === 'created_on') {
    return entries.sorted(`created ${sign}`, (a, b) => sign * (a.createdAt - b.createdAt || a.id - b.id));
  }
  if (field === 'spent_on') {
    return entries.sorted(`spent ${sign}`, (a, b) => sign * (a.workDate.localeCompare(b.workDate) || a.id - b.id));
  }
  if (field === 'hours') {
    return entries.sorted(`hours ${sign}`, (a, b) => sign * (a.seconds - b.seconds || a.id - b.id));
  }
  return entries.sorted('latest day', (a, b) => b.workDate.localeCompare(a.workDate) || b.id - a.id);
}

function filterOf(call: Call): (entry: Entry) => boolean {
  const { query, store, person } = call;
  const day = (name: string): string | undefined => {
    const text = query.text(name);
    return text !== undefined && isDay(text) ? text : undefined;
  };
  const exact = day('spent_on');
  const range = /^><(\d{4}-\d{2}-\d{2})\|(\d{4}-\d{2}-\d{2})$/.exec(query.text('spent_on') ?? '');
  const bound = /^(>=|<=)(\d{4}-\d{2}-\d{2})$/.exec(query.text('spent_on') ?? '');
  const from = day('from') ?? exact ?? range?.[1] ?? (bound?.[1] === '>=' ? bound[2] : undefined);
  const to = day('to') ?? exact ?? range?.[2] ?? (bound?.[1] === '<=' ? bound[2] : undefined);
  const id = (name: string): readonly number[] | undefined => {
    const text = query.text(name);
    return text === undefined || !/^\d+([|,]\d+)*$/.test(text) ? undefined : text.split(/[|,]/).map(Number);
  };
  const user = query.text('user_id') === 'me' ? [person.id] : id('user_id');
  const project = id('project_id');
  const issue = id('issue_id');
  const activity = id('activity_id');
  const isIn = (wanted: readonly number[] | undefined, value: number | null | undefined): boolean =>
    wanted === undefined || (value !== null && value !== undefined && wanted.includes(value));
  return (entry) => {
    const on = store.projects.get(entry.projectId);
    return (
      on?.isArchived === false &&
      (person.isAdmin || entry.personId === person.id) &&
      (from === undefined || entry.workDate >= from) &&
      (to === undefined || entry.workDate <= to) &&
      isIn(user, entry.personId) &&
      (isIn(project, on.id) || isIn(project, on.clientId) || isIn(project, on.parentId)) &&
      isIn(issue, entry.taskId) &&
      isIn(activity, entry.activityId)
    );
  };
}

/** Decimal with point or comma, or hours and minutes; undefined for anything else. Stored to two places. */
export function secondsOfHours(fields: Fields): number | undefined {
  const text = (fields.text('hours') ?? String(fields.number('hours') ?? '')).trim();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  const hours =
    clock === null
      ? /^\d+([.,]\d+)?$/.test(text)
        ? Number(text.replace(',', '.'))
        : Number.NaN
      : Number(clock[1]) + Number(clock[2]) / 60;
  return Number.isNaN(hours) || hours > 999 ? undefined : Math.round(hours * 100) * HOUR_HUNDREDTH;
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
    | 'description'
    | 'custom'
  >;
  readonly project: Project | undefined;
}

function valuesOf(call: Call, fields: Fields, earlier: Entry | undefined): Read {
  const { store } = call;
  const issueId = fields.number('issue_id');
  const issue = issueId === undefined ? undefined : store.tasks.get(issueId);
  const projectId = fields.number('project_id') ?? issue?.projectId ?? earlier?.projectId ?? null;
  const project = store.projects.get(projectId);
  if (project === undefined && store.clients.get(projectId) !== undefined) {
    // Parent projects that stand for clients have the time tracking module off.
    throw refuse(403);
  }
  if (project?.isArchived === true) {
    throw refuse(403);
  }
  const worker = workerOf(call, fields, earlier);
  const activities = activitiesOf(store);
  const standIn = store.settings.redmineHasDefaultActivity ? activities[0]?.id : undefined;
  const activityId = fields.number('activity_id') ?? earlier?.activityId ?? standIn;
  const activity = activities.find(({ id }) => id === activityId);
  const seconds = fields.has('hours') ? secondsOfHours(fields) : earlier?.seconds;
  const day = fields.has('spent_on') ? (fields.text('spent_on') ?? '') : (earlier?.workDate ?? today(call));
  const problems = [
    ...(project === undefined ? ['Project cannot be blank'] : []),
    ...(issueId !== undefined && (issue === undefined || issue.projectId !== project?.id) ? ['Issue is invalid'] : []),
    ...(activityId === undefined
      ? ['Activity cannot be blank']
      : activity === undefined
        ? ['Activity is invalid']
        : []),
    ...(seconds === undefined ? [fields.has('hours') ? 'Hours is invalid' : 'Hours cannot be blank'] : []),
    ...(isDay(day) ? [] : ['Date is invalid']),
    ...(worker === undefined ? ['User is invalid'] : []),
    ...((fields.text('comments') ?? '').length > 1024 ? ['Comment is too long (maximum is 1024 characters)'] : []),
  ];
  if (problems.length > 0 || worker === undefined || seconds === undefined) {
    throw invalid(problems);
  }
  return {
    project,
    entry: {
      personId: worker.id,
      projectId: project?.id ?? null,
      taskId: fields.has('issue_id') ? (issue?.id ?? null) : (earlier?.taskId ?? null),
      activityId: activity?.id ?? null,
      ...dated(earlier, worker, day, seconds),
      description: fields.has('comments') ? (fields.text('comments') ?? null) : (earlier?.description ?? null),
      custom: customOf(fields, earlier),
    },
  };
}
const today = (call: Call): string => new Date(call.now()).toISOString().slice(0, 10);

function workerOf(call: Call, fields: Fields, earlier: Entry | undefined): Person | undefined {
  const id = fields.number('user_id') ?? earlier?.personId ?? call.person.id;
  return id === call.person.id || call.person.isAdmin ? call.store.people.get(id) : undefined;
}
function customOf(fields: Fields, earlier: Entry | undefined): Entry['custom'] {
  const sent = (fields.list('custom_fields') ?? []).flatMap((one): (readonly [string, string])[] => {
    const field =
      one !== null && typeof one === 'object' && !Array.isArray(one) ? (one as Record<string, unknown>) : {};
    const { id, value } = field;
    return typeof id === 'number' && typeof value === 'string' ? [[String(id), value]] : [];
  });
  return { ...earlier?.custom, ...Object.fromEntries(sent) };
}
