/**
 * Dates and times. TODAY and DATEVALUE of a datetime are days of the user's zone; NOW is an instant; texts and the
 * time of a datetime are read in GMT (Formula Operators and Functions: DATEVALUE, DATETIMEVALUE, TIMEVALUE).
 */
import { userZone } from '../../../system/support/zones.ts';
import { ApexDate, ApexDatetime, ApexTime, fromUtc } from '../../../values/temporal.ts';
import { FormulaNumber, integerOf } from '../number.ts';
import { FormulaFault } from '../problem.ts';
import { asDate, asNumber, asTime, isTrue, typed, type Code, type FormulaValue, type Kind } from '../typed.ts';
import { strict, type FormulaFunction, type FunctionTable } from './define.ts';

const DAY = 86_400_000;
const numeral = (value: number): FormulaNumber => new FormulaNumber(value);

function dateAt(values: readonly FormulaValue[]): ApexDate {
  return asDate(values[0] ?? null) ?? new ApexDate(0);
}
const count = (value: FormulaValue | undefined): number => {
  const found = asNumber(value ?? null);
  return found === null ? 0 : integerOf(found);
};
const none = (gives: Kind, run: Code): FormulaFunction => ({
  minimum: 0,
  maximum: 0,
  compile: (call) => typed(gives, call.at, run),
});
const ofDate = (run: (date: ApexDate) => number): FormulaFunction =>
  strict({ takes: ['date'], gives: 'number' }, (values) => numeral(run(dateAt(values))));
/** Of a date or of the day, in GMT, of a datetime. */
const ofDay = (run: (date: ApexDate) => number): FormulaFunction =>
  strict({ takes: [['date', 'datetime']], gives: 'number' }, ([value]) =>
    numeral(
      run(value instanceof ApexDatetime ? new ApexDate(Math.floor(value.instant / DAY)) : dateAt([value ?? null])),
    ),
  );
const ofTime = (run: (milliseconds: number) => number): FormulaFunction =>
  strict({ takes: ['time'], gives: 'number' }, (values) =>
    numeral(Math.floor(run(asTime(values[0] ?? null)?.milliseconds ?? 0))),
  );

/** Null where the calendar has no such day. */
function realDate(year: number, month: number, day: number): ApexDate | null {
  const date = ApexDate.of(year, month, day);
  return year >= 1 && date.year === year && date.month === month && date.dayOfMonth === day ? date : null;
}

function makeDate(values: readonly FormulaValue[]): ApexDate {
  const [year, month, day] = [count(values[0]), count(values[1]), count(values[2])];
  const date = year < 1 || year > 9999 ? null : realDate(year, month, day);
  if (date === null) {
    throw new FormulaFault('Year, month or day out of range in DATE() function');
  }
  return date;
}

/** The end of a month stays the end of the month; else the day is kept as far as the month has it. */
export function addMonths(date: ApexDate, months: number): ApexDate {
  const isLast = new ApexDate(date.day + 1).dayOfMonth === 1;
  const lastDay = new ApexDate(ApexDate.of(date.year, date.month + months + 1, 1).day - 1);
  return isLast || date.dayOfMonth > lastDay.dayOfMonth
    ? lastDay
    : ApexDate.of(date.year, date.month + months, date.dayOfMonth);
}

/** ISO 8601: the week of the year's first Thursday is week 1. */
function isoWeek(date: ApexDate): { readonly year: number; readonly week: number } {
  const thursday = new ApexDate(date.day + 3 - ((((date.day + 3) % 7) + 7) % 7));
  return { year: thursday.year, week: Math.floor((thursday.day - ApexDate.of(thursday.year, 1, 1).day) / 7) + 1 };
}

const DATE_TEXT = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const DATETIME_TEXT = /^(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{1,2}):(\d{1,2})/;
const TIME_TEXT = /^(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{1,3})$/;

function fail(name: string): never {
  throw new FormulaFault(`Invalid text for ${name}() function`);
}
function numbersOf(pattern: RegExp, text: string, name: string): readonly number[] {
  return (pattern.exec(text) ?? fail(name)).slice(1).map(Number);
}

function dateOfText(text: string): ApexDate {
  const [year = 0, month = 0, day = 0] = numbersOf(DATE_TEXT, text, 'DATEVALUE');
  return realDate(year, month, day) ?? fail('DATEVALUE');
}

function datetimeOfText(text: string): ApexDatetime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbersOf(
    DATETIME_TEXT,
    text,
    'DATETIMEVALUE',
  );
  if (realDate(year, month, day) === null || hour > 23 || minute > 59 || second > 59) {
    fail('DATETIMEVALUE');
  }
  return new ApexDatetime(fromUtc(year, month, day, hour, minute, second));
}

function timeOfText(text: string): ApexTime {
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = numbersOf(TIME_TEXT, text, 'TIMEVALUE');
  if (hour > 23 || minute > 59 || second > 59) {
    fail('TIMEVALUE');
  }
  return new ApexTime(((hour * 60 + minute) * 60 + second) * 1_000 + millisecond);
}

