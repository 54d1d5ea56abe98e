/** Enums of the Schema namespace. */
import { platformEnum } from '../define.ts';

export const displayType = platformEnum('Schema.DisplayType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64',
  'BOOLEAN',
  'COMBOBOX',
  'COMPLEXVALUE',
  'CURRENCY',
  'DATACATEGORYGROUPREFERENCE',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'EMAIL',
  'ENCRYPTEDSTRING',
  'FLOATARRAY',
  'ID',
  'INTEGER',
  'JSON',
  'LOCATION',
  'LONG',
  'MULTIPICKLIST',
  'PERCENT',
  'PHONE',
  'PICKLIST',
  'REFERENCE',
  'SOBJECT',
  'STRING',
  'TEXTAREA',
  'TEXTARRAY',
  'TIME',
  'URL',
]);
/** Those of the platform's values that fields have. */
export const soapType = platformEnum('Schema.SOAPType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64BINARY',
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'ID',
  'INTEGER',
  'LOCATION',
  'LONG',
  'STRING',
  'TIME',
]);
export const sobjectDescribeOptions = platformEnum('Schema.SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL']);
export const fieldDescribeOptions = platformEnum('Schema.FieldDescribeOptions', ['DEFAULT', 'FULL_DESCRIBE']);
