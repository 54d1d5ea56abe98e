/** Places of a layout that hold several fields: names of people, addresses, who made or changed a record and when. */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country'];
const STAMPS: Readonly<Record<string, string>> = { CreatedById: 'CreatedDate', LastModifiedById: 'LastModifiedDate' };

/** The field alone where it has no parts. */
export function partsOf(object: ObjectInfo, field: FieldInfo): readonly FieldInfo[] {
  const found = (names: readonly string[]): readonly FieldInfo[] =>
    names.flatMap((name) => object.fields.get(name.toLowerCase()) ?? []);
  if (field.type === 'address') {
    const prefix = field.name.replace(/Address(__c)?$/, '');
    const parts = found(ADDRESS_PARTS.map((part) => (field.isCustom ? `${prefix}Address__${part}__s` : prefix + part)));
    return parts.length === 0 ? [field] : parts;
  }
  if (field.isNameField && object.fields.has('lastname') && object.fields.has('firstname')) {
    return found(['Salutation', 'FirstName', 'LastName']);
  }
  const stamp = STAMPS[field.name];
  return stamp === undefined ? [field] : [field, ...found([stamp])];
}
