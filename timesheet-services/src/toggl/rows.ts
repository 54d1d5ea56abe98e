/** Rows in Toggl Track's form: flat references beside their old short names, durations in seconds. */
import { endOf, isRunning, secondsOf, startOf, zoneOf } from '../core/entries.ts';
import type { Client, Entry, Person, Project, Tag } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { offsetText, utcText, wallText } from '../core/zone.ts';
import { ORGANIZATION_ID, toId, toIdOrNull, WORKSPACE_ID } from './ids.ts';

type Shown = Readonly<Record<string, unknown>>;

/** `2025-03-03T08:00:00+00:00` */
export const offsetUtc = (moment: number): string => utcText(moment).replace('Z', '+00:00');
/** The same moment on the clock of a zone. */
export const inZone = (zone: string, moment: number): string => `${wallText(zone, moment)}${offsetText(zone, moment)}`;

export function tagIds(entry: Entry, store: Store): readonly number[] {
  return entry.tags.flatMap((name) =>
    store.tags.filter((tag: Tag) => tag.name === name).map(({ id }) => toId('tags', id)),
  );
}
/** What was deleted shows when, in answers to `since`. */
export function shownEntry(entry: Entry, store: Store, deletedAt: number | null = null): Shown {
  const start = startOf(entry, store);
  const end = endOf(entry, store);
  return {
    id: toId('entries', entry.id),
    workspace_id: WORKSPACE_ID,
    project_id: toIdOrNull('projects', entry.projectId),
    task_id: toIdOrNull('tasks', entry.taskId),
    billable: entry.isBillable,
    start: offsetUtc(start),
    stop: end === null ? null : utcText(end),
    duration: isRunning(entry) ? -1 : secondsOf(entry, store.now()),
    description: entry.description,
    tags: entry.tags,
    tag_ids: tagIds(entry, store),
    duronly: true,
    at: offsetUtc(deletedAt ?? entry.updatedAt),
    server_deleted_at: deletedAt === null ? null : offsetUtc(deletedAt),
    user_id: toId('people', entry.personId),
    uid: toId('people', entry.personId),
    wid: WORKSPACE_ID,
    pid: toIdOrNull('projects', entry.projectId),
    ...(entry.taskId === null ? {} : { tid: toId('tasks', entry.taskId) }),
  };
}
export function shownClient(client: Client, deletedAt: number | null = null): Shown {
  return {
    id: toId('clients', client.id),
    wid: WORKSPACE_ID,
    name: client.name,
    archived: client.isArchived,
    at: offsetUtc(deletedAt ?? client.updatedAt),
    creator_id: toId('people', 1),
    ...(client.externalKey === null ? {} : { external_reference: client.externalKey }),
    notes: client.note,
    ...(deletedAt === null ? {} : { server_deleted_at: offsetUtc(deletedAt) }),
  };
}
export function shownProject(project: Project, deletedAt: number | null = null): Shown {
  return {
    id: toId('projects', project.id),
    workspace_id: WORKSPACE_ID,
    client_id: toIdOrNull('clients', project.clientId),
    name: project.name,
    is_private: !project.isPublic,
    active: !project.isArchived,
    at: offsetUtc(deletedAt ?? project.updatedAt),
    created_at: offsetUtc(project.createdAt),
    server_deleted_at: deletedAt === null ? null : offsetUtc(deletedAt),
    color: project.color,
    billable: project.isBillable,
    status: project.isArchived ? 'archived' : project.status === 'completed' ? 'ended' : 'active',
    start_date: project.startsOn,
    end_date: project.endsOn,
    rate: project.hourlyRate === null ? null : project.hourlyRate / 100,
    currency: project.currency,
    estimated_seconds: project.budgetSeconds,
    ...(project.externalKey === null ? {} : { external_reference: project.externalKey }),
    wid: WORKSPACE_ID,
    cid: toIdOrNull('clients', project.clientId),
  };
}
const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

export function shownPerson(person: Person): Shown {
  return {
    id: toId('people', person.id),
    fullname: nameOf(person),
    email: person.email,
    inactive: !person.isActive,
    is_active: person.isActive,
    is_admin: person.isAdmin,
    role: person.isAdmin ? 'admin' : 'employee',
  };
}
export function shownMe(person: Person, token: string): Shown {
  return {
    id: toId('people', person.id),
    api_token: token,
    email: person.email,
    fullname: nameOf(person),
    timezone: person.timeZone,
    default_workspace_id: WORKSPACE_ID,
    beginning_of_week: 1,
    at: offsetUtc(person.updatedAt),
    created_at: offsetUtc(person.createdAt),
  };
}
export function shownWorkspace(store: Store): Shown {
  return { id: WORKSPACE_ID, organization_id: ORGANIZATION_ID, name: store.name, premium: true, admin: true };
}
/** Of one entry in a report; times are on the clock of its person. */
export function shownReportEntry(entry: Entry, store: Store): Shown {
  const zone = zoneOf(entry.personId, store);
  const end = endOf(entry, store);
  return {
    id: toId('entries', entry.id),
    seconds: secondsOf(entry, store.now()),
    start: inZone(zone, startOf(entry, store)),
    stop: end === null ? null : inZone(zone, end),
    at: offsetUtc(entry.updatedAt),
    at_tz: inZone(zone, entry.updatedAt),
  };
}
