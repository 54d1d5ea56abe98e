/** Permission sets, profiles, groups and custom permissions of the source as rows; what no row can hold, as extras. */
import type { PermissionSource, SourceTree } from '../metadata/tree.ts';
import { Grants } from '../security/grants.ts';
import { openName, type SecurityExtras } from '../security/extras.ts';
import { ADMINISTRATOR, seedProfile, WITH_STANDARD_FIELDS } from './profiles.ts';
import { readSharingRules } from './readSharingRules.ts';
import type { Seeder } from './seeder.ts';

const prefixOf = (namespace: string): string | null => (namespace === '' ? null : namespace);
const withoutPrefix = (name: string, namespace: string): string =>
  namespace !== '' && name.startsWith(`${namespace}__`) ? name.slice(namespace.length + 2) : name;

export interface PermissionOptions {
  /** Whether administrators see all fields, as after an installation for all or for admins; else only what metadata grants. */
  readonly doesAdminSeeAllFields: boolean;
}

export function seedPermissions(
  seeder: Seeder,
  trees: readonly SourceTree[],
  options: PermissionOptions,
): SecurityExtras {
  const types = new Map<string, readonly string[]>();
  const pages = new Map<string, readonly string[]>();
  const muting = new Map<string, Grants>();
  for (const tree of trees) {
    for (const permission of tree.customPermissions) {
      const name = withoutPrefix(permission.name, tree.namespace);
      seeder.insert('CustomPermission', {
        DeveloperName: name,
        MasterLabel: permission.label,
        Description: permission.description,
        IsLicensed: permission.isLicensed,
        NamespacePrefix: prefixOf(tree.namespace),
        Language: 'en_US',
      });
    }
    for (const source of tree.permissions) {
      if (source.kind !== 'mutingPermissionSet') {
        const id =
          source.kind === 'profile' ? profileSet(seeder, source) : permissionSet(seeder, source, tree.namespace);
        fill(seeder, id, source);
        types.set(id, [...source.customMetadataTypes, ...source.customSettings]);
        pages.set(id, [...(pages.get(id) ?? []), ...openPages(source)]);
      }
    }
    for (const group of tree.permissionSetGroups) {
      const groupId = seeder.insert('PermissionSetGroup', {
        DeveloperName: withoutPrefix(group.name, tree.namespace),
        MasterLabel: group.label,
        Description: group.description,
        Status: 'Updated',
        NamespacePrefix: prefixOf(tree.namespace),
        Language: 'en_US',
      });
      seeder.insert('PermissionSet', {
        Name: withoutPrefix(group.name, tree.namespace),
        Label: group.label,
        PermissionSetGroupId: groupId,
        Type: 'Group',
        IsCustom: true,
        IsOwnedByProfile: false,
        NamespacePrefix: prefixOf(tree.namespace),
      });
      for (const name of group.permissionSets) {
        const setId = seeder.find('PermissionSet', 'Name', withoutPrefix(name, tree.namespace));
        if (setId !== null) {
          seeder.insert('PermissionSetGroupComponent', { PermissionSetGroupId: groupId, PermissionSetId: setId });
        }
      }
      const muted = new Grants();
      for (const source of tree.permissions) {
        if (source.kind === 'mutingPermissionSet' && group.mutingPermissionSets.includes(source.name)) {
          muted.add(grantsOf(seeder, source));
        }
      }
      muting.set(groupId, muted);
    }
  }
  return {
    profilesWithAllFields: new Set(options.doesAdminSeeAllFields ? [ADMINISTRATOR] : []),
    profilesWithStandardFields: new Set([...WITH_STANDARD_FIELDS, ADMINISTRATOR]),
    muting,
    types,
    pages,
    sharingRules: trees.flatMap((tree) => readSharingRules(tree)),
  };
}

