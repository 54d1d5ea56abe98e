/** Customers, projects, activities and users: complete lists without pages. */
import { route, type Call, type Route } from '../core/call.ts';
import { BLANK_CLIENT, BLANK_PERSON, BLANK_PROJECT } from '../core/entries.ts';
import { defined } from '../core/fields.ts';
import type { Client, Person, Project, Task, Values } from '../core/model.ts';
import { dateIn, isDay } from '../core/zone.ts';
import { found, invalid, isWanted, NO_EXTRA_FIELDS, NOT_BLANK, refuse, requireAdmin, type Children } from './access.ts';
import { shownActivity, shownCustomer, shownProject, shownUser } from './rows.ts';

const CUSTOMER = 'name number comment visible billable company country currency timezone email address phone'.split(
  ' ',
);
const PROJECT = 'name number comment customer orderNumber start end visible billable globalActivities color'.split(' ');
const ACTIVITY = 'name number comment project visible billable'.split(' ');
const USER =
  'username email alias title enabled accountNumber timezone locale language plainPassword systemAccount'.split(' ');

/** Refuses what the form does not know and what it wants and did not get. */
function check(call: Call, known: readonly string[], wanted: readonly string[], more: Children = {}): void {
  const extra = call.fields.names().filter((name) => !known.includes(name));
  const blank = wanted.filter((name) => (call.fields.raw(name) ?? '') === '');
  const fields = { ...Object.fromEntries(blank.map((name) => [name, [NOT_BLANK]])), ...more };
  if (extra.length > 0 || Object.keys(fields).length > 0) {
    throw invalid(known, extra.length > 0 ? [NO_EXTRA_FIELDS] : [], fields);
  }
}

