/** What running Apex, SOQL or DML throws, as the REST API's error. */
import { UnsupportedError } from '../../runtime/errors.ts';
import { ApexException } from '../../runtime/exception.ts';
import type { DmlError } from '../../runtime/runtime.ts';
import { excerptOf } from '../../soql/excerpt.ts';
import { SoqlFault, SoqlUnsupported, type FaultName } from '../../soql/faults.ts';
import { SoqlSyntaxError } from '../../soql/parse/tokens.ts';
import { ApiError, badRequest, type ApiFault } from '../errors.ts';

/** Codes of query errors; what is not named is a MALFORMED_QUERY. Source: SOAP API Developer Guide, "ExceptionCode". */
const QUERY_CODES: Partial<Record<FaultName, string>> = {
  OBJECT: 'INVALID_TYPE',
  CHILDREN: 'INVALID_TYPE',
  FIELD: 'INVALID_FIELD',
  RELATIONSHIP: 'INVALID_FIELD',
  NOT_FILTERABLE: 'INVALID_FIELD',
  NOT_SORTABLE: 'INVALID_FIELD',
  NOT_GROUPABLE: 'INVALID_FIELD',
  VALUE_QUOTED: 'INVALID_FIELD',
  VALUE_UNQUOTED: 'INVALID_FIELD',
  VALUE_TYPE: 'INVALID_FIELD',
  ID: 'INVALID_QUERY_FILTER_OPERATOR',
  OPERATOR: 'INVALID_QUERY_FILTER_OPERATOR',
  MULTI_OPERATOR: 'INVALID_QUERY_FILTER_OPERATOR',
  OFFSET: 'NUMBER_OUTSIDE_VALID_RANGE',
};
const UNKNOWN_OBJECT =
  " If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";

/** Errors of a query by its text. */
export function queryError(error: unknown, soql: string): unknown {
  const cause = error instanceof ApexException ? error.cause : error;
  if (cause instanceof SoqlFault) {
    const text =
      cause.fault === 'OBJECT' ? excerptOf(soql, cause.at) + cause.message + UNKNOWN_OBJECT : cause.textIn(soql);
    return badRequest(QUERY_CODES[cause.fault] ?? 'MALFORMED_QUERY', text);
  }
  if (cause instanceof SoqlSyntaxError) {
    return badRequest('MALFORMED_QUERY', cause.message);
  }
  return cause instanceof SoqlUnsupported ? new UnsupportedError(cause.message) : error;
}

const STATUSES: Readonly<Record<string, number>> = {
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  ENTITY_IS_DELETED: 404,
};

export const faultOf = ({ statusCode, message, fields }: DmlError): ApiFault => ({
  errorCode: statusCode,
  message,
  fields,
});

export function recordError(errors: readonly DmlError[]): ApiError {
  return new ApiError(STATUSES[errors[0]?.statusCode ?? ''] ?? 400, errors.map(faultOf));
}

/** Everything else that a record operation throws. */
export function workError(error: unknown): unknown {
  if (!(error instanceof ApexException)) {
    return error;
  }
  if (error.dmlFailures.length > 0) {
    return recordError(error.dmlFailures);
  }
  const message = error.apexMessage ?? '';
  const denied = /^Access to entity '(.+)' denied$/.exec(message)?.[1];
  if (denied !== undefined) {
    return new ApiError(403, {
      errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
      fields: [],
    });
  }
  const refused = /^DML operation (\w+) not allowed on (.+)$/.exec(message);
  if (refused !== null) {
    return badRequest(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `entity type cannot be ${VERBS[refused[1] ?? ''] ?? 'changed'}: ${refused[2] ?? ''}`,
      [],
    );
  }
  if (message.startsWith('Cannot have more than 10 chunks')) {
    return badRequest('LIMIT_EXCEEDED', message, []);
  }
  if (error.apexType === 'System.ListException') {
    return badRequest('DUPLICATE_VALUE', message, []);
  }
  return error;
}
const VERBS: Readonly<Record<string, string>> = { INSERT: 'inserted', UPDATE: 'updated', DELETE: 'deleted' };
