/** Fields as formulas see them: which type a field has there, and how its stored value becomes one of a formula. */
import type { FieldInfo, FieldType } from '../../data/schema.ts';
import { holdsDurableId } from '../../data/schema/durable.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import type { Value } from '../../values/value.ts';
import type { Purpose } from './functions/define.ts';
import { toShortId } from './ids.ts';
import { decimalOf, FormulaNumber, numberOf } from './number.ts';
import { FormulaProblem } from './problem.ts';
import type { FormulaValue, Kind } from './typed.ts';

const KINDS: Partial<Readonly<Record<FieldType, Kind>>> = {
  id: 'text',
  string: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  combobox: 'text',
  reference: 'text',
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
  location: 'location',
};

/** Throws for a field no formula, or no formula of that purpose, may name. */
export function kindOf(field: FieldInfo, at: number, purpose: Purpose): Kind {
  const kind = KINDS[field.type];
  if (kind === undefined || (field.isLongText && purpose !== 'rule')) {
    throw new FormulaProblem(
      `You referenced an unsupported field type called "${field.isLongText ? 'Long Text Area' : field.type}" using the following field: ${field.name}`,
      at,
    );
  }
  return kind;
}

/** Stored percents count in hundredths: 50 is 0.5 in a formula. */
export function valueOf(field: FieldInfo, value: Value): FormulaValue {
  if (field.type === 'boolean') {
    return value === true;
  }
  if (value === null || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'string') {
    return field.type === 'id' || (field.type === 'reference' && !holdsDurableId(field)) ? toShortId(value) : value;
  }
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) {
    return value;
  }
  const number = numberOf(value);
  return number !== null && field.type === 'percent' ? number.div(100) : number;
}

/** The stored form of a formula's result: numbers of the field's scale, halves away from zero; text cut to its length. */
export function storedOf(field: FieldInfo, value: FormulaValue): Value {
  if (value instanceof FormulaNumber) {
    const number = field.type === 'percent' ? value.times(100) : value;
    return field.type === 'integer' ? number.toDecimalPlaces(0).toNumber() : decimalOf(number, field.scale);
  }
  if (field.type === 'boolean') {
    return value === true;
  }
  if (value === null || value === '') {
    return null;
  }
  return typeof value === 'object' && 'latitude' in value ? null : value;
}
