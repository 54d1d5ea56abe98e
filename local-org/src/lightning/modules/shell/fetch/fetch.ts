/** Calls of the shell to the org, typed by what they return, and words for people out of what went wrong. */
import { call, type FetchFailure, type Method } from 'shell/http';

export const request = async <Body>(method: Method, path: string, body?: unknown): Promise<Body> =>
  (await call(method, path, body)) as Body;

export const getJson = <Body>(path: string): Promise<Body> => request<Body>('GET', path);

interface Failure {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly { readonly message: string }[];
    readonly fieldErrors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
  };
}

/** Text out of anything a call may throw: the errors of a record first, by page and by field. */
export function messageOf(error: unknown): string {
  const { body, message } = (error ?? {}) as { readonly body?: unknown; readonly message?: string };
  const first = (Array.isArray(body) ? (body as readonly unknown[])[0] : body) as Failure | undefined;
  const { errors = [], fieldErrors = {} } = first?.output ?? {};
  const details = [...errors, ...Object.values(fieldErrors).flat()].map((one) => one.message);
  return details.length > 0 ? details.join(' ') : (first?.message ?? message ?? 'Something went wrong. Try again.');
}

export const statusOf = (error: unknown): number | null => (error as Partial<FetchFailure> | null)?.status ?? null;
