/** Projects, among them the parent projects that stand for clients. */
import { route, type Answer, type Call, type Route } from '../core/call.ts';
import { BLANK_PROJECT } from '../core/entries.ts';
import type { Fields } from '../core/fields.ts';
import type { Client, Project } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { isDay } from '../core/zone.ts';
import { empty, invalid, listed, refuse, requireAdmin } from './access.ts';
import { ACTIVE, ARCHIVED, CLOSED, identifierOf, shownClient, shownProject, statusOf } from './rows.ts';

type Shown = { readonly client: Client } | { readonly project: Project };

function allProjects(store: Store): readonly Shown[] {
  const clients = store.clients.all().map((client) => ({ client }));
  return [...clients, ...store.projects.all().map((project) => ({ project }))];
}
const rowOf = (shown: Shown): Client | Project => ('client' in shown ? shown.client : shown.project);
const isHidden = (shown: Shown): boolean => rowOf(shown).isArchived;
const statusOfShown = (shown: Shown): number =>
  'project' in shown ? statusOf(shown.project) : shown.client.isArchived ? ARCHIVED : ACTIVE;
export const showProject = (shown: Shown, store: Store): unknown =>
  'client' in shown ? shownClient(shown.client) : shownProject(shown.project, store);

/** By number or identifier. Archived ones are there and forbidden. */
function projectAt(call: Call, mayBeArchived = false): Shown {
  const wanted = call.param('id');
  const shown = allProjects(call.store).find((one) =>
    /^\d+$/.test(wanted) ? rowOf(one).id === Number(wanted) : identifierOf(rowOf(one)) === wanted,
  );
  if (shown === undefined) {
    throw refuse(404);
  }
  if (isHidden(shown) && !mayBeArchived) {
    throw refuse(403);
  }
  return shown;
}
/** The first version whose list of projects knows when they changed. */
function knowsUpdatedOn(store: Store): boolean {
  return Number(store.settings.redmineVersion.split('.')[0]) >= 6;
}
function changedFilter(call: Call): (shown: Shown) => boolean {
  const [, operator, day] = /^(>=|<=|)(\d{4}-\d{2}-\d{2})$/.exec(call.query.text('updated_on') ?? '') ?? [];
  if (day === undefined || !isDay(day) || !knowsUpdatedOn(call.store)) {
    return () => true;
  }
  const changedOn = (shown: Shown): string => new Date(rowOf(shown).updatedAt).toISOString().slice(0, 10);
  return (shown) =>
    operator === '>='
      ? changedOn(shown) >= day
      : operator === '<='
        ? changedOn(shown) <= day
        : changedOn(shown) === day;
}

