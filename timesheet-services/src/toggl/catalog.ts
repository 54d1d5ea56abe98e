/** The account of the caller, and the workspace's clients, projects, tasks and users. */
import { route, type Call, type Route } from '../core/call.ts';
import { BLANK_CLIENT, BLANK_PROJECT } from '../core/entries.ts';
import type { Client, Project, Values } from '../core/model.ts';
import {
  found,
  NO_ACCESS,
  refuse,
  requireOrganization,
  requireWorkspace,
  sinceOf,
  tokenFor,
  type Quotas,
} from './access.ts';
import { fromId, ORGANIZATION_ID, toId, WORKSPACE_ID } from './ids.ts';
import { offsetUtc, shownClient, shownMe, shownPerson, shownProject, shownWorkspace } from './rows.ts';

const V9 = '/api/v9';
const WORKSPACE = `${V9}/workspaces/:workspace`;
const PROJECTS_PAGE = 151;
const LARGEST_PROJECTS_PAGE = 200;
const USERS_PAGE = 50;
const ok = (body: unknown): { readonly status: number; readonly body: unknown } => ({ status: 200, body });

/** Checks the workspace before anything below it. */
function inWorkspace(method: Route['method'], path: string, handler: (call: Call) => ReturnType<typeof ok>): Route {
  return route(method, `${WORKSPACE}${path}`, (call) => {
    requireWorkspace(call);
    return handler(call);
  });
}
const clientAt = (call: Call): Client =>
  found(call.store.clients, fromId('clients', Number(call.param('id'))), 'Client');
const projectAt = (call: Call): Project =>
  found(call.store.projects, fromId('projects', Number(call.param('id'))), 'Project');

export function catalogRoutes(quotas: Quotas): readonly Route[] {
  return [
    route('GET', `${V9}/me`, (call) => ok(shownMe(call.person, tokenFor(call.service, call.person)))),
    route('GET', `${V9}/me/quota`, (call) => ok(quotas.shown(call))),
    route('GET', `${V9}/me/workspaces`, ({ store }) => ok([shownWorkspace(store)])),
    route('GET', `${V9}/workspaces`, ({ store }) => ok([shownWorkspace(store)])),
    route('GET', `${V9}/me/clients`, (call) => ok(changedClients(call))),
    route('GET', `${V9}/me/projects`, (call) => {
      const includesArchived = call.query.flag('include_archived') === true;
      return ok(changedProjects(call, (one) => includesArchived || !one.isArchived));
    }),

    inWorkspace('GET', '', ({ store }) => ok(shownWorkspace(store))),
    inWorkspace('GET', '/clients', (call) => {
      const status = call.query.text('status') ?? 'active';
      const name = call.query.text('name')?.toLowerCase();
      const wanted = call.store.clients.filter(
        (one) =>
          (status === 'both' || one.isArchived === (status === 'archived')) &&
          (name === undefined || one.name.toLowerCase().includes(name)),
      );
      return ok(wanted.map((one) => shownClient(one)));
    }),
    inWorkspace('GET', '/clients/:id', (call) => ok(shownClient(clientAt(call)))),
    inWorkspace('POST', '/clients', (call) => {
      const name = nameSent(call);
      return ok(shownClient(call.store.clients.insert({ ...BLANK_CLIENT, name, ...clientChanges(call) })));
    }),
    inWorkspace('PUT', '/clients/:id', (call) => {
      const client = clientAt(call);
      const name = call.fields.has('name') ? nameSent(call, client.id) : client.name;
      return ok(shownClient(call.store.clients.update(client.id, { name, ...clientChanges(call) })));
    }),
    inWorkspace('DELETE', '/clients/:id', (call) => {
      const { id } = clientAt(call);
      for (const project of call.store.projects.filter(({ clientId }) => clientId === id)) {
        call.store.projects.update(project.id, { clientId: null });
      }
      call.store.clients.delete(id);
      return ok(toId('clients', id));
    }),
    inWorkspace('POST', '/clients/:id/archive', (call) => {
      const { id } = clientAt(call);
      const own = call.store.projects.filter(({ clientId, isArchived }) => clientId === id && !isArchived);
      for (const project of own) {
        call.store.projects.update(project.id, { isArchived: true });
      }
      call.store.clients.update(id, { isArchived: true });
      return ok(own.map((project) => toId('projects', project.id)));
    }),
    inWorkspace('POST', '/clients/:id/restore', (call) =>
      ok(shownClient(call.store.clients.update(clientAt(call).id, { isArchived: false }))),
    ),

    inWorkspace('GET', '/projects', (call) => {
      const active = call.query.text('active') ?? 'true';
      const size = call.query.whole('per_page', PROJECTS_PAGE);
      const page = call.query.whole('page', 1);
      if (!(size >= 1 && size <= LARGEST_PROJECTS_PAGE && page >= 1)) {
        throw refuse(400, `per_page must be between 1 and ${LARGEST_PROJECTS_PAGE}`);
      }
      const list = changedProjects(call, (one) => active === 'both' || one.isArchived === (active === 'false'));
      return ok(call.slice(list, (page - 1) * size, size));
    }),
    inWorkspace('GET', '/projects/:id', (call) => ok(shownProject(projectAt(call)))),
    inWorkspace('POST', '/projects', (call) => {
      const name = call.fields.text('name')?.trim() ?? '';
      if (name === '') {
        throw refuse(400, "project name can't be blank");
      }
      return ok(shownProject(call.store.projects.insert({ ...BLANK_PROJECT, name, ...projectChanges(call) })));
    }),
    inWorkspace('PUT', '/projects/:id', (call) => {
      const { id } = projectAt(call);
      return ok(shownProject(call.store.projects.update(id, projectChanges(call))));
    }),
    inWorkspace('DELETE', '/projects/:id', (call) => {
      const { id } = projectAt(call);
      const mode = call.query.text('teDeletionMode') ?? 'unassign';
      if (mode !== 'delete' && mode !== 'unassign') {
        throw refuse(400, 'teDeletionMode must be one of: delete, unassign');
      }
      call.store.deleteProject(id, mode);
      return ok([toId('projects', id)]);
    }),
    inWorkspace('GET', '/projects/:id/tasks', (call) => {
      const project = projectAt(call);
      const own = call.store.tasks.filter(({ projectId }) => projectId === project.id);
      return ok(
        own.map((task) => ({
          id: toId('tasks', task.id),
          name: task.name,
          workspace_id: WORKSPACE_ID,
          project_id: toId('projects', project.id),
          active: task.isActive,
          at: offsetUtc(task.updatedAt),
        })),
      );
    }),

    inWorkspace('GET', '/users', (call) => ok(call.store.people.all().map(shownPerson))),
    route('GET', `${V9}/organizations/:organization/users`, (call) => {
      requireOrganization(call);
      const all = call.store.people.all();
      const size = Math.min(Math.max(call.query.whole('per_page', USERS_PAGE) || 1, 1), LARGEST_PROJECTS_PAGE);
      const page = Math.max(call.query.whole('page', 1) || 1, 1);
      return {
        status: 200,
        headers: {
          'X-Page': String(page),
          'X-Pages': String(Math.max(1, Math.ceil(all.length / size))),
          'X-Records': String(all.length),
        },
        body: call
          .slice(all, (page - 1) * size, size)
          .map((one) => ({ ...shownPerson(one), organization_id: ORGANIZATION_ID, user_id: toId('people', one.id) })),
      };
    }),
  ];
}

