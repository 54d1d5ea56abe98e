/** Errors of records as the UI API tells them: for the page and by field. */
import { type ApexException, type DmlFailure } from '../../runtime/exception.ts';
import type { ApiResponse } from '../api.ts';

interface UiError {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

/** Source: User Interface API Developer Guide, "Record Exception"; error responses of record requests. */
export function recordErrorResponse(
  error: ApexException,
  label: (objectName: string, field: string) => string | null,
): ApiResponse {
  const failures = error.dmlFailures;
  const pageErrors = failures
    .filter(({ fields }) => fields.length === 0)
    .map((failure) => uiError(failure, null, null));
  const fieldErrors: Record<string, UiError[]> = {};
  for (const failure of failures) {
    for (const field of failure.fields) {
      (fieldErrors[field] ??= []).push(uiError(failure, field, label(failure.objectName ?? '', field)));
    }
  }
  return {
    status: 400,
    body: {
      message: 'An error occurred while trying to update the record. Please try again.',
      statusCode: 400,
      enhancedErrorType: 'RecordError',
      output: { errors: pageErrors, fieldErrors },
    },
  };
}

function uiError(failure: DmlFailure, field: string | null, fieldLabel: string | null): UiError {
  return {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: failure.statusCode,
    field,
    fieldLabel,
    message: failure.message,
  };
}
