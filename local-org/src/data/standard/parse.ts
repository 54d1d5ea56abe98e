/**
 * Reads the short form of the standard model's files: `lookup Account; as Parent; children ChildAccounts` is a type
 * with its sizes, then properties. Field and object names and types are those of the Object Reference; lengths and
 * picklist values are a new developer org's.
 */
import { completeField } from '../schema/field.ts';
import type { FieldInfo, FieldType, PicklistValue } from '../schema.ts';

export interface StandardFile {
  readonly label: string;
  readonly plural: string;
  readonly prefix?: string;
  readonly traits: string;
  /** Which system fields it has: `deleted created modified stamp viewed currency`; `occurred` of an event, which has no id. */
  readonly system: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Org feature without which the object does not exist. */
  readonly feature?: string;
  /** Names of checkboxes, too many to list one a line. */
  readonly flags?: string;
}

export interface StandardField {
  readonly field: FieldInfo;
  readonly childRelationship: string | null;
  /** Org feature without which the field does not exist. */
  readonly feature: string | null;
}

/** `Hot|Warm*|Cold`: the star marks the default. */
export function parseValues(text: string): readonly PicklistValue[] {
  return text.split('|').map((entry) => {
    const isDefault = entry.endsWith('*');
    const value = isDefault ? entry.slice(0, -1) : entry;
    return { value, label: value, isDefault, isActive: true };
  });
}

type Parts = { -readonly [Key in keyof FieldInfo]?: FieldInfo[Key] };

/** One property of a field: its word to what it sets. */
const PROPERTIES: Readonly<Record<string, (parts: Parts, argument: string) => void>> = {
  name: (parts) => void (parts.isNameField = true),
  required: (parts) => void (parts.isRequired = true),
  readonly: (parts) => void (parts.isCreateable = parts.isUpdateable = false),
  insertOnly: (parts) => void (parts.isUpdateable = false),
  unique: (parts) => void (parts.isUnique = true),
  caseSensitive: (parts) => void (parts.isCaseSensitive = true),
  restricted: (parts) => void (parts.isRestrictedPicklist = true),
  cascade: (parts) => void (parts.onDelete = 'cascade'),
  restrict: (parts) => void (parts.onDelete = 'restrict'),
  label: (parts, argument) => void (parts.label = argument),
  as: (parts, argument) => void (parts.relationshipName = argument),
  default: (parts, argument) => void (parts.defaultFormula = argument),
  values: (parts, argument) => void (parts.picklist = parseValues(argument)),
  autoNumber: (parts, argument) => Object.assign(parts, { isAutoNumber: true, autoNumberFormat: argument }),
};

export function parseStandardField(name: string, text: string, isAlwaysVisible: boolean): StandardField {
  const [head = '', ...properties] = text.split('; ');
  const [word = '', ...sizes] = head.split(' ');
  const parts: Parts = { isCustom: false };
  let type = word as FieldType;
  if (word === 'lookup' || word === 'master') {
    type = 'reference';
    parts.referenceTo = (sizes[0] ?? '').split(',');
    if (word === 'master') {
      Object.assign(parts, { isMasterDetail: true, isRequired: true, onDelete: 'cascade', isUpdateable: false });
    }
  } else if (sizes.length === 2) {
    Object.assign(parts, { precision: Number(sizes[0]), scale: Number(sizes[1]) });
  } else if (sizes.length === 1) {
    parts.length = Number(sizes[0]);
  }
  let childRelationship: string | null = null;
  let feature: string | null = null;
  for (const property of properties) {
    const space = property.indexOf(' ');
    const [key, argument] = space < 0 ? [property, ''] : [property.slice(0, space), property.slice(space + 1)];
    if (key === 'children') {
      childRelationship = argument;
    } else if (key === 'feature') {
      feature = argument;
    } else {
      const set = PROPERTIES[key];
      if (!set) {
        throw new Error(`Standard field ${name}: unknown property "${property}"`);
      }
      set(parts, argument);
    }
  }
  const isVisible =
    isAlwaysVisible ||
    (parts.isRequired ?? false) ||
    (parts.isNameField ?? false) ||
    name === 'RecordTypeId' ||
    name === 'OwnerId';
  return { field: completeField({ ...parts, name, type, isAlwaysVisible: isVisible }), childRelationship, feature };
}
