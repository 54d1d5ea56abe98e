/**
 * Who may do what. Object and field permissions are the sum of the profile and all assigned permission sets and groups,
 * less what groups mute; record access is sharing's, unless a "view all" or "modify all" permission covers the object.
 */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../data/schema.ts';
import type { Security } from '../runtime/runtime.ts';
import type { Value } from '../values/value.ts';
import { FULL_ACCESS, NO_ACCESS, type Grants, type ObjectGrant } from './grants.ts';
import { GrantTable, type VersionedStore } from './grantTable.ts';
import { openName, type SecurityExtras } from './extras.ts';
import { FILLED_BY_DATA_COM, FOLLOWS, OPEN_TO_WRITE, PERMISSIONABLE, SETUP_ONLY } from './openObjects.ts';
import { People } from './people.ts';
import { Sharing, wider, type RecordLevel } from './sharing.ts';

export class SecurityService implements Security {
  readonly #store: VersionedStore;
  readonly #schema: OrgSchema;
  readonly #grants: GrantTable;
  readonly #sharing: Sharing;
  readonly people: People;

  constructor(store: VersionedStore, schema: OrgSchema, extras: SecurityExtras) {
    this.#store = store;
    this.#schema = schema;
    this.#grants = new GrantTable(store, extras);
    this.people = new People(store);
    this.#sharing = new Sharing(store, schema, this.people, extras.sharingRules);
  }

  objectAccess(userId: string, object: ObjectInfo): Readonly<ObjectGrant> {
    const grants = this.#grants.ofUser(userId);
    if (grants.user.has('modifyalldata')) {
      return FULL_ACCESS;
    }
    const access = this.#granted(grants, object);
    return grants.user.has('viewalldata') && object.kind !== 'listSetting'
      ? { ...access, read: true, viewAll: true }
      : access;
  }

