/** Counts API calls by the minute and forgets them after 24 hours of the org's clock, as the platform's rolling limit. */
import type { Store } from '../../data/store.ts';
import type { Clock } from '../../runtime/runtime.ts';

const MINUTE = 60_000;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;
const MINUTES_A_DAY = HOURS_A_DAY * MINUTES_AN_HOUR;
/** A Developer Edition org. Source: Salesforce Developer Limits, "API Request Limits and Allocations". */
const DAILY_LIMIT = 15_000;

/** The one record that keeps the counts over a restart. */
const TABLE = '$ApiUsage';
const RECORD = 'byMinute';

export class ApiUsage {
  readonly #clock: Clock;
  readonly #byMinute = new Map<number, number>();
  /** What the org may use a day. Passing it is refused only when somebody set it: orgs may go over theirs for a while. */
  #limit = DAILY_LIMIT;
  #isEnforced = false;
  #isKept = true;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(): void {
    const minute = this.#minute;
    this.#isKept = false;
    this.#byMinute.set(minute, (this.#byMinute.get(minute) ?? 0) + 1);
  }
  get used(): number {
    const now = this.#minute;
    let sum = 0;
    for (const [minute, count] of this.#byMinute) {
      // A clock set back leaves calls in what is now the future: they are as gone as those of yesterday.
      if (minute > now || minute <= now - MINUTES_A_DAY) {
        this.#byMinute.delete(minute);
      } else {
        sum += count;
      }
    }
    return sum;
  }
  /** Calls of each of the last 24 hours, the newest first. */
  get byHour(): readonly { readonly from: string; readonly calls: number }[] {
    const last = Math.floor(this.#minute / MINUTES_AN_HOUR);
    return Array.from({ length: HOURS_A_DAY }, (_, index) => {
      const hour = last - index;
      const minutes = [...this.#byMinute].filter(([minute]) => Math.floor(minute / MINUTES_AN_HOUR) === hour);
      return {
        from: new Date(hour * MINUTES_AN_HOUR * MINUTE).toISOString(),
        calls: minutes.reduce((sum, [, count]) => sum + count, 0),
      };
    });
  }
  get limit(): number {
    return this.#limit;
  }
  enforce(limit: number): void {
    this.#limit = limit;
    this.#isEnforced = true;
  }
  get isExhausted(): boolean {
    return this.#isEnforced && this.used >= this.#limit;
  }
  restore(store: Store): void {
    const counts = store.get(TABLE, RECORD)?.['Counts'];
    for (const [minute, count] of typeof counts === 'string' ? (JSON.parse(counts) as [number, number][]) : []) {
      this.#byMinute.set(minute, count);
    }
  }
  /** As part of the transaction that runs; now and then only, for a commit with every call would cost more than the call. */
  keep(store: Store): void {
    if (this.#isKept) {
      return;
    }
    const row = { Id: RECORD, Counts: this.used === 0 ? '[]' : JSON.stringify([...this.#byMinute]) };
    if (store.get(TABLE, RECORD) === null) {
      store.insert(TABLE, row);
    } else {
      store.update(TABLE, row);
    }
    this.#isKept = true;
  }
  get #minute(): number {
    return Math.floor(this.#clock.now() / MINUTE);
  }
}
