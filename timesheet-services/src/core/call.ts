/** One request and its answer, free of the HTTP server: a face is a list of routes over these. */
import { Fields, isList, type Json, type Query } from './fields.ts';
import type { Change, Person, Webhook } from './model.ts';
import type { Delivery } from './webhooks.ts';
import type { Service } from './service.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type FaceName = 'harvest' | 'clockify' | 'toggl' | 'kimai' | 'solidtime' | 'redmine' | 'open';
export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  /** Sent as JSON; left out for an empty body. */
  readonly body?: unknown;
  readonly headers?: Headers;
}
/** Ends a call with an answer from anywhere in a handler. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`Refused with ${answer.status}`);
    this.answer = answer;
  }
}

export interface CallParts {
  readonly method: string;
  /** Without the face's prefix and the query. */
  readonly path: string;
  /** Where the face is reached from outside, prefix included. */
  readonly origin: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export class Call {
  readonly parts: CallParts;
  readonly service: Service;
  /** How far rows have moved against the pages read before; a fault sets it. */
  shift = 0;
  /** Headers that whatever answer comes out carries, such as what is left of a quota. */
  readonly extraHeaders: Record<string, string> = {};
  #person: Person | undefined;
  #body: Json | undefined;
  #hasShifted = false;

  constructor(parts: CallParts, service: Service) {
    this.parts = parts;
    this.service = service;
  }

  get query(): Query {
    return this.parts.query;
  }
  get store(): Service['store'] {
    return this.service.store;
  }
  now(): number {
    return this.service.store.now();
  }
  param(name: string): string {
    return decodeURIComponent(this.parts.params[name] ?? '');
  }
  header(name: string): string | undefined {
    return this.parts.headers[name];
  }
  /** The body once it is read; undefined for none. */
  receive(body: Json): void {
    this.#body = body;
  }
  /** The body as it was read. */
  get sent(): Json | undefined {
    return this.#body;
  }
  /** The body as an object; an empty one where there is none or it is something else. */
  get fields(): Fields {
    return Fields.of(this.#body) ?? new Fields({});
  }
  get items(): readonly Json[] {
    return isList(this.#body) ? this.#body : [];
  }
  /** Whoever the credential belongs to. */
  get person(): Person {
    if (this.#person === undefined) {
      throw new Error(`${this.parts.method} ${this.parts.path} asks who calls, and nobody was admitted`);
    }
    return this.#person;
  }
  get isAnonymous(): boolean {
    return this.#person === undefined;
  }
  admit(person: Person): void {
    this.#person = person;
  }
  get hasShifted(): boolean {
    return this.#hasShifted;
  }
  /** A slice of a list as faces with numbered pages and offsets cut it. */
  slice<T>(rows: readonly T[], offset: number, count: number): readonly T[] {
    const from = offset === 0 ? 0 : Math.max(offset + this.shift, 0);
    this.#hasShifted ||= from !== offset;
    return rows.slice(from, from + count);
  }
}

export type Handler = (call: Call) => Answer | Promise<Answer>;
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly handler: Handler;
  /** Answers without knowing who calls. */
  readonly isOpen?: boolean;
}
export const route = (method: Method, path: string, handler: Handler): Route => ({ method, path, handler });

/** What a caller sends to be let in. */
export interface Credential {
  readonly headers: Headers;
  readonly secret: string;
  /** The account, workspace or organization; null where the address says it all. */
  readonly tenant: string | null;
  readonly email: string;
}

export interface Face {
  readonly name: FaceName;
  readonly title: string;
  /** Where the vendor's documented base address ends: `/v2`. */
  readonly base: string;
  readonly routes: readonly Route[];
  /** Says who calls, counts the call against its limits, or refuses. */
  admit(call: Call): void;
  /** A refusal of the face's own making in the vendor's form, for unknown paths, broken bodies and faults. */
  refusal(status: number, message: string, call: Call): Answer;
  credential(person: Person, service: Service): Credential;
  /** Answers who the caller is; where it stands tells a wrong credential from an empty account. */
  readonly identityPath: RegExp;
  /** Nothing, where the vendor has no webhooks. */
  deliveries?(change: Change, service: Service): readonly Delivery[];
  /** Milliseconds to wait before each further attempt. */
  readonly webhookRetries?: readonly number[];
  /** Says an address belongs to the receiver, where the vendor wants that first. */
  greet?(webhook: Webhook, service: Service): Delivery | undefined;
}
