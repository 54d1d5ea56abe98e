/** System.Date: a day without a zone. */
import {
  addMonths,
  dateOf,
  daysInMonth,
  firstDayOfWeek,
  isLeapYear,
  readIsoDate,
  readLocaleDate,
} from '../../values/calendar.ts';
import { dayOfYear } from '../../values/dateFormat.ts';
import { shortDate } from '../../values/localeFormat.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { nullValue } from '../support/numbers.ts';
import { invalidDate, today } from '../support/temporal.ts';
import { userZone } from '../support/zones.ts';

const DAY = 86_400_000;
const months = (self: ApexDate, count: number): ApexDate => dateOf(addMonths(self.day * DAY, count));
const ofText = (runtime: Runtime, text: string | null): ApexDate =>
  text === null ? nullValue(runtime) : (readIsoDate(text) ?? invalidDate(runtime, text));

function ofObject(runtime: Runtime, value: ApexValue): ApexDate {
  if (value instanceof ApexDate) {
    return value;
  }
  if (value instanceof ApexDatetime) {
    return dateOf(userZone(runtime).wallClock(value.instant));
  }
  return value === null || typeof value === 'string'
    ? ofText(runtime, value)
    : invalidDate(runtime, runtime.text(value));
}

export default platformClass('System.Date', {
  methods: {
    ...withoutNulls({
      'Date addDays(Integer days)': (_runtime, self: ApexDate, days: number) => new ApexDate(self.day + days),
      'Date addMonths(Integer months)': (_runtime, self: ApexDate, count: number) => months(self, count),
      'Date addYears(Integer years)': (_runtime, self: ApexDate, count: number) => months(self, count * 12),
      'Integer day()': (_runtime, self: ApexDate) => self.dayOfMonth,
      'Integer dayOfYear()': (_runtime, self: ApexDate) => dayOfYear(new Date(self.day * DAY)),
      'Integer daysBetween(Date other)': (_runtime, self: ApexDate, other: ApexDate) => other.day - self.day,
      'static Integer daysInMonth(Integer year, Integer month)': (runtime, year: number, month: number) =>
        month < 1 || month > 12
          ? runtime.fail('System.TypeException', `Invalid month: ${month}`)
          : daysInMonth(year, month),
      'String format()': (runtime, self: ApexDate) => shortDate(self.day * DAY, runtime.userSettings.locale),
      'static Boolean isLeapYear(Integer year)': (_runtime, year: number) => isLeapYear(year),
      'Boolean isSameDay(Date other)': (_runtime, self: ApexDate, other: ApexDate) => self.day === other.day,
      'Integer month()': (_runtime, self: ApexDate) => self.month,
      'Integer monthsBetween(Date other)': (_runtime, self: ApexDate, other: ApexDate) =>
        (other.year - self.year) * 12 + other.month - self.month,
      'static Date newInstance(Integer year, Integer month, Integer day)': (
        _runtime,
        year: number,
        month: number,
        day: number,
      ) => ApexDate.of(year, month, day),
      'static Date parse(String text)': (runtime, text: string) =>
        readLocaleDate(text, runtime.userSettings.locale) ?? invalidDate(runtime, text),
      'Date toStartOfMonth()': (_runtime, self: ApexDate) => ApexDate.of(self.year, self.month, 1),
      'Date toStartOfWeek()': (runtime, self: ApexDate) => {
        const weekday = new Date(self.day * DAY).getUTCDay();
        return new ApexDate(self.day - ((weekday - firstDayOfWeek(runtime.userSettings.locale) + 7) % 7));
      },
      'Integer year()': (_runtime, self: ApexDate) => self.year,
    }),
    'static Date today()': today,
    'static Date valueOf(String text)': ofText,
    'static Date valueOf(Object value)': ofObject,
  },
});
