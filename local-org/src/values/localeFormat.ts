/**
 * How a locale writes dates, times and numbers: the short forms of `format()`, with years of four digits as the
 * platform has them. Intl does the work; its narrow spaces become plain ones.
 */
import type { Zone } from './zone.ts';

const tag = (locale: string): string => locale.split('_').slice(0, 2).join('-');
const plain = (text: string): string => text.replace(/[\u202f\u00a0\u2009]/g, ' ');

/** `11/23/2026` for en_US. */
export function shortDate(instant: number, locale: string): string {
  return plain(
    new Intl.DateTimeFormat(tag(locale), {
      timeZone: 'UTC',
      year: 'numeric',
      month: twoDigits(locale),
      day: twoDigits(locale),
    }).format(instant),
  );
}

/** `11/23/2026, 9:46 AM` for en_US. */
export function shortDatetime(instant: number, zone: Zone, locale: string): string {
  const wall = zone.wallClock(instant);
  const form = {
    timeZone: 'UTC',
    year: 'numeric',
    month: twoDigits(locale),
    day: twoDigits(locale),
    hour: twelveHours(locale) ? 'numeric' : '2-digit',
    minute: '2-digit',
  } as const;
  return plain(new Intl.DateTimeFormat(tag(locale), form).format(wall)).replace(
    / ([ap])\.?m\.?$/i,
    (_all, letter: string) => (tag(locale) === 'en-US' ? ` ${letter.toUpperCase()}M` : ` ${letter}m`),
  );
}

function twelveHours(locale: string): boolean {
  return new Intl.DateTimeFormat(tag(locale), { hour: 'numeric' }).resolvedOptions().hour12 === true;
}

/** Locales that pad days and months say so in their own short form. */
function twoDigits(locale: string): 'numeric' | '2-digit' {
  const sample = new Intl.DateTimeFormat(tag(locale), { dateStyle: 'short', timeZone: 'UTC' }).format(0);
  return /(^|\D)01(\D|$)/.test(sample) ? '2-digit' : 'numeric';
}

/** `1,234.5` for en_US; `digits` is written exactly, rounding is the caller's. */
export function localeNumber(digits: string, locale: string): string {
  const parts = new Intl.NumberFormat(tag(locale), { useGrouping: true }).formatToParts(-1_234_567.5);
  const symbol = (type: Intl.NumberFormatPartTypes, fallback: string): string =>
    parts.find((part) => part.type === type)?.value ?? fallback;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!match) {
    return digits;
  }
  const [, sign = '', whole = '', fraction = ''] = match;
  const grouped = grouping(parts, whole, plain(symbol('group', ',')));
  return `${sign === '' ? '' : symbol('minusSign', '-')}${grouped}${fraction === '' ? '' : symbol('decimal', '.') + fraction}`;
}

/** Groups of three, or of two before the last three where the locale counts in lakhs. */
function grouping(sample: readonly Intl.NumberFormatPart[], whole: string, separator: string): string {
  const groups = sample.filter((part) => part.type === 'integer').map((part) => part.value.length);
  const size = groups.length > 2 && groups[1] === 2 ? 2 : 3;
  const head = whole.slice(0, -3);
  const tail = whole.slice(-3);
  return head === ''
    ? tail
    : `${head.replace(new RegExp(`\\B(?=(\\d{${size}})+(?!\\d))`, 'g'), separator)}${separator}${tail}`;
}
