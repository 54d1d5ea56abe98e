/** Clients, projects, tasks and users. */
import { route, type Answer, type Call, type Route } from '../core/call.ts';
import { BLANK_CLIENT, BLANK_PERSON, BLANK_PROJECT, HOUR_SECONDS } from '../core/entries.ts';
import { defined } from '../core/fields.ts';
import type { Client, Person, Project, Task, Values } from '../core/model.ts';
import { isDay } from '../core/zone.ts';
import { assignmentId, shownClient, shownPerson, shownProject, shownTask } from './rows.ts';
import { byNewest, changedSince, numbered, walked } from './pages.ts';
import { found, refuse, requireAdmin } from './refusals.ts';
import { fromId, toId } from './ids.ts';

const clientOf = (call: Call): Client => found(call.store.clients, fromId('clients', Number(call.param('id'))));
const projectOf = (call: Call): Project => found(call.store.projects, fromId('projects', Number(call.param('id'))));
const taskOfPath = (call: Call): Task => found(call.store.tasks, fromId('tasks', Number(call.param('id'))));
const personOf = (call: Call): Person => found(call.store.people, fromId('people', Number(call.param('id'))));
const ok = (body: unknown): Answer => ({ status: 200, body });
const created = (body: unknown): Answer => ({ status: 201, body });
const isWanted = (call: Call, isActive: boolean): boolean => {
  const wanted = call.query.flag('is_active');
  return wanted === undefined || wanted === isActive;
};

export const catalogRoutes: readonly Route[] = [
  route('GET', '/v2/clients', (call) => {
    const rows = call.store.clients.sorted('newest', byNewest).filter(({ isArchived }) => isWanted(call, !isArchived));
    return walked(call, 'clients', changedSince(call, rows), shownClient);
  }),
  route('GET', '/v2/clients/:id', (call) => ok(shownClient(clientOf(call)))),
  route('POST', '/v2/clients', (call) => {
    requireAdmin(call);
    const name = nameOf(call, undefined);
    return created(shownClient(call.store.clients.insert({ ...BLANK_CLIENT, name, ...clientChanges(call) })));
  }),
  route('PATCH', '/v2/clients/:id', (call) => {
    requireAdmin(call);
    const client = clientOf(call);
    const changes = { name: nameOf(call, client.name), ...clientChanges(call) };
    return ok(shownClient(call.store.clients.update(client.id, changes)));
  }),
  route('DELETE', '/v2/clients/:id', (call) => {
    requireAdmin(call);
    const client = clientOf(call);
    if (call.store.projects.filter(({ clientId }) => clientId === client.id).length > 0) {
      throw refuse(422, 'Client has projects and cannot be deleted');
    }
    call.store.clients.delete(client.id);
    return { status: 200 };
  }),

  route('GET', '/v2/projects', (call) => {
    const client = call.query.has('client_id') ? fromId('clients', call.query.whole('client_id', 0)) : undefined;
    const rows = call.store.projects
      .sorted('newest', byNewest)
      .filter((one) => isWanted(call, !one.isArchived) && (client === undefined || one.clientId === client));
    return walked(call, 'projects', changedSince(call, rows), (one) => shownProject(one, call.store));
  }),
  route('GET', '/v2/projects/:id', (call) => ok(shownProject(projectOf(call), call.store))),
  route('POST', '/v2/projects', (call) => {
    requireAdmin(call);
    const missing = ['client_id', 'name', 'is_billable', 'bill_by', 'budget_by'].filter((one) => !call.fields.has(one));
    if (missing.length > 0) {
      throw refuse(422, `${missing.join(', ')} can't be blank`);
    }
    const name = nameOf(call, undefined);
    const project = call.store.projects.insert({ ...BLANK_PROJECT, name, ...projectChanges(call) });
    return created(shownProject(project, call.store));
  }),
  route('PATCH', '/v2/projects/:id', (call) => {
    requireAdmin(call);
    const project = projectOf(call);
    const changes = { name: nameOf(call, project.name), ...projectChanges(call) };
    return ok(shownProject(call.store.projects.update(project.id, changes), call.store));
  }),
  route('DELETE', '/v2/projects/:id', (call) => {
    requireAdmin(call);
    call.store.deleteProject(projectOf(call).id);
    return { status: 200 };
  }),
  route('GET', '/v2/projects/:id/task_assignments', (call) => {
    const project = projectOf(call);
    const rows = call.store.tasks.filter((task) => isAssigned(task, project));
    return numbered(call, 'task_assignments', changedSince(call, rows), (task) => ({
      id: assignmentId(project, task),
      billable: task.isBillable,
      is_active: task.isActive,
      hourly_rate: null,
      budget: null,
      project: { id: toId('projects', project.id), name: project.name, code: project.code },
      task: { id: toId('tasks', task.id), name: task.name },
    }));
  }),
  route('GET', '/v2/projects/:id/user_assignments', (call) => {
    const project = projectOf(call);
    return numbered(call, 'user_assignments', changedSince(call, call.store.people.all()), (person) => ({
      id: project.id * 100_000 + person.id,
      is_active: person.isActive,
      is_project_manager: person.isAdmin,
      project: { id: toId('projects', project.id), name: project.name, code: project.code },
      user: { id: toId('people', person.id), name: `${person.firstName} ${person.lastName}` },
    }));
  }),

  route('GET', '/v2/tasks', (call) => {
    const rows = call.store.tasks.sorted('newest', byNewest).filter(({ isActive }) => isWanted(call, isActive));
    return walked(call, 'tasks', changedSince(call, rows), shownTask);
  }),
  route('GET', '/v2/tasks/:id', (call) => ok(shownTask(taskOfPath(call)))),
  route('POST', '/v2/tasks', (call) => {
    requireAdmin(call);
    const name = nameOf(call, undefined);
    const { fields } = call;
    const isBillable = fields.flag('billable_by_default') ?? true;
    const isActive = fields.flag('is_active') ?? true;
    return created(shownTask(call.store.tasks.insert({ projectId: null, name, isActive, isBillable })));
  }),
  route('PATCH', '/v2/tasks/:id', (call) => {
    requireAdmin(call);
    const task = taskOfPath(call);
    const { fields } = call;
    const name = nameOf(call, task.name);
    const isBillable = fields.flag('billable_by_default') ?? task.isBillable;
    const isActive = fields.flag('is_active') ?? task.isActive;
    return ok(shownTask(call.store.tasks.update(task.id, { name, isActive, isBillable })));
  }),
  route('DELETE', '/v2/tasks/:id', (call) => {
    requireAdmin(call);
    const { id } = taskOfPath(call);
    if (call.store.entries.filter((entry) => entry.taskId === id || entry.activityId === id).length > 0) {
      throw refuse(422, 'Task has time entries and cannot be deleted');
    }
    call.store.tasks.delete(id);
    return { status: 200 };
  }),

  route('GET', '/v2/users', (call) => {
    requireAdmin(call);
    const rows = call.store.people.sorted('newest', byNewest).filter(({ isActive }) => isWanted(call, isActive));
    return walked(call, 'users', changedSince(call, rows), shownPerson);
  }),
  route('GET', '/v2/users/me', (call) => ok(shownPerson(call.person))),
  route('GET', '/v2/users/:id', (call) => {
    requireAdmin(call);
    return ok(shownPerson(personOf(call)));
  }),
  route('POST', '/v2/users', (call) => {
    requireAdmin(call);
    const missing = ['first_name', 'last_name', 'email'].filter((one) => (call.fields.text(one) ?? '').trim() === '');
    if (missing.length > 0) {
      throw refuse(422, `${missing.join(', ')} can't be blank`);
    }
    const base = { ...BLANK_PERSON, firstName: '', lastName: '', email: '' };
    return created(shownPerson(call.store.people.insert({ ...base, ...personChanges(call) })));
  }),
  route('PATCH', '/v2/users/:id', (call) => {
    requireAdmin(call);
    return ok(shownPerson(call.store.people.update(personOf(call).id, personChanges(call))));
  }),
  route('DELETE', '/v2/users/:id', (call) => {
    requireAdmin(call);
    const person = personOf(call);
    if (call.store.entries.filter(({ personId }) => personId === person.id).length > 0) {
      throw refuse(422, 'User has time entries and cannot be deleted');
    }
    call.store.people.delete(person.id);
    return { status: 200 };
  }),
];

