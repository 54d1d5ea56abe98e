/** Rows in Harvest's form: decimal hours, references as `{id, name}`, times in UTC with a `Z`. */
import { endOf, HOUR_SECONDS, isRunning, secondsOf, startOf, taskOf } from '../core/entries.ts';
import type { Client, Entry, Person, Project, Task } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { utcText, wallText } from '../core/zone.ts';
import { ACCOUNT_ID, toId } from './ids.ts';

type Shown = Readonly<Record<string, unknown>>;

/** Harvest has zones in the words of Rails. */
const ZONES: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern Time (US & Canada)',
  'Europe/Berlin': 'Berlin',
  'Australia/Sydney': 'Sydney',
  UTC: 'UTC',
};
const stamps = ({ createdAt, updatedAt }: { readonly createdAt: number; readonly updatedAt: number }): Shown => ({
  created_at: utcText(createdAt),
  updated_at: utcText(updatedAt),
});
const money = (minor: number | null): number | null => (minor === null ? null : minor / 100);
export const hoursOf = (seconds: number): number => Math.round((seconds / HOUR_SECONDS) * 100) / 100;
const QUARTER = 900;

export function shownClient(client: Client): Shown {
  return {
    id: toId('clients', client.id),
    name: client.name,
    is_active: !client.isArchived,
    address: client.address,
    statement_key: null,
    currency: client.currency,
    ...stamps(client),
  };
}
export function shownProject(project: Project, store: Store): Shown {
  const client = store.clients.get(project.clientId);
  return {
    id: toId('projects', project.id),
    name: project.name,
    code: project.code,
    is_active: !project.isArchived,
    is_billable: project.isBillable,
    is_fixed_fee: false,
    bill_by: project.hourlyRate === null ? 'none' : 'Project',
    hourly_rate: money(project.hourlyRate),
    budget: project.budgetSeconds === null ? null : hoursOf(project.budgetSeconds),
    budget_by: project.budgetSeconds === null ? 'none' : 'project',
    budget_is_monthly: false,
    cost_budget: money(project.budgetAmount),
    fee: null,
    notes: project.note,
    starts_on: project.startsOn,
    ends_on: project.endsOn,
    client:
      client === undefined ? null : { id: toId('clients', client.id), name: client.name, currency: client.currency },
    ...stamps(project),
  };
}
export function shownTask(task: Task): Shown {
  return {
    id: toId('tasks', task.id),
    name: task.name,
    billable_by_default: task.isBillable,
    default_hourly_rate: null,
    is_default: task.projectId === null,
    is_active: task.isActive,
    ...stamps(task),
  };
}
export function shownPerson(person: Person): Shown {
  return {
    id: toId('people', person.id),
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    telephone: '',
    timezone: ZONES[person.timeZone] ?? person.timeZone,
    has_access_to_all_future_projects: person.isAdmin,
    is_contractor: false,
    is_active: person.isActive,
    weekly_capacity: person.weeklySeconds,
    default_hourly_rate: money(person.hourlyRate),
    cost_rate: null,
    roles: person.title === null ? [] : [person.title],
    access_roles: [person.isAdmin ? 'administrator' : 'member'],
    ...stamps(person),
  };
}
const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

export function shownEntry(entry: Entry, store: Store, isDetailed = true): Shown {
  const person = store.people.get(entry.personId);
  const project = store.projects.get(entry.projectId);
  const client = store.clientOf(entry);
  const task = taskOf(entry, store);
  const seconds = secondsOf(entry, store.now());
  const isClosed = entry.isApproved;
  return {
    id: toId('entries', entry.id),
    spent_date: entry.workDate,
    user: person === undefined ? null : { id: toId('people', person.id), name: nameOf(person) },
    client: client === undefined ? null : { id: toId('clients', client.id), name: client.name },
    project: project === undefined ? null : { id: toId('projects', project.id), name: project.name },
    task: task === undefined ? null : { id: toId('tasks', task.id), name: task.name },
    ...(isDetailed ? assignments(entry, project, task) : {}),
    hours: hoursOf(seconds),
    hours_without_timer: hoursOf(entry.seconds),
    rounded_hours: Math.ceil(seconds / QUARTER) / 4,
    notes: entry.description,
    is_locked: lockOf(entry) !== null,
    locked_reason: lockOf(entry),
    is_closed: isClosed,
    is_billed: entry.isInvoiced,
    timer_started_at: entry.timerStartedAt === null ? null : utcText(entry.timerStartedAt),
    ...clockTimes(entry, store),
    is_running: isRunning(entry),
    billable: entry.isBillable,
    budgeted: project?.budgetSeconds !== null && project !== undefined,
    billable_rate: money(entry.hourlyRate),
    cost_rate: null,
    invoice: null,
    external_reference: entry.externalReference,
    ...stamps(entry),
  };
}
function assignments(entry: Entry, project: Project | undefined, task: Task | undefined): Shown {
  return {
    user_assignment: { id: ACCOUNT_ID + entry.personId, is_active: true, is_project_manager: false, budget: null },
    task_assignment:
      task === undefined || project === undefined
        ? null
        : { id: assignmentId(project, task), billable: task.isBillable, is_active: task.isActive, budget: null },
  };
}
export const assignmentId = (project: Project, task: Task): number => project.id * 100_000 + task.id;

export function lockOf(entry: Entry): string | null {
  if (entry.isInvoiced) {
    return 'Item Invoiced and Locked for this Time Period';
  }
  return entry.isApproved ? 'Item Approved and Locked for this Time Period' : null;
}

/** Accounts that track hours have no times of day. */
function clockTimes(entry: Entry, store: Store): Shown {
  if (!store.settings.harvestTimestampTimers) {
    return { started_time: null, ended_time: null };
  }
  const zone = store.people.get(entry.personId)?.timeZone ?? 'UTC';
  const end = endOf(entry, store);
  const shown = (moment: number): string =>
    clockText(wallText(zone, moment).slice(11, 16), store.settings.harvestClock);
  return { started_time: shown(startOf(entry, store)), ended_time: end === null ? null : shown(end) };
}
export function clockText(time: string, clock: '12h' | '24h'): string {
  if (clock === '24h') {
    return time;
  }
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)}${hour < 12 ? 'am' : 'pm'}`;
}
/** Minutes of the day; both of Harvest's clocks are understood. */
export function minutesOfClock(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})\s*(am|pm)?$/i.exec(text.trim());
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  const half = match?.[3]?.toLowerCase();
  if (match === null || minute > 59 || hour > (half === undefined ? 23 : 12) || (half !== undefined && hour === 0)) {
    return undefined;
  }
  return (half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}
