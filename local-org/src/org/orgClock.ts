/**
 * The clock of an org that is served. It runs with the machine's, stands still, or jumps; where it stands is kept in a
 * file, so that it goes on over a restart. A jump ahead is a walk: `walkTo` stops at each moment something is due.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../runtime/runtime.ts';

interface ClockState {
  /** Added to the machine's time while the clock runs. */
  readonly offset: number;
  /** The moment it stands at; null while it runs. */
  readonly stoppedAt: number | null;
  /** Where a jump ahead leads to; null when none is under way. */
  readonly target: number | null;
}

/** Name of the file in the org's folder. */
export const CLOCK_FILE = 'clock.json';

const RUNNING: ClockState = { offset: 0, stoppedAt: null, target: null };

export class OrgClock implements Clock {
  readonly #file: string | null;
  readonly #machine: () => number;
  #state: ClockState;
  /** Where a walk has got to: time stands still while what is due there runs. */
  #walkingAt: number | null = null;

  constructor(file: string | null, machine: () => number = () => Date.now()) {
    this.#file = file;
    this.#machine = machine;
    this.#state = file !== null && existsSync(file) ? readState(file) : RUNNING;
  }

  now(): number {
    return this.#walkingAt ?? this.#plainNow();
  }
  #plainNow(): number {
    return this.#state.stoppedAt ?? this.#machine() + this.#state.offset;
  }
  get isRunning(): boolean {
    return this.#state.stoppedAt === null;
  }
  /** The end of the jump that is under way. */
  get target(): number | null {
    return this.#state.target;
  }

  stop(): void {
    this.#keep({ ...this.#state, stoppedAt: this.#plainNow() });
  }
  start(): void {
    this.#keep({ ...this.#state, offset: this.#plainNow() - this.#machine(), stoppedAt: null });
  }
  /** Ahead: begins a walk that `walkTo` and `arrive` make. Back: at once. */
  jumpTo(moment: number): void {
    if (moment > this.now()) {
      this.#keep({ ...this.#state, target: moment });
    } else {
      this.#place(moment);
    }
  }
  /** A stop on the way to the target. */
  walkTo(moment: number): void {
    this.#walkingAt = Math.max(this.now(), moment);
  }
  arrive(): void {
    const { target } = this.#state;
    if (target !== null) {
      this.#place(Math.max(target, this.now()));
    }
  }

  #place(moment: number): void {
    this.#walkingAt = null;
    this.#keep({
      offset: moment - this.#machine(),
      stoppedAt: this.isRunning ? null : moment,
      target: null,
    });
  }
  #keep(state: ClockState): void {
    this.#state = state;
    if (this.#file !== null) {
      const temporary = `${this.#file}.new`;
      writeFileSync(temporary, `${JSON.stringify(state)}\n`);
      renameSync(temporary, this.#file);
    }
  }
}

function readState(file: string): ClockState {
  let read: Partial<ClockState>;
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as Partial<ClockState>;
  } catch {
    throw new Error(`${file} is damaged: delete it to let the clock run with the machine's`);
  }
  return { ...RUNNING, ...read };
}
