/** Roles, groups and queues: who stands above whom and who belongs to what. */
import type { VersionedStore } from './grantTable.ts';
import type { Audience } from './sharingRules.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const SOURCES = ['User', 'UserRole', 'Group', 'GroupMember'] as const;

export class People {
  readonly #store: VersionedStore;
  #stamp = '';
  readonly #groups = new Map<string, ReadonlySet<string>>();

  constructor(store: VersionedStore) {
    this.#store = store;
  }

  #refresh(): void {
    const stamp = SOURCES.map((name) => this.#store.version(name)).join('.');
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#groups.clear();
    }
  }

  roleOf(userId: string): string {
    return text(this.#store.get('User', userId)?.['UserRoleId']);
  }
  /** Whether the user's role is above the role. */
  isAbove(userId: string, roleId: string): boolean {
    const mine = this.roleOf(userId);
    if (mine === '' || roleId === '') {
      return false;
    }
    for (
      let role = text(this.#store.get('UserRole', roleId)?.['ParentRoleId']), depth = 0;
      role !== '' && depth < 500;
      depth++
    ) {
      if (role === mine) {
        return true;
      }
      role = text(this.#store.get('UserRole', role)?.['ParentRoleId']);
    }
    return false;
  }
  /** Whether the user is the one, belongs to the group, or stands above one of them in the role hierarchy. */
  isIncluded(userId: string, userOrGroupId: string): boolean {
    if (userOrGroupId === userId) {
      return true;
    }
    if (this.#store.get('User', userOrGroupId) !== null) {
      return this.isAbove(userId, this.roleOf(userOrGroupId));
    }
    const members = this.membersOf(userOrGroupId);
    if (members.has(userId)) {
      return true;
    }
    const includesBosses = this.#store.get('Group', userOrGroupId)?.['DoesIncludeBosses'] !== false;
    return includesBosses && [...members].some((member) => this.isAbove(userId, this.roleOf(member)));
  }

  /** Users of a group or queue, nested groups and roles included. */
  membersOf(groupId: string): ReadonlySet<string> {
    this.#refresh();
    let members = this.#groups.get(groupId);
    if (members === undefined) {
      const found = new Set<string>();
      this.#collect(groupId, found, new Set());
      members = found;
      this.#groups.set(groupId, members);
    }
    return members;
  }

  #collect(groupId: string, found: Set<string>, seen: Set<string>): void {
    if (seen.has(groupId)) {
      return;
    }
    seen.add(groupId);
    const group = this.#store.get('Group', groupId);
    const type = text(group?.['Type']);
    const roleId = text(group?.['RelatedId']);
    if (type === 'Organization') {
      for (const user of this.#store.rows('User')) {
        if (user['IsActive'] === true && user['UserType'] !== 'Guest') {
          found.add(user.Id);
        }
      }
    } else if (type === 'Role' || type === 'RoleAndSubordinates' || type === 'RoleAndSubordinatesInternal') {
      for (const user of this.#store.rows('User')) {
        const role = text(user['UserRoleId']);
        if (role !== '' && (role === roleId || (type !== 'Role' && this.#isBelow(role, roleId)))) {
          found.add(user.Id);
        }
      }
    }
    for (const member of this.#store.findBy('GroupMember', 'GroupId', groupId)) {
      const id = text(member['UserOrGroupId']);
      if (this.#store.get('User', id) === null) {
        this.#collect(id, found, seen);
      } else {
        found.add(id);
      }
    }
  }
  #isBelow(roleId: string, topId: string): boolean {
    for (
      let role = text(this.#store.get('UserRole', roleId)?.['ParentRoleId']), depth = 0;
      role !== '' && depth < 500;
      depth++
    ) {
      if (role === topId) {
        return true;
      }
      role = text(this.#store.get('UserRole', role)?.['ParentRoleId']);
    }
    return false;
  }

  /** Whether a user belongs to an audience of a sharing rule; `withBosses` also counts those above its members. */
  isInAudience(userId: string, audience: Audience, withBosses: boolean): boolean {
    if (audience.kind === 'allInternalUsers') {
      return this.#store.get('User', userId)?.['UserType'] !== 'Guest';
    }
    if (audience.kind === 'guestUser') {
      return text(this.#store.get('User', userId)?.['CommunityNickname']) === audience.name;
    }
    if (audience.kind === 'group' || audience.kind === 'queue') {
      const group = [...this.#store.rows('Group')].find((row) => text(row['DeveloperName']) === audience.name);
      return (
        group !== undefined && (withBosses ? this.isIncluded(userId, group.Id) : this.membersOf(group.Id).has(userId))
      );
    }
    const role = [...this.#store.rows('UserRole')].find((row) => text(row['DeveloperName']) === audience.name);
    if (role === undefined) {
      return false;
    }
    const mine = this.roleOf(userId);
    return (
      mine === role.Id ||
      (audience.kind === 'roleAndSubordinates' && this.#isBelow(mine, role.Id)) ||
      (withBosses && this.isAbove(userId, role.Id))
    );
  }
}
