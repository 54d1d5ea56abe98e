/** Wall clocks of IANA zones. Offsets are asked of the platform once per zone and hour, since every page needs hundreds. */
const HOUR = 3_600_000;
const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Milliseconds that a zone is ahead of UTC at a moment. Changes of offset fall on whole quarter hours. */
export function offsetAt(zone: string, moment: number): number {
  const slot = Math.floor(moment / (HOUR / 4));
  const key = `${zone} ${slot}`;
  const known = offsets.get(key);
  if (known !== undefined) {
    return known;
  }
  const instant = slot * (HOUR / 4);
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  offsets.set(key, offset);
  return offset;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** The moment at which a zone's clocks show this local time, given as if it were UTC. */
export function momentOf(zone: string, wall: number): number {
  const guess = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, guess);
}
/** `2025-03-03T09:00:00` where the clock of the zone shows it. */
export function wallText(zone: string, moment: number): string {
  return new Date(moment + offsetAt(zone, moment)).toISOString().slice(0, 19);
}
export function dateIn(zone: string, moment: number): string {
  return wallText(zone, moment).slice(0, 10);
}
/** `+01:00`, or `+0100` with an empty separator. */
export function offsetText(zone: string, moment: number, separator = ':'): string {
  const minutes = Math.round(offsetAt(zone, moment) / MINUTE);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}
/** `2025-03-03T08:00:00Z` */
export function utcText(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

const DAY_FORMAT = /^\d{4}-\d{2}-\d{2}$/;

/** A day that is in the calendar. */
export function isDay(text: string): boolean {
  if (!DAY_FORMAT.test(text)) {
    return false;
  }
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Undefined for what is no date with time and offset. */
export function instantOf(text: string): number | undefined {
  if (!INSTANT.test(text) || !isDay(text.slice(0, 10))) {
    return undefined;
  }
  const moment = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(moment) ? undefined : moment;
}
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** A local date and time without offset, as if it were UTC. */
export function wallOf(text: string): number | undefined {
  if (!WALL.test(text) || !isDay(text.slice(0, 10))) {
    return undefined;
  }
  const moment = Date.parse(`${text}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}
