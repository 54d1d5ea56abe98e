/**
 * Runs what is due in the org, one transaction at a time, and lets requests in between. While the clock jumps ahead it
 * stops at every moment something is due, so that an hourly schedule fires each hour of the days it passes.
 */
import type { LocalOrg } from '../org/localOrg.ts';
import type { OrgClock } from '../org/orgClock.ts';

/** Stops of one jump; what is left runs once, at its end. */
const MOST_STOPS = 10_000;
/** Timers hold no more than 24 days. */
const LONGEST_SLEEP = 86_400_000;

export class JobLoop {
  readonly #local: LocalOrg;
  readonly #clock: OrgClock;
  readonly #report: (fault: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #next: NodeJS.Immediate | null = null;
  #stops = 0;
  #isStopped = false;

  constructor(local: LocalOrg, clock: OrgClock, report: (fault: unknown) => void) {
    this.#local = local;
    this.#clock = clock;
    this.#report = report;
  }

  /** There may be something to do: after each request, and when the clock was moved. */
  kick(): void {
    if (!this.#isStopped && this.#next === null) {
      this.#next = setImmediate(() => {
        this.#next = null;
        this.#turn();
      });
    }
  }
  stop(): void {
    this.#isStopped = true;
    if (this.#next !== null) {
      clearImmediate(this.#next);
    }
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
  }

  #turn(): void {
    if (this.step()) {
      this.kick();
    } else {
      this.#sleep();
    }
  }

  /** One transaction, or one stop of a jump; false when there is nothing to do now. */
  step(): boolean {
    try {
      return this.#local.runPart(this.#report) || this.#walk();
    } catch (fault) {
      this.#report(fault);
      return false;
    }
  }
  #walk(): boolean {
    const { target } = this.#clock;
    if (target === null) {
      this.#stops = 0;
      return false;
    }
    const due = this.#local.parts.asyncWork.nextDueAt();
    this.#stops += 1;
    if (due === null || due > target || this.#stops > MOST_STOPS) {
      this.#clock.arrive();
    } else {
      this.#clock.walkTo(due);
    }
    return true;
  }

  #sleep(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
    const due = this.#local.parts.asyncWork.nextDueAt();
    if (due !== null && this.#clock.isRunning && !this.#isStopped) {
      const wait = Math.min(Math.max(due - this.#clock.now(), 0), LONGEST_SLEEP);
      this.#timer = setTimeout(() => {
        this.kick();
      }, wait);
    }
  }
}
