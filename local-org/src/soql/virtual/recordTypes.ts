/**
 * RecordType rows computed from the schema. The id of one depends on its object and name alone, so that it stays when
 * others come and go; rows in the store, where there are any, come before these.
 */
import { makeId } from '../../data/ids.ts';
import type { OrgSchema } from '../../data/schema.ts';
import type { Row } from '../../data/store.ts';
import { plainField, plainObject } from '../plan/syntheticFields.ts';
import type { VirtualTable } from '../tables.ts';
import { computedRow } from './rowBuilder.ts';

interface Entry {
  readonly id: string;
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly namespace: string;
}

function entries(schema: OrgSchema): readonly Entry[] {
  const objects = [...schema.objects.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
  return objects.flatMap((object) =>
    object.recordTypes.map(({ developerName, label, isActive }) => {
      const id = makeId('012', numberOf(`${object.name}.${developerName}`.toLowerCase()));
      return { id, object: object.name, developerName, label, isActive, namespace: object.namespace };
    }),
  );
}

/** Far fewer record types than numbers: two names hardly ever share one. */
function numberOf(name: string): number {
  let hash = 7;
  for (const character of name) {
    hash = (hash * 31 + character.charCodeAt(0)) % 0x1fffffffffff;
  }
  return hash;
}

/** Null for a record type the object does not have. */
export function recordTypeId(schema: OrgSchema, object: string, developerName: string): string | null {
  const [wantedObject, wanted] = [object.toLowerCase(), developerName.toLowerCase()];
  return (
    entries(schema).find(
      (one) => one.object.toLowerCase() === wantedObject && one.developerName.toLowerCase() === wanted,
    )?.id ?? null
  );
}

const OBJECT = plainObject(
  'RecordType',
  [
    plainField('Id', 'id'), plainField('Name', 'string', { isNameField: true }), plainField('DeveloperName', 'string'), plainField('NamespacePrefix', 'string'),
    plainField('Description', 'string'), plainField('SobjectType', 'picklist'), plainField('IsActive', 'boolean'), plainField('IsPersonType', 'boolean'),
  ],
  { keyPrefix: '012', nameField: 'Name', sharingModel: 'fullAccess' },
); // prettier-ignore

export const RECORD_TYPE_TABLE: VirtualTable = {
  object: OBJECT,
  rows: (org): readonly Row[] =>
    entries(org.schema).map(({ id, object, developerName, label, isActive, namespace }) =>
      computedRow(id, {
        Name: label,
        DeveloperName: developerName,
        NamespacePrefix: namespace || null,
        SobjectType: object,
        IsActive: isActive,
        IsPersonType: false,
      }),
    ),
};
