/** Date, in en_US. */
import { at, day, refusal, type ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide, Date';
const invalid = (text: string) => refusal('System.TypeException', `Invalid date: ${text}`);

const table: ParityTable = {
  timeZone: 'America/Los_Angeles',
  rows: [
    ['Date.addDays', [day('1960-02-17'), 2], day('1960-02-19'), AR],
    ['Date.addMonths', [day('1990-11-21'), 3], day('1991-02-21'), AR],
    ['Date.addMonths', [day('2024-01-31'), 1], day('2024-02-29'), 'Java Calendar.add'],
    ['Date.addMonths', [day('2024-03-31'), -1], day('2024-02-29'), 'Java Calendar.add'],
    ['Date.addYears', [day('2024-02-29'), 1], day('2025-02-28'), 'Java Calendar.add'],
    ['Date.day', [day('1989-04-21')], 21, AR],
    ['Date.dayOfYear', [day('1998-10-21')], 294, AR],
    ['Date.daysBetween', [day('1960-02-17'), day('1960-02-22')], 5, AR],
    ['Date.daysBetween', [day('2026-01-02'), day('2026-01-01')], -1, AR],
    ['Date.daysInMonth', [1960, 2], 29, AR],
    ['Date.daysInMonth', [1900, 2], 28, 'Gregorian calendar'],
    ['Date.format', [day('2001-03-21')], '3/21/2001', AR],
    ['Date.isLeapYear', [2000], true, AR],
    ['Date.isLeapYear', [1900], false, 'Gregorian calendar'],
    ['Date.isSameDay', [day('2026-01-01'), day('2026-01-01')], true, AR],
    ['Date.month', [day('2026-11-23')], 11, AR],
    ['Date.monthsBetween', [day('2006-12-02'), day('2012-12-08')], 72, AR],
    ['Date.monthsBetween', [day('2026-01-31'), day('2026-02-01')], 1, AR],
    ['Date.newInstance', [1960, 2, 17], day('1960-02-17'), AR],
    ['Date.newInstance', [2026, 13, 1], day('2027-01-01'), 'Java lenient Calendar'],
    ['Date.newInstance', [2026, 2, 30], day('2026-03-02'), 'Java lenient Calendar'],
    ['Date.parse', ['12/27/2009'], day('2009-12-27'), AR],
    ['Date.parse', ['27.12.2009x'], invalid('27.12.2009x'), AR],
    ['Date.today', [], day('2026-11-23'), 'clock of the test at 2026-11-23T08:46Z, Los Angeles'],
    ['Date.toStartOfMonth', [day('1999-12-12')], day('1999-12-01'), AR],
    ['Date.toStartOfWeek', [day('2026-11-25')], day('2026-11-22'), 'weeks begin on Sunday in the US'],
    ['Date.valueOf', ['2011-10-14'], day('2011-10-14'), AR],
    ['Date.valueOf', ['2008-10-05 00:00:00'], day('2008-10-05'), AR],
    ['Date.valueOf', ['abc'], invalid('abc'), 'Salesforce Stack Exchange, TypeException of Date.valueOf'],
    ['Date.valueOf', [at('2026-11-23T03:00:00Z')], day('2026-11-22'), AR],
    ['Date.year', [day('1988-12-31')], 1988, AR],
  ],
};
export default table;
