/** `@salesforce/i18n/*` for a user: locale data of the platform's own library, read by `Intl`. */
import type { Runtime } from '../../runtime/runtime.ts';

type UserSettings = Runtime['userSettings'];
type DateStyle = 'short' | 'medium' | 'long';

const STYLES: readonly DateStyle[] = ['short', 'medium', 'long'];
const SUNDAY = 7;

export function i18nModules(settings: UserSettings): Readonly<Record<string, unknown>> {
  const locale = settings.locale.replace('_', '-');
  const values: Record<string, unknown> = {
    locale,
    lang: settings.language.replace('_', '-'),
    dir: /^(ar|he|iw|fa|ur)\b/.test(settings.language) ? 'rtl' : 'ltr',
    timeZone: settings.timeZone,
    currency: settings.currency,
    // Sunday is 1, as in Java.
    firstDayOfWeek: (firstDay(locale) % SUNDAY) + 1,
    ...numberModules(locale, settings.currency),
  };
  for (const style of STYLES) {
    values[`dateTime.${style}DateFormat`] = fullYears(pattern(locale, { dateStyle: style }));
    values[`dateTime.${style}DateTimeFormat`] = fullYears(pattern(locale, { dateStyle: style, timeStyle: style }));
    if (style !== 'long') {
      values[`dateTime.${style}TimeFormat`] = pattern(locale, { timeStyle: style });
    }
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`@salesforce/i18n/${name}`, value]));
}

/** The platform's short dates have years of four digits. */
const fullYears = (format: string): string => format.replace(/(?<!y)yy(?!y)/, 'yyyy');

/** Monday is 1, Sunday 7. */
function firstDay(locale: string): number {
  const data = new Intl.Locale(locale) as Intl.Locale & {
    readonly weekInfo?: { readonly firstDay: number };
    readonly getWeekInfo?: () => { readonly firstDay: number };
  };
  return (data.getWeekInfo?.() ?? data.weekInfo)?.firstDay ?? SUNDAY;
}

function numberModules(locale: string, currency: string): Readonly<Record<string, string>> {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-12345.6);
  const part = (type: string, fallback: string): string => parts.find((one) => one.type === type)?.value ?? fallback;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  return {
    'number.decimalSeparator': part('decimal', '.'),
    'number.groupingSeparator': part('group', ','),
    'number.minusSign': part('minusSign', '-'),
    'number.currencySymbol': money.find(({ type }) => type === 'currency')?.value ?? currency,
  };
}

/** The pattern in letters of the Unicode standard, found by formatting a moment whose parts all differ. */
function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const resolved = format.resolvedOptions();
  const isTwelveHours = resolved.hour12 === true;
  return format
    .formatToParts(new Date(Date.UTC(2026, 2, 4, 5, 6, 7)))
    .map(({ type, value }) => {
      switch (type) {
        case 'year':
          return value.length === 2 ? 'yy' : 'yyyy';
        case 'month':
          return /^\d+$/.test(value) ? 'M'.repeat(value.length) : value.length > 3 ? 'MMMM' : 'MMM';
        case 'day':
          return 'd'.repeat(value.length);
        case 'hour':
          return (isTwelveHours ? 'h' : 'H').repeat(value.length);
        case 'minute':
          return 'mm';
        case 'second':
          return 'ss';
        case 'dayPeriod':
          return 'a';
        case 'timeZoneName':
          return 'z';
        default:
          return /[A-Za-z]/.test(value) ? `'${value.trim()}'`.replace(/^''$/, value) : value.replace(/\u202f/g, ' ');
      }
    })
    .join('');
}
