/** What a describe call says of a field that the schema does not store. */
import type { FieldInfo, FieldType } from '../../../data/schema.ts';

const SOAP: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  integer: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location',
  anytype: 'xsd:anyType',
};
export const soapTypeOf = (field: FieldInfo): string => SOAP[field.type] ?? 'xsd:string';

/** A record can be saved without a value, and the platform does not fill one in. */
export const isNillable = (field: FieldInfo): boolean =>
  !field.isRequired &&
  (!field.isNameField || field.isCustom) &&
  field.type !== 'boolean' &&
  field.type !== 'id' &&
  !['OwnerId', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'].includes(
    field.name,
  );

/** Keys an upsert may use. */
export const isIdLookup = (field: FieldInfo): boolean =>
  field.type === 'id' ||
  field.isExternalId ||
  (field.type === 'email' && !field.isCustom) ||
  (field.isNameField && !field.isAutoNumber);
