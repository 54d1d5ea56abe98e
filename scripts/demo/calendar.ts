/** Days of the demo data, which all lie around the day it is made. A day is `YYYY-MM-DD`. */
const DAY_IN_MILLISECONDS = 86_400_000;
const FRIDAY = 5;

/** Today where the firm is. */
export function today(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MILLISECONDS);
}

/** 1 is Monday, 7 Sunday. */
export function weekday(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

export function mondayOf(day: string): string {
  return addDays(day, 1 - weekday(day));
}

const HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '07-04', '12-24', '12-25', '12-26', '12-31']);

/** Working days, both ends included. */
export function workingDays(from: string, to: string): readonly string[] {
  return Array.from({ length: Math.max(daysBetween(from, to) + 1, 0) }, (_, index) => addDays(from, index)).filter(
    (day) => weekday(day) <= FRIDAY && !HOLIDAYS.has(day.slice(5)),
  );
}

export function firstOfMonth(day: string, months = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
