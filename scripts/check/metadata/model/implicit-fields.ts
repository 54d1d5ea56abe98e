export type ObjectKind = 'custom' | 'metadata' | 'event' | 'setting' | 'standard';

type ImplicitField = readonly [name: string, type: string, target?: string, relationship?: string];

const AUDIT: readonly ImplicitField[] = [
  ['Id', 'Id'],
  ['CreatedById', 'Id', 'User', 'CreatedBy'],
  ['CreatedDate', 'Datetime'],
  ['LastModifiedById', 'Id', 'User', 'LastModifiedBy'],
  ['LastModifiedDate', 'Datetime'],
  ['SystemModstamp', 'Datetime'],
];

/** The fields the platform adds to every object of a kind, which no source file lists. */
const FIELDS: Readonly<Record<ObjectKind, readonly ImplicitField[]>> = {
  custom: [
    ...AUDIT,
    ['Name', 'Text'],
    ['OwnerId', 'Id', 'User', 'Owner'],
    ['IsDeleted', 'Boolean'],
    ['RecordTypeId', 'Id', 'RecordType', 'RecordType'],
    ['LastActivityDate', 'Date'],
    ['LastViewedDate', 'Datetime'],
    ['LastReferencedDate', 'Datetime'],
    ['CurrencyIsoCode', 'String'],
    ['UserRecordAccess', 'Id', 'UserRecordAccess', 'UserRecordAccess'],
  ],
  metadata: [
    ['Id', 'Id'],
    ['DeveloperName', 'Text'],
    ['MasterLabel', 'Text'],
    ['Label', 'Text'],
    ['Language', 'String'],
    ['NamespacePrefix', 'Text'],
    ['QualifiedApiName', 'Text'],
    ['IsProtected', 'Boolean'],
    ['SystemModstamp', 'Datetime'],
  ],
  event: [
    ['ReplayId', 'Text'],
    ['EventUuid', 'Text'],
    ['CreatedById', 'Id', 'User', 'CreatedBy'],
    ['CreatedDate', 'Datetime'],
  ],
  setting: [...AUDIT, ['Name', 'Text'], ['SetupOwnerId', 'Id', 'User', 'SetupOwner'], ['IsDeleted', 'Boolean']],
  standard: [],
};

export function implicitFields(kind: ObjectKind): readonly ImplicitField[] {
  return FIELDS[kind];
}
