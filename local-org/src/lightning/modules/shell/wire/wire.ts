/**
 * Wire adapters with the platform's timing: first neither data nor error, nothing while something required is missing,
 * then each state of the source. Source: LWC Developer Guide, "Understand the Wire Service"; the wire protocol of
 * `@lwc/engine-core`.
 */
import type { WireAdapterConstructor } from 'lwc';
import { unwrap } from 'lwc';
import type { Source, State } from 'shell/recordStore';

export interface WireValue<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
}
type Config = Readonly<Record<string, unknown>>;
type Callback = (value: WireValue<unknown>) => void;

/** How to read again what a wire delivered, by the object it delivered. */
const refreshers = new WeakMap<object, () => Promise<void>>();

/** `sourceOf` answers null for a configuration that is not complete yet. */
export function wireAdapter<Settings extends object, Data>(
  sourceOf: (config: Settings) => Source | null,
): WireAdapterConstructor<Settings, WireValue<Data>> {
  return class extends Wire {
    constructor(callback: Callback) {
      super(callback, sourceOf as (config: Config) => Source | null);
    }
  } as unknown as WireAdapterConstructor<Settings, WireValue<Data>>;
}

/** Reads again what a wire delivered; takes the whole object, not its data. */
export async function refreshWired(wired: unknown): Promise<void> {
  const refresh = typeof wired === 'object' && wired !== null ? refreshers.get(unwrap(wired) as object) : undefined;
  if (refresh !== undefined) {
    await refresh();
  }
}

class Wire {
  readonly #callback: Callback;
  readonly #sourceOf: (config: Config) => Source | null;
  #isConnected = false;
  #config: Config | null = null;
  #shown = '';
  #unsubscribe: (() => void) | null = null;

  constructor(callback: Callback, sourceOf: (config: Config) => Source | null) {
    this.#callback = callback;
    this.#sourceOf = sourceOf;
    callback({ data: undefined, error: undefined });
  }

  update(config: Config): void {
    this.#config = config;
    this.listen();
  }
  connect(): void {
    this.#isConnected = true;
    this.listen();
  }
  disconnect(): void {
    this.#isConnected = false;
    this.stop();
  }

  private listen(): void {
    if (!this.#isConnected || this.#config === null) {
      return;
    }
    const text = JSON.stringify(this.#config, (_name, value: unknown) => (value === undefined ? '\u0000' : value));
    if (this.#unsubscribe !== null && text === this.#shown) {
      return;
    }
    this.stop();
    const source = this.#sourceOf(this.#config);
    if (source !== null) {
      this.#shown = text;
      this.#unsubscribe = source.subscribe((state) => this.tell(source, state));
    }
  }

  private stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  private tell(source: Source, { data, error }: State): void {
    const value = { data, error };
    refreshers.set(value, () => source.refresh());
    this.#callback(value);
  }
}

/** Whether all of these are there. */
export function hasAll(config: object, names: readonly string[]): boolean {
  const values = config as Config;
  return names.every((name) => values[name] !== undefined && values[name] !== null);
}
