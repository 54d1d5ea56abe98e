/** Rows in the contract's form. */
import { isRunning, taskOf } from '../core/entries.ts';
import type { Client, Entry, Person, Project, Row, Task, Webhook } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { toId, toIdOrNull, type OpenKind } from './ids.ts';

export type Shown = Readonly<Record<string, unknown>>;

export const momentText = (moment: number): string => new Date(moment).toISOString();
const momentOrNull = (moment: number | null): string | null => (moment === null ? null : momentText(moment));
const money = (minor: number | null): number | null => (minor === null ? null : minor / 100);

function base(kind: OpenKind, { id, version, createdAt, updatedAt }: Row): Shown {
  return {
    id: toId(kind, id),
    version,
    createdAt: momentText(createdAt),
    updatedAt: momentText(updatedAt),
  };
}
function shownClient(client: Client): Shown {
  const { name, email, phone, address, industry, currency, note, isArchived, externalKey } = client;
  return { ...base('clients', client), name, email, phone, address, industry, currency, note, isArchived, externalKey };
}
function shownProject(project: Project): Shown {
  const { name, code, status, currency, isBillable, isArchived, note, externalKey } = project;
  return {
    ...base('projects', project),
    clientId: toIdOrNull('clients', project.clientId),
    name,
    code,
    status,
    startDate: project.startsOn,
    endDate: project.endsOn,
    budgetSeconds: project.budgetSeconds,
    budgetAmount: money(project.budgetAmount),
    hourlyRate: money(project.hourlyRate),
    currency,
    isBillable,
    isArchived,
    note,
    externalKey,
  };
}
function shownTask(task: Task): Shown {
  const { name, isActive, isBillable } = task;
  return { ...base('tasks', task), projectId: toIdOrNull('projects', task.projectId), name, isActive, isBillable };
}
function shownPerson(person: Person): Shown {
  const { firstName, lastName, email, timeZone, weeklySeconds, isActive } = person;
  return { ...base('people', person), firstName, lastName, email, timeZone, weeklySeconds, isActive };
}
export function statusOf({ isInvoiced, isApproved }: Entry): 'draft' | 'approved' | 'invoiced' {
  return isInvoiced ? 'invoiced' : isApproved ? 'approved' : 'draft';
}
function shownEntry(entry: Entry, store: Store): Shown {
  const { workDate, seconds, description, isBillable, tags, externalKey } = entry;
  return {
    ...base('entries', entry),
    personId: toId('people', entry.personId),
    projectId: toIdOrNull('projects', entry.projectId) ?? '',
    taskId: toIdOrNull('tasks', taskOf(entry, store)?.id ?? null),
    workDate,
    seconds,
    startAt: momentOrNull(entry.startedAt),
    endAt: momentOrNull(entry.endedAt),
    description,
    isBillable,
    status: statusOf(entry),
    tags,
    externalKey,
    isRunning: isRunning(entry),
  };
}
export function shown(kind: OpenKind, row: Row, store: Store): Shown {
  switch (kind) {
    case 'clients':
      return shownClient(row as Client);
    case 'projects':
      return shownProject(row as Project);
    case 'tasks':
      return shownTask(row as Task);
    case 'people':
      return shownPerson(row as Person);
    case 'entries':
      return shownEntry(row as Entry, store);
    case 'webhooks':
      return shownWebhook(row as Webhook);
  }
}
export function shownTombstone(kind: OpenKind, { id, version }: Row, deletedAt: number): Shown {
  return { id: toId(kind, id), isDeleted: true, deletedAt: momentText(deletedAt), version: version + 1 };
}
export function shownWebhook(hook: Webhook, withSecret = false): Shown {
  const { url, events, name, details } = hook;
  const until = Number(details['earlierSecretEndsAt'] ?? Number.NaN);
  return {
    id: toId('webhooks', hook.id),
    url,
    events,
    description: name,
    createdAt: momentText(hook.createdAt),
    ...(withSecret ? { secret: hook.secret } : {}),
    ...(Number.isNaN(until) ? {} : { earlierSecretEndsAt: momentText(until) }),
  };
}
