/** Rows that come with the source: classes, triggers, static resources, roles, groups and queues. */
import type { SourceTree } from '../metadata/tree.ts';
import { ApexDecimal } from '../values/decimal.ts';
import { ApexBlob } from '../values/value.ts';
import type { Deployment } from './deployment.ts';
import type { Seeder } from './seeder.ts';

/** What a subscriber sees of the source of a managed package. */
const HIDDEN = '(hidden)';

export function seedSource(
  seeder: Deployment,
  tree: SourceTree,
  { defaultVersion, isManaged }: { readonly defaultVersion: number; readonly isManaged: boolean },
): void {
  const NamespacePrefix = tree.namespace === '' ? null : tree.namespace;
  for (const apex of tree.apex) {
    const common = {
      Name: apex.name,
      NamespacePrefix,
      Body: isManaged ? HIDDEN : apex.text,
      ApiVersion: ApexDecimal.of(`${apex.apiVersion ?? defaultVersion}.0`),
      Status: apex.status,
      IsValid: true,
      LengthWithoutComments: apex.text.length,
    };
    if (apex.kind === 'class') {
      seeder.insert('ApexClass', common);
    } else {
      const header = /^\s*trigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/im.exec(apex.text);
      const events = (header?.[2] ?? '')
        .toLowerCase()
        .split(',')
        .map((event) => event.trim().replace(/\s+/g, ' '));
      const flags = Object.fromEntries(
        ['Before', 'After'].flatMap((when) =>
          ['Insert', 'Update', 'Delete', 'Undelete'].map((what) => [
            `Usage${when}${what}`,
            events.includes(`${when} ${what}`.toLowerCase()),
          ]),
        ),
      );
      seeder.insert('ApexTrigger', { ...common, TableEnumOrId: header?.[1] ?? null, ...flags });
    }
  }
  for (const resource of tree.staticResources) {
    const Body = resource.content === null ? null : new ApexBlob(resource.content);
    seeder.insert('StaticResource', {
      Name: resource.name,
      NamespacePrefix,
      ContentType: resource.contentType,
      CacheControl: resource.cacheControl,
      Description: resource.description,
      Body,
      BodyLength: resource.content?.length ?? 0,
    });
  }
  for (const { node, name } of tree.others.filter((one) => one.type === 'notiftype')) {
    seeder.insert('CustomNotificationType', {
      DeveloperName: name,
      CustomNotifTypeName: node.text('customNotifTypeName') ?? name,
      MasterLabel: node.text('masterLabel') ?? name,
      Description: node.text('description'),
      Desktop: node.flag('desktop'),
      Mobile: node.flag('mobile'),
      NamespacePrefix,
      Language: 'en_US',
    });
  }
  seedRoles(seeder, tree);
  seedGroups(seeder, tree);
}

function seedRoles(seeder: Deployment, tree: SourceTree): void {
  const ids = new Map(
    tree.roles.map(({ name }) => [
      name,
      seeder.idOf('UserRole', { DeveloperName: name }) ?? seeder.store.nextId('UserRole'),
    ]),
  );
  for (const role of tree.roles) {
    const id = ids.get(role.name) ?? seeder.store.nextId('UserRole');
    seeder.insert(
      'UserRole',
      {
        Name: role.label,
        DeveloperName: role.name,
        ParentRoleId: role.parent === null ? null : (ids.get(role.parent) ?? null),
        PortalType: 'None',
      },
      id,
    );
    seeder.insert('Group', {
      Name: null,
      DeveloperName: role.name,
      Type: 'Role',
      RelatedId: id,
      DoesIncludeBosses: false,
    });
    seeder.insert('Group', {
      Name: null,
      DeveloperName: `${role.name}S`,
      Type: 'RoleAndSubordinates',
      RelatedId: id,
      DoesIncludeBosses: false,
    });
  }
}

function seedGroups(seeder: Seeder, tree: SourceTree): void {
  for (const group of tree.groups) {
    seeder.insert('Group', {
      Name: group.label,
      DeveloperName: group.name,
      Type: 'Regular',
      DoesIncludeBosses: group.doesIncludeBosses,
    });
  }
  for (const queue of tree.queues) {
    const id = seeder.insert('Group', {
      Name: queue.label,
      DeveloperName: queue.name,
      Type: 'Queue',
      Email: queue.email,
      DoesIncludeBosses: false,
    });
    for (const object of queue.objects) {
      seeder.insert('QueueSobject', { QueueId: id, SobjectType: object });
    }
    for (const name of queue.members.groups) {
      const member = seeder.find('Group', 'DeveloperName', name);
      if (member !== null) {
        seeder.insert('GroupMember', { GroupId: id, UserOrGroupId: member });
      }
    }
  }
}
