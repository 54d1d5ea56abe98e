/**
 * Date literals as ranges of local days, the end exclusive. Source: SOQL and SOSL Reference, "Date Formats and Date
 * Literals in WHERE": LAST_N_DAYS includes today, the other LAST_N and all NEXT_N exclude the current period.
 */
import { ApexDate } from '../../values/temporal.ts';

export interface DayRange {
  readonly start: number;
  readonly end: number;
}

export interface Calendar {
  /** The local day now, in days since 1970. */
  readonly today: number;
  /** 0 is Sunday. */
  readonly weekStart: number;
  /** 1 is January. */
  readonly fiscalStartMonth: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

/** The first day of the period that lies `shift` periods from the current one. */
function periodStart(unit: Unit, shift: number, calendar: Calendar): number {
  const today = new ApexDate(calendar.today);
  const fiscal = calendar.fiscalStartMonth - 1;
  switch (unit) {
    case 'DAY':
      return calendar.today + shift;
    case 'WEEK':
      return calendar.today - ((((calendar.today + 4 - calendar.weekStart) % 7) + 7) % 7) + 7 * shift;
    case 'MONTH':
      return ApexDate.of(today.year, today.month + shift, 1).day;
    case 'QUARTER':
      return ApexDate.of(today.year, today.month - ((today.month - 1) % 3) + 3 * shift, 1).day;
    case 'YEAR':
      return ApexDate.of(today.year + shift, 1, 1).day;
    case 'FISCAL_QUARTER':
      return ApexDate.of(today.year, today.month - ((today.month - 1 - fiscal + 12) % 3) + 3 * shift, 1).day;
    case 'FISCAL_YEAR':
      return ApexDate.of(today.year, today.month - ((today.month - 1 - fiscal + 12) % 12) + 12 * shift, 1).day;
  }
}

const FIXED: Readonly<Record<string, readonly [Unit, number]>> = {
  YESTERDAY: ['DAY', -1],
  TODAY: ['DAY', 0],
  TOMORROW: ['DAY', 1],
};
const PERIOD = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const COUNTED = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S$/;
const AGO = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO$/;

export function isDateLiteral(name: string): boolean {
  return (
    name in FIXED ||
    name === 'LAST_90_DAYS' ||
    name === 'NEXT_90_DAYS' ||
    [PERIOD, COUNTED, AGO].some((pattern) => pattern.test(name))
  );
}

/** Whether the literal is written with a number: `LAST_N_DAYS:30`. */
export function isCountedLiteral(name: string): boolean {
  return COUNTED.test(name) || AGO.test(name);
}

/** Null for a name that is no date literal. */
export function dayRange(name: string, count: number, calendar: Calendar): DayRange | null {
  const between = (unit: Unit, from: number, to: number): DayRange => ({
    start: periodStart(unit, from, calendar),
    end: periodStart(unit, to, calendar),
  });
  const fixed = FIXED[name];
  if (fixed) {
    return between(fixed[0], fixed[1], fixed[1] + 1);
  }
  if (name === 'LAST_90_DAYS' || name === 'NEXT_90_DAYS') {
    return name === 'LAST_90_DAYS' ? between('DAY', -90, 1) : between('DAY', 1, 91);
  }
  const period = PERIOD.exec(name);
  if (period) {
    const shift = period[1] === 'LAST' ? -1 : period[1] === 'NEXT' ? 1 : 0;
    return between(period[2] as Unit, shift, shift + 1);
  }
  const counted = COUNTED.exec(name);
  if (counted) {
    const unit = counted[2] as Unit;
    return counted[1] === 'NEXT' ? between(unit, 1, count + 1) : between(unit, -count, unit === 'DAY' ? 1 : 0);
  }
  const ago = AGO.exec(name);
  return ago ? between(ago[1] as Unit, -count, 1 - count) : null;
}
