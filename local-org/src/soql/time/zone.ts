/** Local days and hours of one time zone, daylight saving included. Offsets are remembered per quarter of an hour. */
const DAY = 86_400_000;
const QUARTER = 900_000;

export class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** `timeZone` is an IANA name. */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    }); // prettier-ignore
  }

  /** Milliseconds to add to UTC. */
  offsetAt(instant: number): number {
    const quarter = Math.floor(instant / QUARTER);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) {
      return known;
    }
    const start = quarter * QUARTER;
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(start)) {
      parts[type] = Number(value);
    }
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
    this.#offsets.set(quarter, offset);
    return offset;
  }
  /** Days since 1970 on the wall calendar. */
  dayOf(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / DAY);
  }
  hourOf(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / 3_600_000) % 24;
  }
  /** The first instant of that local day, also where the clocks skip midnight. */
  startOf(day: number): number {
    const wall = day * DAY;
    const early = wall - this.offsetAt(wall - DAY);
    if (this.dayOf(early) === day && this.dayOf(early - 1) < day) {
      return early;
    }
    const late = wall - this.offsetAt(wall + DAY);
    if (this.dayOf(late) === day && this.dayOf(late - 1) < day) {
      return late;
    }
    let [before, after] = [Math.min(early, late) - QUARTER * 8, Math.max(early, late) + QUARTER * 8];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.dayOf(middle) < day) {
        before = middle;
      } else {
        after = middle;
      }
    }
    return after;
  }
}

/** Regions whose week starts on Sunday, Saturday or Friday (Unicode CLDR 44, `weekData/firstDay`); all others: Monday. */
const SUNDAY: ReadonlySet<string> = new Set(
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'.split(
    ' ',
  ),
);
const SATURDAY: ReadonlySet<string> = new Set('AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' '));

/** 0 is Sunday. A locale without a region (`de`) has its language's home region's start, Monday, except English. */
export function weekStartOf(locale: string): number {
  const [language = '', ...rest] = locale.split(/[_-]/);
  const region =
    rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? (/^(?:en|ja|ko|he|iw|th|hi)$/.test(language) ? 'US' : '');
  return SUNDAY.has(region) ? 0 : SATURDAY.has(region) ? 6 : region === 'MV' ? 5 : 1;
}
