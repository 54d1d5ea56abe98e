/** Calendar arithmetic of Apex: months clamp the day, weeks begin where the locale says, texts are read strictly. */
import { ApexDate, ApexTime, fromUtc } from './temporal.ts';

const DAY = 86_400_000;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  return new Date(fromUtc(year, month + 1, 0)).getUTCDate();
}

/** The same day of a later month, or its last day where it is shorter. `wall` counts milliseconds since 1970. */
export function addMonths(wall: number, months: number): number {
  const date = new Date(wall);
  const total = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const day = Math.min(date.getUTCDate(), daysInMonth(year, month));
  return fromUtc(year, month, day) + (wall - Math.floor(wall / DAY) * DAY);
}

/** First day of the week of a locale: 0 is Sunday. */
export function firstDayOfWeek(locale: string): number {
  const information = new Intl.Locale(locale.split('_').slice(0, 2).join('-')) as Intl.Locale & {
    readonly weekInfo?: { readonly firstDay: number };
  };
  return (information.weekInfo?.firstDay ?? 7) % 7;
}

/** `2026-11-23`, with or without a time behind it; null for anything else. Out-of-range days and months roll over. */
export function readIsoDate(text: string): ApexDate | null {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?\s*$/.exec(text);
  if (!match) {
    return null;
  }
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? ApexDate.of(year, month, day)
    : null;
}

/** `2026-11-23 08:46:00` as a wall-clock time; null for anything else. */
export function readWallClock(text: string): number | null {
  const match = /^\s*(\d{4}-\d{1,2}-\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})\s*$/.exec(text);
  const date = match === null ? null : readIsoDate(match[1] ?? '');
  if (match === null || date === null) {
    return null;
  }
  const [hour, minute, second] = match.slice(2).map(Number) as [number, number, number];
  return hour < 24 && minute < 60 && second < 60 ? date.day * DAY + ((hour * 60 + minute) * 60 + second) * 1000 : null;
}

/** The order of day, month and year in a locale's short dates. */
function order(locale: string): readonly string[] {
  const parts = new Intl.DateTimeFormat(locale.split('_').slice(0, 2).join('-'), {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(0);
  return parts.map((part) => part.type).filter((type) => type === 'day' || type === 'month' || type === 'year');
}

/** A short date of a locale: `11/23/2026` in en_US; null for anything else. */
export function readLocaleDate(text: string, locale: string): ApexDate | null {
  const numbers = /^\s*(\d{1,4})[./-] ?(\d{1,2})[./-] ?(\d{1,4})\.?\s*$/.exec(text);
  if (!numbers) {
    return null;
  }
  const found = new Map(order(locale).map((type, index) => [type, Number(numbers[index + 1])]));
  const [year = 0, month = 0, day = 0] = [found.get('year'), found.get('month'), found.get('day')];
  const full = year < 100 ? year + (year < 50 ? 2000 : 1900) : year;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(full, month)
    ? ApexDate.of(full, month, day)
    : null;
}

/** A short date and time of a locale, `11/23/2026, 9:46 AM`, as a wall-clock time; null for anything else. */
export function readLocaleDatetime(text: string, locale: string): number | null {
  const match = /^(.*?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([AaPp])\.?[Mm]\.?)?\s*$/.exec(text);
  const date = match === null ? null : readLocaleDate(match[1] ?? '', locale);
  if (match === null || date === null) {
    return null;
  }
  const half = match[5]?.toLowerCase();
  const hour = Number(match[2]);
  if (half !== undefined && (hour < 1 || hour > 12)) {
    return null;
  }
  const full = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(match[3]);
  return full < 24 && minute < 60 ? date.day * DAY + ((full * 60 + minute) * 60 + Number(match[4] ?? 0)) * 1000 : null;
}

export const timeOf = (wall: number): ApexTime => new ApexTime(wall);
export const dateOf = (wall: number): ApexDate => new ApexDate(Math.floor(wall / DAY));
