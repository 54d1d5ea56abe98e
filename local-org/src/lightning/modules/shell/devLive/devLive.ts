/**
 * What a developer page shows, asked for again every few seconds while somebody looks. Data that has not changed is not
 * told again, so that what people point at or type stays where it is.
 */
import { getJson, messageOf } from 'shell/fetch';

export interface LiveState<T> {
  readonly value: T | null;
  readonly problem: string | null;
}

const EVERY = 3000;

export class Live<T> {
  readonly #path: string;
  readonly #tell: (state: LiveState<T>) => void;
  readonly #every: number;
  #last: string | null = null;
  #value: T | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOn = false;

  constructor(path: string, tell: (state: LiveState<T>) => void, every = EVERY) {
    this.#path = path;
    this.#tell = tell;
    this.#every = every;
  }

  start(): void {
    this.#isOn = true;
    void this.refresh();
  }
  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  /** Asks now; the next time is counted from here. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    if (!document.hidden || this.#last === null) {
      await this.ask();
    }
    clearTimeout(this.#timer);
    if (this.#isOn) {
      this.#timer = setTimeout(() => void this.refresh(), this.#every);
    }
  }
  async ask(): Promise<void> {
    try {
      const value = await getJson<T>(this.#path);
      this.note(JSON.stringify(value), { value, problem: null });
      this.#value = value;
    } catch (error) {
      const problem = messageOf(error);
      this.note(`! ${problem}`, { value: this.#value, problem });
    }
  }
  note(text: string, state: LiveState<T>): void {
    if (text !== this.#last) {
      this.#last = text;
      this.#tell(state);
    }
  }
}
