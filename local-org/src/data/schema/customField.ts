/** A custom field as its metadata describes it, with the describe facts its type implies (Object Reference, "Custom Field Types"). */
import type { FieldSource, SourceTree, ValueSource } from '../../metadata/tree.ts';
import type { FieldInfo, FieldType, PicklistValue, RollUp } from '../schema.ts';
import { completeField, type FieldParts } from './field.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  EncryptedText: 'encryptedstring',
  ExternalLookup: 'reference',
  Hierarchy: 'reference',
  Html: 'textarea',
  IndirectLookup: 'reference',
  Location: 'location',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};
/** Characters a text formula gives at most. */
const FORMULA_TEXT_LENGTH = 1300;

export interface CustomField {
  readonly field: FieldInfo;
  readonly childName: string | null;
}

export function customField(source: FieldSource, tree: SourceTree, objectName: string): readonly CustomField[] {
  const type = source.type === 'Summary' ? summaryType(source, tree) : TYPES[source.type ?? ''];
  if (type === undefined) {
    throw new Error(`${objectName}.${source.name}: the local org knows no field type "${source.type ?? ''}"`);
  }
  const parts: FieldParts = {
    ...common(source),
    ...sizes(summarized(source, tree) ?? source, type),
    ...reference(source),
    ...values(source, tree),
    name: source.name,
    type,
    isCustom: true,
  };
  if (source.type === 'AutoNumber') {
    Object.assign(parts, {
      isAutoNumber: true,
      autoNumberFormat: source.displayFormat ?? '{0}',
      autoNumberStart: source.startingNumber ?? 1,
      length: 30,
    });
  }
  if (source.type === 'Summary') {
    Object.assign(parts, { rollUp: rollUp(source) });
  }
  const field = completeField(parts);
  const childName = parts.referenceTo === undefined ? null : source.relationshipName;
  return [{ field, childName }, ...(type === 'location' ? coordinates(field) : [])];
}

function common(source: FieldSource): Partial<Mutable<FieldInfo>> {
  const isMasterDetail = source.type === 'MasterDetail';
  return {
    ...(source.label === null ? {} : { label: source.label }),
    helpText: source.helpText,
    isRequired: source.isRequired || isMasterDetail,
    isUnique: source.isUnique,
    isCaseSensitive: source.isCaseSensitive,
    isExternalId: source.isExternalId,
    formula: source.formula,
    blanksAsZero: source.blanksAsZero,
    defaultFormula: source.defaultValue,
    isSubscriberControlled: source.manageability === 'SubscriberControlled',
    // Required fields and the link to the master can't be hidden.
    isAlwaysVisible: source.isRequired || isMasterDetail,
  };
}
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function sizes(source: FieldSource, type: FieldType): Partial<Mutable<FieldInfo>> {
  switch (type) {
    case 'double':
    case 'currency':
    case 'percent':
      return { precision: source.precision ?? 18, scale: source.scale ?? 0 };
    case 'string':
      return { length: source.formula === null ? (source.length ?? 255) : FORMULA_TEXT_LENGTH };
    case 'textarea':
      return source.type === 'TextArea'
        ? { length: 255 }
        : { length: source.length ?? 32_768, isLongText: true, isHtml: source.type === 'Html' };
    case 'encryptedstring':
      return { length: source.length ?? 175 };
    default:
      return {};
  }
}

function reference(source: FieldSource): Partial<Mutable<FieldInfo>> {
  if (TYPES[source.type ?? ''] !== 'reference') {
    return {};
  }
  const isMasterDetail = source.type === 'MasterDetail';
  const target = source.type === 'Hierarchy' ? 'User' : (source.referenceTo ?? '');
  const byConstraint =
    source.deleteConstraint === 'Restrict' ? 'restrict' : source.deleteConstraint === 'Cascade' ? 'cascade' : 'setNull';
  return {
    length: source.type === 'MetadataRelationship' ? 255 : 18,
    referenceTo: [target],
    ...(source.metadataController === null
      ? {}
      : { metadataController: source.metadataController.split('.').at(-1) ?? '' }),
    relationshipName: source.name.replace(/__c$/, '__r'),
    isMasterDetail,
    isReparentable: source.isReparentable,
    hasRequiredFilter: source.hasLookupFilter && !source.isLookupFilterOptional,
    isUpdateable: !isMasterDetail || source.isReparentable,
    onDelete: isMasterDetail ? 'cascade' : byConstraint,
  };
}

export function picklistValue(value: ValueSource, validFor?: readonly string[]): PicklistValue {
  const hasMeaning =
    value.probability !== null || value.forecastCategory !== null || value.closed || value.won || value.converted;
  return {
    value: value.fullName,
    label: value.label,
    isDefault: value.isDefault,
    isActive: value.isActive,
    ...(validFor === undefined ? {} : { validFor }),
    ...(hasMeaning
      ? {
          stage: {
            probability: value.probability ?? 0,
            isClosed: value.closed,
            isWon: value.won || value.converted,
            forecastCategory: value.forecastCategory ?? '',
          },
        }
      : {}),
  };
}

function values(source: FieldSource, tree: SourceTree): Partial<Mutable<FieldInfo>> {
  if (source.type !== 'Picklist' && source.type !== 'MultiselectPicklist') {
    return {};
  }
  const setName = source.valueSetName?.toLowerCase();
  const set =
    setName === undefined ? null : (tree.globalValueSets.get(setName) ?? tree.standardValueSets.get(setName) ?? []);
  const list = source.values ?? set ?? [];
  return {
    picklist: list.map((value) =>
      picklistValue(
        value,
        source.controllingField === null ? undefined : (source.dependencies.get(value.fullName) ?? []),
      ),
    ),
    isRestrictedPicklist: source.isRestricted,
    controllingField: source.controllingField,
  };
}

function rollUp(source: FieldSource): RollUp {
  const [childObject = '', relationshipField = ''] = source.summaryForeignKey?.split('.') ?? [];
  return {
    operation: (source.summaryOperation ?? 'count') as RollUp['operation'],
    childObject,
    relationshipField,
    childField: source.summarizedField?.split('.')[1] ?? null,
    filters: source.summaryFilters.map((filter) => ({
      ...filter,
      field: filter.field.split('.').at(-1) ?? filter.field,
    })),
  };
}

/** A roll-up has the type and the places of what it sums up; a count is a whole number. */
function summaryType(source: FieldSource, tree: SourceTree): FieldType {
  const child = summarized(source, tree);
  return child === null ? 'double' : (TYPES[child.type ?? ''] ?? 'double');
}

/** The field at the bottom of a roll-up, which may sum up another; null for a count and for any other field. */
function summarized(source: FieldSource, tree: SourceTree): FieldSource | null {
  const [object = '', name = ''] = source.summarizedField?.split('.') ?? [];
  if (source.type !== 'Summary' || source.summaryOperation === 'count' || name === '') {
    return null;
  }
  const child =
    tree.objects.get(object.toLowerCase())?.fields.find((field) => field.name.toLowerCase() === name.toLowerCase()) ??
    null;
  return child?.type === 'Summary' ? summarized(child, tree) : child;
}

function coordinates(field: FieldInfo): readonly CustomField[] {
  const stem = field.name.replace(/__c$/, '');
  return (['Latitude', 'Longitude'] as const).map((part) => ({
    field: completeField({
      name: `${stem}__${part}__s`,
      type: 'double',
      label: `${field.label} (${part})`,
      precision: 18,
      scale: 15,
      isCustom: true,
      isRequired: field.isRequired,
    }),
    childName: null,
  }));
}
