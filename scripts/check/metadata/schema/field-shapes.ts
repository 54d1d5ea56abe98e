/** What the platform demands of a field of one type, beyond the types of the Metadata API, which leave all optional. */
export interface FieldShape {
  readonly requires: readonly string[];
  readonly forbids?: readonly string[];
  /** Lowest and highest value of numeric elements. */
  readonly bounds?: Readonly<Record<string, readonly [lowest: number, highest: number]>>;
}

const NUMBER: FieldShape = {
  requires: ['precision', 'scale'],
  forbids: ['length', 'visibleLines'],
  bounds: { precision: [1, 18], scale: [0, 17] },
};
const NO_KEY = ['externalId', 'unique'] as const;
const NO_LENGTH = ['length', 'precision', 'scale'] as const;

/** By field type. Formula and roll-up fields have shapes of their own below. */
export const FIELD_SHAPES: Readonly<Record<string, FieldShape>> = {
  AutoNumber: { requires: ['displayFormat'], forbids: ['length', 'defaultValue', 'required'] },
  Checkbox: { requires: ['defaultValue'], forbids: [...NO_KEY, ...NO_LENGTH, 'required'] },
  Currency: { ...NUMBER, forbids: ['length', ...NO_KEY] },
  Date: { requires: [], forbids: [...NO_KEY, ...NO_LENGTH] },
  DateTime: { requires: [], forbids: [...NO_KEY, ...NO_LENGTH] },
  Email: { requires: [], forbids: ['precision', 'scale'] },
  Html: {
    requires: ['length', 'visibleLines'],
    forbids: [...NO_KEY, 'required', 'defaultValue'],
    bounds: { length: [256, 131_072], visibleLines: [10, 50] },
  },
  Location: { requires: ['scale', 'displayLocationInDecimal'], forbids: [...NO_KEY] },
  LongTextArea: {
    requires: ['length', 'visibleLines'],
    forbids: [...NO_KEY, 'required'],
    bounds: { length: [256, 131_072], visibleLines: [2, 50] },
  },
  Lookup: { requires: ['referenceTo', 'relationshipName'], forbids: [...NO_KEY, ...NO_LENGTH, 'defaultValue'] },
  MasterDetail: {
    requires: ['referenceTo', 'relationshipName', 'relationshipOrder'],
    forbids: [...NO_KEY, ...NO_LENGTH, 'required', 'deleteConstraint', 'defaultValue'],
    bounds: { relationshipOrder: [0, 1] },
  },
  MetadataRelationship: { requires: ['referenceTo', 'relationshipName'], forbids: [...NO_LENGTH] },
  MultiselectPicklist: {
    requires: ['valueSet', 'visibleLines'],
    forbids: [...NO_KEY, ...NO_LENGTH],
    bounds: { visibleLines: [3, 10] },
  },
  Number: NUMBER,
  Percent: { ...NUMBER, forbids: ['length', ...NO_KEY] },
  Phone: { requires: [], forbids: [...NO_KEY, 'precision', 'scale'] },
  Picklist: { requires: ['valueSet'], forbids: [...NO_KEY, ...NO_LENGTH] },
  Summary: { requires: ['summaryForeignKey', 'summaryOperation'], forbids: [...NO_KEY, ...NO_LENGTH, 'required'] },
  Text: { requires: ['length'], forbids: ['precision', 'scale', 'visibleLines'], bounds: { length: [1, 255] } },
  TextArea: { requires: [], forbids: [...NO_KEY, 'precision', 'scale', 'visibleLines'] },
  Time: { requires: [], forbids: [...NO_KEY, ...NO_LENGTH] },
  Url: { requires: [], forbids: [...NO_KEY, 'precision', 'scale'] },
};

/** By the result type of a formula field. */
export const FORMULA_SHAPES: Readonly<Record<string, FieldShape>> = {
  Checkbox: { requires: [], forbids: ['defaultValue'] },
  Currency: NUMBER,
  Date: { requires: [] },
  DateTime: { requires: [] },
  Number: NUMBER,
  Percent: NUMBER,
  Text: { requires: [], forbids: ['length'] },
  Time: { requires: [] },
};

/** Types a custom metadata type or a platform event may have; every other field type is refused there. */
export const TYPES_BY_KIND: Readonly<Record<string, readonly string[]>> = {
  metadata: [
    'Checkbox',
    'Date',
    'DateTime',
    'Email',
    'LongTextArea',
    'MetadataRelationship',
    'Number',
    'Percent',
    'Phone',
    'Picklist',
    'Text',
    'TextArea',
    'Url',
  ],
  event: ['Checkbox', 'Date', 'DateTime', 'LongTextArea', 'Number', 'Text', 'TextArea'],
  setting: [
    'Checkbox',
    'Currency',
    'Date',
    'DateTime',
    'Email',
    'Number',
    'Percent',
    'Phone',
    'Text',
    'TextArea',
    'Url',
  ],
};
