/** `describe`: what the platform says of an object and its fields, for the user who asks. */
import { soapTypeOf, isNillable, isIdLookup } from './fieldFacts.ts';
import type { FieldInfo, FieldType, ObjectInfo, PicklistValue } from '../../../data/schema.ts';
import type { ServedOrg } from '../../servedOrg.ts';
import { recordTypes, MASTER_RECORD_TYPE } from '../../uiApi/objectInfo.ts';

type Json = Readonly<Record<string, unknown>>;

/** The entry of an object in `sobjects` and the head of its own description. */
export function objectSummary(org: ServedOrg, userId: string, object: ObjectInfo, base: string): Json {
  const access = org.local.parts.context.security.objectAccess(userId, object);
  const isData = object.kind === 'standard' || object.kind === 'custom';
  const address = `${base}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.kind === 'platformEvent' ? access.create : object.isCreateable && access.create,
    custom: object.kind !== 'standard',
    customSetting: object.kind === 'listSetting' || object.kind === 'hierarchySetting',
    deepCloneable: false,
    deletable: object.isDeletable && access.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: isData,
    mergeable: ['Account', 'Contact', 'Lead'].includes(object.name) && access.delete,
    mruEnabled: isData,
    name: object.name,
    queryable: object.isQueryable,
    replicateable: isData && object.fields.has('systemmodstamp'),
    retrieveable: object.isQueryable,
    searchable: isData && object.isQueryable && object.hasOwner,
    triggerable: isData || object.kind === 'platformEvent',
    undeletable: object.isUndeletable && access.delete,
    updateable: object.isUpdateable && access.edit,
    urls: {
      sobject: address,
      describe: `${address}/describe`,
      rowTemplate: `${address}/{ID}`,
      ...(object.kind === 'platformEvent' ? { eventSchema: `${address}/eventSchema` } : {}),
    },
  };
}

export function describeObject(org: ServedOrg, userId: string, object: ObjectInfo, base: string): Json {
  const { schema, security } = org.local.parts.context;
  const fields = [...object.fields.values()].filter((field) => security.canReadField(userId, object, field));
  return {
    actionOverrides: [],
    ...objectSummary(org, userId, object, base),
    childRelationships: object.childRelationships
      .filter(({ childObject }) => {
        const child = schema.find(childObject);
        return child !== null && security.objectAccess(userId, child).read;
      })
      .map(({ childObject, field, name }) => {
        const link = schema.find(childObject)?.fields.get(field.toLowerCase());
        return {
          cascadeDelete: link?.onDelete === 'cascade',
          childSObject: childObject,
          deprecatedAndHidden: false,
          field,
          junctionIdListNames: [],
          junctionReferenceTo: [],
          relationshipName: name,
          restrictedDelete: link?.onDelete === 'restrict',
        };
      }),
    compactLayoutable: object.kind === 'standard' || object.kind === 'custom',
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: fields.map((field) => describeField(org, userId, object, field)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(org, object, base),
    searchLayoutable: object.kind === 'standard' || object.kind === 'custom',
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      ...(object.hasOwner ? [{ label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }] : []),
    ],
  };
}

function recordTypeInfos(org: ServedOrg, object: ObjectInfo, base: string): readonly Json[] {
  if (object.kind !== 'standard' && object.kind !== 'custom') {
    return [];
  }
  const types = recordTypes(org, object);
  const names = new Map([...org.local.parts.store.rows('RecordType')].map((row) => [row.Id, row['DeveloperName']]));
  const master = {
    id: MASTER_RECORD_TYPE,
    label: 'Master',
    isDefault: types.every((one) => !one.isDefault),
    isMaster: true,
  };
  return [...types, master].map(({ id, label, isDefault, isMaster }) => ({
    active: true,
    available: true,
    defaultRecordTypeMapping: isDefault,
    developerName: isMaster ? 'Master' : (names.get(id) ?? label),
    master: isMaster,
    name: label,
    recordTypeId: id,
    urls: { layout: `${base}/sobjects/${object.name}/describe/layouts/${id}` },
  }));
}

const NUMBERS: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent', 'integer', 'long']);
const WITHOUT_AGGREGATES: ReadonlySet<FieldType> = new Set([
  'boolean',
  'textarea',
  'multipicklist',
  'base64',
  'address',
  'location',
  'encryptedstring',
  'anytype',
]);
/** Describe's own spelling where it differs. */
const TYPE_NAMES: Partial<Record<FieldType, string>> = { integer: 'int', anytype: 'anyType' };

function describeField(org: ServedOrg, userId: string, object: ObjectInfo, field: FieldInfo): Json {
  const canEdit = org.local.parts.context.security.canEditField(userId, object, field);
  const isIdentifier = field.type === 'id' || field.type === 'reference';
  const isCalculated = field.formula !== null || field.rollUp !== null;
  return {
    aggregatable: !WITHOUT_AGGREGATES.has(field.type) && !field.isLongText,
    aiPredictionField: false,
    autoNumber: field.isAutoNumber,
    byteLength: isIdentifier ? 18 : field.length * 3,
    calculated: isCalculated,
    calculatedFormula: field.formula,
    cascadeDelete: field.type === 'reference' && field.onDelete === 'cascade',
    caseSensitive: field.isCaseSensitive,
    compoundFieldName: compoundOf(object, field),
    controllerName: field.controllingField,
    createable: canEdit && field.isCreateable,
    custom: field.isCustom,
    defaultValue: field.type === 'boolean' ? field.defaultFormula?.toLowerCase() === 'true' : null,
    defaultValueFormula: field.type === 'boolean' ? null : field.defaultFormula,
    defaultedOnCreate:
      field.defaultFormula !== null ||
      [
        'OwnerId',
        'Id',
        'IsDeleted',
        'CreatedDate',
        'CreatedById',
        'LastModifiedDate',
        'LastModifiedById',
        'SystemModstamp',
      ].includes(field.name) ||
      field.type === 'boolean' ||
      field.isAutoNumber,
    dependentPicklist: field.controllingField !== null,
    deprecatedAndHidden: false,
    digits: field.type === 'integer' ? field.precision : 0,
    displayLocationInDecimal: field.type === 'location',
    encrypted: field.type === 'encryptedstring',
    externalId: field.isExternalId,
    extraTypeInfo: field.type === 'textarea' ? (field.isHtml ? 'richtextarea' : 'plaintextarea') : null,
    filterable: field.isFilterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.blanksAsZero,
    groupable: field.isGroupable,
    highScaleNumber: false,
    htmlFormatted: field.isHtml,
    idLookup: isIdLookup(field),
    inlineHelpText: field.helpText,
    label: field.label,
    length: isIdentifier ? 18 : field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.isNameField,
    namePointing: field.referenceTo.length > 1,
    nillable: isNillable(field),
    permissionable:
      !field.isAlwaysVisible && !field.isRequired && !field.isNameField && field.type !== 'id' && !field.isMasterDetail,
    picklistValues: field.picklist.map((value) => picklistValue(object, field, value)),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: NUMBERS.has(field.type) && field.type !== 'integer' ? field.precision : 0,
    queryByDistance: field.type === 'location',
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: field.isMasterDetail ? 0 : null,
    restrictedDelete: field.type === 'reference' && field.onDelete === 'restrict',
    restrictedPicklist: field.isRestrictedPicklist,
    scale: NUMBERS.has(field.type) ? field.scale : 0,
    searchPrefilterable: field.type === 'reference' || field.type === 'picklist',
    soapType: soapTypeOf(field),
    sortable: field.isSortable,
    type: TYPE_NAMES[field.type] ?? field.type,
    unique: field.isUnique,
    updateable: canEdit && field.isUpdateable,
    writeRequiresMasterRead: false,
  };
}

/** `BillingAddress` of `BillingCity`, `Name` of `FirstName`. */
function compoundOf(object: ObjectInfo, field: FieldInfo): string | null {
  if (
    ['FirstName', 'LastName', 'MiddleName', 'Salutation', 'Suffix'].includes(field.name) &&
    object.fields.has('name')
  ) {
    return 'Name';
  }
  const prefix =
    /^(.*?)(?:Street|City|State|StateCode|PostalCode|Country|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/.exec(
      field.name,
    )?.[1];
  const compound = prefix === undefined ? undefined : object.fields.get(`${prefix}address`.toLowerCase());
  return compound?.type === 'address' ? compound.name : null;
}

function picklistValue(object: ObjectInfo, field: FieldInfo, value: PicklistValue): Json {
  return {
    active: value.isActive,
    defaultValue: value.isDefault,
    label: value.label,
    validFor: value.validFor === undefined ? null : validForBits(object, field, value.validFor),
    value: value.value,
  };
}

/** A bit a value of the controlling field, most significant first, in base 64. */
function validForBits(object: ObjectInfo, field: FieldInfo, controlling: readonly string[]): string | null {
  const controller = object.fields.get((field.controllingField ?? '').toLowerCase());
  if (controller === undefined) {
    return null;
  }
  const values = controller.type === 'boolean' ? ['false', 'true'] : controller.picklist.map((one) => one.value);
  const bytes = Buffer.alloc(Math.max(1, Math.ceil(values.length / 8)));
  values.forEach((value, index) => {
    if (controlling.includes(value)) {
      const at = index >> 3;
      bytes[at] = (bytes[at] ?? 0) | (0x80 >> (index & 7));
    }
  });
  return bytes.toString('base64');
}
