/** How a field's values are compared, and how messages name its type. */
import type { FieldInfo, FieldType } from '../../data/schema.ts';

export type ValueKind =
  'text' | 'multi' | 'id' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'binary' | 'compound';

const KINDS: Readonly<Record<FieldType, ValueKind>> = {
  id: 'id', reference: 'id', string: 'text', textarea: 'text', email: 'text', phone: 'text', url: 'text', picklist: 'text', combobox: 'text',
  encryptedstring: 'text', anytype: 'text', multipicklist: 'multi', boolean: 'boolean', integer: 'number', long: 'number', double: 'number',
  currency: 'number', percent: 'number', date: 'date', datetime: 'datetime', time: 'time', base64: 'binary', address: 'compound', location: 'compound',
}; // prettier-ignore

export function kindOf(type: FieldType): ValueKind {
  return KINDS[type];
}

/** The type as messages about literals have it: `double`, `dateTime`. */
export function literalTypeOf(type: FieldType): string {
  switch (KINDS[type]) {
    case 'number':
      return type === 'integer' ? 'int' : 'double';
    case 'datetime':
      return 'dateTime';
    case 'id':
      return type === 'id' ? 'id' : 'reference';
    case 'text':
    case 'multi':
      return 'string';
    default:
      return KINDS[type];
  }
}

/** The Apex type of a column as messages about binds have it. */
export function apexTypeOf(type: FieldType): string {
  switch (KINDS[type]) {
    case 'number':
      return type === 'integer' ? 'Integer' : type === 'long' ? 'Long' : 'Decimal';
    case 'datetime':
      return 'Datetime';
    case 'id':
      return 'Id';
    case 'boolean':
      return 'Boolean';
    case 'date':
      return 'Date';
    case 'time':
      return 'Time';
    case 'binary':
      return 'Blob';
    default:
      return 'String';
  }
}

/** Long text and the like can be selected but not filtered, whatever the schema's flag was derived from. */
export function isFilterable(field: FieldInfo): boolean {
  return field.isFilterable && !field.isLongText && KINDS[field.type] !== 'binary' && KINDS[field.type] !== 'compound';
}