export const projectRoutes: readonly Route[] = [
  route('GET', '/projects.json', (call) => {
    if (call.isAnonymous) {
      const open = allProjects(call.store).filter((one) => 'project' in one && one.project.isPublic && !isHidden(one));
      return listed(call, 'projects', open, (one) => showProject(one, call.store));
    }
    const status = call.query.text('status');
    const wanted = status === undefined || !/^\d+$/.test(status) ? [ACTIVE, CLOSED] : [Number(status)];
    const rows = allProjects(call.store).filter(
      (one) => !isHidden(one) && wanted.includes(statusOfShown(one)) && changedFilter(call)(one),
    );
    return listed(call, 'projects', rows, (one) => showProject(one, call.store));
  }),
  route('GET', '/projects/:id(^[^/.]+).json', (call) => {
    if (call.isAnonymous) {
      throw refuse(401);
    }
    return { status: 200, body: { project: showProject(projectAt(call), call.store) } };
  }),
  route('POST', '/projects.json', (call) => {
    requireAdmin(call);
    const fields = bodyOf(call);
    const { store } = call;
    const name = fields.text('name')?.trim() ?? '';
    const identifier = fields.text('identifier')?.trim() ?? '';
    const problems = [
      ...(name === '' ? ['Name cannot be blank'] : []),
      ...(identifier === '' ? ['Identifier cannot be blank'] : []),
      ...(identifier !== '' && allProjects(store).some((one) => identifierOf(rowOf(one)) === identifier)
        ? ['Identifier has already been taken']
        : []),
      ...(identifier !== '' && !/^(?!\d+$)[a-z0-9\-_]{1,100}$/.test(identifier) ? ['Identifier is invalid'] : []),
    ];
    const parent = parentOf(fields, store);
    if (problems.length > 0 || parent === undefined) {
      throw invalid([...problems, ...(parent === undefined ? ['Subproject of is invalid'] : [])]);
    }
    const project = store.projects.insert({
      ...BLANK_PROJECT,
      name,
      code: identifier,
      note: fields.text('description') ?? null,
      isPublic: fields.flag('is_public') ?? false,
      ...parent,
    });
    return { status: 201, body: { project: shownProject(project, store) } };
  }),
  route('PUT', '/projects/:id(^[^/.]+).json', (call) => {
    requireAdmin(call);
    const shown = projectAt(call);
    const fields = bodyOf(call);
    const name = fields.has('name') ? (fields.text('name')?.trim() ?? '') : rowOf(shown).name;
    if (name === '') {
      throw invalid(['Name cannot be blank']);
    }
    const note = fields.has('description') ? (fields.text('description') ?? null) : rowOf(shown).note;
    if ('client' in shown) {
      call.store.clients.update(shown.client.id, { name, note });
      return empty;
    }
    const parent = fields.has('parent_id') ? parentOf(fields, call.store) : {};
    if (parent === undefined) {
      throw invalid(['Subproject of is invalid']);
    }
    const isPublic = fields.flag('is_public') ?? shown.project.isPublic;
    call.store.projects.update(shown.project.id, { name, note, isPublic, ...parent });
    return empty;
  }),
  route('DELETE', '/projects/:id(^[^/.]+).json', (call) => {
    requireAdmin(call);
    const shown = projectAt(call, true);
    if ('project' in shown) {
      call.store.deleteProject(shown.project.id);
      return empty;
    }
    for (const project of call.store.projects.filter(({ clientId }) => clientId === shown.client.id)) {
      call.store.deleteProject(project.id);
    }
    call.store.clients.delete(shown.client.id);
    return empty;
  }),
  ...(['archive', 'unarchive', 'close', 'reopen'] as const).map((verb) =>
    route('PUT', `/projects/:id(^[^/.]+)/${verb}.json`, (call) => {
      requireAdmin(call);
      return turned(call, projectAt(call, true), verb);
    }),
  ),
];

function turned(call: Call, shown: Shown, verb: 'archive' | 'unarchive' | 'close' | 'reopen'): Answer {
  const { store } = call;
  if (verb === 'archive' || verb === 'unarchive') {
    const isArchived = verb === 'archive';
    const own =
      'client' in shown
        ? store.projects.filter(({ clientId }) => clientId === shown.client.id)
        : [shown.project, ...store.projects.filter(({ parentId }) => parentId === shown.project.id)];
    // A project goes with everything below it and comes back alone.
    for (const project of isArchived || 'project' in shown ? own.slice(0, isArchived ? own.length : 1) : []) {
      store.projects.update(project.id, { isArchived });
    }
    if ('client' in shown) {
      store.clients.update(shown.client.id, { isArchived });
    }
    return empty;
  }
  if ('project' in shown) {
    store.projects.update(shown.project.id, { status: verb === 'close' ? 'completed' : 'active' });
  }
  return empty;
}

/** Undefined for a parent that is not there. */
function parentOf(fields: Fields, store: Store): Partial<Pick<Project, 'parentId' | 'clientId'>> | undefined {
  const id = fields.number('parent_id');
  if (id === undefined) {
    return { parentId: null, clientId: null };
  }
  const parent = store.projects.get(id);
  if (parent !== undefined) {
    return { parentId: parent.id, clientId: parent.clientId };
  }
  return store.clients.get(id) === undefined ? undefined : { parentId: null, clientId: id };
}
export function bodyOf(call: Call, name = 'project'): Fields {
  const fields = call.fields.object(name);
  if (fields === undefined) {
    // Nothing to read is as good as nothing sent.
    throw invalid(name === 'project' ? ['Name cannot be blank', 'Identifier cannot be blank'] : [`${name} is missing`]);
  }
  return fields;
}
