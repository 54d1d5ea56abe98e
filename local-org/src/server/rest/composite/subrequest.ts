/** One request inside another: what it may be, what it asks, how its answer reads. */
import { badRequest } from '../../errors.ts';
import type { ApiRequest, ApiResponse, HttpMethod } from '../../api.ts';
import type { DataCall } from '../dataRoute.ts';

export type Json = Readonly<Record<string, unknown>>;

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];
const NESTED = /^\/services\/data\/v[\d.]+\/(composite\/?($|\?|batch|graph)|jobs)/i;

/** The request that a subrequest's method, address, headers and body make. */
export function subrequest(call: DataCall, method: unknown, url: unknown, body: unknown, headers: unknown): ApiRequest {
  const verb = METHODS.find((one) => one === method);
  if (verb === undefined || typeof url !== 'string' || !url.startsWith('/services/data/') || NESTED.test(url)) {
    throw badRequest('INVALID_INPUT', `Invalid subrequest: ${String(method)} ${String(url)}`);
  }
  const address = new URL(url, 'http://local');
  const { authorization, cookie } = call.request.headers;
  const own = Object.entries(isJson(headers) ? headers : {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    ...call.request,
    method: verb,
    path: address.pathname,
    query: [...address.searchParams],
    headers: {
      ...(Object.fromEntries(own) as Record<string, string>),
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: body === undefined || body === null ? new Uint8Array() : Buffer.from(JSON.stringify(body)),
  };
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isFailure = ({ status }: ApiResponse): boolean => status >= 400;

/** The answer's headers that a client of a composite request sees. */
export function shownHeaders(response: ApiResponse): Json {
  const location = response.headers?.['location'];
  return location === undefined ? {} : { Location: location };
}

/** A list of JSON objects under a name of the body, at most so many. */
export function listOf(body: Json, name: string, most: number): readonly Json[] {
  const list = body[name];
  if (!Array.isArray(list) || list.length === 0 || !list.every(isJson)) {
    throw badRequest('INVALID_INPUT', `The body needs a list of objects: ${name}`);
  }
  if (list.length > most) {
    throw name === 'records'
      ? badRequest(
          'EXCEEDED_MAX_SIZE_REQUEST',
          `record limit reached. cannot submit more than ${most} records into this call`,
        )
      : badRequest(
          'LIMIT_EXCEEDED',
          `The number of items in ${name} is limited to ${most}, but there are ${list.length}`,
        );
  }
  return list;
}