export const catalogRoutes: readonly Route[] = [
  route('GET', '/api/customers', (call) => ({
    status: 200,
    body: call.store.clients
      .filter(({ isArchived }) => isWanted(call, !isArchived))
      .map((one) => shownCustomer(one, false)),
  })),
  route('GET', '/api/customers/:id', (call) => ({
    status: 200,
    body: shownCustomer(found(call.store.clients, call), true),
  })),
  route('POST', '/api/customers', (call) => {
    requireAdmin(call);
    check(call, CUSTOMER, ['name', 'country', 'currency', 'timezone']);
    const client = call.store.clients.insert({ ...BLANK_CLIENT, name: '', ...customerChanges(call) });
    return { status: 200, body: shownCustomer(client, true) };
  }),
  route('PATCH', '/api/customers/:id', (call) => {
    requireAdmin(call);
    const { id } = found(call.store.clients, call);
    check(call, CUSTOMER, call.fields.has('name') ? ['name'] : []);
    return { status: 200, body: shownCustomer(call.store.clients.update(id, customerChanges(call)), true) };
  }),
  route('DELETE', '/api/customers/:id', (call) => {
    requireAdmin(call);
    const { id } = found(call.store.clients, call);
    for (const project of call.store.projects.filter(({ clientId }) => clientId === id)) {
      call.store.deleteProject(project.id);
    }
    call.store.clients.delete(id);
    return { status: 204 };
  }),

  route('GET', '/api/projects', (call) => {
    const { query, store, person } = call;
    const today = dateIn(person.timeZone, call.now());
    const customer = query.has('customer') ? query.whole('customer', 0) : undefined;
    // Projects that have not begun or are over are left out, unless asked for.
    const isCurrent = (one: Project): boolean =>
      query.flag('ignoreDates') === true ||
      ((one.startsOn === null || one.startsOn <= today) && (one.endsOn === null || one.endsOn >= today));
    const list = store.projects.filter(
      (one) =>
        isWanted(call, !one.isArchived) && isCurrent(one) && (customer === undefined || one.clientId === customer),
    );
    return { status: 200, body: list.map((one) => shownProject(one, store, false)) };
  }),
  route('GET', '/api/projects/:id', (call) => ({
    status: 200,
    body: shownProject(found(call.store.projects, call), call.store, true),
  })),
  route('POST', '/api/projects', (call) => {
    requireAdmin(call);
    check(call, PROJECT, ['name', 'customer'], projectProblems(call));
    const project = call.store.projects.insert({ ...BLANK_PROJECT, name: '', ...projectChanges(call) });
    return { status: 200, body: shownProject(project, call.store, true) };
  }),
  route('PATCH', '/api/projects/:id', (call) => {
    requireAdmin(call);
    const { id } = found(call.store.projects, call);
    check(call, PROJECT, call.fields.has('name') ? ['name'] : [], projectProblems(call));
    return { status: 200, body: shownProject(call.store.projects.update(id, projectChanges(call)), call.store, true) };
  }),
  route('DELETE', '/api/projects/:id', (call) => {
    requireAdmin(call);
    call.store.deleteProject(found(call.store.projects, call).id);
    return { status: 204 };
  }),

  route('GET', '/api/activities', (call) => {
    const project = call.query.has('project') ? call.query.whole('project', 0) : undefined;
    const list = call.store.tasks.filter(
      (one) =>
        isWanted(call, one.isActive) &&
        (project === undefined || one.projectId === project || one.projectId === null) &&
        (call.query.flag('globals') !== true || one.projectId === null),
    );
    return { status: 200, body: list.map((one) => shownActivity(one, call.store)) };
  }),
  route('GET', '/api/activities/:id', (call) => ({
    status: 200,
    body: shownActivity(found(call.store.tasks, call), call.store),
  })),
  route('POST', '/api/activities', (call) => {
    requireAdmin(call);
    check(call, ACTIVITY, ['name']);
    const base = { name: '', projectId: null, isActive: true, isBillable: true };
    const task = call.store.tasks.insert({ ...base, ...activityChanges(call) });
    return { status: 200, body: shownActivity(task, call.store) };
  }),
  route('PATCH', '/api/activities/:id', (call) => {
    requireAdmin(call);
    const { id } = found(call.store.tasks, call);
    check(call, ACTIVITY, call.fields.has('name') ? ['name'] : []);
    return { status: 200, body: shownActivity(call.store.tasks.update(id, activityChanges(call)), call.store) };
  }),
  route('DELETE', '/api/activities/:id', (call) => {
    requireAdmin(call);
    const { id } = found(call.store.tasks, call);
    for (const entry of call.store.entries.filter((one) => (one.taskId ?? one.activityId) === id)) {
      call.store.entries.delete(entry.id);
    }
    call.store.tasks.delete(id);
    return { status: 204 };
  }),

  route('GET', '/api/users', (call) => {
    requireAdmin(call);
    return { status: 200, body: call.store.people.filter(({ isActive }) => isWanted(call, isActive)).map(shownUser) };
  }),
  route('GET', '/api/users/me', (call) => ({ status: 200, body: shownUser(call.person) })),
  route('GET', '/api/users/:id', (call) => {
    requireAdmin(call);
    return { status: 200, body: shownUser(found(call.store.people, call)) };
  }),
  route('POST', '/api/users', (call) => {
    requireAdmin(call);
    check(call, USER, ['username', 'email', 'language', 'locale', 'timezone', 'plainPassword']);
    const base = { ...BLANK_PERSON, firstName: call.fields.text('username') ?? '', lastName: '', email: '' };
    return { status: 200, body: shownUser(call.store.people.insert({ ...base, ...userChanges(call) })) };
  }),
  route('PATCH', '/api/users/:id', (call) => {
    requireAdmin(call);
    const { id } = found(call.store.people, call);
    check(call, USER, []);
    return { status: 200, body: shownUser(call.store.people.update(id, userChanges(call))) };
  }),
  route('DELETE', '/api/users/:id', () => {
    throw refuse(405);
  }),
  route('GET', '/api/tags', (call) => ({ status: 200, body: call.store.tags.all().map(({ name }) => name) })),
];

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
function customerChanges({ fields }: Call): Partial<Values<Client>> {
  return defined({
    name: fields.text('name'),
    note: fields.textOrNull('comment'),
    isArchived: not(fields.flag('visible')),
    currency: fields.text('currency'),
    email: fields.textOrNull('email'),
    address: fields.textOrNull('address'),
    phone: fields.textOrNull('phone'),
  });
}
function projectProblems({ fields, store }: Call): Children {
  const customer = fields.number('customer');
  const isDayOrNothing = (name: string): boolean => isDay(fields.text(name) ?? '2025-01-01');
  return {
    ...(fields.has('customer') && store.clients.get(customer) === undefined
      ? { customer: ['The selected choice is invalid.'] }
      : {}),
    ...(isDayOrNothing('start') ? {} : { start: ['Please enter a valid date.'] }),
    ...(isDayOrNothing('end') ? {} : { end: ['Please enter a valid date.'] }),
  };
}
function projectChanges({ fields }: Call): Partial<Values<Project>> {
  return defined({
    name: fields.text('name'),
    clientId: fields.number('customer'),
    code: fields.textOrNull('number'),
    note: fields.textOrNull('comment'),
    startsOn: fields.textOrNull('start'),
    endsOn: fields.textOrNull('end'),
    isArchived: not(fields.flag('visible')),
    isBillable: fields.flag('billable'),
    color: fields.text('color'),
  });
}
function activityChanges({ fields }: Call): Partial<Values<Task>> {
  return defined({
    name: fields.text('name'),
    projectId: fields.isNull('project') ? null : fields.number('project'),
    isActive: fields.flag('visible'),
    isBillable: fields.flag('billable'),
  });
}
function userChanges({ fields }: Call): Partial<Values<Person>> {
  const [firstName, ...rest] = (fields.text('alias') ?? '').split(' ');
  return defined({
    email: fields.text('email'),
    title: fields.textOrNull('title'),
    isActive: fields.flag('enabled'),
    timeZone: fields.text('timezone'),
    ...(firstName === undefined || firstName === '' ? {} : { firstName, lastName: rest.join(' ') }),
  });
}
