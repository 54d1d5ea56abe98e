/** Formats instants by the patterns of Java's SimpleDateFormat, in English as Apex does whatever the user's locale. */
import type { Zone } from './zone.ts';
import { shortZoneName } from './zoneNames.ts';
import { fromUtc } from './temporal.ts';

const DAY = 86_400_000;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** What a pattern letter prints; `width` is how often the letter stands. */
interface Moment {
  readonly instant: number;
  readonly wall: Date;
  readonly zone: Zone;
}

export class BadPattern extends Error {}

const number = (value: number, width: number): string => String(value).padStart(width, '0');
const name = (names: readonly string[], index: number, width: number): string =>
  width >= 4 ? (names[index] ?? '') : (names[index] ?? '').slice(0, 3);

export function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - fromUtc(wall.getUTCFullYear(), 1, 1)) / DAY) + 1;
}

/** Weeks begin on Sunday and the first has a single day of the year in it, as in Java's US locale. */
function week(wall: Date): { readonly week: number; readonly year: number } {
  const sunday = Math.floor(wall.getTime() / DAY) - wall.getUTCDay();
  const next = wall.getUTCFullYear() + 1;
  if (sunday + 6 >= fromUtc(next, 1, 1) / DAY) {
    return { week: 1, year: next };
  }
  const first = fromUtc(next - 1, 1, 1);
  return { week: Math.floor((sunday - (first / DAY - new Date(first).getUTCDay())) / 7) + 1, year: next - 1 };
}

function year(value: number, width: number): string {
  const shown = value <= 0 ? 1 - value : value;
  return width === 2 ? number(shown % 100, 2) : number(shown, width);
}

function offset(moment: Moment, separator: string): string {
  const minutes = Math.trunc(moment.zone.offsetAt(moment.instant) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${number(Math.floor(size / 60), 2)}${separator}${number(size % 60, 2)}`;
}

/** Summer time is what is ahead of the smaller offset of the year. */
function isSummerTime(zone: Zone, instant: number): boolean {
  const year = new Date(instant).getUTCFullYear();
  const standard = Math.min(zone.offsetAt(fromUtc(year, 1, 1)), zone.offsetAt(fromUtc(year, 7, 1)));
  return zone.offsetAt(instant) > standard;
}

export function zoneName(zone: Zone, instant: number, isLong: boolean): string {
  if (/^(GMT|UTC)$/i.test(zone.id)) {
    return isLong
      ? /^GMT$/i.test(zone.id)
        ? 'Greenwich Mean Time'
        : 'Coordinated Universal Time'
      : zone.id.toUpperCase();
  }
  if (/^(GMT|UTC)/i.test(zone.id)) {
    return `GMT${offset({ instant, wall: new Date(instant), zone }, ':')}`;
  }
  const short = isLong ? null : shortZoneName(zone.id, isSummerTime(zone, instant));
  if (short !== null) {
    return short;
  }
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone.id, timeZoneName: isLong ? 'long' : 'short' });
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? zone.id;
}

const LETTERS: Readonly<Record<string, (moment: Moment, width: number) => string>> = {
  G: ({ wall }) => (wall.getUTCFullYear() <= 0 ? 'BC' : 'AD'),
  y: ({ wall }, width) => year(wall.getUTCFullYear(), width),
  Y: ({ wall }, width) => year(week(wall).year, width),
  M: ({ wall }, width) =>
    width >= 3 ? name(MONTHS, wall.getUTCMonth(), width) : number(wall.getUTCMonth() + 1, width),
  L: ({ wall }, width) =>
    width >= 3 ? name(MONTHS, wall.getUTCMonth(), width) : number(wall.getUTCMonth() + 1, width),
  w: ({ wall }, width) => number(week(wall).week, width),
  W: ({ wall }, width) =>
    number(
      Math.floor(
        (wall.getUTCDate() - 1 + new Date(fromUtc(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 1)).getUTCDay()) / 7,
      ) + 1,
      width,
    ),
  D: ({ wall }, width) => number(dayOfYear(wall), width),
  d: ({ wall }, width) => number(wall.getUTCDate(), width),
  F: ({ wall }, width) => number(Math.floor((wall.getUTCDate() - 1) / 7) + 1, width),
  E: ({ wall }, width) => name(WEEKDAYS, wall.getUTCDay(), width),
  u: ({ wall }, width) => number(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(), width),
  a: ({ wall }) => (wall.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: ({ wall }, width) => number(wall.getUTCHours(), width),
  k: ({ wall }, width) => number(wall.getUTCHours() === 0 ? 24 : wall.getUTCHours(), width),
  K: ({ wall }, width) => number(wall.getUTCHours() % 12, width),
  h: ({ wall }, width) => number(wall.getUTCHours() % 12 === 0 ? 12 : wall.getUTCHours() % 12, width),
  m: ({ wall }, width) => number(wall.getUTCMinutes(), width),
  s: ({ wall }, width) => number(wall.getUTCSeconds(), width),
  S: ({ wall }, width) => number(wall.getUTCMilliseconds(), width),
  z: ({ zone, instant }, width) => zoneName(zone, instant, width >= 4),
  Z: (moment) => offset(moment, ''),
  X: (moment, width) => {
    const minutes = moment.zone.offsetAt(moment.instant);
    return minutes === 0 ? 'Z' : width === 1 ? offset(moment, '').slice(0, 3) : offset(moment, width === 2 ? '' : ':');
  },
};

/** A run of one letter, a quoted text, or anything else one character at a time. */
const TOKEN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^]/gy;

/** Throws BadPattern, with Java's text, on a letter that has no meaning or a quote without its end. */
export function formatInstant(instant: number, zone: Zone, pattern: string): string {
  const moment: Moment = { instant, wall: new Date(zone.wallClock(instant)), zone };
  let text = '';
  for (const token of pattern.matchAll(TOKEN)) {
    const [whole, quoted, letter] = token;
    if (quoted !== undefined) {
      text += quoted === '' ? "'" : quoted.replaceAll("''", "'");
    } else if (letter !== undefined) {
      const write = LETTERS[letter];
      if (write === undefined) {
        throw new BadPattern(`Illegal pattern character '${letter}'`);
      }
      text += write(moment, whole.length);
    } else if (whole === "'") {
      throw new BadPattern('Unterminated quote');
    } else {
      text += whole;
    }
  }
  return text;
}
