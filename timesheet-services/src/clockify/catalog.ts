/** Users, clients, projects, tasks and tags. PUT replaces: what is left out is cleared. */
import { route, type Answer, type Call, type Route } from '../core/call.ts';
import { BLANK_CLIENT, BLANK_PROJECT } from '../core/entries.ts';
import type { Client, Project, Task, Values } from '../core/model.ts';
import { found, isWanted, paged, refuse, requireAdmin, requireWorkspace } from './access.ts';
import { numberOf } from './ids.ts';
import { shownClient, shownProject, shownTag, shownTask, shownUser, shownWorkspace } from './rows.ts';

export const WORKSPACE = '/api/v1/workspaces/:workspace';
const ok = (body: unknown): Answer => ({ status: 200, body });
const created = (body: unknown): Answer => ({ status: 201, body });

export function inWorkspace(method: Route['method'], path: string, handler: (call: Call) => Answer): Route {
  return route(method, `${WORKSPACE}${path}`, (call) => {
    requireWorkspace(call);
    return handler(call);
  });
}
const clientAt = (call: Call): Client => found(call.store.clients, 'client', call.param('id'));
const projectAt = (call: Call, name = 'id'): Project => found(call.store.projects, 'project', call.param(name));
function taskAt(call: Call): Task {
  const task = found(call.store.tasks, 'task', call.param('id'));
  if (task.projectId !== projectAt(call, 'project').id) {
    throw refuse(400, `Task with id ${call.param('id')} doesn't belong to Project`);
  }
  return task;
}
const hasName =
  (call: Call) =>
  ({ name }: { readonly name: string }): boolean =>
    name.toLowerCase().includes(call.query.text('name')?.toLowerCase() ?? '');
const byName = (a: { readonly name: string; readonly id: number }, b: typeof a): number =>
  a.name.localeCompare(b.name) || a.id - b.id;

export const catalogRoutes: readonly Route[] = [
  route('GET', '/api/v1/user', ({ person }) => ok(shownUser(person, true))),
  route('GET', '/api/v1/workspaces', ({ store }) => ok([shownWorkspace(store)])),
  inWorkspace('GET', '', ({ store }) => ok(shownWorkspace(store))),
  inWorkspace('GET', '/users', (call) => {
    const status = call.query.text('status');
    const email = call.query.text('email')?.toLowerCase() ?? '';
    const rows = call.store.people.filter(
      (one) =>
        (status === undefined || status === 'ALL' || (status === 'ACTIVE') === one.isActive) &&
        one.email.toLowerCase().includes(email),
    );
    return paged(call, rows, (one) => shownUser(one));
  }),

  inWorkspace('GET', '/clients', (call) => {
    const rows = call.store.clients.sorted('name', byName).filter((one) => isWanted(call, one.isArchived));
    return paged(call, rows.filter(hasName(call)), shownClient);
  }),
  inWorkspace('GET', '/clients/:id', (call) => ok(shownClient(clientAt(call)))),
  inWorkspace('POST', '/clients', (call) =>
    created(shownClient(call.store.clients.insert({ ...BLANK_CLIENT, ...clientValues(call, undefined) }))),
  ),
  inWorkspace('PUT', '/clients/:id', (call) => {
    const client = clientAt(call);
    return ok(shownClient(call.store.clients.update(client.id, clientValues(call, client))));
  }),
  inWorkspace('DELETE', '/clients/:id', (call) => {
    const client = clientAt(call);
    requireArchived(client.isArchived, 'client');
    for (const project of call.store.projects.filter(({ clientId }) => clientId === client.id)) {
      call.store.projects.update(project.id, { clientId: null });
    }
    call.store.clients.delete(client.id);
    return ok(shownClient(client));
  }),

  inWorkspace('GET', '/projects', (call) => {
    const clients = call.query.all('clients').flatMap((text) => text.split(','));
    const wanted = clients.map((text) => numberOf('client', text));
    const rows = call.store.projects
      .sorted('name', byName)
      .filter((one) => isWanted(call, one.isArchived))
      .filter(({ clientId }) => wanted.length === 0 || (clientId !== null && wanted.includes(clientId)));
    return paged(call, rows.filter(hasName(call)), (one) => shownProject(one, call.store, true));
  }),
  inWorkspace('GET', '/projects/:id', (call) => ok(shownProject(projectAt(call), call.store))),
  inWorkspace('POST', '/projects', (call) => {
    const values = { ...BLANK_PROJECT, isPublic: true, ...projectValues(call, undefined) };
    return created(shownProject(call.store.projects.insert(values), call.store));
  }),
  inWorkspace('PUT', '/projects/:id', (call) => {
    const project = projectAt(call);
    return ok(shownProject(call.store.projects.update(project.id, projectValues(call, project)), call.store));
  }),
  inWorkspace('DELETE', '/projects/:id', (call) => {
    const project = projectAt(call);
    requireArchived(project.isArchived, 'project');
    const shown = shownProject(project, call.store);
    call.store.deleteProject(project.id, 'unassign');
    return ok(shown);
  }),

  inWorkspace('GET', '/projects/:project/tasks', (call) => {
    const project = projectAt(call, 'project');
    const isActive = call.query.flag('is-active');
    const rows = call.store.tasks.filter(
      (one) => one.projectId === project.id && (isActive === undefined || one.isActive === isActive),
    );
    return paged(call, rows, shownTask);
  }),
  inWorkspace('GET', '/projects/:project/tasks/:id', (call) => ok(shownTask(taskAt(call)))),
  inWorkspace('POST', '/projects/:project/tasks', (call) => {
    const project = projectAt(call, 'project');
    const values = { name: nameSent(call, 'Task'), projectId: project.id, ...taskValues(call) };
    return created(shownTask(call.store.tasks.insert(values)));
  }),
  inWorkspace('PUT', '/projects/:project/tasks/:id', (call) => {
    const { id } = taskAt(call);
    return ok(shownTask(call.store.tasks.update(id, { name: nameSent(call, 'Task'), ...taskValues(call) })));
  }),
  inWorkspace('DELETE', '/projects/:project/tasks/:id', (call) => {
    const task = taskAt(call);
    if (task.isActive) {
      throw refuse(400, "Can't delete an active task. Mark it as done first.");
    }
    for (const entry of call.store.entries.filter(({ taskId }) => taskId === task.id)) {
      call.store.entries.update(entry.id, { taskId: null });
    }
    call.store.tasks.delete(task.id);
    return ok(shownTask(task));
  }),

  inWorkspace('GET', '/tags', (call) => {
    const rows = call.store.tags.sorted('name', byName).filter((one) => isWanted(call, one.isArchived));
    return paged(call, rows, shownTag);
  }),
  inWorkspace('POST', '/tags', (call) =>
    created(shownTag(call.store.tags.insert({ name: nameSent(call, 'Tag'), isArchived: false }))),
  ),
  inWorkspace('PUT', '/tags/:id', (call) => {
    const tag = found(call.store.tags, 'tag', call.param('id'));
    // An archived tag comes back unless the caller says again that it is archived.
    const isArchived = call.fields.flag('archived') ?? false;
    return ok(shownTag(call.store.tags.update(tag.id, { name: nameSent(call, 'Tag'), isArchived })));
  }),
];

