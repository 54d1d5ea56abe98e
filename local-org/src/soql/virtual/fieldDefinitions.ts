/** FieldDefinition rows computed from the schema (Tooling API Guide, "FieldDefinition"). The id is the durable id. */
import type { FieldInfo } from '../../data/schema.ts';
import { DurableIds } from '../../data/schema/durable.ts';
import { plainField, plainObject } from '../plan/syntheticFields.ts';
import type { VirtualTable } from '../tables.ts';
import { computedRow, developerNameOf, namespaceOf } from './rowBuilder.ts';

const text = (name: string): FieldInfo => plainField(name, 'string');
const flag = (name: string): FieldInfo => plainField(name, 'boolean');
const whole = (name: string): FieldInfo => plainField(name, 'integer');

const OBJECT = plainObject(
  'FieldDefinition',
  [
    plainField('Id', 'id'), text('DurableId'), text('QualifiedApiName'), text('DeveloperName'), text('NamespacePrefix'), text('MasterLabel'), text('Label'),
    plainField('EntityDefinitionId', 'reference', { referenceTo: ['EntityDefinition'], relationshipName: 'EntityDefinition' }),
    whole('Length'), whole('Precision'), whole('Scale'), flag('IsCalculated'), flag('IsNameField'), flag('IsNillable'),
  ],
  { nameField: 'QualifiedApiName' },
); // prettier-ignore

export const FIELD_DEFINITION_TABLE: VirtualTable = {
  object: OBJECT,
  rows: (org) => {
    const ids = new DurableIds(org.schema);
    return [...org.schema.objects.values()].flatMap((object) =>
      [...object.fields.values()].map((field) => row(ids.field(object, field), ids.object(object), field)),
    );
  },
};

function row(id: string, objectId: string, field: FieldInfo): ReturnType<typeof computedRow> {
  return computedRow(id, {
    DurableId: id,
    QualifiedApiName: field.name,
    DeveloperName: developerNameOf(field.name),
    NamespacePrefix: namespaceOf(field.name),
    MasterLabel: field.label,
    Label: field.label,
    EntityDefinitionId: objectId,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    IsCalculated: field.formula !== null,
    IsNameField: field.isNameField,
    IsNillable: !field.isRequired,
  });
}
