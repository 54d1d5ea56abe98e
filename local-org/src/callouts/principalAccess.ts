/**
 * Whether a user may use a principal of an external credential: a permission set, a group of them or the profile grants
 * it, in metadata or by a SetupEntityAccess row for the principal's id.
 */
import type { CredentialStore, Principal } from './credentialStore.ts';
import { principalName, principalsOf } from './definitions.ts';
import { makeId } from '../data/ids.ts';
import type { Row } from '../data/store.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** The id of a principal: the same as long as its name is. */
export function principalId({ externalCredential, name, type }: Principal): string {
  let hash = 0;
  for (const character of `${externalCredential}/${name}/${type}`.toLowerCase()) {
    hash = (hash * 31 + character.charCodeAt(0)) % 0x1fffffffffff;
  }
  return makeId('7Pu', hash % 0x7fffffffff);
}

/** Of all principals of all external credentials. */
export function principalIds(credentials: CredentialStore): ReadonlySet<string> {
  return new Set(
    credentials.external.flatMap((external) =>
      principalsOf(external).map((one) =>
        principalId({ externalCredential: external.name, name: principalName(one), type: one.type, userId: null }),
      ),
    ),
  );
}

/** A permission set or profile that opens a principal. */
export interface Granter {
  readonly id: string;
  readonly name: string;
  readonly type: 'PermissionSet' | 'Profile';
}

/** All permission sets and profiles that open a principal, by metadata or by rows. */
export function grantersOf(runtime: Runtime, credentials: CredentialStore, principal: Principal): readonly Granter[] {
  const { store } = runtime.org;
  const wanted = new Set(credentials.grantersOf(principal).map(({ kind, name }) => `${kind}:${name}`.toLowerCase()));
  const id = principalId(principal);
  const bySetup = new Set(
    [...store.rows('SetupEntityAccess')].filter((row) => row['SetupEntityId'] === id).map((row) => row['ParentId']),
  );
  const sets = [...store.rows('PermissionSet')]
    .filter((row) => row['IsOwnedByProfile'] !== true)
    .filter((row) => bySetup.has(row.Id) || namesOf(row).some((name) => wanted.has(`permissionset:${name}`)))
    .map((row) => ({ id: row.Id, name: String(row['Name']), type: 'PermissionSet' as const }));
  const profiles = [...store.rows('Profile')]
    .filter((row) => isProfileNamed(String(row['Name']), wanted))
    .map((row) => ({ id: row.Id, name: String(row['Name']), type: 'Profile' as const }));
  return [...sets, ...profiles];
}
function namesOf(row: Row): readonly string[] {
  const prefix = typeof row['NamespacePrefix'] === 'string' ? `${row['NamespacePrefix']}__` : '';
  return [`${prefix}${String(row['Name'])}`, String(row['Name'])].map((one) => one.toLowerCase());
}
const isProfileNamed = (name: string, wanted: ReadonlySet<string>): boolean =>
  wanted.has(`profile:${name}`.toLowerCase()) || (name === 'System Administrator' && wanted.has('profile:admin'));

export function mayUse(runtime: Runtime, credentials: CredentialStore, principal: Principal): boolean {
  const { userId } = runtime.access;
  const sets = setsOf(runtime, userId);
  const profileId = runtime.org.store.get('User', userId)?.['ProfileId'];
  return grantersOf(runtime, credentials, principal).some(({ id }) => sets.includes(id) || id === profileId);
}

/** Permission sets assigned to the user, by themselves, through groups, or as part of the profile. */
function setsOf(runtime: Runtime, userId: string): readonly string[] {
  const { store } = runtime.org;
  const found: string[] = [];
  for (const assignment of store.rows('PermissionSetAssignment')) {
    if (assignment['AssigneeId'] !== userId) {
      continue;
    }
    const setId = String(assignment['PermissionSetId']);
    found.push(setId);
    const groupId = assignment['PermissionSetGroupId'] ?? store.get('PermissionSet', setId)?.['PermissionSetGroupId'];
    if (typeof groupId === 'string') {
      for (const component of store.rows('PermissionSetGroupComponent')) {
        if (component['PermissionSetGroupId'] === groupId) {
          found.push(String(component['PermissionSetId']));
        }
      }
    }
  }
  return found;
}
