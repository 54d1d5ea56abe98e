/** Routes of the developer pages: for people who may change everything in the org or customize it. */
import { ApexException } from '../../runtime/exception.ts';
import type { ApiResponse, HttpMethod, Route, UserCall } from '../api.ts';
import { badRequest } from '../errors.ts';
import { forDevelopers } from './access.ts';

/** `path` is what follows `/_/org/dev/`. */
export function developerRoute(method: HttpMethod, path: string, handle: (call: UserCall) => ApiResponse): Route {
  return {
    method,
    path: `/_/org/dev/${path}`,
    access: 'browser',
    handle: forDevelopers((call) => named(() => handle(call))),
  };
}

/** What the data layer refuses keeps its status code and its words. */
function named(work: () => ApiResponse): ApiResponse {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApexException)) {
      throw error;
    }
    const [failure] = error.dmlFailures;
    throw failure === undefined
      ? badRequest('APEX_ERROR', error.apexMessage ?? error.apexType)
      : badRequest(failure.statusCode, failure.message, failure.fields);
  }
}

/** The body's member of that name as text; the client's error where it is missing. */
export function textOf(call: UserCall, name: string): string {
  const value = ((call.json() ?? {}) as Readonly<Record<string, unknown>>)[name];
  if (typeof value !== 'string' || value.trim() === '') {
    throw badRequest('REQUIRED_FIELD_MISSING', `Required fields are missing: [${name}]`, [name]);
  }
  return value;
}
