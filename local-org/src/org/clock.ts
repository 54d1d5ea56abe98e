/** A clock that stands still and is moved by hand. */
import type { Clock } from '../runtime/runtime.ts';

export class ManualClock implements Clock {
  #now: number;
  constructor(now: number) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
  set(now: number): void {
    this.#now = now;
  }
}
