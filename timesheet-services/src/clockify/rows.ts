/** Rows in Clockify's form: hex ids, intervals with ISO 8601 durations, money in minor units, no change times. */
import { endOf, HOUR_SECONDS, isRunning, secondsOf, spentOn, startOf } from '../core/entries.ts';
import type { Client, Entry, Person, Project, Tag, Task, Webhook } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { utcText } from '../core/zone.ts';
import { hex, hexOrNull, WORKSPACE_ID } from './ids.ts';

type Shown = Readonly<Record<string, unknown>>;

/** `PT1H30M`; `PT0S` for nothing. */
export function durationText(seconds: number): string {
  const hours = Math.floor(seconds / HOUR_SECONDS);
  const minutes = Math.floor((seconds % HOUR_SECONDS) / 60);
  const rest = seconds % 60;
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', rest > 0 ? `${rest}S` : ''].join('');
  return `PT${parts === '' ? '0S' : parts}`;
}
const rateOf = (amount: number | null, currency = 'USD'): Shown | null =>
  amount === null ? null : { amount, currency };

export function shownClient(client: Client): Shown {
  return {
    id: hex('client', client.id),
    name: client.name,
    email: client.email,
    address: client.address,
    note: client.note,
    archived: client.isArchived,
    workspaceId: WORKSPACE_ID,
    currencyId: null,
    currencyCode: client.currency,
    ccEmails: client.copiesTo.length === 0 ? null : client.copiesTo,
  };
}
/** The list may leave out `clientId`, as its published schema does. */
export function shownProject(project: Project, store: Store, isInList = false): Shown {
  const client = store.clients.get(project.clientId);
  const seconds = spentOn(store).get(project.id) ?? 0;
  return {
    id: hex('project', project.id),
    name: project.name,
    hourlyRate: rateOf(project.hourlyRate, project.currency),
    ...(isInList && !store.settings.clockifyListsClientId
      ? {}
      : { clientId: hexOrNull('client', client?.id ?? null) ?? '' }),
    workspaceId: WORKSPACE_ID,
    billable: project.isBillable,
    color: project.color,
    estimate: {
      estimate: durationText(project.budgetSeconds ?? 0),
      type: project.budgetSeconds === null ? 'AUTO' : 'MANUAL',
    },
    archived: project.isArchived,
    duration: durationText(seconds),
    clientName: client?.name ?? '',
    note: project.note ?? '',
    costRate: null,
    timeEstimate: null,
    budgetEstimate: null,
    template: false,
    public: project.isPublic,
  };
}
export function shownTask(task: Task): Shown {
  return {
    id: hex('task', task.id),
    name: task.name,
    projectId: hexOrNull('project', task.projectId),
    assigneeIds: [],
    estimate: 'PT0S',
    status: task.isActive ? 'ACTIVE' : 'DONE',
    billable: task.isBillable,
    hourlyRate: null,
    costRate: null,
    duration: 'PT0S',
  };
}
export function shownTag(tag: Tag): Shown {
  return { id: hex('tag', tag.id), name: tag.name, workspaceId: WORKSPACE_ID, archived: tag.isArchived };
}
const WITHOUT_SETTINGS = 7;

/** Some users in lists have no settings at all. */
export function shownUser(person: Person, isOwn = false): Shown {
  const settings = { timeZone: person.timeZone, weekStart: 'MONDAY', timeFormat: 'HOUR24', dateFormat: 'YYYY-MM-DD' };
  return {
    id: hex('user', person.id),
    email: person.email,
    name: `${person.firstName} ${person.lastName}`,
    memberships: [],
    profilePicture: '',
    activeWorkspace: WORKSPACE_ID,
    defaultWorkspace: WORKSPACE_ID,
    settings: !isOwn && person.id % WITHOUT_SETTINGS === 0 ? null : settings,
    status: person.isActive ? 'ACTIVE' : 'NOT_REGISTERED',
    customFields: [],
  };
}
export function shownWorkspace(store: Store): Shown {
  return {
    id: WORKSPACE_ID,
    name: store.name,
    hourlyRate: rateOf(0),
    costRate: rateOf(0),
    memberships: [],
    workspaceSettings: { timeTrackingMode: 'DEFAULT', lockTimeEntries: null, round: null },
    imageUrl: '',
    featureSubscriptionType: null,
  };
}
const CUSTOM = 'clockify:';
export const customKey = (id: string): string => CUSTOM + id;

export function shownEntry(entry: Entry, store: Store): Shown {
  const end = endOf(entry, store);
  const tags = entry.tags.flatMap((name) => store.tags.filter((tag) => tag.name === name));
  const custom = Object.entries(entry.custom).filter(([name]) => name.startsWith(CUSTOM));
  return {
    id: hex('entry', entry.id),
    description: entry.description ?? '',
    tagIds: tags.length === 0 ? null : tags.map(({ id }) => hex('tag', id)),
    userId: hex('user', entry.personId),
    billable: entry.isBillable,
    taskId: hexOrNull('task', entry.taskId),
    projectId: hexOrNull('project', entry.projectId),
    workspaceId: WORKSPACE_ID,
    timeInterval: {
      start: utcText(startOf(entry, store)),
      end: end === null ? null : utcText(end),
      duration: isRunning(entry) ? null : durationText(secondsOf(entry, store.now())),
    },
    customFieldValues: custom.map(([name, value]) => ({
      customFieldId: name.slice(CUSTOM.length),
      timeEntryId: hex('entry', entry.id),
      value,
      type: 'TXT',
      name: `Field ${name.slice(-4)}`,
    })),
    type: 'REGULAR',
    hourlyRate: rateOf(entry.hourlyRate),
    costRate: null,
    isLocked: entry.isApproved || entry.isInvoiced,
  };
}
export function shownWebhook(hook: Webhook): Shown {
  return {
    id: hex('webhook', hook.id),
    userId: hex('user', hook.ownerId),
    workspaceId: WORKSPACE_ID,
    name: hook.name,
    url: hook.url,
    webhookEvent: hook.events[0],
    triggerSourceType: hook.details['triggerSourceType'],
    triggerSource: JSON.parse(hook.details['triggerSource'] ?? '[]') as unknown,
    authToken: hook.secret,
    enabled: hook.isEnabled,
  };
}
