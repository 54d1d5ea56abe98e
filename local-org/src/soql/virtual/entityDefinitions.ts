/** EntityDefinition rows computed from the schema (Tooling API Guide, "EntityDefinition"). The id is the durable id. */
import type { ObjectInfo } from '../../data/schema.ts';
import { DurableIds } from '../../data/schema/durable.ts';
import { plainField, plainObject } from '../plan/syntheticFields.ts';
import type { VirtualTable } from '../tables.ts';
import { computedRow, developerNameOf, namespaceOf } from './rowBuilder.ts';

const text = (name: string): ReturnType<typeof plainField> => plainField(name, 'string');
const flag = (name: string): ReturnType<typeof plainField> => plainField(name, 'boolean');

const OBJECT = plainObject(
  'EntityDefinition',
  [
    plainField('Id', 'id'), text('DurableId'), text('QualifiedApiName'), text('DeveloperName'), text('NamespacePrefix'), text('MasterLabel'), text('Label'),
    text('PluralLabel'), text('KeyPrefix'), flag('IsCustomSetting'), flag('IsQueryable'), flag('IsCustomizable'),
  ],
  {
    nameField: 'QualifiedApiName',
    childRelationships: [{ childObject: 'FieldDefinition', field: 'EntityDefinitionId', name: 'Fields' }],
  },
); // prettier-ignore

export const ENTITY_DEFINITION_TABLE: VirtualTable = {
  object: OBJECT,
  rows: (org) => {
    const ids = new DurableIds(org.schema);
    return [...org.schema.objects.values()].map((object) => row(object, ids.object(object)));
  },
};

function row(object: ObjectInfo, id: string): ReturnType<typeof computedRow> {
  return computedRow(id, {
    DurableId: id,
    QualifiedApiName: object.name,
    DeveloperName: developerNameOf(object.name),
    NamespacePrefix: namespaceOf(object.name),
    MasterLabel: object.label,
    Label: object.label,
    PluralLabel: object.labelPlural,
    KeyPrefix: object.keyPrefix,
    IsCustomSetting: object.kind === 'listSetting' || object.kind === 'hierarchySetting',
    IsQueryable: object.isQueryable,
    IsCustomizable: object.kind !== 'standard' || object.isUpdateable,
  });
}