  #granted(grants: Grants, object: ObjectInfo): Readonly<ObjectGrant> {
    const name = object.name.toLowerCase();
    if (object.kind === 'customMetadata' || object.kind === 'listSetting' || object.kind === 'hierarchySetting') {
      const isOpen =
        grants.types.has(name) ||
        grants.user.has('customizeapplication') ||
        (object.kind !== 'customMetadata' && grants.user.has('viewallcustomsettings'));
      return { ...NO_ACCESS, read: isOpen };
    }
    const named = grants.objects.get(name);
    if (object.kind !== 'standard' || PERMISSIONABLE.has(name)) {
      return named ?? NO_ACCESS;
    }
    const follows = FOLLOWS[name];
    if (follows !== undefined) {
      const parent = grants.objects.get(follows) ?? NO_ACCESS;
      return { ...parent, create: parent.edit, delete: parent.edit };
    }
    if (/(__Share|Share|__History|History|__Feed|Feed)$/.test(object.name)) {
      return { ...NO_ACCESS, read: true, create: true, edit: true, delete: true };
    }
    if (OPEN_TO_WRITE.has(name)) {
      return { ...NO_ACCESS, read: true, create: true, edit: true, delete: true };
    }
    if (SETUP_ONLY.has(name)) {
      return { ...NO_ACCESS, read: grants.user.has('viewsetup') || grants.user.has('authorapex') };
    }
    const isManager =
      name === 'user'
        ? grants.user.has('manageusers')
        : grants.user.has('managesharing') || grants.user.has('customizeapplication');
    return { ...NO_ACCESS, read: true, create: isManager, edit: isManager, delete: isManager };
  }

  canReadField(userId: string, object: ObjectInfo, field: FieldInfo): boolean {
    const access = this.objectAccess(userId, object);
    if (!access.read && !access.create && !access.edit) {
      return false;
    }
    const grants = this.#grants.ofUser(userId);
    return (
      isUnrestricted(object, field) ||
      (access.viewAllFields && !grants.user.has('modifyalldata')) ||
      this.#hasField(grants, object, field, 'read')
    );
  }
  canEditField(userId: string, object: ObjectInfo, field: FieldInfo): boolean {
    if (!field.isCreateable && !field.isUpdateable) {
      return false;
    }
    const access = this.objectAccess(userId, object);
    if (!access.create && !access.edit) {
      return false;
    }
    return isUnrestricted(object, field) || this.#hasField(this.#grants.ofUser(userId), object, field, 'edit');
  }
  #hasField(grants: Grants, object: ObjectInfo, field: FieldInfo, right: 'read' | 'edit'): boolean {
    const name = `${object.name}.${field.name}`.toLowerCase();
    const isStandard = !field.isCustom && (right === 'read' || !FILLED_BY_DATA_COM.has(name));
    if (grants.hasAllFields || (grants.hasStandardFields && isStandard)) {
      return true;
    }
    const direct = grants.fields.get(name);
    if (direct !== undefined) {
      return direct[right];
    }
    // Task and Event have their permissions on Activity.
    const shared =
      object.name === 'Task' || object.name === 'Event'
        ? grants.fields.get(`activity.${field.name}`.toLowerCase())
        : undefined;
    return shared?.[right] ?? false;
  }

  recordAccess(userId: string, object: ObjectInfo, row: Readonly<Record<string, Value>>): RecordLevel {
    const access = this.objectAccess(userId, object);
    if (access.modifyAll) {
      return 'all';
    }
    const level = this.#sharing.level(userId, object, row, (master, masterRow) =>
      this.recordAccess(userId, master, masterRow),
    );
    return access.viewAll ? wider(level, 'read') : level;
  }

  hasCustomPermission(userId: string, name: string, namespace: string): boolean {
    const wanted = name.toLowerCase();
    const grants = this.#grants.ofUser(userId);
    for (const row of this.#store.rows('CustomPermission')) {
      const developerName = String(row['DeveloperName']).toLowerCase();
      const prefix = typeof row['NamespacePrefix'] === 'string' ? row['NamespacePrefix'].toLowerCase() : '';
      const isNamed =
        (developerName === wanted && (prefix === '' || prefix === namespace.toLowerCase())) ||
        `${prefix}__${developerName}` === wanted;
      if (isNamed && grants.entities.has(row.Id)) {
        return true;
      }
    }
    return false;
  }
  hasUserPermission(userId: string, name: string): boolean {
    return this.#grants.ofUser(userId).user.has(name.replace(/^Permissions/i, '').toLowerCase());
  }
  /** Whoever customizes the org sees every app and tab; others those that a profile or permission set opens. */
  canOpen(userId: string, kind: 'app' | 'tab', name: string): boolean {
    const grants = this.#grants.ofUser(userId);
    return grants.user.has('customizeapplication') || grants.pages.has(openName(kind, name));
  }
  /** The class by its name, after its namespace where it has one; an inner class goes by its outer one. */
  canUseClass(userId: string, className: string): boolean {
    const grants = this.#grants.ofUser(userId);
    if (grants.user.has('authorapex')) {
      return true;
    }
    const [first, second] = className.toLowerCase().split('.');
    for (const row of this.#store.rows('ApexClass')) {
      const name = String(row['Name']).toLowerCase();
      const isOfNamespace = String(row['NamespacePrefix'] ?? '').toLowerCase() === first && name === second;
      if (name === first || isOfNamespace) {
        return grants.entities.has(row.Id);
      }
    }
    return false;
  }
  get schema(): OrgSchema {
    return this.#schema;
  }
}

/** Fields no permission set can name: whoever has the object has them. */
function isUnrestricted(object: ObjectInfo, field: FieldInfo): boolean {
  if (field.isAlwaysVisible || field.type === 'id' || field.isMasterDetail || field.isNameField) {
    return true;
  }
  return (
    (field.isRequired && (field.isCustom || object.kind === 'standard')) ||
    (object.kind === 'platformEvent' && !field.isCustom) ||
    object.kind === 'customMetadata' ||
    object.kind === 'listSetting' ||
    object.kind === 'hierarchySetting'
  );
}
