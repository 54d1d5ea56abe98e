/** Roles, queues, custom permissions: short files about who may do what. */
import { qualify, qualifyPlain } from '../names.ts';
import type { CustomPermissionSource, QueueSource, RoleSource } from '../tree.ts';
import type { XmlNode } from '../xml.ts';

export function readRole(root: XmlNode, name: string): RoleSource {
  return {
    name,
    label: root.text('name') ?? name,
    parent: root.text('parentRole'),
    caseAccess: root.text('caseAccessLevel'),
    contactAccess: root.text('contactAccessLevel'),
    opportunityAccess: root.text('opportunityAccessLevel'),
  };
}

export function readQueue(root: XmlNode, name: string, namespace: string): QueueSource {
  const members = root.child('queueMembers');
  const list = (outer: string, inner: string): readonly string[] => members?.child(outer)?.texts(inner) ?? [];
  return {
    name,
    label: root.text('name') ?? name,
    email: root.text('email'),
    objects: root.all('queueSobject').map((one) => qualify(one.text('sobjectType') ?? '', namespace)),
    members: {
      users: list('users', 'user'),
      roles: list('roles', 'role'),
      groups: list('publicGroups', 'publicGroup'),
      rolesAndSubordinates: list('roleAndSubordinates', 'roleAndSubordinate'),
    },
  };
}

export function readCustomPermission(root: XmlNode, name: string, namespace: string): CustomPermissionSource {
  return {
    name,
    namespace,
    label: root.text('label') ?? name,
    description: root.text('description'),
    isLicensed: root.flag('isLicensed'),
    required: root.all('requiredPermission').map((one) => qualifyPlain(one.text('customPermission') ?? '', namespace)),
  };
}