/** Tasks of all projects, and those of its own. */
export function isAssigned(task: Task, project: Project): boolean {
  return task.isActive && (task.projectId === null || task.projectId === project.id);
}

function nameOf(call: Call, kept: string | undefined): string {
  const { fields } = call;
  if (!fields.has('name') && kept !== undefined) {
    return kept;
  }
  const name = fields.text('name')?.trim() ?? '';
  if (name === '') {
    throw refuse(422, "Name can't be blank");
  }
  return name;
}
function clientChanges({ fields }: Call): Partial<Pick<Client, 'address' | 'currency' | 'isArchived'>> {
  const isActive = fields.flag('is_active');
  return defined({
    address: fields.textOrNull('address'),
    currency: fields.text('currency'),
    isArchived: isActive === undefined ? undefined : !isActive,
  });
}
function projectChanges(call: Call): Partial<Values<Project>> {
  const { fields, store } = call;
  const clientId = fields.number('client_id');
  const client = clientId === undefined ? undefined : store.clients.get(fromId('clients', clientId));
  if (clientId !== undefined && client === undefined) {
    throw refuse(422, "Client doesn't exist");
  }
  for (const name of ['starts_on', 'ends_on']) {
    const day = fields.text(name);
    if (day !== undefined && day !== '' && !isDay(day)) {
      throw refuse(422, `${name} is not a valid date`);
    }
  }
  const isActive = fields.flag('is_active');
  const scaled = (name: string, by: number): number | null | undefined => {
    const value = fields.number(name);
    return fields.isNull(name) ? null : value === undefined ? undefined : Math.round(value * by);
  };
  return defined({
    clientId: client?.id,
    code: fields.textOrNull('code'),
    isArchived: isActive === undefined ? undefined : !isActive,
    isBillable: fields.flag('is_billable'),
    hourlyRate: scaled('hourly_rate', 100),
    budgetSeconds: scaled('budget', HOUR_SECONDS),
    budgetAmount: scaled('cost_budget', 100),
    note: fields.textOrNull('notes'),
    startsOn: fields.textOrNull('starts_on'),
    endsOn: fields.textOrNull('ends_on'),
  });
}
function personChanges({ fields }: Call): Partial<Values<Person>> {
  const roles = fields.texts('access_roles');
  return defined({
    firstName: fields.text('first_name'),
    lastName: fields.text('last_name'),
    email: fields.text('email'),
    isActive: fields.flag('is_active'),
    isAdmin: roles?.includes('administrator'),
    weeklySeconds: fields.number('weekly_capacity'),
  });
}
