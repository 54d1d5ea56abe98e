/** Rows in Kimai's form: times in the person's zone with an offset that has no colon; fields without a right vanish. */
import { HOUR_SECONDS, endOf, isRunning, secondsOf, startOf, taskOf } from '../core/entries.ts';
import type { Client, Entry, Person, Project, Task } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { offsetText, wallText } from '../core/zone.ts';

type Shown = Readonly<Record<string, unknown>>;

/** `2025-03-03T09:00:00+0100` */
export function timeText(zone: string, moment: number): string {
  return `${wallText(zone, moment)}${offsetText(zone, moment, '')}`;
}
const META = 'meta:';
function metaOf(custom: Entry['custom']): readonly Shown[] {
  return Object.entries(custom)
    .filter(([name]) => name.startsWith(META))
    .map(([name, value]) => ({ name: name.slice(META.length), value }));
}
export const metaName = (name: string): string => META + name;

/** E-mail and address are in the single view only. */
export function shownCustomer(client: Client, isSingle: boolean): Shown {
  return {
    id: client.id,
    name: client.name,
    number: String(client.id).padStart(4, '0'),
    comment: client.note,
    visible: !client.isArchived,
    billable: true,
    company: client.name,
    country: 'US',
    currency: client.currency,
    timezone: 'America/New_York',
    language: null,
    ...(isSingle ? { email: client.email, address: client.address, phone: client.phone } : {}),
    metaFields: [],
    teams: [],
  };
}
export function shownProject(project: Project, store: Store, isSingle: boolean): Shown {
  const client = store.clients.get(project.clientId);
  return {
    id: project.id,
    name: project.name,
    customer: client?.id ?? null,
    parentTitle: client?.name ?? null,
    number: project.code,
    orderNumber: null,
    start: project.startsOn,
    end: project.endsOn,
    visible: !project.isArchived,
    billable: project.isBillable,
    globalActivities: true,
    comment: project.note,
    color: project.color,
    ...(isSingle
      ? { budget: (project.budgetAmount ?? 0) / 100, timeBudget: project.budgetSeconds ?? 0, budgetType: null }
      : {}),
    metaFields: [],
    teams: [],
  };
}
export function shownActivity(task: Task, store: Store): Shown {
  return {
    id: task.id,
    name: task.name,
    project: task.projectId,
    parentTitle: store.projects.get(task.projectId)?.name ?? null,
    number: null,
    comment: null,
    visible: task.isActive,
    billable: task.isBillable,
    metaFields: [],
    teams: [],
  };
}
export const usernameOf = ({ email }: Person): string => email.split('@')[0] ?? email;

export function shownUser(person: Person): Shown {
  return {
    id: person.id,
    username: usernameOf(person),
    email: person.email,
    alias: `${person.firstName} ${person.lastName}`,
    title: person.title,
    enabled: person.isActive,
    accountNumber: null,
    timezone: person.timeZone,
    locale: 'en',
    language: 'en',
    systemAccount: false,
    apiToken: true,
    initials: `${person.firstName.slice(0, 1)}${person.lastName.slice(0, 1)}`,
    color: null,
  };
}

export interface EntryView {
  /** References as objects. */
  readonly isFull: boolean;
  readonly maySeeRates: boolean;
}
export function shownEntry(entry: Entry, store: Store, { isFull, maySeeRates }: EntryView): Shown {
  const person = store.people.get(entry.personId);
  const zone = person?.timeZone ?? 'UTC';
  const project = store.projects.get(entry.projectId);
  const activity = taskOf(entry, store);
  const end = endOf(entry, store);
  const seconds = secondsOf(entry, store.now());
  const rate = Math.round(((entry.hourlyRate ?? 0) * seconds) / HOUR_SECONDS) / 100;
  return {
    id: entry.id,
    activity: isFull && activity !== undefined ? shownActivity(activity, store) : (activity?.id ?? null),
    project: isFull && project !== undefined ? fullProject(project, store) : entry.projectId,
    user: isFull && person !== undefined ? shownUser(person) : entry.personId,
    tags: entry.tags,
    begin: timeText(zone, startOf(entry, store)),
    end: end === null ? null : timeText(zone, end),
    duration: isRunning(entry) ? null : seconds,
    break: 0,
    description: entry.description,
    ...(maySeeRates ? { rate, internalRate: rate } : {}),
    exported: entry.isInvoiced,
    billable: entry.isBillable,
    metaFields: metaOf(entry.custom),
  };
}
function fullProject(project: Project, store: Store): Shown {
  const client = store.clients.get(project.clientId);
  const customer = client === undefined ? null : shownCustomer(client, false);
  return { ...shownProject(project, store, false), customer };
}
