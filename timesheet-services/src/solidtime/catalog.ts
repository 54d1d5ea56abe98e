/** Clients, projects, tasks, tags and members of the organization. */
import { route, type Call, type Route } from '../core/call.ts';
import { BLANK_CLIENT, BLANK_PROJECT, spentOn } from '../core/entries.ts';
import type { Project, Task, Values } from '../core/model.ts';
import { forbidden, found, invalid, paged, requireAdmin, type Problems } from './access.ts';
import { numberOf, ORGANIZATION, uuid } from './ids.ts';
import { shownClient, shownMember, shownProject, shownTag, shownTask, shownUser } from './rows.ts';

const BASE = '/api/v1/organizations/:organization';
const data = (shown: unknown, status = 200): { readonly status: number; readonly body: unknown } => ({
  status,
  body: { data: shown },
});
/** Archived rows are hidden unless asked for: true, false or all. */
function isWanted(call: Call, isArchived: boolean): boolean {
  const wanted = call.query.text('archived') ?? 'false';
  return wanted === 'all' || isArchived === (wanted === 'true');
}
const byName = (a: { readonly name: string; readonly id: number }, b: typeof a): number =>
  a.name.localeCompare(b.name) || a.id - b.id;

export const catalogRoutes: readonly Route[] = [
  route('GET', '/api/v1/users/me', ({ person }) => data(shownUser(person))),
  route('GET', '/api/v1/users/me/memberships', ({ person, store }) =>
    data([
      {
        id: uuid('member', person.id),
        organization: { id: uuid('organization', ORGANIZATION), name: store.name, currency: 'USD' },
        role: person.isAdmin ? 'owner' : 'employee',
      },
    ]),
  ),
  route('GET', BASE, ({ store }) =>
    data({
      id: uuid('organization', ORGANIZATION),
      name: store.name,
      is_personal: false,
      billable_rate: null,
      currency: 'USD',
      prevent_overlapping_time_entries: store.settings.solidtimeForbidsOverlaps,
    }),
  ),
  route('GET', `${BASE}/members`, (call) => {
    requireAdmin(call);
    return paged(call, call.store.people.all(), shownMember);
  }),

  route('GET', `${BASE}/clients`, (call) =>
    paged(
      call,
      call.store.clients.sorted('name', byName).filter(({ isArchived }) => isWanted(call, isArchived)),
      shownClient,
    ),
  ),
  route('POST', `${BASE}/clients`, (call) => {
    requireAdmin(call);
    const name = nameSent(call);
    return data(shownClient(call.store.clients.insert({ ...BLANK_CLIENT, name })), 201);
  }),
  route('PUT', `${BASE}/clients/:id`, (call) => {
    requireAdmin(call);
    const client = found(call.store.clients, 'client', call.param('id'));
    const { fields } = call;
    const name = fields.has('name') ? nameSent(call) : client.name;
    const isArchived = fields.flag('is_archived') ?? client.isArchived;
    return data(shownClient(call.store.clients.update(client.id, { name, isArchived })));
  }),
  route('DELETE', `${BASE}/clients/:id`, (call) => {
    requireAdmin(call);
    const { id } = found(call.store.clients, 'client', call.param('id'));
    if (call.store.projects.filter(({ clientId }) => clientId === id).length > 0) {
      throw stillInUse('client', 'project');
    }
    call.store.clients.delete(id);
    return { status: 204 };
  }),

  route('GET', `${BASE}/projects`, (call) => {
    const spent = spentOn(call.store);
    return paged(
      call,
      call.store.projects.sorted('name', byName).filter(({ isArchived }) => isWanted(call, isArchived)),
      (one) => shownProject(one, spent.get(one.id) ?? 0),
    );
  }),
  route('GET', `${BASE}/projects/:id`, (call) => show(call, found(call.store.projects, 'project', call.param('id')))),
  route('POST', `${BASE}/projects`, (call) => {
    requireAdmin(call);
    const problems = { ...missing(call, ['name', 'color', 'is_billable', 'client_id']), ...projectProblems(call) };
    refuseProblems(problems);
    return show(call, call.store.projects.insert({ ...BLANK_PROJECT, name: '', ...projectChanges(call) }), 201);
  }),
  route('PUT', `${BASE}/projects/:id`, (call) => {
    requireAdmin(call);
    const project = found(call.store.projects, 'project', call.param('id'));
    refuseProblems(projectProblems(call));
    return show(call, call.store.projects.update(project.id, projectChanges(call)));
  }),
  route('DELETE', `${BASE}/projects/:id`, (call) => {
    requireAdmin(call);
    const { id } = found(call.store.projects, 'project', call.param('id'));
    if (call.store.entries.filter(({ projectId }) => projectId === id).length > 0) {
      throw stillInUse('project', 'time entry');
    }
    if (call.store.tasks.filter(({ projectId }) => projectId === id).length > 0) {
      throw stillInUse('project', 'task');
    }
    call.store.projects.delete(id);
    return { status: 204 };
  }),

  route('GET', `${BASE}/tasks`, (call) => {
    const project = numberOf('project', call.query.text('project_id'));
    const done = call.query.text('done') ?? 'false';
    const rows = call.store.tasks
      .sorted('name', byName)
      .filter(
        (one) =>
          one.projectId !== null &&
          (done === 'all' || one.isActive === (done !== 'true')) &&
          (!call.query.has('project_id') || one.projectId === project),
      );
    return paged(call, rows, shownTask);
  }),
  route('POST', `${BASE}/tasks`, (call) => {
    requireAdmin(call);
    const project = call.store.projects.get(numberOf('project', call.fields.text('project_id')));
    refuseProblems({
      ...missing(call, ['name', 'project_id']),
      ...(project === undefined ? { project_id: ['The selected project id is invalid.'] } : {}),
    });
    const name = nameSent(call);
    const made = call.store.tasks.insert({ name, projectId: project?.id ?? null, isActive: true, isBillable: true });
    return data(shownTask(made), 201);
  }),
  route('PUT', `${BASE}/tasks/:id`, (call) => {
    requireAdmin(call);
    const task: Task = found(call.store.tasks, 'task', call.param('id'));
    const done = call.fields.flag('is_done');
    const name = call.fields.has('name') ? nameSent(call) : task.name;
    const isActive = done === undefined ? task.isActive : !done;
    return data(shownTask(call.store.tasks.update(task.id, { name, isActive })));
  }),
  route('DELETE', `${BASE}/tasks/:id`, (call) => {
    requireAdmin(call);
    const { id } = found(call.store.tasks, 'task', call.param('id'));
    if (call.store.entries.filter(({ taskId }) => taskId === id).length > 0) {
      throw stillInUse('task', 'time entry');
    }
    call.store.tasks.delete(id);
    return { status: 204 };
  }),

  route('GET', `${BASE}/tags`, (call) => paged(call, call.store.tags.all(), shownTag)),
  route('POST', `${BASE}/tags`, (call) =>
    data(shownTag(call.store.tags.insert({ name: nameSent(call), isArchived: false })), 201),
  ),
];

