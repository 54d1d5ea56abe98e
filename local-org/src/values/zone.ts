/**
 * A time zone with its daylight saving: the offset from UTC at an instant, and the instant of a wall-clock time. A
 * wall-clock time that occurs twice means the later one, one that is skipped counts by the offset before the jump.
 */
import { fromUtc } from './temporal.ts';

const DAY = 86_400_000;
/** Offsets change at whole quarters of an hour. */
const QUARTER = 900_000;
const FIXED = /^(?:GMT|UTC)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/i;

export class Zone {
  /** As it was asked for: `America/Los_Angeles`, `GMT`. */
  readonly id: string;
  readonly #fixed: number | null;
  readonly #format: Intl.DateTimeFormat | null;
  readonly #offsets = new Map<number, number>();

  private constructor(id: string, fixed: number | null, format: Intl.DateTimeFormat | null) {
    this.id = id;
    this.#fixed = fixed;
    this.#format = format;
  }

  /** By IANA name, `GMT`, `UTC` or `GMT+5:30`; null for a name that is none. */
  static named(id: string): Zone | null {
    const fixed = FIXED.exec(id);
    if (fixed) {
      const size = Number(fixed[2] ?? 0) * 3_600_000 + Number(fixed[3] ?? 0) * 60_000;
      return new Zone(id, fixed[1] === '-' ? -size : size, null);
    }
    try {
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone: id,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      return new Zone(id, null, format);
    } catch {
      return null;
    }
  }

  /** Milliseconds to add to UTC. */
  offsetAt(instant: number): number {
    if (this.#fixed !== null) {
      return this.#fixed;
    }
    const quarter = Math.floor(instant / QUARTER);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      offset = this.#compute(quarter * QUARTER);
      this.#offsets.set(quarter, offset);
    }
    return offset;
  }

  #compute(instant: number): number {
    const parts = new Map((this.#format?.formatToParts(instant) ?? []).map((part) => [part.type, part.value]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
    const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
    return fromUtc(year, part('month'), part('day'), part('hour'), part('minute'), part('second')) - instant;
  }

  /** Milliseconds since 1970 as if the wall clock showed UTC. */
  wallClock(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** The instant at which the wall clock shows `wall`. */
  instantOf(wall: number): number {
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    if (before === after && this.offsetAt(wall - before) === before) {
      return wall - before;
    }
    const fitting = [...new Set([before, after, this.offsetAt(wall)])].filter(
      (offset) => this.offsetAt(wall - offset) === offset,
    );
    return wall - (fitting.length === 0 ? before : Math.min(...fitting));
  }

  /** The offset without daylight saving in the year of the instant. */
  standardOffset(instant: number): number {
    const year = new Date(instant).getUTCFullYear();
    return Math.min(this.offsetAt(fromUtc(year, 1, 1)), this.offsetAt(fromUtc(year, 7, 1)));
  }
  isDaylightSaving(instant: number): boolean {
    return this.offsetAt(instant) !== this.standardOffset(instant);
  }
}

/** Zones by name, each made once. */
export class ZoneTable {
  readonly #zones = new Map<string, Zone | null>();
  get(id: string): Zone | null {
    let zone = this.#zones.get(id);
    if (zone === undefined) {
      zone = Zone.named(id);
      this.#zones.set(id, zone);
    }
    return zone;
  }
}
