/** What can be asked of a clock in a word or two: `show`, `stop`, `start`, `+1d`, `set 2026-12-01T09:00Z`. */
import type { OrgClock } from './orgClock.ts';

const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

export class ClockFault extends Error {}

export interface ClockReport {
  readonly now: string;
  readonly isRunning: boolean;
  /** Where a jump that is under way leads to. */
  readonly target: string | null;
}

export function clockReport(clock: OrgClock): ClockReport {
  return {
    now: new Date(clock.now()).toISOString(),
    isRunning: clock.isRunning,
    target: clock.target === null ? null : new Date(clock.target).toISOString(),
  };
}

/** Does it, and gives the clock as it is then. */
export function commandClock(clock: OrgClock, words: readonly string[]): ClockReport {
  const [word = 'show', moment] = words;
  const isSet = word === 'set';
  if (words.length > (isSet ? 2 : 1)) {
    throw new ClockFault(`Too many words: ${words.join(' ')}`);
  }
  if (isSet) {
    clock.jumpTo(momentOf(moment ?? ''));
  } else if (word === 'stop') {
    clock.stop();
  } else if (word === 'start') {
    clock.start();
  } else if (word !== 'show') {
    clock.jumpTo((clock.target ?? clock.now()) + spanOf(word));
  }
  return clockReport(clock);
}

function spanOf(text: string): number {
  const [, sign, rest = ''] = /^([+-])((?:\d+[smhdw])+)$/.exec(text) ?? [];
  if (sign === undefined) {
    throw new ClockFault(`The clock does not know "${text}": show, stop, start, +1d, -2h30m, or set 2026-12-01T09:00Z`);
  }
  let span = 0;
  for (const [, count, unit = 's'] of rest.matchAll(/(\d+)([smhdw])/g)) {
    span += Number(count) * (UNITS[unit] ?? 0);
  }
  return sign === '-' ? -span : span;
}

function momentOf(text: string): number {
  const moment = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) {
    throw new ClockFault(`set needs a moment such as 2026-12-01T09:00Z, not "${text}"`);
  }
  return moment;
}
