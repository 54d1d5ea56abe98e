/** Calls of the page to the org. What is refused is thrown in the shape that Lightning Data Service and Apex calls have. */

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What components catch. The platform's is a plain object as well, not an `Error`. */
export interface FetchFailure {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  /** A list of errors for reads, one object for writes and Apex. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly errorType: 'fetchResponse';
}

const API = '/services/data/v67.0';
const UNAUTHORIZED = 401;
const STATUS_TEXTS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  500: 'Server Error',
};

export function failure(status: number, body: unknown): FetchFailure {
  return {
    ok: false,
    status,
    statusText: STATUS_TEXTS[status] ?? 'Server Error',
    body,
    headers: {},
    errorType: 'fetchResponse',
  };
}

/** The address of a resource of the UI API: path below `ui-api`, and parameters; absent ones are left out. */
export function uiApi(path: string, parameters: Readonly<Record<string, unknown>> = {}): string {
  const query = Object.entries(parameters)
    .flatMap(([name, value]) => (value === undefined || value === null || value === '' ? [] : [[name, text(value)]]))
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');
  return `${API}/ui-api/${path}${query === '' ? '' : `?${query}`}`;
}

const text = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/** The answer's JSON; null where there is none. */
export async function call(method: Method, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const content = await response.text();
  const json: unknown = content === '' ? null : JSON.parse(content);
  if (response.ok) {
    return json;
  }
  if (response.status === UNAUTHORIZED) {
    signInAgain();
  }
  throw failure(response.status, json) as unknown as Error;
}

/** The session is over: after signing in the user is back where they were. */
function signInAgain(): void {
  location.assign(`/login?startURL=${encodeURIComponent(location.pathname + location.search)}`);
}