/** `HH:MM:SS`, with days in front where they are wanted; the sign is dropped. */
function duration(seconds: number, hasDays: boolean): string {
  const size = Math.abs(Math.trunc(seconds));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const rest = `${pad(Math.floor(size / 60) % 60)}:${pad(size % 60)}`;
  return hasDays
    ? `${Math.floor(size / 86_400)}:${pad(Math.floor(size / 3_600) % 24)}:${rest}`
    : `${pad(Math.floor(size / 3_600))}:${rest}`;
}

function formatDuration(values: readonly FormulaValue[]): string | null {
  const [first, second] = values;
  if (first instanceof FormulaNumber) {
    return duration(first.toNumber(), isTrue(second ?? null));
  }
  if (first instanceof ApexTime && second instanceof ApexTime) {
    return duration((second.milliseconds - first.milliseconds) / 1_000, false);
  }
  if (first instanceof ApexDatetime && second instanceof ApexDatetime) {
    return duration((second.instant - first.instant) / 1_000, true);
  }
  return null;
}

export const DATES: FunctionTable = {
  ADDMONTHS: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const gives = call.parameters[0]?.kind === 'datetime' ? 'datetime' : 'date';
      return strict({ takes: [['date', 'datetime'], 'number'], gives }, ([value, months]) => {
        if (value instanceof ApexDatetime) {
          const day = Math.floor(value.instant / DAY);
          return new ApexDatetime(addMonths(new ApexDate(day), count(months)).day * DAY + (value.instant - day * DAY));
        }
        return addMonths(asDate(value ?? null) ?? new ApexDate(0), count(months));
      }).compile(call);
    },
  },
  DATE: strict({ takes: ['number', 'number', 'number'], gives: 'date' }, makeDate),
  DATEVALUE: strict({ takes: [['text', 'date', 'datetime']], gives: 'date' }, ([value], frame) => {
    if (value instanceof ApexDatetime) {
      return new ApexDate(Math.floor(userZone(frame.runtime).wallClock(value.instant) / DAY));
    }
    return value instanceof ApexDate ? value : typeof value === 'string' && value !== '' ? dateOfText(value) : null;
  }),
  DATETIMEVALUE: strict({ takes: [['text', 'date', 'datetime']], gives: 'datetime' }, ([value]) => {
    if (value instanceof ApexDate) {
      return new ApexDatetime(value.day * DAY);
    }
    return value instanceof ApexDatetime
      ? value
      : typeof value === 'string' && value !== ''
        ? datetimeOfText(value)
        : null;
  }),
  TIMEVALUE: strict({ takes: [['text', 'datetime', 'time']], gives: 'time' }, ([value]) => {
    if (value instanceof ApexDatetime) {
      return new ApexTime(value.instant);
    }
    return value instanceof ApexTime ? value : typeof value === 'string' && value !== '' ? timeOfText(value) : null;
  }),
  DAY: ofDate((date) => date.dayOfMonth),
  MONTH: ofDate((date) => date.month),
  YEAR: ofDate((date) => date.year),
  DAYOFYEAR: ofDay((date) => date.day - ApexDate.of(date.year, 1, 1).day + 1),
  WEEKDAY: ofDate((date) => ((((date.day + 4) % 7) + 7) % 7) + 1),
  ISOWEEK: ofDay((date) => isoWeek(date).week),
  ISOYEAR: ofDay((date) => isoWeek(date).year),
  HOUR: ofTime((time) => time / 3_600_000),
  MINUTE: ofTime((time) => (time / 60_000) % 60),
  SECOND: ofTime((time) => (time / 1_000) % 60),
  MILLISECOND: ofTime((time) => time % 1_000),
  NOW: none('datetime', (frame) => frame.runtime.now()),
  TODAY: none(
    'date',
    (frame) => new ApexDate(Math.floor(userZone(frame.runtime).wallClock(frame.runtime.now().instant) / DAY)),
  ),
  TIMENOW: none('time', (frame) => new ApexTime(frame.runtime.now().instant)),
  FORMATDURATION: {
    minimum: 1,
    maximum: 2,
    compile(call) {
      const first = call.parameters[0]?.kind ?? 'number';
      const second: Kind = first === 'number' || first === 'null' ? 'boolean' : first;
      return strict(
        { takes: [['number', 'time', 'datetime'], second], gives: 'text', minimum: first === 'number' ? 1 : 2 },
        formatDuration,
      ).compile(call);
    },
  },
  FROMUNIXTIME: strict(
    { takes: ['number'], gives: 'datetime' },
    ([value]) => new ApexDatetime(Math.trunc((asNumber(value ?? null) ?? numeral(0)).times(1_000).toNumber())),
  ),
  UNIXTIMESTAMP: strict({ takes: [['date', 'datetime', 'time']], gives: 'number' }, ([value]) => {
    const milliseconds =
      value instanceof ApexDate
        ? value.day * DAY
        : value instanceof ApexDatetime
          ? value.instant
          : (asTime(value ?? null)?.milliseconds ?? 0);
    return numeral(Math.trunc(milliseconds / 1_000));
  }),
};
