/** Fields and objects that no metadata declares: columns of computed tables and of the polymorphic `Name`. */
import type { FieldInfo, FieldType, ObjectInfo } from '../../data/schema.ts';

export function plainField(name: string, type: FieldType, given: Partial<FieldInfo> = {}): FieldInfo {
  return {
    name, label: name, type, isCustom: false, helpText: null, length: type === 'id' || type === 'reference' ? 18 : 255, isLongText: false, isHtml: false,
    precision: 0, scale: 0, isRequired: false, isCreateable: false, isUpdateable: false, isUnique: false, isCaseSensitive: false, isExternalId: false,
    isNameField: false, isAutoNumber: false, autoNumberFormat: null, isFilterable: true, isSortable: true, isGroupable: true, referenceTo: [],
    relationshipName: null, isMasterDetail: false, isReparentable: false, onDelete: 'setNull', picklist: [], isRestrictedPicklist: false,
    controllingField: null, formula: null, blanksAsZero: false, defaultFormula: null, rollUp: null, isSubscriberControlled: false, isAlwaysVisible: true,
    ...given,
  }; // prettier-ignore
}

export function plainObject(name: string, fields: readonly FieldInfo[], given: Partial<ObjectInfo> = {}): ObjectInfo {
  return {
    name, namespace: '', label: name, labelPlural: name, kind: 'standard', keyPrefix: null,
    fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])), nameField: null, childRelationships: [], recordTypes: [],
    validationRules: [], fieldSets: new Map(), sharingModel: 'fullAccess', isCreateable: false, isUpdateable: false, isDeletable: false,
    isUndeletable: false, isQueryable: true, hasOwner: false, isProtected: false, publishBehavior: null, isSetup: false,
    ...given,
  }; // prettier-ignore
}

/** What a row of a grouped query is. */
export const AGGREGATE_RESULT: ObjectInfo = plainObject('AggregateResult', []);

/** What every target of a polymorphic lookup offers (Object Reference, "Name"); all else needs TYPEOF. */
export const POLYMORPHIC_FIELDS: ReadonlySet<string> = new Set([
  'id', 'name', 'firstname', 'lastname', 'alias', 'email', 'isactive', 'phone', 'profileid', 'title', 'type', 'username', 'userroleid',
]); // prettier-ignore
export const POLYMORPHIC_RELATIONSHIPS: ReadonlySet<string> = new Set(['profile', 'userrole']);
export const TYPE_FIELD: FieldInfo = plainField('Type', 'picklist');
