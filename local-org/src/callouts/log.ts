/** The last callouts of an org, request and response, for its developer's page: no secret stands in it. */
import type { CalloutRequest, CalloutResponse, Callouts, Clock } from '../runtime/runtime.ts';

export interface LoggedCallout {
  readonly at: string;
  readonly milliseconds: number;
  readonly method: string;
  readonly endpoint: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly requestBody: string;
  readonly statusCode: number | null;
  readonly status: string;
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly responseBody: string;
}

const KEPT = 200;
const LONGEST_BODY = 20_000;
const MASK = '•••••';
/** Always hidden, whoever set them. */
const HIDDEN_HEADERS = /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key)$/i;

export class LoggedCallouts implements Callouts {
  readonly #inner: Callouts;
  readonly #clock: Clock;
  #log: LoggedCallout[] = [];
  constructor(inner: Callouts, clock: Clock) {
    this.#inner = inner;
    this.#clock = clock;
  }

  /** The newest first. */
  get log(): readonly LoggedCallout[] {
    return this.#log.toReversed();
  }

  send(request: CalloutRequest): CalloutResponse | null {
    const begin = performance.now();
    try {
      const response = this.#inner.send(request);
      if (response !== null) {
        this.#note(request, response, response.status, begin);
      }
      return response;
    } catch (fault) {
      this.#note(request, null, fault instanceof Error ? fault.message : String(fault), begin);
      throw fault;
    }
  }

  #note(request: CalloutRequest, response: CalloutResponse | null, status: string, begin: number): void {
    const secrets = (request.secrets ?? []).filter((secret) => secret.length > 1);
    const mask = (text: string): string => secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
    const maskHeaders = (headers: CalloutRequest['headers']): CalloutRequest['headers'] =>
      headers.map(([name, value]) => [name, HIDDEN_HEADERS.test(name) ? MASK : mask(value)] as const);
    const bodyOf = (bytes: Uint8Array): string =>
      request.hidesBodies === true ? MASK : mask(Buffer.from(bytes).toString('utf8')).slice(0, LONGEST_BODY);
    this.#log.push({
      at: new Date(this.#clock.now()).toISOString(),
      milliseconds: Math.round(performance.now() - begin),
      method: request.method,
      endpoint: mask(request.endpoint),
      requestHeaders: maskHeaders(request.headers),
      requestBody: bodyOf(request.body),
      statusCode: response?.statusCode ?? null,
      status: mask(status),
      responseHeaders: maskHeaders(response?.headers ?? []),
      responseBody: response === null ? '' : bodyOf(response.body),
    });
    this.#log = this.#log.slice(-KEPT);
  }
}
