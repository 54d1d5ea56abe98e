/**
 * Whether a user may use a principal of an external credential: a permission set, a group of them or the profile grants
 * it, in metadata or by a SetupEntityAccess row for the principal's id.
 */
import type { CredentialStore, Principal } from './credentialStore.ts';
import { makeId } from '../data/ids.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** The id of a principal: the same as long as its name is. */
export function principalId({ externalCredential, name, type }: Principal): string {
  let hash = 0;
  for (const character of `${externalCredential}/${name}/${type}`.toLowerCase()) {
    hash = (hash * 31 + character.charCodeAt(0)) % 0x1fffffffffff;
  }
  return makeId('7Pu', hash % 0x7fffffffff);
}

export function mayUse(runtime: Runtime, credentials: CredentialStore, principal: Principal): boolean {
  const { store } = runtime.org;
  const { userId } = runtime.access;
  const granters = credentials.grantersOf(principal).map(({ kind, name }) => `${kind}:${name}`.toLowerCase());
  const id = principalId(principal);
  const sets = setsOf(runtime, userId);
  const isGranted = sets.some((setId) => {
    const row = store.get('PermissionSet', setId);
    const prefix = typeof row?.['NamespacePrefix'] === 'string' ? `${row['NamespacePrefix']}__` : '';
    const name = String(row?.['Name']);
    return [`permissionset:${prefix}${name}`, `permissionset:${name}`].some((one) =>
      granters.includes(one.toLowerCase()),
    );
  });
  const profileId = store.get('User', userId)?.['ProfileId'];
  const profile = typeof profileId === 'string' ? store.get('Profile', profileId)?.['Name'] : null;
  return (
    isGranted ||
    (typeof profile === 'string' && granters.includes(`profile:${profile}`.toLowerCase())) ||
    (profile === 'System Administrator' && granters.includes('profile:admin')) ||
    [...store.rows('SetupEntityAccess')].some(
      (row) => row['SetupEntityId'] === id && sets.includes(String(row['ParentId'])),
    )
  );
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
