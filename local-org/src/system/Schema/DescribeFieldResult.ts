/** What a field is and what the running user may do with it. */
import { displayType, soapType } from './enums.ts';
import { describeClass } from './getters.ts';
import { PicklistEntry } from './PicklistEntry.ts';
import { fieldToken, localName, objectToken, type FieldDescribe } from './tokens.ts';
import type { FieldInfo, FieldType } from '../../data/schema.ts';
import { enumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';

const SOAP: Partial<Record<FieldType, string>> = {
  id: 'ID',
  reference: 'ID',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  long: 'LONG',
  double: 'DOUBLE',
  currency: 'DOUBLE',
  percent: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  base64: 'BASE64BINARY',
  address: 'ADDRESS',
  location: 'LOCATION',
  anytype: 'ANYTYPE',
};
const NUMBERS: ReadonlySet<FieldType> = new Set<FieldType>(['integer', 'long', 'double', 'currency', 'percent']);
const WITHOUT_AGGREGATES: ReadonlySet<FieldType> = new Set<FieldType>([
  'boolean',
  'textarea',
  'multipicklist',
  'base64',
  'address',
  'location',
  'encryptedstring',
  'anytype',
]);
/** Key fields of the platform that every upsert may use. */
const isIdLookup = (field: FieldInfo): boolean =>
  field.type === 'id' ||
  field.isExternalId ||
  (field.type === 'email' && !field.isCustom) ||
  (field.isNameField && !field.isAutoNumber);

const isCalculated = (field: FieldInfo): boolean => field.formula !== null || field.rollUp !== null;
/** A record can be saved without it: it is optional, or the platform fills it in. */
const isNillable = (field: FieldInfo): boolean =>
  !field.isRequired &&
  !field.isNameField &&
  field.type !== 'boolean' &&
  field.type !== 'id' &&
  !SYSTEM_FIELDS.has(field.name);
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'OwnerId',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);
const DEFAULTED: ReadonlySet<string> = new Set([
  'OwnerId',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'IsDeleted',
  'Id',
]);

function may(runtime: Runtime, self: FieldDescribe, what: 'read' | 'edit'): boolean {
  const { security } = runtime.org;
  const { userId } = runtime.access;
  return what === 'read'
    ? security.canReadField(userId, self.object, self.field)
    : security.canEditField(userId, self.object, self.field);
}

function referenceTo(runtime: Runtime, self: FieldDescribe): unknown {
  const { schema } = runtime.org;
  const objects = self.field.referenceTo.flatMap((name) => schema.find(name) ?? []);
  return runtime.newList(
    'Schema.SObjectType',
    objects.map((object) => objectToken(runtime, object)),
  );
}

function defaultValue(runtime: Runtime, self: FieldDescribe): unknown {
  if (self.field.type === 'boolean') {
    return runtime.org.declarative.defaultValue(runtime, self.object, self.field, null) ?? false;
  }
  return self.field.defaultFormula === null
    ? null
    : runtime.org.declarative.defaultValue(runtime, self.object, self.field, null);
}

