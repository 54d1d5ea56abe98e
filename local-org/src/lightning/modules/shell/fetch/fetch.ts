/** Calls to the org, as JSON. What goes wrong is thrown in the shape components know from the platform. */

export const API = '/services/data/v67.0';
export const UI_API = `${API}/ui-api`;

/** `FetchResponse` of the platform's record and Apex errors. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly errorType?: 'fetchResponse';
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const UNAUTHORIZED = 401;
const NO_CONTENT = 204;

export async function request<Body>(method: Method, path: string, body?: unknown): Promise<Body> {
  const response = await answer(method, path, body);
  if (response.status === UNAUTHORIZED) {
    location.assign(`/login?startURL=${encodeURIComponent(location.pathname + location.search)}`);
  }
  const content = response.status === NO_CONTENT ? null : await contentOf(response);
  if (!response.ok) {
    const failure: FetchResponse = {
      ok: false,
      status: response.status,
      statusText: response.statusText,
      body: content,
      headers: {},
      errorType: 'fetchResponse',
    };
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- The platform's errors are plain objects.
    throw failure;
  }
  return content as Body;
}

export const getJson = <Body>(path: string): Promise<Body> => request<Body>('GET', path);

/** Text for a person out of anything a call may throw. */
export function messageOf(error: unknown): string {
  const { body, message } = (error ?? {}) as { readonly body?: unknown; readonly message?: string };
  const first = (Array.isArray(body) ? body[0] : body) as RecordFailure | undefined;
  const { errors = [], fieldErrors = {} } = first?.output ?? {};
  const details = [...errors, ...Object.values(fieldErrors).flat()].map((one) => one.message);
  return details.length > 0 ? details.join(' ') : (first?.message ?? message ?? 'Something went wrong. Try again.');
}

export const statusOf = (error: unknown): number | null => (error as Partial<FetchResponse> | null)?.status ?? null;

interface RecordFailure {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly { readonly message: string }[];
    readonly fieldErrors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
  };
}

async function answer(method: Method, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    const content = JSON.stringify([
      { errorCode: 'SERVER_UNAVAILABLE', message: 'The local org does not answer. Is it running?' },
    ]);
    return new Response(content, { status: 503, statusText: 'Server Unavailable' });
  }
}

async function contentOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return { message: text };
  }
}
