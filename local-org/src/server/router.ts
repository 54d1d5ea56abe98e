/** Finds the route of a request, proves its session, runs it, and turns what it throws into the platform's errors. */
import createRouter, { type HTTPMethod } from 'find-my-way';
import { UnsupportedError } from '../runtime/errors.ts';
import { ApexException } from '../runtime/exception.ts';
import type { ApiRequest, ApiResponse, Call, Route, UserCall } from './api.ts';
import { parseJson, textOf } from './bodies.ts';
import { isForeign } from './crossOrigin.ts';
import { ApiError, badRequest, errorResponse, invalidSession, methodNotAllowed, notFound } from './errors.ts';
import type { ServedOrg } from './servedOrg.ts';
import type { Session } from './sessions.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
export const SESSION_COOKIE = 'sid';
/** Scopes that let a token call the APIs. */
const API_SCOPES = ['api', 'web', 'full'];

export type Handler = (org: ServedOrg, request: ApiRequest) => ApiResponse;

export function createHandler(routes: readonly Route[]): Handler {
  const router = createRouter({ caseSensitive: false, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true });
  for (const route of routes) {
    router.on(route.method, route.path, () => undefined, route);
  }
  const answer = (org: ServedOrg, asked: ApiRequest, isNested: boolean): ApiResponse => {
    const outer = org.transactions.request;
    org.transactions.request = `${asked.method} ${asked.path}`;
    try {
      const request = overridden(asked);
      const found = router.find(request.method, request.path);
      if (found === null) {
        const allowed = METHODS.filter((method) => router.find(method as HTTPMethod, request.path) !== null);
        throw allowed.length === 0 ? notFound() : methodNotAllowed(request.method, allowed);
      }
      const route = found.store as Route;
      const params = found.params as Readonly<Record<string, string>>;
      const session = sessionOf(org, request);
      const call = makeCall(org, request, params, session, (nested) => answer(org, nested, true));
      if (route.access === 'public') {
        return route.handle(call);
      }
      if (session === null || (route.access === 'browser' && session.kind !== 'browser')) {
        throw invalidSession();
      }
      if (session.kind === 'token' && !API_SCOPES.some((scope) => session.scopes.has(scope))) {
        throw new ApiError(403, {
          errorCode: 'INSUFFICIENT_ACCESS',
          message: 'This session is not valid for use with the REST API',
        });
      }
      if (route.access === 'api' && !isNested) {
        org.countApiCall();
      }
      return route.handle({ ...call, session } satisfies UserCall);
    } catch (error) {
      return errorResponse(toApiError(org, error));
    } finally {
      org.transactions.request = outer;
    }
  };
  return (org, request) => answer(org, request, false);
}

/** Clients that can't send a PATCH say so in a parameter. Source: REST API Developer Guide, "Update a Record". */
function overridden(request: ApiRequest): ApiRequest {
  const wanted = request.query.findLast(([name]) => name === '_HttpMethod')?.[1].toUpperCase();
  const method = METHODS.find((one) => one === wanted);
  return request.method === 'POST' && method !== undefined ? { ...request, method } : request;
}

/** A cookie proves nobody where a page of another origin makes the browser send it. */
function sessionOf(org: ServedOrg, request: ApiRequest): Session | null {
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (bearer !== undefined) {
    return org.sessions.find(bearer);
  }
  if (isForeign(request)) {
    return null;
  }
  const cookie = (request.headers['cookie'] ?? '')
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === SESSION_COOKIE)?.[1];
  return cookie === undefined ? null : org.sessions.find(decoded(cookie));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function makeCall(
  org: ServedOrg,
  request: ApiRequest,
  params: Readonly<Record<string, string>>,
  session: Session | null,
  dispatch: Call['dispatch'],
): Call {
  return {
    org,
    request,
    params,
    session,
    param: (name) => request.query.findLast(([key]) => key === name)?.[1] ?? null,
    json: () => parseJson(textOf(request.body, request.headers['content-type'])),
    dispatch,
  };
}

/** Apex errors that reach a route are an API's `APEX_ERROR`; faults of the local org are `UNKNOWN_EXCEPTION` and logged. */
function toApiError(org: ServedOrg, error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  if (error instanceof ApexException) {
    return badRequest('APEX_ERROR', error.toString());
  }
  if (error instanceof UnsupportedError) {
    return new ApiError(501, { errorCode: 'UNSUPPORTED', message: error.message });
  }
  const id = org.reportFault(error);
  return new ApiError(500, {
    errorCode: 'UNKNOWN_EXCEPTION',
    message: `An unexpected error occurred. The server's output has it under ${id}.`,
  });
}
