/** FieldDefinition rows computed from the schema (Tooling API Guide, "FieldDefinition"). The id is `Object.Field`. */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
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
  rows: (org) =>
    [...org.schema.objects.values()].flatMap((object) =>
      [...object.fields.values()].map((field) => row(object, field)),
    ),
};

function row(object: ObjectInfo, field: FieldInfo): ReturnType<typeof computedRow> {
  const id = `${object.name}.${field.name}`;
  return computedRow(id, {
    DurableId: id,
    QualifiedApiName: field.name,
    DeveloperName: developerNameOf(field.name),
    NamespacePrefix: namespaceOf(field.name),
    MasterLabel: field.label,
    Label: field.label,
    EntityDefinitionId: object.name,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    IsCalculated: field.formula !== null,
    IsNameField: field.isNameField,
    IsNillable: !field.isRequired,
  });
}
