/** The service's own time, which tests and the page may stop and move. Timers of deliveries follow the machine's. */
export class Clock {
  #ahead = 0;
  #stoppedAt: number | null = null;

  constructor(start?: number) {
    if (start !== undefined) {
      this.set(start);
    }
  }

  now(): number {
    return this.#stoppedAt ?? Date.now() + this.#ahead;
  }
  /** Stops the clock at a moment. */
  set(moment: number): void {
    this.#stoppedAt = moment;
  }
  advance(milliseconds: number): void {
    if (this.#stoppedAt === null) {
      this.#ahead += milliseconds;
    } else {
      this.#stoppedAt += milliseconds;
    }
  }
  /** Runs on from where it stands. */
  run(): void {
    if (this.#stoppedAt !== null) {
      this.#ahead = this.#stoppedAt - Date.now();
      this.#stoppedAt = null;
    }
  }
}
