/** Objects and fields as components name them: by text, or by what they import from `@salesforce/schema`. */

export interface ObjectId {
  readonly objectApiName: string;
}
export interface FieldId extends ObjectId {
  readonly fieldApiName: string;
}
export type ObjectName = string | ObjectId;
export type FieldName = string | FieldId;

export const objectNameOf = (name: ObjectName): string => (typeof name === 'string' ? name : name.objectApiName);

/** `Object.Field`. */
export function fieldNameOf(name: FieldName): string {
  if (typeof name === 'string') {
    return name;
  }
  if (typeof name?.objectApiName === 'string' && typeof name.fieldApiName === 'string') {
    return `${name.objectApiName}.${name.fieldApiName}`;
  }
  throw new TypeError('Value is not a string or FieldId.');
}

/** The path below the object. */
export function pathOf(name: FieldName): string {
  const qualified = fieldNameOf(name);
  const point = qualified.indexOf('.');
  if (point < 1) {
    throw new TypeError('Value does not include an object API name.');
  }
  return qualified.slice(point + 1);
}

/** One or several names; always in the same order, so that the same question has the same address. */
export function fieldNames(names: FieldName | readonly FieldName[] | null | undefined): readonly string[] {
  const list = names === null || names === undefined ? [] : Array.isArray(names) ? names : [names];
  return [...new Set((list as readonly FieldName[]).map(fieldNameOf))].sort();
}

export const texts = (names: string | readonly string[] | null | undefined): readonly string[] =>
  names === null || names === undefined ? [] : typeof names === 'string' ? [names] : names;
