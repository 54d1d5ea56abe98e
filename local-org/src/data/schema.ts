/**
 * What the org knows about its objects: plain data, built once from the standard model and the deployed metadata.
 * Maps are keyed by lower-case API name; names keep their declared case. With a namespace, names carry it
 * (`ns__Thing__c`) and the resolver of the namespace's own code accepts them without.
 */
import type { ApexDecimal } from '../values/decimal.ts';

/** The describe type of a field, as `Schema.DisplayType` prints it in lower case. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'integer'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'base64'
  | 'address'
  | 'location'
  | 'encryptedstring'
  | 'anytype';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
  /** Values of the controlling field this one may stand beside; absent where nothing controls it. */
  readonly validFor?: readonly string[];
  /** OpportunityStage and its like: probability, closed, won. */
  readonly stage?: {
    readonly probability: number;
    readonly isClosed: boolean;
    readonly isWon: boolean;
    readonly forecastCategory: string;
  };
}

export interface RollUp {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  readonly relationshipField: string;
  readonly childField: string | null;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface FieldInfo {
  /** API name with its namespace, if any: `Name`, `Budget__c`, `ns__Budget__c`. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly isCustom: boolean;
  readonly helpText: string | null;
  /** Characters, for text types; 18 for ids; 0 where it has no meaning. */
  readonly length: number;
  readonly isLongText: boolean;
  readonly isHtml: boolean;
  /** Digits in all and behind the point, for numbers. */
  readonly precision: number;
  readonly scale: number;
  /** Must have a value to be saved, whatever the channel. */
  readonly isRequired: boolean;
  /** May not be set by people or code (system fields, formulas, roll-ups, auto-numbers). */
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isNameField: boolean;
  readonly isAutoNumber: boolean;
  /** `TE-{00000000}`. */
  readonly autoNumberFormat: string | null;
  /** The first number given; 1 where it is absent. */
  readonly autoNumberStart?: number;
  readonly isFilterable: boolean;
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  /** API names of the objects a reference may point to. */
  readonly referenceTo: readonly string[];
  /** `Account` of `AccountId`, `Project__r` of `Project__c`. */
  readonly relationshipName: string | null;
  readonly isMasterDetail: boolean;
  readonly isReparentable: boolean;
  /** A lookup filter that must hold: not simulated, so a write to the field is refused. */
  readonly hasRequiredFilter?: boolean;
  readonly onDelete: 'cascade' | 'restrict' | 'setNull';
  readonly picklist: readonly PicklistValue[];
  readonly isRestrictedPicklist: boolean;
  readonly controllingField: string | null;
  /** Of a metadata relationship to a field: the field of the same type that holds the object. */
  readonly metadataController?: string;
  /** Source text of the formula; null for a stored field. */
  readonly formula: string | null;
  readonly blanksAsZero: boolean;
  /** Source text of the default; a checkbox's default is `true` or `false`. */
  readonly defaultFormula: string | null;
  readonly rollUp: RollUp | null;
  /** Subscriber may change the value of a custom metadata field. */
  readonly isSubscriberControlled: boolean;
  /** Object permission is enough to see it: fields no permission set can name. */
  readonly isAlwaysVisible: boolean;
}

export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  /** Null where the relationship has no name: it can't be queried. */
  readonly name: string | null;
}

export interface RecordTypeInfo {
  readonly developerName: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
  /** Lower-case field name to the values this record type allows. */
  readonly picklistValues: ReadonlyMap<string, readonly string[]>;
  /** Lower-case field name to the value a new record of this type gets; a field without an entry keeps its own default. */
  readonly picklistDefaults?: ReadonlyMap<string, string>;
}

export interface ValidationRuleInfo {
  readonly name: string;
  readonly isActive: boolean;
  readonly formula: string;
  readonly message: string;
  /** Lower-case API name of the field the message shows at; null for the page. */
  readonly errorField: string | null;
}

export interface FieldSetInfo {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Field paths such as `Account.Name`. */
  readonly fields: readonly { readonly path: string; readonly isRequired: boolean }[];
}

export type ObjectKind =
  'standard' | 'custom' | 'listSetting' | 'hierarchySetting' | 'customMetadata' | 'platformEvent';

export interface ObjectInfo {
  /** API name with its namespace, if any. */
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly kind: ObjectKind;
  readonly keyPrefix: string | null;
  readonly fields: ReadonlyMap<string, FieldInfo>;
  readonly nameField: string | null;
  readonly childRelationships: readonly ChildRelationship[];
  readonly recordTypes: readonly RecordTypeInfo[];
  readonly validationRules: readonly ValidationRuleInfo[];
  readonly fieldSets: ReadonlyMap<string, FieldSetInfo>;
  readonly sharingModel: 'private' | 'read' | 'readWrite' | 'controlledByParent' | 'fullAccess';
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isDeletable: boolean;
  readonly isUndeletable: boolean;
  readonly isQueryable: boolean;
  /** Rows need an owner (no for details of a master, settings, custom metadata, events). */
  readonly hasOwner: boolean;
  /** Custom settings and custom metadata: hidden from subscribers of a managed package. */
  readonly isProtected: boolean;
  readonly publishBehavior: 'afterCommit' | 'immediately' | null;
  /** Setup objects (User, PermissionSetAssignment …): mixing them with others in one transaction is refused. */
  readonly isSetup: boolean;
}

/** All objects of an org. */
export interface OrgSchema {
  readonly objects: ReadonlyMap<string, ObjectInfo>;
  /** Finds by API name in any case, with or without the namespace of the code that asks. */
  find(name: string, namespace?: string): ObjectInfo | null;
  /** Finds a field by API name in any case, with or without the namespace. */
  findField(object: ObjectInfo, name: string, namespace?: string): FieldInfo | null;
  byKeyPrefix(prefix: string): ObjectInfo | null;
}

/** A number read from a field has the field's scale. */
export type StoredNumber = ApexDecimal;
