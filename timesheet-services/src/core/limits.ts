/** Counts requests as vendors do: in fixed windows, or in a bucket that leaks. */
export interface Verdict {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until there is room again, at least one where there is none. */
  readonly resetsIn: number;
}
interface Window {
  readonly startedAt: number;
  readonly used: number;
}

/** A number of requests per window, counted by key. The window begins with its first request. */
export class WindowLimit {
  readonly #limit: number;
  readonly #milliseconds: number;
  readonly #windows = new Map<string, Window>();

  constructor(limit: number, milliseconds: number) {
    this.#limit = limit;
    this.#milliseconds = milliseconds;
  }
  take(key: string, now: number): Verdict {
    const window = this.#windowOf(key, now);
    const isAllowed = window.used < this.#limit;
    if (isAllowed) {
      this.#windows.set(key, { startedAt: window.startedAt, used: window.used + 1 });
    }
    return { ...this.look(key, now), isAllowed };
  }
  look(key: string, now: number): Verdict {
    const { startedAt, used } = this.#windowOf(key, now);
    const resetsIn = Math.max(1, Math.ceil((startedAt + this.#milliseconds - now) / 1000));
    return { isAllowed: used < this.#limit, limit: this.#limit, remaining: this.#limit - used, resetsIn };
  }
  #windowOf(key: string, now: number): Window {
    const window = this.#windows.get(key);
    return window === undefined || now >= window.startedAt + this.#milliseconds ? { startedAt: now, used: 0 } : window;
  }
}

/** Each request fills the bucket by one, time empties it; a full one refuses. */
export class LeakyBucket {
  readonly #capacity: number;
  readonly #perSecond: number;
  readonly #levels = new Map<string, { readonly level: number; readonly at: number }>();

  constructor(capacity: number, perSecond: number) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
  }
  take(key: string, now: number): Verdict {
    const { level: earlier, at } = this.#levels.get(key) ?? { level: 0, at: now };
    const level = Math.max(0, earlier - ((now - at) / 1000) * this.#perSecond);
    const isAllowed = level + 1 <= this.#capacity;
    const filled = isAllowed ? level + 1 : level;
    this.#levels.set(key, { level: filled, at: now });
    return {
      isAllowed,
      limit: this.#capacity,
      remaining: Math.floor(this.#capacity - filled),
      resetsIn: Math.max(1, Math.ceil((filled + 1 - this.#capacity) / this.#perSecond)),
    };
  }
}
