/**
 * What a surface of the server (REST, UI API, Apex REST …) is written against. A surface is a list of routes; each is
 * a synchronous function from a call to a response, run inside the org's worker, so that none of them knows HTTP.
 */
import type { ServedOrg } from './servedOrg.ts';
import type { Session } from './sessions.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

/** A request as the front hands it over: structured-cloneable. */
export interface ApiRequest {
  readonly method: HttpMethod;
  /** Decoded by the router only; starts with one slash, has no query. */
  readonly path: string;
  /** Values in the order they came, last one wins in `param`. */
  readonly query: readonly (readonly [string, string])[];
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names as the client wrote them: Apex REST resources see them so. */
  readonly writtenHeaders?: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** `http://127.0.0.1:8080`, as the browser or client addressed it. */
  readonly origin: string;
  readonly remoteAddress: string;
}

/** An answer: JSON unless `body` is text or bytes. */
export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Plain data is sent as JSON; text and bytes as they are, with the content type of `headers`; null: no body. */
  readonly body: unknown;
}

/**
 * Who may call: `public` needs no session; `ui` takes the browser's session or a token with the scope `api`, `web` or
 * `full`; `api` the same and counts against the org's API calls; `browser` the browser's session only.
 */
export type RouteAccess = 'public' | 'ui' | 'api' | 'browser';

export interface Call {
  readonly org: ServedOrg;
  readonly request: ApiRequest;
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The guest of nothing for public routes: null. */
  readonly session: Session | null;
  /** Last value of a query parameter; null where it is absent. */
  param(name: string): string | null;
  /** The body as JSON; throws the platform's JSON_PARSER_ERROR. */
  json(): unknown;
  /** Answers a request inside this one, for the same session, without counting an API call: composite requests. */
  dispatch(request: ApiRequest): ApiResponse;
}
/** A call behind a session. */
export interface UserCall extends Call {
  readonly session: Session;
}

export type Route =
  | {
      readonly method: HttpMethod;
      /** `/services/data/v:version/sobjects/:object`; a trailing `*` takes the rest. */
      readonly path: string;
      readonly access: 'public';
      readonly handle: (call: Call) => ApiResponse;
    }
  | {
      readonly method: HttpMethod;
      readonly path: string;
      readonly access: Exclude<RouteAccess, 'public'>;
      readonly handle: (call: UserCall) => ApiResponse;
    };

export const ok = (body: unknown): ApiResponse => ({ status: 200, body });
export const noContent: ApiResponse = { status: 204, body: null };
