/** Counts API calls by the minute and forgets them after 24 hours of the org's clock, as the platform's rolling limit. */
import type { Clock } from '../../runtime/runtime.ts';

const MINUTE = 60_000;
const MINUTES_A_DAY = 24 * 60;
/** A Developer Edition org. Source: Salesforce Developer Limits, "API Request Limits and Allocations". */
const DAILY_LIMIT = 15_000;

export class ApiUsage {
  readonly #clock: Clock;
  readonly #byMinute = new Map<number, number>();
  /** What the org may use a day. Passing it is refused only when somebody set it: orgs may go over theirs for a while. */
  #limit = DAILY_LIMIT;
  #isEnforced = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(): void {
    const minute = this.#minute;
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
  get #minute(): number {
    return Math.floor(this.#clock.now() / MINUTE);
  }
}