function stillInUse(what: string, by: string): Error {
  return forbidden('entity_still_in_use', `The ${what} is still used by a ${by} and can not be deleted.`);
}
function show(call: Call, project: Project, status = 200): { readonly status: number; readonly body: unknown } {
  return data(shownProject(project, spentOn(call.store).get(project.id) ?? 0), status);
}
export function missing({ fields }: Call, names: readonly string[]): Problems {
  const left = names.filter((name) => !fields.has(name) || fields.raw(name) === '');
  return Object.fromEntries(left.map((name) => [name, [`The ${name.replaceAll('_', ' ')} field is required.`]]));
}
export function refuseProblems(problems: Problems): void {
  if (Object.keys(problems).length > 0) {
    throw invalid(problems);
  }
}
function nameSent(call: Call): string {
  const name = call.fields.text('name')?.trim() ?? '';
  if (name === '') {
    throw invalid({ name: ['The name field is required.'] });
  }
  return name;
}
function projectProblems({ fields, store }: Call): Problems {
  const client = fields.text('client_id');
  return {
    ...(client !== undefined && store.clients.get(numberOf('client', client)) === undefined
      ? { client_id: ['The selected client id is invalid.'] }
      : {}),
    ...(fields.has('is_billable') && fields.flag('is_billable') === undefined
      ? { is_billable: ['The is billable field must be true or false.'] }
      : {}),
  };
}
function projectChanges({ fields }: Call): Partial<Values<Project>> {
  const whole = (name: string): number | null | undefined => (fields.isNull(name) ? null : fields.number(name));
  const rate = whole('billable_rate');
  const estimate = whole('estimated_time');
  return {
    ...(fields.has('name') ? { name: fields.text('name') ?? '' } : {}),
    ...(fields.has('color') ? { color: fields.text('color') ?? '' } : {}),
    ...(fields.has('client_id') ? { clientId: numberOf('client', fields.text('client_id')) ?? null } : {}),
    ...(fields.has('is_billable') ? { isBillable: fields.flag('is_billable') ?? false } : {}),
    ...(fields.has('is_archived') ? { isArchived: fields.flag('is_archived') ?? false } : {}),
    ...(fields.has('is_public') ? { isPublic: fields.flag('is_public') ?? false } : {}),
    ...(rate === undefined ? {} : { hourlyRate: rate }),
    ...(estimate === undefined ? {} : { budgetSeconds: estimate }),
  };
}
