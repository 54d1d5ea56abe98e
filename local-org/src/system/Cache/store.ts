/**
 * The platform cache: values by partition and key, until they expire. It outlives transactions and is not rolled back.
 * What is put and what is got are copies.
 */
import { copyGraph } from '../../async/serialize.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';

interface Entry {
  readonly value: ApexValue;
  readonly expires: number;
}
const CACHE = Symbol('platform cache');

/** Apex Reference, Cache.Org: 300 seconds at least, 48 hours at most in the org cache, 8 hours in a session's. */
export const TTL = { minimum: 300, org: 172_800, orgDefault: 86_400, session: 28_800 } as const;

export class CachePartition {
  readonly #runtime: Runtime;
  readonly #kind: 'org' | 'session';
  readonly name: string;

  /** `name`: `local.Default`; null for the default partition. */
  constructor(runtime: Runtime, kind: 'org' | 'session', name: string | null) {
    this.#runtime = runtime;
    this.#kind = kind;
    this.name = name ?? 'default';
  }

  #entries(): Map<string, Entry> {
    const { state } = this.#runtime.org;
    const all =
      (state.get(CACHE) as Map<string, Map<string, Entry>> | undefined) ?? new Map<string, Map<string, Entry>>();
    state.set(CACHE, all);
    const place = `${this.#kind === 'org' ? 'org' : `session ${this.#runtime.access.userId}`}/${this.name.toLowerCase()}`;
    const entries = all.get(place) ?? new Map<string, Entry>();
    all.set(place, entries);
    return entries;
  }
  #live(key: string): Entry | null {
    const entry = this.#entries().get(key);
    if (entry !== undefined && entry.expires <= this.#runtime.now().instant) {
      this.#entries().delete(key);
      return null;
    }
    return entry ?? null;
  }

  checkKey(key: string | null): string {
    const fault = (message: string): never => this.#runtime.fail('Cache.InvalidParamException', message);
    if (key === null) {
      return fault('Key is null');
    }
    return /^[A-Za-z0-9]{1,50}$/.test(key)
      ? key
      : fault(`Invalid key: ${key}. A key is alphanumeric and has at most 50 characters.`);
  }
  get(key: string): ApexValue {
    return copyGraph(this.#runtime, this.#live(key)?.value ?? null);
  }
  has(key: string): boolean {
    return this.#live(key) !== null;
  }
  put(key: string, value: ApexValue, seconds: number | null): void {
    const most = this.#kind === 'org' ? TTL.org : TTL.session;
    if (value === null) {
      this.#runtime.fail('Cache.InvalidParamException', 'Value is null');
    }
    if (seconds !== null && (seconds < TTL.minimum || seconds > most)) {
      this.#runtime.fail(
        'Cache.InvalidParamException',
        `Invalid time to live: ${seconds}. It is between ${TTL.minimum} and ${most} seconds.`,
      );
    }
    const life = seconds ?? (this.#kind === 'org' ? TTL.orgDefault : TTL.session);
    this.#entries().set(key, {
      value: copyGraph(this.#runtime, value),
      expires: this.#runtime.now().instant + life * 1000,
    });
  }
  remove(key: string): boolean {
    const had = this.has(key);
    this.#entries().delete(key);
    return had;
  }
  keys(): readonly string[] {
    return [...this.#entries().keys()].filter((key) => this.has(key));
  }
}