export default describeClass('Schema.DescribeFieldResult', {
  'String getName': (_runtime, self: FieldDescribe) => self.field.name,
  'String getLocalName': (_runtime, self: FieldDescribe) => localName(self.field.name, self.object.namespace),
  'String getLabel': (_runtime, self: FieldDescribe) => self.field.label,
  'String getInlineHelpText': (_runtime, self: FieldDescribe) => self.field.helpText,
  'Schema.DisplayType getType': (_runtime, self: FieldDescribe) => enumValue(displayType, self.field.type),
  'Schema.SOAPType getSoapType': (_runtime, self: FieldDescribe) =>
    enumValue(soapType, SOAP[self.field.type] ?? 'STRING'),
  'Integer getLength': (_runtime, self: FieldDescribe) => self.field.length,
  'Integer getByteLength': (_runtime, self: FieldDescribe) =>
    self.field.type === 'id' || self.field.type === 'reference' ? self.field.length : self.field.length * 3,
  // How many digits a standard field of type Integer takes is known of few.
  'Integer getDigits': (runtime, self: FieldDescribe) =>
    self.field.type !== 'integer'
      ? 0
      : self.field.precision > 0
        ? self.field.precision
        : runtime.unsupported(`getDigits of ${self.object.name}.${self.field.name}`),
  'Integer getPrecision': (_runtime, self: FieldDescribe) => self.field.precision,
  'Integer getScale': (_runtime, self: FieldDescribe) => self.field.scale,
  'List<Schema.PicklistEntry> getPicklistValues': (runtime, self: FieldDescribe) =>
    runtime.newList(
      'Schema.PicklistEntry',
      self.field.picklist.filter((value) => value.isActive).map((value) => new PicklistEntry(value)),
    ),
  'List<Schema.SObjectType> getReferenceTo': referenceTo,
  'String getRelationshipName': (_runtime, self: FieldDescribe) => self.field.relationshipName,
  'Integer getRelationshipOrder': (_runtime, self: FieldDescribe) =>
    self.field.isMasterDetail ? masterOrder(self) : null,
  'String getReferenceTargetField': () => null,
  'Schema.SObjectField getSObjectField': (runtime, self: FieldDescribe) => fieldToken(runtime, self.object, self.field),
  'Schema.SObjectType getSObjectType': (runtime, self: FieldDescribe) => objectToken(runtime, self.object),
  'Schema.SObjectField getController': (runtime, self: FieldDescribe) => {
    const field =
      self.field.controllingField === null
        ? null
        : runtime.org.schema.findField(self.object, self.field.controllingField, self.object.namespace);
    return field === null ? null : fieldToken(runtime, self.object, field);
  },
  'String getCalculatedFormula': (_runtime, self: FieldDescribe) => self.field.formula,
  'Object getDefaultValue': defaultValue,
  'String getDefaultValueFormula': (_runtime, self: FieldDescribe) => self.field.defaultFormula,
  'String getCompoundFieldName': (_runtime, self: FieldDescribe) => compoundName(self),
  'String getMask': () => null,
  'String getMaskType': () => null,
  'Boolean isAccessible': (runtime, self: FieldDescribe) => may(runtime, self, 'read'),
  'Boolean isCreateable': (runtime, self: FieldDescribe) =>
    self.field.isCreateable &&
    may(runtime, self, 'edit') &&
    runtime.org.security.objectAccess(runtime.access.userId, self.object).create,
  'Boolean isUpdateable': (runtime, self: FieldDescribe) =>
    self.field.isUpdateable &&
    may(runtime, self, 'edit') &&
    runtime.org.security.objectAccess(runtime.access.userId, self.object).edit,
  'Boolean isAggregatable': (_runtime, self: FieldDescribe) => !WITHOUT_AGGREGATES.has(self.field.type),
  'Boolean isAutoNumber': (_runtime, self: FieldDescribe) => self.field.isAutoNumber,
  'Boolean isCalculated': (_runtime, self: FieldDescribe) => isCalculated(self.field),
  'Boolean isCascadeDelete': (_runtime, self: FieldDescribe) =>
    self.field.type === 'reference' && self.field.onDelete === 'cascade',
  'Boolean isRestrictedDelete': (_runtime, self: FieldDescribe) =>
    self.field.type === 'reference' && self.field.onDelete === 'restrict',
  'Boolean isCaseSensitive': (_runtime, self: FieldDescribe) => self.field.isCaseSensitive,
  'Boolean isCustom': (_runtime, self: FieldDescribe) => self.field.isCustom,
  'Boolean isDefaultedOnCreate': (_runtime, self: FieldDescribe) =>
    self.field.type === 'boolean' ||
    self.field.isAutoNumber ||
    DEFAULTED.has(self.field.name) ||
    self.field.defaultFormula !== null ||
    self.field.picklist.some((value) => value.isDefault),
  'Boolean isDependentPicklist': (_runtime, self: FieldDescribe) => self.field.controllingField !== null,
  'Boolean isDeprecatedAndHidden': () => false,
  'Boolean isEncrypted': (_runtime, self: FieldDescribe) => self.field.type === 'encryptedstring',
  'Boolean isExternalId': (_runtime, self: FieldDescribe) => self.field.isExternalId,
  'Boolean isFilterable': (_runtime, self: FieldDescribe) => self.field.isFilterable,
  'Boolean isFormulaTreatNullNumberAsZero': (_runtime, self: FieldDescribe) =>
    self.field.formula !== null && self.field.blanksAsZero,
  'Boolean isGroupable': (_runtime, self: FieldDescribe) => self.field.isGroupable,
  'Boolean isHighScaleNumber': (_runtime, self: FieldDescribe) => NUMBERS.has(self.field.type) && self.field.scale > 15,
  'Boolean isHtmlFormatted': (_runtime, self: FieldDescribe) => self.field.isHtml,
  'Boolean isIdLookup': (_runtime, self: FieldDescribe) => isIdLookup(self.field),
  'Boolean isNameField': (_runtime, self: FieldDescribe) => self.field.isNameField,
  'Boolean isNamePointing': (_runtime, self: FieldDescribe) => self.field.referenceTo.length > 1,
  'Boolean isNillable': (_runtime, self: FieldDescribe) => isNillable(self.field),
  'Boolean isPermissionable': (_runtime, self: FieldDescribe) =>
    !self.field.isAlwaysVisible &&
    !self.field.isRequired &&
    !self.field.isMasterDetail &&
    !self.field.isNameField &&
    self.field.type !== 'id',
  'Boolean isRestrictedPicklist': (_runtime, self: FieldDescribe) => self.field.isRestrictedPicklist,
  'Boolean isSearchPrefilterable': (_runtime, self: FieldDescribe) => self.field.type === 'reference',
  'Boolean isSortable': (_runtime, self: FieldDescribe) => self.field.isSortable,
  'Boolean isUnique': (_runtime, self: FieldDescribe) => self.field.isUnique,
  'Boolean isWriteRequiresMasterRead': () => false,
});

/** 0 for the first master, 1 for the second. */
function masterOrder(self: FieldDescribe): number {
  return [...self.object.fields.values()].filter((field) => field.isMasterDetail).indexOf(self.field);
}

function compoundName(self: FieldDescribe): string | null {
  const parts =
    /^(.*?)(Street|City|State|StateCode|PostalCode|Country|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/.exec(
      self.field.name,
    );
  const compound = parts === null ? null : self.object.fields.get(`${parts[1] ?? ''}address`.toLowerCase());
  if (compound !== undefined && compound !== null) {
    return compound.name;
  }
  const isPerson = ['FirstName', 'LastName', 'Salutation', 'MiddleName', 'Suffix'].includes(self.field.name);
  return isPerson && self.object.fields.has('name') ? 'Name' : null;
}
