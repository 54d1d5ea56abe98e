/**
 * Rows in Redmine's form: optional objects are absent rather than null. Redmine has no clients: each is a parent project
 * without time tracking, and ids of both come from one sequence. A project's own task is an issue.
 */
import { HOUR_SECONDS } from '../core/entries.ts';
import type { Client, Entry, Person, Project, Task } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { utcText } from '../core/zone.ts';

type Shown = Readonly<Record<string, unknown>>;
/** Whose entries of deleted users become. Stored as nobody's. */
export const ANONYMOUS_ID = 900_000;
export const ACTIVE = 1;
export const CLOSED = 5;
export const ARCHIVED = 9;

const stamps = ({ createdAt, updatedAt }: { readonly createdAt: number; readonly updatedAt: number }): Shown => ({
  created_on: utcText(createdAt),
  updated_on: utcText(updatedAt),
});
/** Two places, as Redmine stores them. */
export const hoursOf = (seconds: number): number => Math.round((seconds / HOUR_SECONDS) * 100) / 100;
const isSomething = (text: string | null): text is string => text !== null && text !== '';

export function statusOf(project: Project): number {
  if (project.isArchived) {
    return ARCHIVED;
  }
  return project.status === 'completed' || project.status === 'cancelled' ? CLOSED : ACTIVE;
}
/** Lower case letters, digits and dashes. */
export function identifierOf({
  id,
  name,
  code,
}: {
  readonly id: number;
  readonly name: string;
  readonly code?: string | null;
}): string {
  const words = (code ?? name)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return `${words.replaceAll(/^-+|-+$/g, '').slice(0, 80)}${code === undefined || code === null ? `-${id}` : ''}`;
}

export function shownClient(client: Client): Shown {
  return {
    id: client.id,
    name: client.name,
    identifier: identifierOf(client),
    description: client.note ?? '',
    status: client.isArchived ? ARCHIVED : ACTIVE,
    is_public: false,
    inherit_members: false,
    ...stamps(client),
  };
}
export function shownProject(project: Project, store: Store): Shown {
  const parent = store.projects.get(project.parentId) ?? store.clients.get(project.clientId);
  return {
    id: project.id,
    name: project.name,
    identifier: identifierOf(project),
    description: project.note ?? '',
    ...(parent === undefined ? {} : { parent: { id: parent.id, name: parent.name } }),
    status: statusOf(project),
    is_public: project.isPublic,
    inherit_members: false,
    ...stamps(project),
  };
}
export const loginOf = ({ email }: Person): string => email.split('@')[0] ?? email;

export function shownPerson(person: Person, isOwn = false): Shown {
  return {
    id: person.id,
    login: loginOf(person),
    admin: person.isAdmin,
    firstname: person.firstName,
    lastname: person.lastName,
    mail: person.email,
    ...stamps(person),
    ...(isOwn ? {} : { status: person.isActive ? 1 : 3 }),
  };
}
export function shownActivity(task: Task, isDefault: boolean): Shown {
  return { id: task.id, name: task.name, is_default: isDefault, active: task.isActive };
}

export function activitiesOf(store: Store): readonly Task[] {
  return store.tasks.filter(({ projectId }) => projectId === null);
}
export function shownEntry(entry: Entry, store: Store): Shown {
  const person = store.people.get(entry.personId);
  const project = store.projects.get(entry.projectId);
  const issue = store.tasks.get(entry.taskId);
  const activity = store.tasks.get(entry.activityId) ?? activitiesOf(store)[0];
  const custom = Object.entries(entry.custom).filter(([id]) => /^\d+$/.test(id));
  return {
    id: entry.id,
    ...(project === undefined ? {} : { project: { id: project.id, name: project.name } }),
    ...(issue === undefined ? {} : { issue: { id: issue.id } }),
    user:
      person === undefined
        ? { id: ANONYMOUS_ID, name: 'Anonymous' }
        : { id: person.id, name: `${person.firstName} ${person.lastName}` },
    ...(activity === undefined ? {} : { activity: { id: activity.id, name: activity.name } }),
    hours: hoursOf(entry.seconds),
    ...(isSomething(entry.description) ? { comments: entry.description } : {}),
    spent_on: entry.workDate,
    ...(custom.length === 0
      ? {}
      : { custom_fields: custom.map(([id, value]) => ({ id: Number(id), name: `Field ${id}`, value })) }),
    ...stamps(entry),
  };
}
