import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Less than this would round to no hours at all. */
const SHORTEST = 0.01;
/** Older days are named by their date. */
const NAMED_DAYS = 1;

/** A number in the user's locale, with at most two decimals. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** Seconds as hours: `1.5`, or `1,5` where the locale writes so. A few seconds are little, but not nothing. */
export function hoursText(seconds: number): string {
  const hours = seconds / HOUR;
  return hours > 0 && hours < SHORTEST ? `< ${numberText(SHORTEST)}` : numberText(hours);
}

/** Seconds as hours and minutes: `1:30`. */
export function clockText(seconds: number): string {
  const minutes = Math.round(seconds / MINUTE);
  return `${Math.floor(minutes / MINUTE)}:${twoDigits(minutes % MINUTE)}`;
}

/** Seconds as a running clock: `1:30:05`. */
export function timerText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / MINUTE);
  return `${Math.floor(minutes / MINUTE)}:${twoDigits(minutes % MINUTE)}:${twoDigits(whole % MINUTE)}`;
}

/** The day it is for the user, whose time zone need not be the browser's: `2026-11-23`. */
export function today(now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** `Today`, `Yesterday`, or the date with its weekday; the year only where it is another one. */
export function dayText(isoDate: string, isoToday: string): string {
  const day = Date.parse(isoDate);
  const distance = Math.round((day - Date.parse(isoToday)) / MILLISECONDS_PER_DAY);
  if (Math.abs(distance) <= NAMED_DAYS) {
    const text = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(distance, 'day');
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  }
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isoDate.slice(0, 4) === isoToday.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(day);
}

/** A moment in the user's time zone: `Nov 20, 9:00 AM`. */
export function momentText(isoMoment: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    Date.parse(isoMoment),
  );
}

/** A text of the label with {0}, {1} … replaced. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (placeholder, position: string) => String(values[Number(position)] ?? placeholder));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
