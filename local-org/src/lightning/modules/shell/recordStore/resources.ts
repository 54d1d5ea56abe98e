/**
 * Answers of the org by key, shared by all who ask for the same. A listener hears the answer as soon as there is one,
 * and again whenever it is read anew or a record in it changes.
 */
import { type RecordCache, recordsIn } from './recordCache';

/** `data` are records; `metadata` describes them; `apex` is what cacheable methods returned. */
export type ResourceKind = 'data' | 'metadata' | 'apex';

export interface Resource {
  readonly key: string;
  readonly kind: ResourceKind;
  load(): Promise<unknown>;
  /** The answer from what the cache has, not older than `since`; null where that is not enough. */
  fromCache?(since: number): unknown;
}
export type State =
  { readonly data: unknown; readonly error?: undefined } | { readonly data?: undefined; readonly error: unknown };
export type Listener = (state: State) => void;

export interface Source {
  /** Calls the listener at once where the answer is there and fresh. */
  subscribe(listener: Listener): () => void;
  /** Reads anew for all who listen. */
  refresh(): Promise<void>;
  /** One answer, from the cache where it is fresh. */
  read(): Promise<unknown>;
}

/** Milliseconds an answer stays fresh. Those of Lightning Data Service: 30 seconds, 15 minutes, 5 minutes. */
const LIFETIME: Readonly<Record<ResourceKind, number>> = { data: 30_000, metadata: 900_000, apex: 300_000 };

interface Entry {
  readonly resource: Resource;
  readonly listeners: Set<Listener>;
  answer: unknown;
  state: State | null;
  loadedAt: number;
  /** Records of the answer. */
  ids: ReadonlySet<string>;
  running: Promise<void> | null;
}

export class Resources {
  readonly #entries = new Map<string, Entry>();
  readonly #cache: RecordCache;
  readonly #now: () => number;

  constructor(cache: RecordCache, now: () => number) {
    this.#cache = cache;
    this.#now = now;
  }

  source(resource: Resource): Source {
    return {
      subscribe: (listener) => this.subscribe(this.entry(resource), listener),
      refresh: () => this.load(this.entry(resource)),
      read: () => this.read(this.entry(resource)),
    };
  }

  /** Records came in or changed: all answers that hold them are told anew. */
  ingest(answer: unknown): ReadonlySet<string> {
    const changed = this.#cache.ingest(answer);
    if (changed.size > 0) {
      for (const entry of this.#entries.values()) {
        if ([...entry.ids].some((id) => changed.has(id))) {
          this.tell(entry);
        }
      }
    }
    return changed;
  }

  /** The record is gone: who shows it alone is told so, lists that hold it are read anew. */
  forget(id: string, error: unknown): void {
    this.#cache.remove(id);
    for (const entry of this.#entries.values()) {
      if (entry.resource.key.startsWith(`record ${id}`)) {
        this.fail(entry, error);
        entry.loadedAt = Number.NEGATIVE_INFINITY;
      } else if (entry.ids.has(id)) {
        void this.invalidate(entry);
      }
    }
  }

  /** Reads anew what somebody shows; what nobody shows is read when it is asked for. */
  async refresh(isIt: (resource: Resource) => boolean): Promise<void> {
    await Promise.all(
      [...this.#entries.values()].filter(({ resource }) => isIt(resource)).map((entry) => this.invalidate(entry)),
    );
  }

  isShown(id: string): boolean {
    return [...this.#entries.values()].some((entry) => entry.listeners.size > 0 && entry.ids.has(id));
  }

  private entry(resource: Resource): Entry {
    let entry = this.#entries.get(resource.key);
    if (entry === undefined) {
      entry = {
        resource,
        listeners: new Set(),
        answer: undefined,
        state: null,
        loadedAt: Number.NEGATIVE_INFINITY,
        ids: new Set(),
        running: null,
      };
      this.#entries.set(resource.key, entry);
    }
    return entry;
  }

  private subscribe(entry: Entry, listener: Listener): () => void {
    entry.listeners.add(listener);
    if (this.isReady(entry) && entry.state !== null) {
      listener(entry.state);
    } else {
      void this.load(entry);
    }
    return () => entry.listeners.delete(listener);
  }

  private async read(entry: Entry): Promise<unknown> {
    if (!this.isReady(entry)) {
      await this.load(entry);
    }
    if (entry.state !== null && 'error' in entry.state && entry.state.error !== undefined) {
      throw entry.state.error as Error;
    }
    return entry.state?.data;
  }

  private isReady(entry: Entry): boolean {
    const since = this.#now() - LIFETIME[entry.resource.kind];
    if (entry.loadedAt >= since && entry.state?.error === undefined && entry.state !== null) {
      return true;
    }
    const answer = entry.resource.fromCache?.(since) ?? null;
    if (answer === null) {
      return false;
    }
    this.accept(entry, answer);
    return true;
  }

  private load(entry: Entry): Promise<void> {
    entry.running ??= entry.resource
      .load()
      .then(
        (answer) => {
          this.ingest(answer);
          this.accept(entry, answer);
        },
        (error: unknown) => this.fail(entry, error),
      )
      .finally(() => {
        entry.running = null;
      });
    return entry.running;
  }

  private accept(entry: Entry, answer: unknown): void {
    entry.answer = answer;
    entry.ids = new Set(recordsIn(answer).map(({ id }) => id));
    entry.loadedAt = this.#now();
    this.tell(entry);
  }

  private fail(entry: Entry, error: unknown): void {
    entry.answer = undefined;
    entry.ids = new Set();
    entry.state = { error };
    this.call(entry);
  }

  /** Says nothing where nothing changed. */
  private tell(entry: Entry): void {
    const data = entry.ids.size === 0 ? entry.answer : this.#cache.overlay(entry.answer);
    const { state } = entry;
    if (state !== null && state.error === undefined && JSON.stringify(state.data) === JSON.stringify(data)) {
      return;
    }
    entry.state = { data: frozen(structuredClone(data)) };
    this.call(entry);
  }

  private call(entry: Entry): void {
    for (const listener of [...entry.listeners]) {
      if (entry.state !== null && entry.listeners.has(listener)) {
        listener(entry.state);
      }
    }
  }

  private async invalidate(entry: Entry): Promise<void> {
    entry.loadedAt = Number.NEGATIVE_INFINITY;
    if (entry.listeners.size > 0) {
      await this.load(entry);
    }
  }
}

/** Components get what they must not change. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
