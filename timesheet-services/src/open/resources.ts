/** The five resources: the same verbs over each, with what differs as data. */
import { route, type Answer, type Call, type Route } from '../core/call.ts';
import type { Client, Entry, Person, Project, Row, Task, Values } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import type { Table } from '../core/table.ts';
import { isDay } from '../core/zone.ts';
import { etagOf, once, requireAdmin, requireVersion } from './access.ts';
import { errorsOf } from './contract.ts';
import { fromId, type OpenKind } from './ids.ts';
import { invalid, listed } from './lists.ts';
import { refuse } from './problems.ts';
import { shown, statusOf } from './rows.ts';
import { clientValues, entryValues, Findings, personValues, projectValues, taskValues } from './values.ts';

interface Resource<T extends Row> {
  readonly kind: Exclude<OpenKind, 'webhooks'>;
  readonly path: string;
  /** The name of its schemas. */
  readonly schema: string;
  readonly values: (call: Call, earlier: T | undefined, findings: Findings) => Values<T>;
  readonly filter: (call: Call) => (row: T) => boolean;
  /** Who needs the row; nothing where it may be deleted. */
  readonly neededBy: (row: T, store: Store) => string | null;
  readonly delete?: (row: T, store: Store) => void;
  /** Refuses whoever may not write the row with these values. */
  readonly mayWrite: (call: Call, row: T | undefined, values: Values<T> | undefined) => void;
  readonly isVisible?: (call: Call, row: T) => boolean;
}

function has(call: Call, name: string): string | undefined {
  return call.query.text(name);
}
const sameKey = (call: Call): ((row: { readonly externalKey: string | null }) => boolean) => {
  const key = has(call, 'externalKey');
  return (row) => key === undefined || row.externalKey === key;
};
function sameId(call: Call, name: string, kind: OpenKind): (id: number | null) => boolean {
  const wanted = has(call, name);
  const id = fromId(kind, wanted);
  return (own) => wanted === undefined || (own !== null && own === id);
}
const catalogIsForAdmins = (call: Call): void => {
  requireAdmin(call);
};

const clients: Resource<Client> = {
  kind: 'clients',
  path: 'clients',
  schema: 'Client',
  values: clientValues,
  filter: sameKey,
  neededBy: ({ id }, store) =>
    store.projects.filter(({ clientId }) => clientId === id).length > 0 ? 'projects of the client' : null,
  mayWrite: catalogIsForAdmins,
};
const projects: Resource<Project> = {
  kind: 'projects',
  path: 'projects',
  schema: 'Project',
  values: projectValues,
  filter: (call) => {
    const [isKey, isClient] = [sameKey(call), sameId(call, 'clientId', 'clients')];
    return (row) => isKey(row) && isClient(row.clientId);
  },
  neededBy: ({ id }, store) =>
    store.entries.filter(({ projectId }) => projectId === id).length > 0 ? 'time entries on the project' : null,
  delete: ({ id }, store) => {
    store.deleteProject(id);
  },
  mayWrite: catalogIsForAdmins,
};
const tasks: Resource<Task> = {
  kind: 'tasks',
  path: 'tasks',
  schema: 'Task',
  values: taskValues,
  filter: (call) => {
    const isProject = sameId(call, 'projectId', 'projects');
    return ({ projectId }) => isProject(projectId);
  },
  neededBy: ({ id }, store) =>
    store.entries.filter(({ taskId, activityId }) => taskId === id || activityId === id).length > 0
      ? 'time entries on the task'
      : null,
  mayWrite: catalogIsForAdmins,
};
const people: Resource<Person> = {
  kind: 'people',
  path: 'people',
  schema: 'Person',
  values: personValues,
  filter: (call) => {
    const email = has(call, 'email')?.toLowerCase();
    return (row) => email === undefined || row.email.toLowerCase() === email;
  },
  neededBy: ({ id }, store) =>
    store.entries.filter(({ personId }) => personId === id).length > 0 ? 'time entries of the person' : null,
  mayWrite: catalogIsForAdmins,
};
const entries: Resource<Entry> = {
  kind: 'entries',
  path: 'time-entries',
  schema: 'TimeEntry',
  values: entryValues,
  filter: (call) => {
    const [isKey, isProject] = [sameKey(call), sameId(call, 'projectId', 'projects')];
    const isPerson = sameId(call, 'personId', 'people');
    const [from, to] = ['from', 'to'].map((name) => {
      const day = has(call, name);
      if (day !== undefined && !isDay(day)) {
        throw invalid(name, 'must be a date');
      }
      return day;
    });
    return (row) =>
      isKey(row) &&
      isProject(row.projectId) &&
      isPerson(row.personId) &&
      (from === undefined || row.workDate >= from) &&
      (to === undefined || row.workDate <= to);
  },
  neededBy: () => null,
  isVisible: ({ person }, row) => row.projectId !== null && (person.isAdmin || row.personId === person.id),
  mayWrite: (call, row, values) => {
    const { person } = call;
    const isOthers = [row, values].some((one) => one !== undefined && one.personId !== person.id);
    if (isOthers && !person.isAdmin) {
      throw refuse('forbidden', 'Only administrators write time of others. Leave out personId, or use their token.');
    }
    const changesStatus = call.fields.has('status');
    if (changesStatus && !person.isAdmin) {
      throw refuse('forbidden', 'Only administrators change the status.');
    }
    const isAlone = changesStatus && call.fields.names().length === 1;
    if (row !== undefined && statusOf(row) !== 'draft' && !isAlone) {
      throw refuse('locked', `The time entry is ${statusOf(row)}. Set its status back to draft first.`);
    }
  },
};

