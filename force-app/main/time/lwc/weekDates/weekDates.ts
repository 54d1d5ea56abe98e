import firstDayOfWeek from '@salesforce/i18n/firstDayOfWeek';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

export const DAYS_OF_WEEK = 7;
const MILLISECONDS_PER_DAY = 86_400_000;
/** As `Intl` counts them: Saturday and Sunday, where the browser does not know better. */
const WEEKEND: readonly number[] = [6, 7];

/** One day of the week as its column shows it. */
export interface Day {
  readonly date: string;
  readonly column: number;
  /** `Mon`. */
  readonly name: string;
  /** `23`. */
  readonly number: string;
  /** `Monday, November 23`. */
  readonly label: string;
  readonly isToday: boolean;
  readonly isWorkDay: boolean;
  /** The closed period the day is in; empty while it is open. */
  readonly closedPeriod: string;
}

/** The first day of the week that holds a date, in the user's locale. */
export function startOfWeek(date: string): string {
  const day = new Date(date).getUTCDay();
  return addDays(date, -((day - (firstDayOfWeek - 1) + DAYS_OF_WEEK) % DAYS_OF_WEEK));
}

export function addDays(date: string, count: number): string {
  return new Date(Date.parse(date) + count * MILLISECONDS_PER_DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** The seven days from `weekStart`. Dates have no time zone, so they are written in the one they are parsed in. */
export function daysOf(weekStart: string, today: string, closed: ReadonlyMap<string, string>): readonly Day[] {
  const write = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date) => format.format(Date.parse(date));
  };
  const name = write({ weekday: 'short' });
  const number = write({ day: 'numeric' });
  const label = write({ weekday: 'long', month: 'long', day: 'numeric' });
  const weekend = weekendOf(locale);
  return Array.from({ length: DAYS_OF_WEEK }, (_, column) => {
    const date = addDays(weekStart, column);
    return {
      date,
      column,
      name: name(date),
      number: number(date),
      label: label(date),
      isToday: date === today,
      isWorkDay: !weekend.includes(new Date(date).getUTCDay() || DAYS_OF_WEEK),
      closedPeriod: closed.get(date) ?? '',
    };
  });
}

/** `Nov 23 – 29, 2026`. */
export function rangeText(weekStart: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(Date.parse(weekStart), Date.parse(addDays(weekStart, DAYS_OF_WEEK - 1)));
}

/** `10:42 AM`, in the user's time zone. */
export function timeText(moment: Date): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(moment);
}

interface WeekInfo {
  readonly weekend: readonly number[];
}

// Newer than the type definitions; some browsers have it as a property, some not at all.
function weekendOf(name: string): readonly number[] {
  const known = new Intl.Locale(name) as Intl.Locale & { getWeekInfo?: () => WeekInfo; readonly weekInfo?: WeekInfo };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.weekend ?? WEEKEND;
}