/** With `since`: created, changed and deleted from then on. Without: what there is. */
function changedClients(call: Call): readonly unknown[] {
  const since = sinceOf(call);
  const { clients } = call.store;
  if (since === undefined) {
    return clients.filter(({ isArchived }) => !isArchived).map((one) => shownClient(one));
  }
  const gone = call.store.tombstonesOf('clients').filter(({ deletedAt }) => deletedAt >= since);
  return [
    ...clients.filter(({ updatedAt }) => updatedAt >= since).map((one) => shownClient(one)),
    ...gone.map(({ row, deletedAt }) => shownClient(row, deletedAt)),
  ];
}
function changedProjects(call: Call, isWanted: (project: Project) => boolean): readonly unknown[] {
  const since = sinceOf(call);
  const { projects } = call.store;
  const byName = projects.sorted('name', (a, b) => a.name.localeCompare(b.name) || a.id - b.id);
  if (since === undefined) {
    return byName.filter(isWanted).map((one) => shownProject(one));
  }
  const gone = call.store.tombstonesOf('projects').filter(({ deletedAt }) => deletedAt >= since);
  return [
    ...byName.filter((one) => one.updatedAt >= since && isWanted(one)).map((one) => shownProject(one)),
    ...gone.map(({ row, deletedAt }) => shownProject(row, deletedAt)),
  ];
}

function nameSent({ fields, store }: Call, own?: number): string {
  const name = fields.text('name')?.trim() ?? '';
  if (name === '') {
    throw refuse(400, "Client name can't be blank");
  }
  if (store.clients.filter((one) => one.name === name && one.id !== own).length > 0) {
    throw refuse(400, 'Name has already been taken');
  }
  return name;
}
function clientChanges({ fields }: Call): Partial<Values<Client>> {
  const note = fields.textOrNull('notes');
  const externalKey = fields.textOrNull('external_reference');
  return {
    ...(note === undefined ? {} : { note }),
    ...(externalKey === undefined ? {} : { externalKey }),
  };
}
function projectChanges({ fields, store }: Call): Partial<Values<Project>> {
  const clientId = fields.number('client_id');
  const client = clientId === undefined ? undefined : store.clients.get(fromId('clients', clientId));
  if (clientId !== undefined && client === undefined) {
    throw refuse(400, 'Client not found/accessible');
  }
  const [name, color, currency, startsOn, endsOn, externalKey] = (
    ['name', 'color', 'currency', 'start_date', 'end_date', 'external_reference'] as const
  ).map((one) => fields.text(one));
  const active = fields.flag('active');
  const isPrivate = fields.flag('is_private');
  const isBillable = fields.flag('billable');
  const rate = fields.number('rate');
  const estimate = fields.number('estimated_seconds') ?? hoursInSeconds(fields.number('estimated_hours'));
  return {
    ...(name === undefined ? {} : { name }),
    ...(fields.isNull('client_id') ? { clientId: null } : client === undefined ? {} : { clientId: client.id }),
    ...(color === undefined ? {} : { color }),
    ...(currency === undefined ? {} : { currency }),
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(externalKey === undefined ? {} : { externalKey }),
    ...(active === undefined ? {} : { isArchived: !active }),
    ...(isPrivate === undefined ? {} : { isPublic: !isPrivate }),
    ...(isBillable === undefined ? {} : { isBillable }),
    ...(rate === undefined ? {} : { hourlyRate: Math.round(rate * 100) }),
    ...(estimate === undefined ? {} : { budgetSeconds: estimate }),
  };
}
const hoursInSeconds = (hours: number | undefined): number | undefined =>
  hours === undefined ? undefined : hours * 3600;

export function requireSelf(call: Call, personId: number): void {
  if (!call.person.isAdmin && personId !== call.person.id) {
    throw refuse(403, NO_ACCESS);
  }
}
