/** Reads grants from the rows of permission sets; computed again when one of those tables changed. */
import type { Row, Store } from '../data/store.ts';
import { Grants } from './grants.ts';
import type { SecurityExtras } from './extras.ts';

export interface VersionedStore extends Store {
  version(object: string): number;
}

const SOURCES = [
  'User',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
] as const;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export class GrantTable {
  readonly #store: VersionedStore;
  readonly #extras: SecurityExtras;
  #stamp = '';
  readonly #bySet = new Map<string, Grants>();
  readonly #byUser = new Map<string, Grants>();
  #children: ReadonlyMap<string, readonly (readonly [string, Row])[]> | null = null;

  constructor(store: VersionedStore, extras: SecurityExtras) {
    this.#store = store;
    this.#extras = extras;
  }

  ofUser(userId: string): Grants {
    this.#refresh();
    let grants = this.#byUser.get(userId);
    if (grants === undefined) {
      grants = this.#computeUser(userId);
      this.#byUser.set(userId, grants);
    }
    return grants;
  }

  #refresh(): void {
    const stamp = SOURCES.map((name) => this.#store.version(name)).join('.');
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#bySet.clear();
      this.#byUser.clear();
      this.#children = null;
    }
  }

  #computeUser(userId: string): Grants {
    const sum = new Grants();
    const profileId = this.#store.get('User', userId)?.['ProfileId'];
    if (typeof profileId === 'string') {
      for (const set of this.#store.rows('PermissionSet')) {
        if (set['ProfileId'] === profileId && set['IsOwnedByProfile'] === true) {
          sum.add(this.#ofSet(set.Id));
        }
      }
      const profile = text(this.#store.get('Profile', profileId)?.['Name']);
      sum.hasAllFields ||= this.#extras.profilesWithAllFields.has(profile);
      sum.hasStandardFields ||= this.#extras.profilesWithStandardFields.has(profile);
    }
    for (const assignment of this.#store.findBy('PermissionSetAssignment', 'AssigneeId', userId)) {
      const groupId =
        text(assignment['PermissionSetGroupId']) ||
        text(this.#store.get('PermissionSet', text(assignment['PermissionSetId']))?.['PermissionSetGroupId']);
      sum.add(groupId === '' ? this.#ofSet(text(assignment['PermissionSetId'])) : this.#ofGroup(groupId));
    }
    return sum;
  }

  #ofGroup(groupId: string): Grants {
    const sum = new Grants();
    for (const component of this.#store.findBy('PermissionSetGroupComponent', 'PermissionSetGroupId', groupId)) {
      sum.add(this.#ofSet(text(component['PermissionSetId'])));
    }
    const muted = this.#extras.muting.get(groupId);
    if (muted !== undefined) {
      sum.mute(muted);
    }
    return sum;
  }

  #ofSet(setId: string): Grants {
    let grants = this.#bySet.get(setId);
    if (grants === undefined) {
      grants = this.#computeSet(setId);
      this.#bySet.set(setId, grants);
    }
    return grants;
  }

  #computeSet(setId: string): Grants {
    const grants = new Grants();
    const set = this.#store.get('PermissionSet', setId);
    for (const [field, value] of Object.entries(set ?? {})) {
      if (value === true && field.startsWith('Permissions')) {
        grants.user.add(field.slice('Permissions'.length).toLowerCase());
      }
    }
    for (const [source, row] of this.#childrenOf(setId)) {
      readInto(grants, source, row);
    }
    for (const type of this.#extras.types.get(setId) ?? []) {
      grants.types.add(type.toLowerCase());
    }
    for (const page of this.#extras.pages.get(setId) ?? []) {
      grants.pages.add(page);
    }
    return grants;
  }

  #childrenOf(setId: string): readonly (readonly [string, Row])[] {
    if (this.#children === null) {
      const children = new Map<string, (readonly [string, Row])[]>();
      for (const source of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess']) {
        for (const row of this.#store.rows(source)) {
          const parent = text(row['ParentId']);
          const list = children.get(parent) ?? [];
          list.push([source, row]);
          children.set(parent, list);
        }
      }
      this.#children = children;
    }
    return this.#children.get(setId) ?? [];
  }
}

function readInto(grants: Grants, source: string, row: Row): void {
  const flag = (name: string): boolean => row[`Permissions${name}`] === true;
  if (source === 'ObjectPermissions') {
    grants.objects.set(text(row['SobjectType']).toLowerCase(), {
      create: flag('Create'),
      read: flag('Read'),
      edit: flag('Edit'),
      delete: flag('Delete'),
      viewAll: flag('ViewAllRecords'),
      modifyAll: flag('ModifyAllRecords'),
      viewAllFields: flag('ViewAllFields'),
    });
  } else if (source === 'FieldPermissions') {
    grants.fields.set(text(row['Field']).toLowerCase(), { read: flag('Read') || flag('Edit'), edit: flag('Edit') });
  } else {
    grants.entities.add(text(row['SetupEntityId']));
  }
}
