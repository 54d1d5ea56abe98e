/** The detailed report, on a host of its own at the vendor: the whole workspace, durations in whole seconds. */
import { route, type Answer, type Call, type Route } from '../core/call.ts';
import { endOf, isRunning, secondsOf, startOf } from '../core/entries.ts';
import type { Entry } from '../core/model.ts';
import { instantOf, momentOf, utcText, wallOf } from '../core/zone.ts';
import { refuse, requireAdmin, requireWorkspace } from './access.ts';
import { hex, hexOrNull, numberOf } from './ids.ts';

const PAGE = 50;
const LARGEST_PAGE = 1000;
const DAY = 86_400_000;
const FREE_WINDOW = 31 * DAY;

/** Behind the regional address, and as on the host that has nothing else. */
export const reportRoutes: readonly Route[] = ['/report/v1', '/v1'].map((root) =>
  route('POST', `${root}/workspaces/:workspace/reports/detailed`, detailed),
);

function detailed(call: Call): Answer {
  requireWorkspace(call);
  requireAdmin(call);
  const { fields, store } = call;
  const zone = fields.text('timeZone') ?? call.person.timeZone;
  const from = boundOf(call, 'dateRangeStart', zone);
  const to = boundOf(call, 'dateRangeEnd', zone);
  if (call.service.plan === 'free' && to - from > FREE_WINDOW) {
    throw refuse(400, 'Date range must not be longer than 31 days on the FREE plan');
  }
  const filter = fields.object('detailedFilter');
  if (filter === undefined) {
    throw refuse(400, 'detailedFilter is required');
  }
  const page = filter.number('page') ?? 1;
  const size = Math.min(filter.number('pageSize') ?? PAGE, LARGEST_PAGE);
  if (!(page >= 1 && size >= 1)) {
    throw refuse(400, 'page and pageSize must be whole numbers from 1 on');
  }
  const users = fields
    .object('users')
    ?.texts('ids')
    ?.map((id) => numberOf('user', id));
  const rows = store.entries
    .sorted('start desc', (a, b) => startOf(b, store) - startOf(a, store) || b.id - a.id)
    .filter((one) => {
      const at = startOf(one, store);
      return !isRunning(one) && at >= from && at <= to && (users === undefined || users.includes(one.personId));
    });
  const total = rows.reduce((sum, one) => sum + one.seconds, 0);
  return {
    status: 200,
    body: {
      totals: [{ _id: '', totalTime: total, totalBillableTime: billable(rows), entriesCount: rows.length }],
      timeentries: call.slice(rows, (page - 1) * size, size).map((one) => shownRow(call, one)),
    },
  };
}
function billable(rows: readonly Entry[]): number {
  return rows.reduce((sum, { isBillable, seconds }) => sum + (isBillable ? seconds : 0), 0);
}
/** Read again as wall clock in the zone of the report. */
function boundOf({ fields }: Call, name: string, zone: string): number {
  const text = fields.text(name) ?? '';
  const moment = instantOf(text) ?? wallOf(text.replace(/\.\d+$/, ''));
  if (moment === undefined) {
    throw refuse(400, `${name} is required`);
  }
  return momentOf(zone, moment);
}
function shownRow({ store }: Call, entry: Entry): unknown {
  const person = store.people.get(entry.personId);
  const project = store.projects.get(entry.projectId);
  const client = store.clientOf(entry);
  const task = store.tasks.get(entry.taskId);
  const end = endOf(entry, store);
  return {
    _id: hex('entry', entry.id),
    description: entry.description ?? '',
    userId: hex('user', entry.personId),
    userName: person === undefined ? '' : `${person.firstName} ${person.lastName}`,
    userEmail: person?.email ?? '',
    projectId: hexOrNull('project', entry.projectId),
    projectName: project?.name ?? null,
    clientId: hexOrNull('client', client?.id ?? null),
    clientName: client?.name ?? null,
    taskId: hexOrNull('task', entry.taskId),
    taskName: task?.name ?? null,
    billable: entry.isBillable,
    isLocked: entry.isApproved || entry.isInvoiced,
    timeInterval: {
      start: utcText(startOf(entry, store)),
      end: end === null ? null : utcText(end),
      duration: secondsOf(entry, store.now()),
    },
    tags: entry.tags.map((name) => ({ name })),
    type: 'REGULAR',
  };
}
