/** Whom a list view is shown to. Source: Metadata API Developer Guide, "ListView", `sharedTo`. */
import type { Row } from '../../../data/store.ts';
import type { UserCall } from '../../api.ts';
import type { ListView } from '../../uiModel/listView.ts';

export function isSharedWith(call: UserCall, view: ListView): boolean {
  return view.sharedTo === null || view.sharedTo.some(({ kind, name }) => isIncluded(call, kind, name));
}

function isIncluded(call: UserCall, kind: string, name: string): boolean {
  const { store } = call.org.local.parts;
  const { userId } = call.session;
  switch (kind) {
    case 'allInternalUsers':
    case 'allUsers':
      return true;
    case 'role':
    case 'roleAndSubordinates':
    case 'roleAndSubordinatesInternal': {
      const role = store.get('UserRole', (store.get('User', userId)?.['UserRoleId'] as string | null) ?? '');
      return rolesUp(call, role, kind !== 'role').some((one) => one['DeveloperName'] === name);
    }
    default:
      return store
        .findBy('GroupMember', 'UserOrGroupId', userId)
        .some((member) => store.get('Group', (member['GroupId'] as string | null) ?? '')?.['DeveloperName'] === name);
  }
}

function rolesUp(call: UserCall, role: Row | null, withParents: boolean): readonly Row[] {
  const roles: Row[] = [];
  for (let next = role; next !== null && !roles.includes(next);) {
    roles.push(next);
    next = withParents
      ? call.org.local.parts.store.get('UserRole', (next['ParentRoleId'] as string | null) ?? '')
      : null;
  }
  return roles;
}
