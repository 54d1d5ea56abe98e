/** Completes a field from what is known of it: every property that its type decides is decided here, once. */
import type { FieldInfo, FieldType } from '../schema.ts';

const LENGTH: Partial<Record<FieldType, number>> = {
  id: 18,
  reference: 18,
  string: 255,
  textarea: 255,
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
  combobox: 255,
  multipicklist: 4099,
  encryptedstring: 175,
};
const NOT_SORTABLE: ReadonlySet<FieldType> = new Set([
  'base64',
  'address',
  'location',
  'multipicklist',
  'encryptedstring',
]);
const NOT_FILTERABLE: ReadonlySet<FieldType> = new Set(['base64', 'encryptedstring']);
const NOT_GROUPABLE: ReadonlySet<FieldType> = new Set([
  'base64',
  'address',
  'location',
  'multipicklist',
  'encryptedstring',
  'double',
  'currency',
  'percent',
  'datetime',
  'time',
  'anytype',
]);

export type FieldParts = Partial<FieldInfo> & Pick<FieldInfo, 'name' | 'type'>;

export function completeField(parts: FieldParts): FieldInfo {
  const { type } = parts;
  const length = parts.length ?? LENGTH[type] ?? 0;
  const isLongText = parts.isLongText ?? (type === 'textarea' && length > 255);
  const isComputed =
    (parts.formula ?? null) !== null || (parts.rollUp ?? null) !== null || (parts.isAutoNumber ?? false);
  return {
    label: labelOf(parts.name, type),
    isCustom: /__\w+$/.test(parts.name),
    helpText: null,
    isLongText,
    isHtml: false,
    precision: 0,
    scale: 0,
    isRequired: false,
    isCreateable: !isComputed,
    isUpdateable: !isComputed,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isNameField: false,
    isAutoNumber: false,
    autoNumberFormat: null,
    isFilterable: !isLongText && !NOT_FILTERABLE.has(type),
    isSortable: !isLongText && !NOT_SORTABLE.has(type),
    isGroupable: !isLongText && !NOT_GROUPABLE.has(type),
    referenceTo: [],
    relationshipName: null,
    isMasterDetail: false,
    isReparentable: false,
    onDelete: 'setNull',
    picklist: [],
    isRestrictedPicklist: false,
    controllingField: null,
    formula: null,
    blanksAsZero: false,
    defaultFormula: null,
    rollUp: null,
    isSubscriberControlled: false,
    isAlwaysVisible: false,
    ...parts,
    length,
  };
}

/** `AccountId` reads Account ID, `IsClosed` Closed, `NumberOfUnits` Number Of Units. */
export function labelOf(name: string, type: FieldType): string {
  const words = name
    .replace(/^\w+?__(?=\w+__)/, '')
    .replace(/__\w+$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/\bId$/, 'ID');
  return type === 'boolean' ? words.replace(/^Is (?=\w)/, '') : words;
}

const audit = (parts: FieldParts): FieldInfo =>
  completeField({ isCreateable: false, isUpdateable: false, isAlwaysVisible: true, ...parts });
const userLookup = (name: string, relationshipName: string, label: string): FieldInfo =>
  audit({ name, type: 'reference', label, referenceTo: ['User'], relationshipName });

/** The fields the platform keeps on every record. */
export const SYSTEM_FIELDS = {
  id: audit({ name: 'Id', type: 'id', label: 'Record ID' }),
  deleted: audit({ name: 'IsDeleted', type: 'boolean', label: 'Deleted' }),
  createdDate: audit({ name: 'CreatedDate', type: 'datetime', label: 'Created Date' }),
  createdById: userLookup('CreatedById', 'CreatedBy', 'Created By ID'),
  modifiedDate: audit({ name: 'LastModifiedDate', type: 'datetime', label: 'Last Modified Date' }),
  modifiedById: userLookup('LastModifiedById', 'LastModifiedBy', 'Last Modified By ID'),
  stamp: audit({ name: 'SystemModstamp', type: 'datetime', label: 'System Modstamp' }),
  viewed: audit({ name: 'LastViewedDate', type: 'datetime', label: 'Last Viewed Date' }),
  referenced: audit({ name: 'LastReferencedDate', type: 'datetime', label: 'Last Referenced Date' }),
  activity: audit({ name: 'LastActivityDate', type: 'date', label: 'Last Activity Date' }),
  currency: completeField({
    name: 'CurrencyIsoCode',
    type: 'picklist',
    label: 'Currency ISO Code',
    length: 3,
    isRestrictedPicklist: true,
    isAlwaysVisible: true,
  }),
  recordType: completeField({
    name: 'RecordTypeId',
    type: 'reference',
    label: 'Record Type ID',
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType',
    isAlwaysVisible: true,
  }),
  owner: completeField({
    name: 'OwnerId',
    type: 'reference',
    label: 'Owner ID',
    referenceTo: ['Group', 'User'],
    relationshipName: 'Owner',
    isRequired: true,
    isAlwaysVisible: true,
  }),
} as const satisfies Record<string, FieldInfo>;
