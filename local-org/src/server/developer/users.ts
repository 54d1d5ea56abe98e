/** The people of the org: who is there, who may sign in, signing in as somebody else, and somebody new. */
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest, notFound } from '../errors.ts';
import { objectOf, rowOf, save, type FieldsJson } from '../records/save.ts';
import { transact } from '../records/work.ts';
import { SESSION_COOKIE } from '../router.ts';
import type { Row } from '../../data/store.ts';
import type { ServedOrg } from '../servedOrg.ts';
import { developerRoute, textOf } from './developerRoute.ts';

export const USER_ROUTES: readonly Route[] = [
  developerRoute('GET', 'users', ({ org }) => ok({ users: people(org), profiles: profiles(org) })),
  developerRoute('POST', 'users', create),
  developerRoute('PATCH', 'users/:id', change),
  developerRoute('POST', 'users/:id/login', logInAs),
];

const text = (row: Row | null, field: string): string => (row?.[field] as string | null | undefined) ?? '';

function people(org: ServedOrg): readonly Readonly<Record<string, unknown>>[] {
  const { store } = org.local.parts;
  return [...store.rows('User')]
    .filter((row) => row['UserType'] === 'Standard')
    .map((row) => ({
      id: row.Id,
      name: text(row, 'Name'),
      username: text(row, 'Username'),
      email: text(row, 'Email'),
      title: text(row, 'Title'),
      profile: text(store.get('Profile', text(row, 'ProfileId')), 'Name'),
      isActive: row['IsActive'] === true,
      ...setsOf(org, row.Id),
    }))
    .sort((left, right) => left.name.localeCompare(right.name));
}

/** The set every profile has of its own is no assignment of anybody's. */
function setsOf(
  org: ServedOrg,
  userId: string,
): { readonly permissionSets: readonly string[]; readonly permissionSetIds: readonly string[] } {
  const { store } = org.local.parts;
  const sets = [...store.findBy('PermissionSetAssignment', 'AssigneeId', userId)]
    .flatMap((one) => store.get('PermissionSet', text(one, 'PermissionSetId')) ?? [])
    .filter((set) => set['IsOwnedByProfile'] !== true);
  return { permissionSets: sets.map((set) => text(set, 'Label')), permissionSetIds: sets.map(({ Id }) => Id) };
}

function profiles(org: ServedOrg): readonly { readonly id: string; readonly name: string }[] {
  return [...org.local.parts.store.rows('Profile')]
    .map((row) => ({ id: row.Id, name: text(row, 'Name') }))
    .sort((left, right) => left.name.localeCompare(right.name));
}

/** A person with the language, zone and currency of the administrator. */
function create(call: UserCall): ApiResponse {
  const { org } = call;
  const { store, users } = org.local.parts;
  const admin = store.get('User', users.adminId);
  const lastName = textOf(call, 'lastName');
  const { firstName } = (call.json() ?? {}) as { readonly firstName?: string };
  const like = ['TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey', 'EmailEncodingKey'] as const;
  const fields: FieldsJson = {
    FirstName: firstName ?? null,
    LastName: lastName,
    Alias: `${firstName?.slice(0, 1) ?? ''}${lastName}`.toLowerCase().replace(/\W/g, '').slice(0, 8) || 'user',
    Username: textOf(call, 'username'),
    Email: textOf(call, 'email'),
    ProfileId: textOf(call, 'profileId'),
    IsActive: true,
    ...Object.fromEntries(like.map((name) => [name, admin?.[name] ?? null])),
  };
  const object = objectOf(org, call.session.userId, 'User');
  const id = transact(
    org.local,
    call.session.userId,
    'synchronous',
    (runtime) => save(runtime, 'insert', [rowOf(runtime, object, fields, null)], { isAllOrNone: true })[0]?.id ?? '',
  );
  return { status: 201, body: { id } };
}

function change(call: UserCall): ApiResponse {
  const { isActive } = (call.json() ?? {}) as { readonly isActive?: unknown };
  if (typeof isActive !== 'boolean') {
    throw badRequest('REQUIRED_FIELD_MISSING', 'Required fields are missing: [isActive]', ['isActive']);
  }
  const id = userId(call);
  if (!isActive && id === call.session.userId) {
    throw badRequest('FIELD_INTEGRITY_EXCEPTION', 'You cannot deactivate your own user', ['IsActive']);
  }
  const object = objectOf(call.org, call.session.userId, 'User');
  transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
    save(runtime, 'update', [rowOf(runtime, object, { IsActive: isActive }, id)], { isAllOrNone: true });
  });
  return noContent;
}

function userId(call: UserCall): string {
  const row = call.org.local.parts.store.get('User', call.params['id'] ?? '');
  if (row === null) {
    throw notFound();
  }
  return row.Id;
}

/** The browser's session becomes one of that user; the one before is closed. */
function logInAs(call: UserCall): ApiResponse {
  const { org, session } = call;
  const id = userId(call);
  if (org.local.parts.store.get('User', id)?.['IsActive'] !== true) {
    throw badRequest('INACTIVE_USER', 'This user is not active. Activate the user first.');
  }
  const opened = org.sessions.open({
    userId: id,
    kind: 'browser',
    scopes: new Set(['full']),
    clientName: null,
    createdAt: org.local.parts.context.clock.now(),
  });
  org.sessions.close(session);
  return {
    status: 204,
    headers: { 'set-cookie': `${SESSION_COOKIE}=${encodeURIComponent(opened.token)}; Path=/; HttpOnly; SameSite=Lax` },
    body: null,
  };
}
