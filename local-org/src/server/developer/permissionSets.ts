/** Permission sets: what they grant and who has them. */
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { notFound } from '../errors.ts';
import { objectOf, rowOf, save } from '../records/save.ts';
import { transact } from '../records/work.ts';
import type { Row } from '../../data/store.ts';
import type { ServedOrg } from '../servedOrg.ts';
import { developerRoute } from './developerRoute.ts';
import { userName } from './userName.ts';

export const PERMISSION_SET_ROUTES: readonly Route[] = [
  developerRoute('GET', 'permission-sets', ({ org }) => ok({ permissionSets: allSets(org) })),
  developerRoute('GET', 'permission-sets/:id', readOne),
  developerRoute('PUT', 'permission-sets/:id/users/:userId', assign),
  developerRoute('DELETE', 'permission-sets/:id/users/:userId', unassign),
];

const ASSIGNMENT = 'PermissionSetAssignment';
const text = (row: Row | null, field: string): string => (row?.[field] as string | null | undefined) ?? '';

function allSets(org: ServedOrg): readonly Readonly<Record<string, unknown>>[] {
  const { store } = org.local.parts;
  return [...store.rows('PermissionSet')]
    .filter((row) => row['IsOwnedByProfile'] !== true)
    .map((row) => ({ ...head(row), users: assignments(org, row.Id).length }))
    .sort((left, right) => left.label.localeCompare(right.label));
}

function head(row: Row): Readonly<Record<'id' | 'name' | 'label' | 'description' | 'kind', string>> {
  const prefix = text(row, 'NamespacePrefix');
  return {
    id: row.Id,
    name: prefix === '' ? text(row, 'Name') : `${prefix}__${text(row, 'Name')}`,
    label: text(row, 'Label'),
    description: text(row, 'Description'),
    kind: row['Type'] === 'Group' ? 'Permission set group' : 'Permission set',
  };
}

const assignments = (org: ServedOrg, setId: string): readonly Row[] => [
  ...org.local.parts.store.findBy(ASSIGNMENT, 'PermissionSetId', setId),
];

function setOf(call: UserCall): Row {
  const row = call.org.local.parts.store.get('PermissionSet', call.params['id'] ?? '');
  if (row === null) {
    throw notFound();
  }
  return row;
}

/** The sets of a group; a set of itself is the only one of its own. */
function parts(org: ServedOrg, set: Row): readonly string[] {
  const { store } = org.local.parts;
  const group = text(set, 'PermissionSetGroupId');
  return group === ''
    ? [set.Id]
    : [...store.findBy('PermissionSetGroupComponent', 'PermissionSetGroupId', group)].map((one) =>
        text(one, 'PermissionSetId'),
      );
}

function readOne(call: UserCall): ApiResponse {
  const { org } = call;
  const { store } = org.local.parts;
  const set = setOf(call);
  const sets = parts(org, set);
  const rows = (object: string): readonly Row[] => sets.flatMap((id) => [...store.findBy(object, 'ParentId', id)]);
  const flag = (row: Row, name: string): boolean => row[`Permissions${name}`] === true;
  return ok({
    ...head(set),
    members: sets.filter((id) => id !== set.Id).map((id) => text(store.get('PermissionSet', id), 'Label')),
    system: [...new Set(sets.flatMap((id) => systemPermissions(store.get('PermissionSet', id))))].sort(),
    objects: rows('ObjectPermissions').map((row) => ({
      id: row.Id,
      object: text(row, 'SobjectType'),
      read: flag(row, 'Read'),
      create: flag(row, 'Create'),
      edit: flag(row, 'Edit'),
      delete: flag(row, 'Delete'),
      viewAll: flag(row, 'ViewAllRecords'),
      modifyAll: flag(row, 'ModifyAllRecords'),
    })),
    fields: rows('FieldPermissions').map((row) => ({
      id: row.Id,
      field: text(row, 'Field'),
      read: flag(row, 'Read'),
      edit: flag(row, 'Edit'),
    })),
    entities: rows('SetupEntityAccess').map((row) => ({
      id: row.Id,
      kind: text(row, 'SetupEntityType'),
      name: entityName(org, text(row, 'SetupEntityType'), text(row, 'SetupEntityId')),
    })),
    users: assignments(org, set.Id)
      .map((one) => ({ id: text(one, 'AssigneeId'), name: userName(org, text(one, 'AssigneeId')) }))
      .sort((left, right) => left.name.localeCompare(right.name)),
  });
}

function systemPermissions(set: Row | null): readonly string[] {
  return Object.entries(set ?? {})
    .filter(([name, value]) => name.startsWith('Permissions') && value === true)
    .map(([name]) => name.slice('Permissions'.length));
}

function entityName(org: ServedOrg, type: string, id: string): string {
  const { context, store } = org.local.parts;
  const row = context.schema.find(type) === null ? null : store.get(type, id);
  return text(row, 'DeveloperName') || text(row, 'Name') || id;
}

function assign(call: UserCall): ApiResponse {
  const set = setOf(call);
  const user = call.params['userId'] ?? '';
  if (!assignments(call.org, set.Id).some((one) => one['AssigneeId'] === user)) {
    const object = objectOf(call.org, call.session.userId, ASSIGNMENT);
    transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
      const row = rowOf(runtime, object, { PermissionSetId: set.Id, AssigneeId: user }, null);
      save(runtime, 'insert', [row], { isAllOrNone: true });
    });
  }
  return noContent;
}

function unassign(call: UserCall): ApiResponse {
  const set = setOf(call);
  const object = objectOf(call.org, call.session.userId, ASSIGNMENT);
  const gone = assignments(call.org, set.Id).filter((one) => one['AssigneeId'] === call.params['userId']);
  transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
    const rows = gone.map((one) => rowOf(runtime, object, {}, one.Id));
    save(runtime, 'delete', rows, { isAllOrNone: true });
  });
  return noContent;
}