function requireArchived(isArchived: boolean, what: string): void {
  if (!isArchived) {
    throw refuse(400, `Can't delete an active ${what}. Archive it first.`);
  }
}
function nameSent(call: Call, what: string): string {
  const name = call.fields.text('name')?.trim() ?? '';
  if (name === '') {
    throw refuse(400, `${what} name is required`);
  }
  return name;
}
const MOST_COPIES = 3;

function clientValues(call: Call, earlier: Client | undefined): Partial<Values<Client>> & { readonly name: string } {
  requireAdmin(call);
  const { fields, store } = call;
  const name = nameSent(call, 'Client');
  if (store.clients.filter((one) => one.name === name && one.id !== earlier?.id).length > 0) {
    throw refuse(400, `${name} client already exists.`);
  }
  const copiesTo = fields.texts('ccEmails') ?? [];
  if (copiesTo.length > MOST_COPIES) {
    throw refuse(400, `ccEmails may have at most ${MOST_COPIES} addresses`);
  }
  return {
    name,
    email: fields.text('email') ?? null,
    address: fields.text('address') ?? null,
    note: fields.text('note') ?? null,
    isArchived: fields.flag('archived') ?? false,
    currency: fields.text('currencyCode') ?? earlier?.currency ?? 'USD',
    copiesTo,
  };
}
/** Rates stay where they are left out; billable and public fall back. What is read as `public` is written `isPublic`. */
function projectValues(call: Call, earlier: Project | undefined): Partial<Values<Project>> & { readonly name: string } {
  requireAdmin(call);
  const { fields, store } = call;
  const name = earlier === undefined || fields.has('name') ? nameSent(call, 'Project') : earlier.name;
  const clientText = fields.text('clientId');
  const client = clientText === undefined || clientText === '' ? undefined : found(store.clients, 'client', clientText);
  if (
    store.projects.filter((one) => one.name === name && one.clientId === client?.id && one.id !== earlier?.id).length >
    0
  ) {
    throw refuse(400, `${name} project for client ${client?.name ?? ''} already exists.`);
  }
  const rate = fields.object('hourlyRate')?.number('amount');
  const color = fields.text('color');
  return {
    name,
    clientId: client?.id ?? null,
    isBillable: fields.flag('billable') ?? false,
    isPublic: fields.flag('isPublic') ?? false,
    isArchived: fields.flag('archived') ?? false,
    note: fields.text('note') ?? null,
    ...(rate === undefined ? {} : { hourlyRate: rate }),
    ...(color === undefined ? {} : { color }),
  };
}
function taskValues({ fields }: Call): Pick<Task, 'isActive' | 'isBillable'> {
  return { isActive: (fields.text('status') ?? 'ACTIVE') !== 'DONE', isBillable: fields.flag('billable') ?? false };
}
