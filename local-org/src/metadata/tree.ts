/**
 * A source tree as read: plain data, one shape a metadata type. Custom names carry the tree's namespace; text of
 * formulas and code stays as written. What no reader knows is listed, never dropped in silence.
 */
import type { XmlNode } from './xml.ts';

export interface ValueSource {
  readonly fullName: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
  /** Standard value sets: closed, won, probability, forecast category as the file has them. */
  readonly closed: boolean;
  readonly won: boolean;
  readonly converted: boolean;
  readonly probability: number | null;
  readonly forecastCategory: string | null;
}

export interface FieldSource {
  readonly name: string;
  readonly label: string | null;
  /** `Text`, `Lookup`, `Summary` …; null for a standard field that is only adjusted. */
  readonly type: string | null;
  readonly description: string | null;
  readonly helpText: string | null;
  readonly length: number | null;
  readonly precision: number | null;
  readonly scale: number | null;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly defaultValue: string | null;
  readonly formula: string | null;
  readonly blanksAsZero: boolean;
  readonly displayFormat: string | null;
  readonly startingNumber: number | null;
  readonly referenceTo: string | null;
  readonly relationshipName: string | null;
  readonly relationshipOrder: number | null;
  readonly deleteConstraint: string | null;
  readonly isReparentable: boolean;
  readonly summaryOperation: string | null;
  readonly summarizedField: string | null;
  readonly summaryForeignKey: string | null;
  readonly summaryFilters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
  readonly values: readonly ValueSource[] | null;
  readonly valueSetName: string | null;
  readonly isRestricted: boolean;
  readonly controllingField: string | null;
  /** `Type__mdt.Object__c` of a metadata relationship to a field: what says the field's object. */
  readonly metadataController: string | null;
  /** Value to the controlling values it may stand beside. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  readonly manageability: string | null;
  readonly hasLookupFilter: boolean;
  readonly isLookupFilterOptional: boolean;
  readonly trackHistory: boolean;
  readonly maskChar: string | null;
  readonly maskType: string | null;
}

export interface RecordTypeSource {
  readonly name: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly description: string | null;
  readonly businessProcess: string | null;
  readonly picklistValues: ReadonlyMap<string, readonly { readonly value: string; readonly isDefault: boolean }[]>;
}

/** Why Apex code shares a record: a value of the share's `RowCause`. */
export interface SharingReasonSource {
  readonly name: string;
  readonly label: string;
}

export interface ValidationRuleSource {
  readonly name: string;
  readonly isActive: boolean;
  readonly formula: string;
  readonly message: string;
  readonly errorField: string | null;
}

export interface FieldSetSource {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly fields: readonly { readonly path: string; readonly isRequired: boolean }[];
}

export interface ObjectSource {
  readonly name: string;
  readonly namespace: string;
  label: string | null;
  pluralLabel: string | null;
  nameField: {
    readonly label: string;
    readonly type: string;
    readonly displayFormat: string | null;
    readonly startingNumber: number | null;
  } | null;
  sharingModel: string | null;
  customSettingsType: string | null;
  visibility: string | null;
  eventType: string | null;
  publishBehavior: string | null;
  enableActivities: boolean;
  enableHistory: boolean;
  enableFeeds: boolean;
  description: string | null;
  readonly fields: FieldSource[];
  readonly recordTypes: RecordTypeSource[];
  readonly validationRules: ValidationRuleSource[];
  readonly fieldSets: FieldSetSource[];
  readonly sharingReasons: SharingReasonSource[];
  readonly compactLayouts: NamedSource[];
  readonly listViews: NamedSource[];
  /** Pages and components that stand in for the platform's own, as written. */
  readonly actionOverrides: XmlNode[];
  compactLayoutAssignment: string | null;
}

export interface CustomMetadataSource {
  /** `ns__Setting__mdt`. */
  readonly object: string;
  readonly developerName: string;
  readonly namespace: string;
  readonly label: string;
  readonly isProtected: boolean;
  /** Field to its value: the `xsi:type` and the text, null for `xsi:nil`. */
  readonly values: readonly { readonly field: string; readonly type: string; readonly text: string | null }[];
  readonly file: string;
}

export interface LabelSource {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
  readonly language: string;
  readonly isProtected: boolean;
  readonly categories: string | null;
  readonly shortDescription: string | null;
}

export interface ObjectPermissionSource {
  readonly object: string;
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
  readonly viewAllFields: boolean;
}

/** Permission sets and profiles; what a file leaves out is not granted. */
export interface PermissionSource {
  readonly kind: 'permissionSet' | 'profile' | 'mutingPermissionSet';
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly hasActivationRequired: boolean;
  readonly isCustom: boolean;
  readonly objects: readonly ObjectPermissionSource[];
  readonly fields: readonly {
    readonly object: string;
    readonly field: string;
    readonly isReadable: boolean;
    readonly isEditable: boolean;
  }[];
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly classes: readonly string[];
  readonly pages: readonly string[];
  readonly recordTypes: readonly {
    readonly object: string;
    readonly recordType: string;
    readonly isVisible: boolean;
    readonly isDefault: boolean;
  }[];
  readonly applications: readonly { readonly name: string; readonly isVisible: boolean; readonly isDefault: boolean }[];
  readonly tabs: readonly { readonly name: string; readonly visibility: string }[];
  /** Page layouts of a profile, as written; the record type is `Thing__c.Kind`, null for all others. */
  readonly layouts: readonly { readonly layout: string; readonly recordType: string | null }[];
  readonly customMetadataTypes: readonly string[];
  readonly customSettings: readonly string[];
  readonly externalCredentialPrincipals: readonly string[];
  readonly flows: readonly string[];
}

export interface PermissionSetGroupSource {
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly description: string | null;
  readonly permissionSets: readonly string[];
  readonly mutingPermissionSets: readonly string[];
}

export interface ApexSource {
  readonly kind: 'class' | 'trigger';
  readonly name: string;
  readonly namespace: string;
  readonly file: string;
  readonly text: string;
  /** Of the `-meta.xml`; null where there is none. */
  readonly apiVersion: number | null;
  readonly status: string;
}

export interface StaticResourceSource {
  readonly name: string;
  readonly namespace: string;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly description: string | null;
  /** The file, or null for a resource unpacked into a folder, whose archive is not built here. */
  readonly content: Uint8Array | null;
  /** Files of an unpacked archive by path. */
  readonly entries: ReadonlyMap<string, Uint8Array>;
}

export interface NamedSource {
  readonly name: string;
  readonly namespace: string;
  readonly file: string;
  readonly node: XmlNode;
}

export interface TranslationSource {
  readonly language: string;
  /** Label name to text; objects' own translations are listed under `objectTranslations`. */
  readonly labels: ReadonlyMap<string, string>;
}

export interface CustomPermissionSource {
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly description: string | null;
  readonly isLicensed: boolean;
  readonly required: readonly string[];
}

export interface QueueSource {
  readonly name: string;
  readonly label: string;
  readonly email: string | null;
  readonly objects: readonly string[];
  readonly members: {
    readonly users: readonly string[];
    readonly roles: readonly string[];
    readonly groups: readonly string[];
    readonly rolesAndSubordinates: readonly string[];
  };
}

export interface RoleSource {
  readonly name: string;
  readonly label: string;
  readonly parent: string | null;
  readonly caseAccess: string | null;
  readonly contactAccess: string | null;
  readonly opportunityAccess: string | null;
}

export interface SourceTree {
  readonly namespace: string;
  readonly objects: ReadonlyMap<string, ObjectSource>;
  readonly globalValueSets: ReadonlyMap<string, readonly ValueSource[]>;
  readonly standardValueSets: ReadonlyMap<string, readonly ValueSource[]>;
  readonly labels: readonly LabelSource[];
  readonly translations: readonly TranslationSource[];
  readonly objectTranslations: readonly NamedSource[];
  readonly customMetadata: readonly CustomMetadataSource[];
  readonly permissions: readonly PermissionSource[];
  readonly permissionSetGroups: readonly PermissionSetGroupSource[];
  readonly customPermissions: readonly CustomPermissionSource[];
  readonly roles: readonly RoleSource[];
  readonly queues: readonly QueueSource[];
  readonly groups: readonly { readonly name: string; readonly label: string; readonly doesIncludeBosses: boolean }[];
  readonly apex: readonly ApexSource[];
  readonly staticResources: readonly StaticResourceSource[];
  readonly sharingRules: readonly NamedSource[];
  readonly duplicateRules: readonly NamedSource[];
  readonly matchingRules: readonly NamedSource[];
  readonly settings: readonly NamedSource[];
  /** Credentials, platform-event configurations and notification types: kept as they are for who needs them. */
  readonly others: readonly (NamedSource & { readonly type: string })[];
  /** Files of types the local org does not read. */
  readonly unread: readonly { readonly file: string; readonly type: string }[];
}