export const resourceRoutes: readonly Route[] = [
  ...routesOf(clients),
  ...routesOf(projects),
  ...routesOf(tasks),
  ...routesOf(people),
  ...routesOf(entries),
];

function routesOf<T extends Row>(resource: Resource<T>): readonly Route[] {
  const { kind, path, schema } = resource;
  const tableOf = (call: Call): Table<T> => call.store[kind] as unknown as Table<T>;
  const isVisible = resource.isVisible ?? ((): boolean => true);
  const answer = (call: Call, row: T, status = 200): Answer => ({
    status,
    headers: { ETag: etagOf(row) },
    body: shown(kind, row, call.store),
  });
  const rowAt = (call: Call): T => {
    const id = fromId(kind, call.param('id'));
    const row = tableOf(call).get(id);
    if (row !== undefined && isVisible(call, row)) {
      return row;
    }
    const isGone = id !== undefined && call.store.tombstonesOf(kind).some((one) => one.row.id === id);
    throw isGone
      ? refuse('gone', `${call.param('id')} was deleted.`)
      : refuse('not-found', `There is no ${call.param('id')}.`);
  };
  return [
    route('GET', `/v1/${path}`, (call) => {
      const isWanted = resource.filter(call);
      return listed(call, kind, (row: T) => isVisible(call, row) && isWanted(row), tableOf(call).all());
    }),
    route('GET', `/v1/${path}/:id`, (call) => {
      const row = rowAt(call);
      const isKnown = call.header('if-none-match') === etagOf(row);
      return isKnown ? { status: 304, headers: { ETag: etagOf(row) } } : answer(call, row);
    }),
    route('POST', `/v1/${path}`, (call) =>
      once(call, () => {
        requireFitting(call, `${schema}Create`);
        const findings = new Findings();
        const values = resource.values(call, undefined, findings);
        resource.mayWrite(call, undefined, values);
        findings.refuse();
        const row = tableOf(call).insert(values);
        const made = answer(call, row, 201);
        const location = `/v1/${path}/${String(shown(kind, row, call.store)['id'])}`;
        return { ...made, headers: { ...made.headers, Location: location } };
      }),
    ),
    route('PATCH', `/v1/${path}/:id`, (call) => {
      const row = rowAt(call);
      requireVersion(call, row);
      requireFitting(call, `${schema}Update`);
      const findings = new Findings();
      const values = resource.values(call, row, findings);
      resource.mayWrite(call, row, values);
      findings.refuse();
      return answer(call, tableOf(call).update(row.id, values));
    }),
    route('DELETE', `/v1/${path}/:id`, (call) => {
      const row = rowAt(call);
      requireVersion(call, row);
      resource.mayWrite(call, row, undefined);
      const needed = resource.neededBy(row, call.store);
      if (needed !== null) {
        throw refuse('in-use', `There are ${needed}. Archive it instead, or delete those first.`);
      }
      if (resource.delete === undefined) {
        tableOf(call).delete(row.id);
      } else {
        resource.delete(row, call.store);
      }
      return { status: 204 };
    }),
  ];
}

/** By the schema that callers read. */
export function requireFitting(call: Call, schema: string): void {
  const errors = errorsOf(schema, call.sent ?? null);
  if (errors.length > 0) {
    const detail = errors.map(({ field, message }) => `${field === '' ? 'The body' : field} ${message}`).join('; ');
    throw refuse('invalid', detail, { errors });
  }
}
