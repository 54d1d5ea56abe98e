/** What the UI API says of an object, for the user who asks. Source: User Interface API Developer Guide, "Object Info". */
import type { FieldInfo, FieldType, ObjectInfo } from '../../data/schema.ts';
import type { ServedOrg } from '../servedOrg.ts';

/** The record type of objects that have none. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  integer: 'Int',
  long: 'Long',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  reference: 'Reference',
  base64: 'Base64',
  address: 'Address',
  location: 'Location',
  encryptedstring: 'EncryptedString',
  anytype: 'AnyType',
};

export function objectInfo(org: ServedOrg, userId: string, object: ObjectInfo): Readonly<Record<string, unknown>> {
  const { schema, security } = org.local.parts.context;
  const access = security.objectAccess(userId, object);
  const fields = [...object.fields.values()].filter((field) => security.canReadField(userId, object, field));
  const types = recordTypes(org, object);
  return {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships
      .filter((one) => {
        const child = schema.find(one.childObject);
        return one.name !== null && child !== null && security.objectAccess(userId, child).read;
      })
      .map((one) => ({
        childObjectApiName: one.childObject,
        fieldName: one.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: one.name,
      })),
    compactLayoutable: true,
    createable: access.create && object.isCreateable,
    custom: object.kind !== 'standard',
    defaultRecordTypeId: types.find((one) => one.isDefault)?.id ?? MASTER_RECORD_TYPE,
    deletable: access.delete && object.isDeletable,
    dependentFields: dependentFields(fields),
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(org, userId, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: object.nameField === null ? [] : nameFields(object),
    queryable: object.isQueryable,
    recordTypeInfos: Object.fromEntries(
      [
        { id: MASTER_RECORD_TYPE, label: 'Master', isDefault: types.every((one) => !one.isDefault), isMaster: true },
        ...types,
      ].map(({ id, label, isDefault, isMaster }) => [
        id,
        { available: true, defaultRecordTypeMapping: isDefault, master: isMaster, name: label, recordTypeId: id },
      ]),
    ),
    searchLayoutable: true,
    searchable: true,
    themeInfo: null,
    updateable: access.edit && object.isUpdateable,
  };
}

/** First and last name make up the name of people. */
export function nameFields(object: ObjectInfo): readonly string[] {
  const people = ['FirstName', 'LastName'];
  const name = object.nameField === null ? [] : [object.nameField];
  return people.every((one) => object.fields.has(one.toLowerCase())) ? [...name, ...people] : name;
}

interface RecordTypeChoice {
  readonly id: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isMaster: boolean;
}
export function recordTypes(org: ServedOrg, object: ObjectInfo): readonly RecordTypeChoice[] {
  const rows = [...org.local.parts.store.rows('RecordType')].filter((row) => row['SobjectType'] === object.name);
  return rows
    .filter((row) => row['IsActive'] === true)
    .map((row) => ({
      id: row.Id,
      label: row['Name'] as string,
      isDefault: object.recordTypes.some((one) => one.isDefault && one.developerName === row['DeveloperName']),
      isMaster: false,
    }));
}

function dependentFields(fields: readonly FieldInfo[]): Readonly<Record<string, unknown>> {
  const controllers = [...new Set(fields.map((field) => field.controllingField).filter((name) => name !== null))];
  return Object.fromEntries(
    controllers.map((controller) => [
      controller,
      Object.fromEntries(
        fields.filter((field) => field.controllingField === controller).map((field) => [field.name, {}]),
      ),
    ]),
  );
}

function fieldInfo(
  org: ServedOrg,
  userId: string,
  object: ObjectInfo,
  field: FieldInfo,
): Readonly<Record<string, unknown>> {
  const { schema, security } = org.local.parts.context;
  const canEdit = security.canEditField(userId, object, field);
  return {
    apiName: field.name,
    calculated: field.formula !== null || field.rollUp !== null,
    compound: field.type === 'address' || field.type === 'location',
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: field.controllingField,
    controllingFields: field.controllingField === null ? [] : [field.controllingField],
    createable: canEdit && field.isCreateable,
    custom: field.isCustom,
    dataType: DATA_TYPES[field.type],
    extraTypeInfo: field.type === 'textarea' ? (field.isHtml ? 'RichTextArea' : 'PlainTextArea') : null,
    filterable: field.isFilterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.isHtml,
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    maxLength: field.length,
    nameField: field.isNameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((name) => {
      const target = schema.find(name);
      return { apiName: name, nameFields: target === null ? ['Name'] : nameFields(target) };
    }),
    relationshipName: field.relationshipName,
    required: field.isRequired && field.type !== 'boolean',
    scale: field.scale,
    searchPrefilterable: false,
    sortable: field.isSortable,
    unique: field.isUnique,
    updateable: canEdit && field.isUpdateable,
  };
}
