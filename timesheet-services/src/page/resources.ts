/** What the page shows and edits of each resource. */
import type { Row } from './api.ts';
import type { Column } from './dom.ts';
import type { Choice, FieldInfo, FormValues } from './form.ts';

export interface Choices {
  readonly clients: readonly Choice[];
  readonly projects: readonly Choice[];
  readonly tasks: readonly Choice[];
  readonly people: readonly Choice[];
}
export interface ResourceInfo {
  readonly path: 'clients' | 'projects' | 'tasks' | 'people' | 'time-entries';
  readonly title: string;
  readonly one: string;
  readonly help: string;
  readonly columns: (choices: Choices) => readonly Column<Row>[];
  readonly fields: (choices: Choices) => readonly FieldInfo[];
  readonly filters: (choices: Choices) => readonly FieldInfo[];
  readonly nameOf: (row: Row, choices: Choices) => string;
  /** From what stands in the form to what is sent, where they differ. */
  readonly toSend: (values: FormValues) => Row;
  readonly toForm: (row: Row) => Row;
  /** What else a change of these fields changes. */
  readonly alsoChange?: (changes: Row) => Row;
  /** What the filters begin with. */
  readonly filterValues?: () => Row;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const yes = (value: unknown): string => (value === true ? 'Yes' : 'No');
const labelOf = (choices: readonly Choice[], value: unknown): string =>
  choices.find((choice) => choice.value === value)?.label ?? '';
export const hoursText = (seconds: unknown): string => {
  const minutes = Math.round(Number(seconds ?? 0) / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
const column = (label: string, name: string, more: Partial<Column<Row>> = {}): Column<Row> => ({
  label,
  show: (row) => text(row[name]),
  ...more,
});
/** Empty fields are sent as null. */
const orNull = (value: string | boolean | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const numberOrNull = (value: string | boolean | undefined): number | null => {
  const known = orNull(value);
  return known === null ? null : Number(known);
};
const hoursOrNull = (value: string | boolean | undefined): number | null => {
  const hours = numberOrNull(value);
  return hours === null ? null : Math.round(hours * 3600);
};
const inHours = (seconds: unknown): string => (typeof seconds === 'number' ? String(seconds / 3600) : '');

const clients: ResourceInfo = {
  path: 'clients',
  title: 'Clients',
  one: 'client',
  help: 'Whom the work is for.',
  columns: () => [
    column('Name', 'name', { isName: true }),
    column('Industry', 'industry'),
    column('E-mail', 'email'),
    column('Phone', 'phone'),
    column('Currency', 'currency'),
    { label: 'Archived', show: (row) => yes(row['isArchived']) },
  ],
  fields: () => [
    { name: 'name', label: 'Name', isRequired: true },
    { name: 'email', label: 'E-mail', type: 'email' },
    { name: 'phone', label: 'Phone' },
    { name: 'industry', label: 'Industry' },
    { name: 'currency', label: 'Currency', isRequired: true, help: 'Three letters, such as USD' },
    { name: 'isArchived', label: 'Archived', type: 'checkbox' },
    { name: 'address', label: 'Address', type: 'long' },
    { name: 'note', label: 'Note', type: 'long' },
  ],
  filters: () => [],
  nameOf: (row) => text(row['name']),
  toForm: (row) => ({ currency: 'USD', ...row }),
  toSend: (values) => ({
    name: values['name'],
    currency: values['currency'],
    isArchived: values['isArchived'],
    ...Object.fromEntries(['email', 'phone', 'industry', 'address', 'note'].map((one) => [one, orNull(values[one])])),
  }),
};

const STATUSES: readonly Choice[] = [
  { value: 'active', label: 'Active' },
  { value: 'onHold', label: 'On hold' },
  { value: 'completed', label: 'Completed' },
  { value: 'cancelled', label: 'Cancelled' },
];
const projects: ResourceInfo = {
  path: 'projects',
  title: 'Projects',
  one: 'project',
  help: 'What time is logged on.',
  columns: (choices) => [
    column('Name', 'name', { isName: true }),
    { label: 'Client', show: (row) => labelOf(choices.clients, row['clientId']) },
    { label: 'Status', show: (row) => labelOf(STATUSES, row['status']) },
    column('Start', 'startDate', { kind: 'day' }),
    column('End', 'endDate', { kind: 'day' }),
    {
      label: 'Budget',
      show: (row) => (row['budgetSeconds'] === null ? '' : hoursText(row['budgetSeconds'])),
      kind: 'number',
    },
    { label: 'Archived', show: (row) => yes(row['isArchived']) },
  ],
  fields: (choices) => [
    { name: 'name', label: 'Name', isRequired: true },
    { name: 'clientId', label: 'Client', type: 'select', choices: choices.clients },
    { name: 'status', label: 'Status', type: 'select', choices: STATUSES, isRequired: true },
    { name: 'code', label: 'Code' },
    { name: 'startDate', label: 'Start', type: 'date' },
    { name: 'endDate', label: 'End', type: 'date' },
    { name: 'budgetHours', label: 'Budget in hours', type: 'number', step: 'any' },
    { name: 'budgetAmount', label: 'Budget in money', type: 'number', step: '0.01' },
    { name: 'isBillable', label: 'Billable', type: 'checkbox' },
    { name: 'isArchived', label: 'Archived', type: 'checkbox' },
    { name: 'note', label: 'Note', type: 'long' },
  ],
  filters: (choices) => [{ name: 'clientId', label: 'Client', type: 'select', choices: choices.clients, none: 'All' }],
  nameOf: (row) => text(row['name']),
  toForm: (row) => ({ status: 'active', isBillable: true, ...row, budgetHours: inHours(row['budgetSeconds']) }),
  toSend: (values) => ({
    name: values['name'],
    status: values['status'],
    isBillable: values['isBillable'],
    isArchived: values['isArchived'],
    budgetSeconds: hoursOrNull(values['budgetHours']),
    budgetAmount: numberOrNull(values['budgetAmount']),
    ...Object.fromEntries(
      ['clientId', 'code', 'startDate', 'endDate', 'note'].map((one) => [one, orNull(values[one])]),
    ),
  }),
};

const tasks: ResourceInfo = {
  path: 'tasks',
  title: 'Tasks',
  one: 'task',
  help: 'Kinds of work, of one project or of all.',
  columns: (choices) => [
    column('Name', 'name', { isName: true }),
    {
      label: 'Project',
      show: (row) => (row['projectId'] === null ? 'All projects' : labelOf(choices.projects, row['projectId'])),
    },
    { label: 'Billable', show: (row) => yes(row['isBillable']) },
    { label: 'Active', show: (row) => yes(row['isActive']) },
  ],
  fields: (choices) => [
    { name: 'name', label: 'Name', isRequired: true },
    { name: 'projectId', label: 'Project', type: 'select', choices: choices.projects, help: 'None: all projects' },
    { name: 'isBillable', label: 'Billable', type: 'checkbox' },
    { name: 'isActive', label: 'Active', type: 'checkbox' },
  ],
  filters: (choices) => [
    { name: 'projectId', label: 'Project', type: 'select', choices: choices.projects, none: 'All' },
  ],
  nameOf: (row) => text(row['name']),
  toForm: (row) => ({ isBillable: true, isActive: true, ...row }),
  toSend: (values) => ({ ...values, projectId: orNull(values['projectId']) }),
};

const people: ResourceInfo = {
  path: 'people',
  title: 'People',
  one: 'person',
  help: 'Who logs time.',
  columns: () => [
    { label: 'Name', show: (row) => `${text(row['firstName'])} ${text(row['lastName'])}`, isName: true },
    column('E-mail', 'email'),
    column('Time zone', 'timeZone'),
    { label: 'Week', show: (row) => hoursText(row['weeklySeconds']), kind: 'number' },
    { label: 'Active', show: (row) => yes(row['isActive']) },
  ],
  fields: () => [
    { name: 'firstName', label: 'First name', isRequired: true },
    { name: 'lastName', label: 'Last name', isRequired: true },
    { name: 'email', label: 'E-mail', type: 'email', isRequired: true },
    { name: 'timeZone', label: 'Time zone', isRequired: true, help: 'IANA, such as Europe/Berlin' },
    { name: 'weeklyHours', label: 'Hours a week', type: 'number', step: 'any', isRequired: true },
    { name: 'isActive', label: 'Active', type: 'checkbox' },
  ],
  filters: () => [],
  nameOf: (row) => `${text(row['firstName'])} ${text(row['lastName'])}`,
  toForm: (row) => ({
    timeZone: 'America/New_York',
    isActive: true,
    ...row,
    weeklyHours: inHours(row['weeklySeconds'] ?? 144_000),
  }),
  toSend: ({ weeklyHours, ...values }) => ({ ...values, weeklySeconds: Math.round(Number(weeklyHours) * 3600) }),
};

/** Today, or some days before, as a date field has it. */
const daysAgo = (count: number): string => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);
const SHOWN_DAYS = 7;
const ENTRY_STATUSES: readonly Choice[] = [
  { value: 'draft', label: 'Draft' },
  { value: 'approved', label: 'Approved' },
  { value: 'invoiced', label: 'Invoiced' },
];
const hours: ResourceInfo = {
  path: 'time-entries',
  title: 'Hours',
  one: 'time entry',
  help: 'One person’s time on one day. Approved and invoiced entries are locked.',
  columns: (choices) => [
    column('Day', 'workDate', { kind: 'day', isName: true }),
    { label: 'Person', show: (row) => labelOf(choices.people, row['personId']) },
    { label: 'Project', show: (row) => labelOf(choices.projects, row['projectId']) },
    { label: 'Task', show: (row) => labelOf(choices.tasks, row['taskId']) },
    { label: 'Hours', show: (row) => hoursText(row['seconds']), kind: 'number' },
    column('Description', 'description'),
    { label: 'Billable', show: (row) => yes(row['isBillable']) },
    { label: 'Status', show: (row) => labelOf(ENTRY_STATUSES, row['status']) },
  ],
  fields: (choices) => [
    { name: 'workDate', label: 'Day', type: 'date', isRequired: true },
    { name: 'personId', label: 'Person', type: 'select', choices: choices.people, isRequired: true },
    { name: 'projectId', label: 'Project', type: 'select', choices: choices.projects, isRequired: true },
    { name: 'taskId', label: 'Task', type: 'select', choices: choices.tasks, parentField: 'projectId' },
    { name: 'hours', label: 'Hours', type: 'number', step: 'any', isRequired: true },
    { name: 'status', label: 'Status', type: 'select', choices: ENTRY_STATUSES, isRequired: true },
    { name: 'isBillable', label: 'Billable', type: 'checkbox' },
    { name: 'description', label: 'Description', type: 'long' },
  ],
  filters: (choices) => [
    { name: 'personId', label: 'Person', type: 'select', choices: choices.people, none: 'All' },
    { name: 'projectId', label: 'Project', type: 'select', choices: choices.projects, none: 'All' },
    { name: 'from', label: 'From', type: 'date' },
    { name: 'to', label: 'To', type: 'date' },
  ],
  nameOf: (row, choices) => `${labelOf(choices.people, row['personId'])} on ${text(row['workDate'])}`,
  toForm: (row) => ({
    isBillable: true,
    status: 'draft',
    workDate: daysAgo(0),
    ...row,
    hours: inHours(row['seconds']),
  }),
  filterValues: () => ({ from: daysAgo(SHOWN_DAYS) }),
  toSend: ({ hours: sent, taskId, description, ...values }) => ({
    ...values,
    seconds: Math.round(Number(sent) * 3600),
    taskId: orNull(taskId),
    description: orNull(description),
  }),
  // Times of day belong to hours that are known no more.
  alsoChange: (changes) => ('seconds' in changes || 'workDate' in changes ? { startAt: null, endAt: null } : {}),
};

export const RESOURCES: readonly ResourceInfo[] = [clients, projects, tasks, people, hours];
