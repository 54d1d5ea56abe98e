/**
 * Date functions of SELECT, WHERE, GROUP BY and ORDER BY on one local day. Datetimes are read in UTC unless wrapped in
 * convertTimezone (SOQL and SOSL Reference, "Date Functions").
 */
import { ApexDate } from '../../values/temporal.ts';

export interface FiscalSettings {
  readonly startMonth: number;
  /** A fiscal year is named after the year it starts in; else after the year it ends in. */
  readonly isNamedByStart: boolean;
}

type DayFunction = (date: ApexDate, fiscal: FiscalSettings) => number;

const dayOfYear = (date: ApexDate): number => date.day - ApexDate.of(date.year, 1, 1).day + 1;
const fiscalMonth: DayFunction = (date, fiscal) => ((date.month - fiscal.startMonth + 12) % 12) + 1;

const FUNCTIONS: Readonly<Record<string, DayFunction>> = {
  CALENDAR_MONTH: (date) => date.month,
  CALENDAR_QUARTER: (date) => Math.ceil(date.month / 3),
  CALENDAR_YEAR: (date) => date.year,
  DAY_IN_MONTH: (date) => date.dayOfMonth,
  DAY_IN_WEEK: (date) => ((((date.day + 4) % 7) + 7) % 7) + 1,
  DAY_IN_YEAR: dayOfYear,
  FISCAL_MONTH: fiscalMonth,
  FISCAL_QUARTER: (date, fiscal) => Math.ceil(fiscalMonth(date, fiscal) / 3),
  FISCAL_YEAR: (date, fiscal) => {
    const startYear = date.month >= fiscal.startMonth ? date.year : date.year - 1;
    return fiscal.isNamedByStart || fiscal.startMonth === 1 ? startYear : startYear + 1;
  },
  WEEK_IN_MONTH: (date) => Math.ceil(date.dayOfMonth / 7),
  WEEK_IN_YEAR: (date) => Math.ceil(dayOfYear(date) / 7),
};

export function isDateFunction(name: string): boolean {
  return name in FUNCTIONS || name === 'DAY_ONLY' || name === 'HOUR_IN_DAY';
}

/** `name` is one of the functions that give an Integer for a day. */
export function dayFunction(name: string): DayFunction | null {
  return FUNCTIONS[name] ?? null;
}
