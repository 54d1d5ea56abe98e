/** PermissionSet, MutingPermissionSet and Profile: one shape, since they grant the same things. */
import { qualify, qualifyPath, qualifyPlain } from '../names.ts';
import type { PermissionSetGroupSource, PermissionSource } from '../tree.ts';
import type { XmlNode } from '../xml.ts';

export function readPermission(
  root: XmlNode,
  kind: PermissionSource['kind'],
  name: string,
  namespace: string,
): PermissionSource {
  const enabled = (element: string, key: string): readonly string[] =>
    root
      .all(element)
      .filter((one) => one.flag('enabled', true))
      .map((one) => one.text(key) ?? '');
  const plain = (names: readonly string[]): readonly string[] => names.map((one) => qualifyPlain(one, namespace));
  return {
    kind,
    name,
    namespace: kind === 'profile' ? '' : namespace,
    label: root.text('label') ?? name,
    description: root.text('description'),
    license: root.text('license') ?? root.text('userLicense'),
    hasActivationRequired: root.flag('hasActivationRequired'),
    isCustom: root.flag('custom', kind !== 'profile'),
    objects: root.all('objectPermissions').map((one) => ({
      object: qualify(one.text('object') ?? '', namespace),
      create: one.flag('allowCreate'),
      read: one.flag('allowRead'),
      edit: one.flag('allowEdit'),
      delete: one.flag('allowDelete'),
      viewAll: one.flag('viewAllRecords'),
      modifyAll: one.flag('modifyAllRecords'),
      viewAllFields: one.flag('viewAllFields'),
    })),
    fields: root.all('fieldPermissions').map((one) => {
      const [object = '', field = ''] = qualifyPath(one.text('field') ?? '', namespace).split('.');
      return {
        object,
        field,
        isReadable: one.flag('readable'),
        isEditable: one.flag('editable'),
      };
    }),
    userPermissions: enabled('userPermissions', 'name'),
    customPermissions: plain(enabled('customPermissions', 'name')),
    classes: plain(enabled('classAccesses', 'apexClass')),
    pages: plain(enabled('pageAccesses', 'apexPage')),
    recordTypes: root.all('recordTypeVisibilities').map((one) => {
      const [object = '', recordType = ''] = (one.text('recordType') ?? '').split('.');
      return {
        object: qualify(object, namespace),
        recordType,
        isVisible: one.flag('visible'),
        isDefault: one.flag('default'),
      };
    }),
    applications: root.all('applicationVisibilities').map((one) => ({
      name: appName(one.text('application') ?? '', namespace),
      isVisible: one.flag('visible'),
      isDefault: one.flag('default'),
    })),
    tabs: [...root.all('tabSettings'), ...root.all('tabVisibilities')].map((one) => ({
      name: tabName(one.text('tab') ?? '', namespace),
      visibility: one.text('visibility') ?? '',
    })),
    layouts: root.all('layoutAssignments').map((one) => ({
      layout: one.text('layout') ?? '',
      recordType: one.text('recordType'),
    })),
    customMetadataTypes: enabled('customMetadataTypeAccesses', 'name').map((one) => qualify(one, namespace)),
    customSettings: enabled('customSettingAccesses', 'name').map((one) => qualify(one, namespace)),
    externalCredentialPrincipals: enabled('externalCredentialPrincipalAccesses', 'externalCredentialPrincipal'),
    flows: plain(enabled('flowAccesses', 'flow')),
  };
}

export function readPermissionSetGroup(root: XmlNode, name: string, namespace: string): PermissionSetGroupSource {
  const plain = (names: readonly string[]): readonly string[] => names.map((one) => qualifyPlain(one, namespace));
  return {
    name,
    namespace,
    label: root.text('label') ?? name,
    description: root.text('description'),
    permissionSets: plain(root.texts('permissionSets')),
    mutingPermissionSets: plain(root.texts('mutingPermissionSets')),
  };
}

const appName = (name: string, namespace: string): string =>
  name.startsWith('standard__') ? name : qualifyPlain(name, namespace);

/** Tabs of objects carry the object's name; others a name of their own. */
function tabName(name: string, namespace: string): string {
  return name.startsWith('standard-')
    ? name
    : /__c$/.test(name)
      ? qualify(name, namespace)
      : qualifyPlain(name, namespace);
}
