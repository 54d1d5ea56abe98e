/**
 * Dates and times as Apex holds them: a date is a day of the proleptic Gregorian calendar without a zone, a datetime
 * an instant in milliseconds since 1970 UTC, a time the milliseconds since midnight. Zones belong to formatting.
 */
const DAY = 86_400_000;

export class ApexDate {
  /** Days since 1970-01-01. */
  readonly day: number;
  constructor(day: number) {
    this.day = day;
  }
  /** Month 1 to 12; a day or month out of range rolls over, as `Date.newInstance` does. */
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(Math.floor(fromUtc(year, month, day) / DAY));
  }
  get year(): number {
    return new Date(this.day * DAY).getUTCFullYear();
  }
  get month(): number {
    return new Date(this.day * DAY).getUTCMonth() + 1;
  }
  get dayOfMonth(): number {
    return new Date(this.day * DAY).getUTCDate();
  }
  /** `2026-11-23`. */
  toString(): string {
    return `${String(this.year).padStart(4, '0')}-${pad(this.month)}-${pad(this.dayOfMonth)}`;
  }
}

export class ApexDatetime {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly instant: number;
  constructor(instant: number) {
    this.instant = instant;
  }
  /** `2026-11-23T08:46:00.000Z`, as JSON and the API write it. */
  toIsoString(): string {
    return new Date(this.instant).toISOString();
  }
  /** The same; what Apex prints depends on the user's zone and is the runtime's to say. */
  toString(): string {
    return this.toIsoString();
  }
}

export class ApexTime {
  /** Milliseconds since midnight, 0 to 86,399,999. */
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    this.milliseconds = ((milliseconds % DAY) + DAY) % DAY;
  }
  /** `08:46:00.000Z`. */
  toString(): string {
    const of = (unit: number, base: number): number => Math.floor(this.milliseconds / unit) % base;
    return `${pad(of(3_600_000, 24))}:${pad(of(60_000, 60))}:${pad(of(1_000, 60))}.${String(this.milliseconds % 1_000).padStart(3, '0')}Z`;
  }
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** `Date.UTC` without its habit of reading the years 0 to 99 as 1900 to 1999. */
export function fromUtc(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  instant.setUTCHours(hour, minute, second, millisecond);
  return instant.getTime();
}