function permissionSet(seeder: Seeder, source: PermissionSource, namespace: string): string {
  const flags = Object.fromEntries(source.userPermissions.map((name) => [`Permissions${name}`, true]));
  return seeder.insert('PermissionSet', {
    Name: withoutPrefix(source.name, namespace),
    Label: source.label,
    Description: source.description,
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: 'Regular',
    HasActivationRequired: source.hasActivationRequired,
    NamespacePrefix: prefixOf(namespace),
    LicenseId: source.license === null ? null : seeder.find('UserLicense', 'Name', source.license),
    ...flags,
  });
}

/** `Admin` and `Standard` are file names of built-in profiles. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  Admin: ADMINISTRATOR,
  Standard: 'Standard User',
  StandardAul: 'Standard Platform User',
  MarketingProfile: 'Marketing User',
  ContractManager: 'Contract Manager',
  SolutionManager: 'Solution Manager',
  ReadOnly: 'Read Only',
  MinimumAccess: 'Minimum Access - Salesforce',
};

function profileSet(seeder: Seeder, source: PermissionSource): string {
  const name = FILE_NAMES[source.name] ?? source.name;
  const profileId = seeder.find('Profile', 'Name', name);
  const existing = profileId === null ? null : seeder.find('PermissionSet', 'ProfileId', profileId);
  return existing ?? seedProfile(seeder, name, source.license ?? 'Salesforce', 'Standard', source.userPermissions);
}

const HIDDEN_TABS = ['None', 'Hidden'];

function openPages({ applications, tabs }: PermissionSource): readonly string[] {
  return [
    ...applications.filter(({ isVisible }) => isVisible).map(({ name }) => openName('app', name)),
    ...tabs.filter(({ visibility }) => !HIDDEN_TABS.includes(visibility)).map(({ name }) => openName('tab', name)),
  ];
}

function fill(seeder: Seeder, setId: string, source: PermissionSource): void {
  for (const object of source.objects) {
    seeder.insert('ObjectPermissions', {
      ParentId: setId,
      SobjectType: object.object,
      PermissionsCreate: object.create,
      PermissionsRead: object.read,
      PermissionsEdit: object.edit,
      PermissionsDelete: object.delete,
      PermissionsViewAllRecords: object.viewAll,
      PermissionsModifyAllRecords: object.modifyAll,
      PermissionsViewAllFields: object.viewAllFields,
    });
  }
  for (const field of source.fields) {
    if (field.isReadable || field.isEditable) {
      seeder.insert('FieldPermissions', {
        ParentId: setId,
        SobjectType: field.object,
        Field: `${field.object}.${field.field}`,
        PermissionsRead: field.isReadable || field.isEditable,
        PermissionsEdit: field.isEditable,
      });
    }
  }
  for (const [id, type] of entities(seeder, source)) {
    seeder.insert('SetupEntityAccess', { ParentId: setId, SetupEntityId: id, SetupEntityType: type });
  }
}

function entities(seeder: Seeder, source: PermissionSource): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const add = (object: string, field: string, names: readonly string[], type: string): void => {
    for (const name of names) {
      const id = seeder.find(object, field, withoutPrefix(name, source.namespace));
      if (id !== null) {
        found.push([id, type]);
      }
    }
  };
  add('CustomPermission', 'DeveloperName', source.customPermissions, 'CustomPermission');
  add('ApexClass', 'Name', source.classes, 'ApexClass');
  return found;
}

function grantsOf(seeder: Seeder, source: PermissionSource): Grants {
  const grants = new Grants();
  for (const { object, ...rights } of source.objects) {
    grants.objects.set(object.toLowerCase(), { ...rights });
  }
  for (const field of source.fields) {
    grants.fields.set(`${field.object}.${field.field}`.toLowerCase(), {
      read: field.isReadable,
      edit: field.isEditable,
    });
  }
  for (const name of source.userPermissions) {
    grants.user.add(name.toLowerCase());
  }
  for (const [id] of entities(seeder, source)) {
    grants.entities.add(id);
  }
  for (const page of openPages(source)) {
    grants.pages.add(page);
  }
  return grants;
}
