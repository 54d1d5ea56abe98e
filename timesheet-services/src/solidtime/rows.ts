/** Rows in solidtime's form: references as ids, moments in UTC without fractions, money in cents. */
import { endOf, isRunning, secondsOf, startOf } from '../core/entries.ts';
import type { Client, Entry, Person, Project, Tag, Task } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { utcText } from '../core/zone.ts';
import { ORGANIZATION, uuid, uuidOrNull } from './ids.ts';

type Shown = Readonly<Record<string, unknown>>;
const stamps = ({ createdAt, updatedAt }: { readonly createdAt: number; readonly updatedAt: number }): Shown => ({
  created_at: utcText(createdAt),
  updated_at: utcText(updatedAt),
});
const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

export function shownClient(client: Client): Shown {
  return { id: uuid('client', client.id), name: client.name, is_archived: client.isArchived, ...stamps(client) };
}
export function shownProject(project: Project, spent: number): Shown {
  return {
    id: uuid('project', project.id),
    name: project.name,
    color: project.color,
    client_id: uuidOrNull('client', project.clientId),
    is_archived: project.isArchived,
    billable_rate: project.hourlyRate,
    is_billable: project.isBillable,
    estimated_time: project.budgetSeconds,
    spent_time: spent,
    is_public: project.isPublic,
  };
}
export function shownTask(task: Task): Shown {
  return {
    id: uuid('task', task.id),
    name: task.name,
    is_done: !task.isActive,
    project_id: uuidOrNull('project', task.projectId),
    estimated_time: null,
    spent_time: 0,
    ...stamps(task),
  };
}
export function shownTag(tag: Tag): Shown {
  return { id: uuid('tag', tag.id), name: tag.name, ...stamps(tag) };
}
/** A member is a user within the organization, with an id of its own. */
export function shownMember(person: Person): Shown {
  return {
    id: uuid('member', person.id),
    user_id: uuid('user', person.id),
    name: nameOf(person),
    email: person.email,
    role: person.isActive ? (person.isAdmin ? 'owner' : 'employee') : 'placeholder',
    is_placeholder: !person.isActive,
    billable_rate: person.hourlyRate,
  };
}
export function shownUser(person: Person): Shown {
  return {
    id: uuid('user', person.id),
    name: nameOf(person),
    email: person.email,
    profile_photo_url: '',
    timezone: person.timeZone,
    week_start: 'monday',
  };
}
export function shownEntry(entry: Entry, store: Store): Shown {
  const end = endOf(entry, store);
  const tags = entry.tags.flatMap((name) => store.tags.filter((tag) => tag.name === name));
  return {
    id: uuid('entry', entry.id),
    start: utcText(startOf(entry, store)),
    end: end === null ? null : utcText(end),
    duration: isRunning(entry) ? null : secondsOf(entry, store.now()),
    description: entry.description,
    task_id: uuidOrNull('task', entry.taskId),
    project_id: uuidOrNull('project', entry.projectId),
    organization_id: uuid('organization', ORGANIZATION),
    user_id: uuid('user', entry.personId),
    tags: tags.map(({ id }) => uuid('tag', id)),
    billable: entry.isBillable,
  };
}
