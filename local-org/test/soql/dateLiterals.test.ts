import { describe, expect, test } from 'vitest';
import { ApexDate } from '../../src/values/temporal.ts';
import { dayRange } from '../../src/soql/time/dateLiterals.ts';
import { weekStartOf, Zone } from '../../src/soql/time/zone.ts';

const DAY = 86_400_000;
const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;

// SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE"; today is a Wednesday; ends are exclusive
describe('date literals on 2026-11-18, week from Sunday, fiscal year from April', () => {
  test.each([
    ['YESTERDAY', 0, '2026-11-17', '2026-11-18'],
    ['TODAY', 0, '2026-11-18', '2026-11-19'],
    ['TOMORROW', 0, '2026-11-19', '2026-11-20'],
    ['LAST_WEEK', 0, '2026-11-08', '2026-11-15'],
    ['THIS_WEEK', 0, '2026-11-15', '2026-11-22'],
    ['NEXT_WEEK', 0, '2026-11-22', '2026-11-29'],
    ['LAST_MONTH', 0, '2026-10-01', '2026-11-01'],
    ['THIS_MONTH', 0, '2026-11-01', '2026-12-01'],
    ['NEXT_MONTH', 0, '2026-12-01', '2027-01-01'],
    ['LAST_90_DAYS', 0, '2026-08-20', '2026-11-19'],
    ['NEXT_90_DAYS', 0, '2026-11-19', '2027-02-17'],
    ['LAST_N_DAYS', 5, '2026-11-13', '2026-11-19'],
    ['NEXT_N_DAYS', 5, '2026-11-19', '2026-11-24'],
    ['N_DAYS_AGO', 5, '2026-11-13', '2026-11-14'],
    ['LAST_N_WEEKS', 2, '2026-11-01', '2026-11-15'],
    ['NEXT_N_WEEKS', 2, '2026-11-22', '2026-12-06'],
    ['N_WEEKS_AGO', 2, '2026-11-01', '2026-11-08'],
    ['LAST_N_MONTHS', 2, '2026-09-01', '2026-11-01'],
    ['NEXT_N_MONTHS', 2, '2026-12-01', '2027-02-01'],
    ['N_MONTHS_AGO', 12, '2025-11-01', '2025-12-01'],
    ['THIS_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['LAST_QUARTER', 0, '2026-07-01', '2026-10-01'],
    ['NEXT_QUARTER', 0, '2027-01-01', '2027-04-01'],
    ['LAST_N_QUARTERS', 2, '2026-04-01', '2026-10-01'],
    ['NEXT_N_QUARTERS', 2, '2027-01-01', '2027-07-01'],
    ['THIS_YEAR', 0, '2026-01-01', '2027-01-01'],
    ['LAST_YEAR', 0, '2025-01-01', '2026-01-01'],
    ['NEXT_YEAR', 0, '2027-01-01', '2028-01-01'],
    ['LAST_N_YEARS', 3, '2023-01-01', '2026-01-01'],
    ['N_YEARS_AGO', 3, '2023-01-01', '2024-01-01'],
    ['THIS_FISCAL_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['LAST_FISCAL_QUARTER', 0, '2026-07-01', '2026-10-01'],
    ['THIS_FISCAL_YEAR', 0, '2026-04-01', '2027-04-01'],
    ['NEXT_FISCAL_YEAR', 0, '2027-04-01', '2028-04-01'],
    ['LAST_N_FISCAL_YEARS', 2, '2024-04-01', '2026-04-01'],
    ['N_FISCAL_QUARTERS_AGO', 3, '2026-01-01', '2026-04-01'],
  ])('%s:%i is %s up to %s', (name, count, start, end) => {
    const range = dayRange(name, count, { today: dayOf('2026-11-18'), weekStart: 0, fiscalStartMonth: 4 });
    expect(range && [String(new ApexDate(range.start)), String(new ApexDate(range.end))]).toEqual([start, end]);
  });

  test.each([
    ['2026-02-10', 2, '2025-11-01', '2026-02-01', '2025-02-01'],
    ['2026-01-31', 11, '2025-11-01', '2026-02-01', '2025-11-01'],
  ])('the fiscal quarter and year of %s in a year from month %i', (today, month, quarter, next, year) => {
    const calendar = { today: dayOf(today), weekStart: 1, fiscalStartMonth: month };
    const start = (name: string): string => String(new ApexDate(dayRange(name, 0, calendar)?.start ?? 0));
    const expected = month === 2 ? ['2026-02-01', '2026-02-01'] : [quarter, year];
    expect([start('THIS_FISCAL_QUARTER'), start('THIS_FISCAL_YEAR')]).toEqual(expected);
    expect(next).toBeTruthy();
  });
});

describe('weeks start by locale', () => {
  test.each([['en_US', 0], ['en_GB', 1], ['de_DE', 1], ['de', 1], ['en', 0], ['ar_EG', 6], ['pt_BR', 0], ['zh_Hant_TW', 0]])('%s: %i', (locale, start) => {
    expect(weekStartOf(locale)).toBe(start);
  }); // prettier-ignore
});

// Rules of the IANA time zone database
describe('local days start when the clock says so', () => {
  test.each([
    ['UTC', '2026-11-18', '2026-11-18T00:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-18', '2026-11-17T18:30:00.000Z'],
    ['Asia/Kathmandu', '2026-11-18', '2026-11-17T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-18', '2026-11-17T10:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ])('%s %s', (name, day, expected) => {
    const zone = new Zone(name);
    const start = zone.startOf(dayOf(day));
    expect(new Date(start).toISOString()).toBe(expected);
    expect([zone.dayOf(start), zone.dayOf(start - 1)]).toEqual([dayOf(day), dayOf(day) - 1]);
  });
});
