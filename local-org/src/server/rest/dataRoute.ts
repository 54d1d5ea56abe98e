/** Routes under `/services/data/v:version`: the version is proved first, every answer tells what is left of the API calls. */
import type { ApiRequest, ApiResponse, HttpMethod, Route, UserCall } from '../api.ts';
import { ApiError, badRequest, errorResponse, notFound } from '../errors.ts';
import { workError } from './faults.ts';
import { FIRST_VERSION, LAST_VERSION } from './versions.ts';

export interface DataCall extends UserCall {
  readonly version: number;
  /** `/services/data/v67.0`. */
  readonly base: string;
}
export type DataHandler = (call: DataCall) => ApiResponse;

export function dataRoute(method: HttpMethod, path: string, handle: DataHandler): Route {
  return {
    method,
    path: `/services/data/v:version${path}`,
    access: 'api',
    handle: (call) => withUsage(call, answer(call, handle)),
  };
}

function answer(call: UserCall, handle: DataHandler): ApiResponse {
  try {
    proveApiAccess(call);
    const version = versionOf(call.params['version'] ?? '');
    return handle({ ...call, version, base: `/services/data/v${version}.0` });
  } catch (error) {
    const told = workError(error);
    if (told instanceof ApiError) {
      return errorResponse(told);
    }
    throw told;
  }
}

/** The user may use APIs, and the org has calls left. */
export function proveApiAccess({ org, session }: UserCall): void {
  if (session.kind === 'token' && !org.local.parts.context.security.hasUserPermission(session.userId, 'ApiEnabled')) {
    throw new ApiError(403, {
      errorCode: 'API_DISABLED_FOR_ORG',
      message: 'API is not enabled for this Organization or Partner',
    });
  }
  if (org.usage.isExhausted) {
    throw new ApiError(403, { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' });
  }
}

/** Old versions are gone, later ones are not there yet. Source: REST API Developer Guide, "API End-of-Life Policy". */
function versionOf(text: string): number {
  const version = /^(\d{1,3})\.0$/.exec(text)?.[1];
  const number = Number(version ?? 0);
  if (number > LAST_VERSION || number < 1) {
    throw notFound();
  }
  if (number < FIRST_VERSION) {
    throw new ApiError(410, { errorCode: 'GONE', message: `API version ${text} is no longer supported` });
  }
  return number;
}

function withUsage({ org }: UserCall, response: ApiResponse): ApiResponse {
  const usage = `api-usage=${org.usage.used}/${org.usage.limit}`;
  return { ...response, headers: { 'Sforce-Limit-Info': usage, ...response.headers } };
}

/** The body as one JSON object. */
export function objectBody(call: UserCall): Readonly<Record<string, unknown>> {
  const value = jsonBody(call);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const token = Array.isArray(value) ? 'START_ARRAY' : `VALUE_${(typeof value).toUpperCase()}`;
    throw badRequest('JSON_PARSER_ERROR', `Cannot deserialize instance of complex type from ${token} value`);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** The body as JSON; none at all is an error. */
export function jsonBody(call: UserCall): unknown {
  refuseOtherContent(call.request);
  if (call.request.body.length === 0) {
    throw badRequest('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
  }
  return call.json();
}

function refuseOtherContent({ headers }: ApiRequest): void {
  const type = headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type.trim())) {
    throw new ApiError(415, {
      errorCode: 'UNSUPPORTED_MEDIA_TYPE',
      message: `Content-Type header specified in HTTP request is not supported: ${type}`,
    });
  }
}

/** `Sforce-Duplicate-Rule-Header: allowSave=true; …` and its like: lower-case name to value. */
export function headerOptions(request: ApiRequest, header: string): ReadonlyMap<string, string> {
  const parts = (request.headers[header.toLowerCase()] ?? '').split(/[;,]/);
  return new Map(
    parts
      .map((part) => part.split('='))
      .flatMap(([name, value]) =>
        name === undefined || value === undefined ? [] : [[name.trim().toLowerCase(), value.trim()] as const],
      ),
  );
}
