/** Errors as the platform's REST API answers them: a list with a code, a message and, for records, fields. */
import type { ApiResponse } from './api.ts';

export interface ApiFault {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** Thrown by routes; the router turns it into the answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly faults: readonly ApiFault[];

  constructor(status: number, faults: ApiFault | readonly ApiFault[]) {
    const list = Array.isArray(faults) ? (faults as readonly ApiFault[]) : [faults as ApiFault];
    super(list[0]?.message ?? 'Unknown error');
    this.status = status;
    this.faults = list;
  }
}

export const notFound = (message = 'The requested resource does not exist'): ApiError =>
  new ApiError(404, { errorCode: 'NOT_FOUND', message });
export const badRequest = (errorCode: string, message: string, fields?: readonly string[]): ApiError =>
  new ApiError(400, { errorCode, message, ...(fields === undefined ? {} : { fields }) });
export const invalidSession = (): ApiError =>
  new ApiError(401, { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' });
export const methodNotAllowed = (method: string, allowed: readonly string[]): ApiError =>
  new ApiError(405, {
    errorCode: 'METHOD_NOT_ALLOWED',
    message: `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`,
  });

export const errorResponse = (error: ApiError): ApiResponse => ({ status: error.status, body: error.faults });
