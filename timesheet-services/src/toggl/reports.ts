/** Detailed reports, the one way to read a team's entries: rows that group entries, continued by two headers. */
import { route, type Call, type Route } from '../core/call.ts';
import { HOUR_SECONDS, isRunning, secondsOf, startOf } from '../core/entries.ts';
import type { Entry } from '../core/model.ts';
import { isDay } from '../core/zone.ts';
import { refuse, requireWorkspace } from './access.ts';
import { fromId, toId, toIdOrNull } from './ids.ts';
import { shownReportEntry, tagIds } from './rows.ts';

const PAGE = 50;
const LARGEST_PAGE = 1000;
const YEAR = 366 * 86_400_000;

export const reportRoutes: readonly Route[] = [
  route('POST', '/reports/api/v3/workspace/:workspace/search/time_entries', (call) => {
    requireWorkspace(call);
    const { fields, store } = call;
    const from = fields.text('start_date') ?? '';
    const to = fields.text('end_date') ?? '';
    if (!isDay(from) || !isDay(to)) {
      throw refuse(400, 'start_date and end_date must be provided as YYYY-MM-DD');
    }
    if (Date.parse(to) - Date.parse(from) >= YEAR) {
      throw refuse(400, 'The date range must not be longer than one year');
    }
    const size = fields.number('page_size') ?? PAGE;
    const first = fields.number('first_row_number') ?? 1;
    if (!(size >= 1 && size <= LARGEST_PAGE && first >= 1)) {
      throw refuse(400, `page_size must be between 1 and ${LARGEST_PAGE}`);
    }
    const rows = grouped(store.entries.sorted('start', byStart(call)).filter(filterOf(call, from, to)));
    const shown = call.slice(rows, first - 1, size);
    const next = rows[first - 1 + size];
    return {
      status: 200,
      ...(next === undefined
        ? {}
        : {
            headers: {
              'X-Next-ID': String(toId('entries', next[0]?.id ?? 0)),
              'X-Next-Row-Number': String(first + size),
            },
          }),
      body: shown.map((entries, index) => shownRow(call, entries, first + index)),
    };
  }),
];

function byStart({ store }: Call): (a: Entry, b: Entry) => number {
  return (a, b) => startOf(a, store) - startOf(b, store) || a.id - b.id;
}
function filterOf(call: Call, from: string, to: string): (entry: Entry) => boolean {
  const { fields, store, person } = call;
  const wanted = (name: string, kind: Parameters<typeof fromId>[0]): ReadonlySet<number> | undefined => {
    const list = fields.list(name)?.filter((id) => typeof id === 'number');
    return list === undefined || list.length === 0 ? undefined : new Set(list.map((id) => fromId(kind, id)));
  };
  const people = wanted('user_ids', 'people');
  const projects = wanted('project_ids', 'projects');
  const clients = wanted('client_ids', 'clients');
  const isBillable = fields.flag('billable');
  return (entry) =>
    !isRunning(entry) &&
    (person.isAdmin || entry.personId === person.id) &&
    entry.workDate >= from &&
    entry.workDate <= to &&
    (people === undefined || people.has(entry.personId)) &&
    (projects === undefined || (entry.projectId !== null && projects.has(entry.projectId))) &&
    (clients === undefined || clients.has(store.projects.get(entry.projectId)?.clientId ?? 0)) &&
    (isBillable === undefined || entry.isBillable === isBillable);
}

/** Entries of one person that differ in nothing but their times share a row. */
function grouped(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const rows = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { personId, projectId, taskId, isBillable, description, tags, workDate } = entry;
    const key = JSON.stringify([workDate, personId, projectId, taskId, isBillable, description, tags]);
    const row = rows.get(key);
    if (row === undefined) {
      rows.set(key, [entry]);
    } else {
      row.push(entry);
    }
  }
  return [...rows.values()];
}
function shownRow({ store }: Call, entries: readonly Entry[], number: number): unknown {
  const [entry] = entries;
  if (entry === undefined) {
    return null;
  }
  const person = store.people.get(entry.personId);
  const seconds = entries.reduce((sum, one) => sum + secondsOf(one, store.now()), 0);
  const rate = entry.isBillable ? (entry.hourlyRate ?? 0) : 0;
  return {
    user_id: toId('people', entry.personId),
    username: person === undefined ? null : `${person.firstName} ${person.lastName}`,
    project_id: toIdOrNull('projects', entry.projectId),
    task_id: toIdOrNull('tasks', entry.taskId),
    billable: entry.isBillable,
    description: entry.description ?? '',
    tag_ids: tagIds(entry, store),
    billable_amount_in_cents: Math.round((rate * seconds) / HOUR_SECONDS),
    hourly_rate_in_cents: rate,
    currency: 'USD',
    row_number: number,
    time_entries: entries.map((one) => shownReportEntry(one, store)),
  };
}
