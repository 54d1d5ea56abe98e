/**
 * The errors of DML in the platform's words. `{0}` … stand for arguments. Sources: "Core Data Types Used in API Calls:
 * StatusCode" (SOAP API Developer Guide) for the codes; the Apex Developer Guide and published error reports for texts.
 */
import type { DmlError } from '../../runtime/runtime.ts';

interface ErrorInfo {
  readonly code: string;
  readonly message: string;
}

export const DML_ERRORS = {
  idOnInsert: { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', message: 'cannot specify Id in an insert call' },
  missingId: { code: 'MISSING_ARGUMENT', message: 'Id not specified in an {0} call' },
  malformedId: { code: 'MALFORMED_ID', message: 'bad id {0}' },
  wrongIdType: { code: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id' },
  noSuchRecord: { code: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id' },
  deleted: { code: 'ENTITY_IS_DELETED', message: 'entity is deleted' },
  notInRecycleBin: { code: 'UNDELETE_FAILED', message: 'Entity is not in the recycle bin' },
  keyMissing: { code: 'MISSING_ARGUMENT', message: '{0} not specified' },
  keyTwice: { code: 'DUPLICATE_VALUE', message: 'Duplicate external id specified: {0}' },
  keyAmbiguous: {
    code: 'DUPLICATE_EXTERNAL_ID',
    message: '{0}: more than one record found for external id field: [{1}]',
  },
  parentKeyUnknown: {
    code: 'INVALID_FIELD',
    message: 'Foreign key external ID: {0} not found for field {1} in entity {2}',
  },
  readOnly: {
    code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message:
      'Unable to create/update fields: {0}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
  },
  required: { code: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [{0}]' },
  tooLong: { code: 'STRING_TOO_LONG', message: '{0}: data value too large: {1} (max length={2})' },
  outOfRange: {
    code: 'NUMBER_OUTSIDE_VALID_RANGE',
    message: '{0}: value outside of valid range on numeric field: {1}',
  },
  email: { code: 'INVALID_EMAIL_ADDRESS', message: '{0}: invalid email address: {1}' },
  picklist: {
    code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    message: '{0}: bad value for restricted picklist field: {1}',
  },
  referenceType: { code: 'FIELD_INTEGRITY_EXCEPTION', message: '{0}: id value of incorrect type: {1}' },
  duplicateValue: {
    code: 'DUPLICATE_VALUE',
    message: 'duplicate value found: {0} duplicates value on record with id: {1}',
  },
  duplicateUsername: {
    code: 'DUPLICATE_USERNAME',
    message:
      "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ",
  },
  usernameFormat: { code: 'INVALID_EMAIL_ADDRESS', message: 'Username: invalid email address: {0}' },
  noEditAccess: { code: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights on object id' },
  noReferenceAccess: {
    code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    message: 'insufficient access rights on cross-reference id',
  },
  fieldAccess: {
    code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: 'Operation failed due to fields being inaccessible on Sobject {0}, check errors on Exception or Result!',
  },
  restricted: {
    code: 'DELETE_FAILED',
    message:
      'Your attempt to delete {0} could not be completed because it is associated with the following {1}.: {2}\n',
  },
  fromTrigger: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: '{0}' },
  triggerFailed: {
    code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: '{0}: execution of {1}\n\ncaused by: {2}\n\n{3}',
  },
  triggerDepth: { code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message: '{0}: maximum trigger depth exceeded' },
  tooManyRetries: {
    code: 'UNKNOWN_EXCEPTION',
    message: 'Too many batch retries in the presence of Apex triggers and partial failures.',
  },
  mixedDml: {
    code: 'MIXED_DML_OPERATION',
    message:
      'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): {0}, original object: {1}',
  },
  managed: {
    code: 'CANNOT_MODIFY_MANAGED_OBJECT',
    message: 'Cannot modify managed object: entity={0}, component={1}, state=installed',
  },
  noStandardPrice: { code: 'STANDARD_PRICE_NOT_DEFINED', message: 'No standard price defined for this product' },
  badCountry: {
    code: 'FIELD_INTEGRITY_EXCEPTION',
    message:
      "There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: {0}",
  },
  badState: {
    code: 'FIELD_INTEGRITY_EXCEPTION',
    message:
      "There's a problem with this state, even though it may appear correct. Please select a state from the list of valid states.: {0}",
  },
  stateWithoutCountry: {
    code: 'FIELD_INTEGRITY_EXCEPTION',
    message: 'A country/territory must be specified before specifying a state value for field: {0}',
  },
  eventDuration: { code: 'FIELD_INTEGRITY_EXCEPTION', message: 'Event duration cannot be negative' },
} as const satisfies Record<string, ErrorInfo>;

export type DmlErrorName = keyof typeof DML_ERRORS;

/** Makes an error; fields are API names. */
export function dmlError(name: DmlErrorName, args: readonly string[] = [], fields: readonly string[] = []): DmlError {
  const { code, message } = DML_ERRORS[name];
  return {
    statusCode: code,
    message: message.replace(/\{(\d)\}/g, (_whole, index: string) => args[Number(index)] ?? ''),
    fields,
  };
}

/** `an update`, `a delete`: the texts do not bend to the article. */
export const OPERATION_WORDS = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
} as const;
