/** A permission set in words. */
import type { Details } from 'shell/devDetails';

export interface PermissionSet {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly description: string;
  readonly users: number;
}
export interface WholeSet extends Omit<PermissionSet, 'users'> {
  readonly members: readonly string[];
  readonly system: readonly string[];
  readonly objects: readonly {
    readonly object: string;
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
  }[];
  readonly fields: readonly { readonly field: string; readonly read: boolean; readonly edit: boolean }[];
  readonly entities: readonly { readonly kind: string; readonly name: string }[];
  readonly users: readonly { readonly name: string }[];
}

const RIGHTS = [
  ['read', 'Read'],
  ['create', 'Create'],
  ['edit', 'Edit'],
  ['delete', 'Delete'],
  ['viewAll', 'View All'],
  ['modifyAll', 'Modify All'],
] as const;

export function detailsOfSet(set: WholeSet): Details {
  const { members, system, objects, fields, entities, users } = set;
  const facts = [
    { label: 'API name', value: set.name },
    { label: 'Kind', value: set.kind },
    { label: 'Description', value: set.description },
  ];
  return {
    heading: set.label,
    facts: facts.filter(({ value }) => value !== ''),
    blocks: [
      { heading: 'Users', text: users.map(({ name }) => name).join('\n') || 'Nobody has it.' },
      { heading: 'Permission sets of the group', text: members.join('\n') },
      { heading: 'System permissions', text: system.join('\n') },
      {
        heading: 'Objects',
        text: objects
          .map((one) => `${one.object}: ${RIGHTS.flatMap(([name, label]) => (one[name] ? [label] : [])).join(', ')}`)
          .join('\n'),
      },
      {
        heading: 'Fields',
        text: fields.map(({ field, edit }) => `${field}: ${edit ? 'Read, Edit' : 'Read'}`).join('\n'),
      },
      { heading: 'Classes, tabs and more', text: entities.map(({ kind, name }) => `${kind} ${name}`).join('\n') },
    ],
    isFiltered: true,
  };
}
