/**
 * Cron expressions of `System.schedule`: seconds minutes hours day-of-month month day-of-week [year], in the zone of the
 * user. Seconds and minutes are one number; one of day-of-month and day-of-week is `?`.
 * (Apex Developer Guide, "Apex Scheduler".)
 */
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const FIRST_YEAR = 1970;
/** The guide says 2099; the platform takes later years. */
const LAST_YEAR = 2299;

/** Why an expression is refused: the text of the StringException. */
export class CronFault extends Error {}

export interface CronSchedule {
  readonly second: number;
  readonly minute: number;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number> | null;
  /** Whether a day (by year, month 1 to 12, day) is meant. */
  readonly isDay: (year: number, month: number, day: number) => boolean;
}

export function parseCron(text: string): CronSchedule {
  const parts = text.trim().split(/\s+/);
  if (parts.length < 6 || parts.length > 7) {
    throw new CronFault(
      parts.length < 6 ? `Unexpected end of expression.` : `Illegal cron expression format (${text})`,
    );
  }
  const [second = '', minute = '', hours = '', day = '', month = '', weekday = '', year = '*'] = parts;
  if ((day === '?') === (weekday === '?')) {
    throw new CronFault(
      day === '?'
        ? "'?' can only be specfied for Day-of-Month -OR- Day-of-Week."
        : 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.',
    );
  }
  return {
    second: single(second, 'Seconds'),
    minute: single(minute, 'Minutes'),
    hours: range(hours, 0, 23, []),
    months: range(month, 1, 12, MONTHS),
    years: year === '*' ? null : range(year, FIRST_YEAR, LAST_YEAR, []),
    isDay: day === '?' ? weekdayTest(weekday) : dayTest(day),
  };
}

function single(text: string, name: string): number {
  const value = Number(text);
  if (!/^\d{1,2}$/.test(text) || value > 59) {
    throw new CronFault(
      `${name} and minutes must be specified as integers: ${text}`.replace(
        /^(Seconds|Minutes) and minutes/,
        'Seconds and minutes',
      ),
    );
  }
  return value;
}

function valueOf(text: string, low: number, high: number, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + 1 : Number(text);
  if (!Number.isInteger(value) || text === '' || value < low || value > high) {
    throw new CronFault(`Illegal cron expression value: '${text}'`);
  }
  return value;
}

/** Lists, ranges and steps: `1,5`, `9-17`, `0/4`, `*`. */
function range(text: string, low: number, high: number, names: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [base = '', step] = part.split('/');
    const [from = '', to] = base.split('-');
    const start = base === '*' ? low : valueOf(from, low, high, names);
    const end =
      base === '*' ? high : to !== undefined ? valueOf(to, low, high, names) : step !== undefined ? high : start;
    const by = step === undefined ? 1 : valueOf(step, 1, high, []);
    const span = end >= start ? end - start : end + (high - low + 1) - start;
    for (let offset = 0; offset <= span; offset += by) {
      found.add(low + ((start - low + offset) % (high - low + 1)));
    }
  }
  return found;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** 1 for Sunday, as cron counts. */
const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;

function dayTest(text: string): CronSchedule['isDay'] {
  const folded = text.toUpperCase();
  if (folded === 'L') {
    return (year, month, day) => day === lastDay(year, month);
  }
  const nearest = /^(\d{1,2}|L)W$/.exec(folded);
  if (nearest !== null) {
    const wanted = nearest[1] ?? '';
    return (year, month, day) =>
      day === nearestWeekday(year, month, wanted === 'L' ? lastDay(year, month) : Number(wanted));
  }
  const days = range(text, 1, 31, []);
  return (_year, _month, day) => days.has(day);
}

/** The weekday closest to a day, in the same month. */
function nearestWeekday(year: number, month: number, wanted: number): number {
  const end = lastDay(year, month);
  const target = Math.min(wanted, end);
  const weekday = weekdayOf(year, month, target);
  if (weekday === 7) {
    return target === 1 ? 3 : target - 1;
  }
  if (weekday === 1) {
    return target === end ? target - 2 : target + 1;
  }
  return target;
}

function weekdayTest(text: string): CronSchedule['isDay'] {
  const folded = text.toUpperCase();
  const last = /^(\w+?)L$/.exec(folded);
  if (last !== null && !DAYS.includes(folded)) {
    const wanted = valueOf(last[1] ?? '', 1, 7, DAYS);
    return (year, month, day) => weekdayOf(year, month, day) === wanted && day + 7 > lastDay(year, month);
  }
  const nth = /^(\w+)#([1-5])$/.exec(folded);
  if (nth !== null) {
    const wanted = valueOf(nth[1] ?? '', 1, 7, DAYS);
    return (year, month, day) => weekdayOf(year, month, day) === wanted && Math.ceil(day / 7) === Number(nth[2]);
  }
  const days = range(folded === 'L' ? '7' : folded, 1, 7, DAYS);
  return (year, month, day) => days.has(weekdayOf(year, month, day));
}

/** Wall clock of the user's zone to an instant, and back to the day. */
export interface ZoneClock {
  instantOf(year: number, month: number, day: number, hour: number, minute: number, second: number): number;
  dayOf(instant: number): { readonly year: number; readonly month: number; readonly day: number };
}

type Day = ReturnType<ZoneClock['dayOf']>;

/** Any day comes again within this many years: 29 February misses one in a century. */
const YEARS_AHEAD = 9;

/** The first moment after `after`, or null when there is none. */
export function nextFireTime(schedule: CronSchedule, after: number, zone: ZoneClock): number | null {
  const start = zone.dayOf(after);
  const hours = [...schedule.hours].sort((left, right) => left - right);
  const years = schedule.years ?? Array.from({ length: YEARS_AHEAD }, (_, index) => start.year + index);
  for (const { year, month, day } of daysOf(years, start)) {
    if (!schedule.months.has(month) || !schedule.isDay(year, month, day)) {
      continue;
    }
    for (const hour of hours) {
      const instant = zone.instantOf(year, month, day, hour, schedule.minute, schedule.second);
      if (instant > after) {
        return instant;
      }
    }
  }
  return null;
}

/** The days of those years, from the one given on, in order. */
function* daysOf(years: Iterable<number>, start: Day): Generator<Day> {
  for (const year of [...years].filter((one) => one >= start.year).sort((left, right) => left - right)) {
    const isFirstYear = year === start.year;
    for (let month = isFirstYear ? start.month : 1; month <= 12; month++) {
      const first = isFirstYear && month === start.month ? start.day : 1;
      for (let day = first; day <= lastDay(year, month); day++) {
        yield { year, month, day };
      }
    }
  }
}
