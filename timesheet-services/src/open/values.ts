/** What callers send, checked by the contract's schemas and by rules that no schema can say, as values of rows. */
import type { Call } from '../core/call.ts';
import { BLANK_CLIENT, BLANK_ENTRY, BLANK_PERSON, BLANK_PROJECT, onTask, taskOf } from '../core/entries.ts';
import type { Fields } from '../core/fields.ts';
import type { Client, Entry, Person, Project, Row, Task, Values } from '../core/model.ts';
import type { Table } from '../core/table.ts';
import { instantOf } from '../core/zone.ts';
import { fromId, type OpenKind } from './ids.ts';
import { refuse, type FieldError } from './problems.ts';
import { statusOf } from './rows.ts';

/** Gathers what breaks rules, so that a caller learns all of it at once. */
export class Findings {
  readonly #errors: FieldError[] = [];

  add(field: string, message: string): void {
    this.#errors.push({ field: `/${field}`, message });
  }
  refuse(): void {
    if (this.#errors.length > 0) {
      const detail = this.#errors.map(({ field, message }) => `${field} ${message}`).join('; ');
      throw refuse('invalid', detail, { errors: this.#errors });
    }
  }
}
type Writer<T extends Row> = (call: Call, earlier: T | undefined, findings: Findings) => Values<T>;

/** The value that was sent, null among them; else what was there. */
function text(fields: Fields, name: string, kept: string | null): string | null {
  return fields.has(name) ? (fields.text(name) ?? null) : kept;
}
function words(fields: Fields, name: string, kept: string): string {
  return fields.text(name) ?? kept;
}
function amount(fields: Fields, name: string, kept: number | null, scale = 1): number | null {
  if (!fields.has(name)) {
    return kept;
  }
  const value = fields.number(name);
  return value === undefined ? null : Math.round(value * scale);
}
function reference<T extends Row>(
  fields: Fields,
  name: string,
  kept: number | null,
  kind: OpenKind,
  table: Table<T>,
  findings: Findings,
): number | null {
  if (!fields.has(name) || fields.isNull(name)) {
    return fields.has(name) ? null : kept;
  }
  const row = table.get(fromId(kind, fields.text(name)));
  if (row === undefined) {
    findings.add(name, 'names no row');
  }
  return row?.id ?? null;
}
/** Of other rows than the one that is changed. */
function requireFree<T extends Row>(
  table: Table<T>,
  earlier: T | undefined,
  isSame: (row: T) => boolean,
  field: string,
  findings: Findings,
): void {
  if (table.filter((row) => row.id !== earlier?.id && isSame(row)).length > 0) {
    findings.add(field, 'is taken');
  }
}
function requireFreeKey<T extends Row & { readonly externalKey: string | null }>(
  table: Table<T>,
  earlier: T | undefined,
  key: string | null,
  findings: Findings,
): void {
  if (key !== null) {
    requireFree(table, earlier, ({ externalKey }) => externalKey === key, 'externalKey', findings);
  }
}

export const clientValues: Writer<Client> = ({ fields, store }, earlier, findings) => {
  const kept = earlier ?? { ...BLANK_CLIENT, name: '' };
  const name = words(fields, 'name', kept.name).trim();
  const externalKey = text(fields, 'externalKey', kept.externalKey);
  if (name === '') {
    findings.add('name', 'must not be blank');
  }
  requireFree(store.clients, earlier, (one) => one.name === name, 'name', findings);
  requireFreeKey(store.clients, earlier, externalKey, findings);
  return {
    name,
    email: text(fields, 'email', kept.email),
    phone: text(fields, 'phone', kept.phone),
    address: text(fields, 'address', kept.address),
    industry: text(fields, 'industry', kept.industry),
    currency: words(fields, 'currency', kept.currency),
    note: text(fields, 'note', kept.note),
    copiesTo: kept.copiesTo,
    isArchived: fields.flag('isArchived') ?? kept.isArchived,
    externalKey,
  };
};

export const projectValues: Writer<Project> = ({ fields, store }, earlier, findings) => {
  const kept = earlier ?? { ...BLANK_PROJECT, name: '' };
  const name = words(fields, 'name', kept.name).trim();
  const clientId = reference(fields, 'clientId', kept.clientId, 'clients', store.clients, findings);
  const startsOn = text(fields, 'startDate', kept.startsOn);
  const endsOn = text(fields, 'endDate', kept.endsOn);
  const externalKey = text(fields, 'externalKey', kept.externalKey);
  if (name === '') {
    findings.add('name', 'must not be blank');
  }
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    findings.add('endDate', 'must not be before startDate');
  }
  requireFree(store.projects, earlier, (one) => one.name === name && one.clientId === clientId, 'name', findings);
  requireFreeKey(store.projects, earlier, externalKey, findings);
  return {
    clientId,
    parentId: kept.parentId,
    name,
    code: text(fields, 'code', kept.code),
    status: words(fields, 'status', kept.status) as Project['status'],
    isArchived: fields.flag('isArchived') ?? kept.isArchived,
    isBillable: fields.flag('isBillable') ?? kept.isBillable,
    isPublic: kept.isPublic,
    startsOn,
    endsOn,
    budgetSeconds: amount(fields, 'budgetSeconds', kept.budgetSeconds),
    budgetAmount: amount(fields, 'budgetAmount', kept.budgetAmount, 100),
    hourlyRate: amount(fields, 'hourlyRate', kept.hourlyRate, 100),
    currency: words(fields, 'currency', kept.currency),
    color: kept.color,
    note: text(fields, 'note', kept.note),
    externalKey,
  };
};

export const taskValues: Writer<Task> = ({ fields, store }, earlier, findings) => {
  const name = words(fields, 'name', earlier?.name ?? '').trim();
  if (name === '') {
    findings.add('name', 'must not be blank');
  }
  return {
    projectId: reference(fields, 'projectId', earlier?.projectId ?? null, 'projects', store.projects, findings),
    name,
    isActive: fields.flag('isActive') ?? earlier?.isActive ?? true,
    isBillable: fields.flag('isBillable') ?? earlier?.isBillable ?? true,
  };
};

export const personValues: Writer<Person> = ({ fields, store }, earlier, findings) => {
  const kept = earlier ?? { ...BLANK_PERSON, firstName: '', lastName: '', email: '' };
  const email = words(fields, 'email', kept.email);
  const timeZone = words(fields, 'timeZone', kept.timeZone);
  requireFree(store.people, earlier, (one) => one.email.toLowerCase() === email.toLowerCase(), 'email', findings);
  if (!isZone(timeZone)) {
    findings.add('timeZone', 'is no IANA zone');
  }
  return {
    ...kept,
    firstName: words(fields, 'firstName', kept.firstName),
    lastName: words(fields, 'lastName', kept.lastName),
    email,
    timeZone,
    weeklySeconds: fields.number('weeklySeconds') ?? kept.weeklySeconds,
    isActive: fields.flag('isActive') ?? kept.isActive,
  };
};
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const entryValues: Writer<Entry> = (call, earlier, findings) => {
  const { fields, store } = call;
  const kept = earlier ?? { ...BLANK_ENTRY, personId: call.person.id, workDate: '', seconds: 0 };
  const personId = reference(fields, 'personId', kept.personId, 'people', store.people, findings) ?? kept.personId;
  const projectId = reference(fields, 'projectId', kept.projectId, 'projects', store.projects, findings);
  const project = store.projects.get(projectId);
  const keptTask = earlier === undefined ? undefined : taskOf(earlier, store);
  const taskId = reference(fields, 'taskId', keptTask?.id ?? null, 'tasks', store.tasks, findings);
  const task = store.tasks.get(taskId);
  const startedAt = moment(fields, 'startAt', kept.startedAt);
  const endedAt = moment(fields, 'endAt', kept.endedAt);
  const seconds = fields.number('seconds') ?? kept.seconds;
  const externalKey = text(fields, 'externalKey', kept.externalKey);
  const status = words(fields, 'status', earlier === undefined ? 'draft' : statusOf(earlier));
  if (task !== undefined && task.projectId !== null && task.projectId !== projectId) {
    findings.add('taskId', 'is a task of another project');
  }
  if (project?.isArchived === true && earlier?.projectId !== project.id) {
    findings.add('projectId', 'is archived');
  }
  if (startedAt === null && endedAt !== null) {
    findings.add('startAt', 'must be given where endAt is');
  }
  if (startedAt !== null && endedAt !== null && Math.round((endedAt - startedAt) / 1000) !== seconds) {
    findings.add('seconds', 'must be what lies between startAt and endAt');
  }
  requireFreeKey(store.entries, earlier, externalKey, findings);
  const { tags, custom, externalReference, hourlyRate, timerStartedAt } = kept;
  return {
    personId,
    projectId,
    ...onTask(task),
    workDate: words(fields, 'workDate', kept.workDate),
    seconds,
    startedAt,
    endedAt,
    timerStartedAt: fields.has('seconds') || fields.has('endAt') ? null : timerStartedAt,
    description: text(fields, 'description', kept.description),
    isBillable: fields.flag('isBillable') ?? earlier?.isBillable ?? task?.isBillable ?? project?.isBillable ?? false,
    isApproved: status !== 'draft',
    isInvoiced: status === 'invoiced',
    hourlyRate: hourlyRate ?? project?.hourlyRate ?? null,
    tags: fields.texts('tags') ?? tags,
    custom,
    externalReference,
    externalKey,
  };
};
function moment(fields: Fields, name: string, kept: number | null): number | null {
  return fields.has(name) ? (instantOf(fields.text(name) ?? '') ?? null) : kept;
}
