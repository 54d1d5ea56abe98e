/** System.Datetime: an instant, read on the running user's clock or on GMT's. */
import { addMonths, dateOf, readLocaleDatetime, readWallClock, timeOf } from '../../values/calendar.ts';
import { BadPattern, dayOfYear, formatInstant, zoneName } from '../../values/dateFormat.ts';
import { shortDatetime } from '../../values/localeFormat.ts';
import { ApexDatetime, fromUtc, type ApexDate, type ApexTime } from '../../values/temporal.ts';
import type { Zone } from '../../values/zone.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass, type ClassDescription } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { nullValue } from '../support/numbers.ts';
import { invalidDatetime } from '../support/temporal.ts';
import { gmt, userZone, zoneNamed } from '../support/zones.ts';

type Methods = NonNullable<ClassDescription['methods']>;
type Clock = (runtime: Runtime) => Zone;

const DAY = 86_400_000;

function format(runtime: Runtime, self: ApexDatetime, pattern: string, zone: Zone): string {
  try {
    return formatInstant(self.instant, zone, pattern);
  } catch (thrown) {
    return thrown instanceof BadPattern
      ? runtime.fail('System.IllegalArgumentException', thrown.message)
      : raise(thrown);
  }
}
function raise(thrown: unknown): never {
  throw thrown;
}
/** Java takes a zone it does not know for GMT. */
const zoneOrGmt = (runtime: Runtime, id: string): Zone => zoneNamed(runtime, id) ?? gmt(runtime);

const shifted =
  (unit: number) =>
  (_runtime: Runtime, self: ApexDatetime, count: number): ApexDatetime =>
    new ApexDatetime(self.instant + count * unit);
const wall =
  (clock: Clock, read: (date: Date) => number) =>
  (runtime: Runtime, self: ApexDatetime): number =>
    read(new Date(clock(runtime).wallClock(self.instant)));

/** The parts on one clock; `suffix` is `Gmt` or nothing. */
const parts = (clock: Clock, suffix: string): Methods => ({
  [`Date date${suffix}()`]: (runtime, self: ApexDatetime) => dateOf(clock(runtime).wallClock(self.instant)),
  [`Time time${suffix}()`]: (runtime, self: ApexDatetime) => timeOf(clock(runtime).wallClock(self.instant)),
  [`Integer year${suffix}()`]: wall(clock, (date) => date.getUTCFullYear()),
  [`Integer month${suffix}()`]: wall(clock, (date) => date.getUTCMonth() + 1),
  [`Integer day${suffix}()`]: wall(clock, (date) => date.getUTCDate()),
  [`Integer dayOfYear${suffix}()`]: wall(clock, dayOfYear),
  [`Integer hour${suffix}()`]: wall(clock, (date) => date.getUTCHours()),
  [`Integer minute${suffix}()`]: wall(clock, (date) => date.getUTCMinutes()),
  [`Integer second${suffix}()`]: wall(clock, (date) => date.getUTCSeconds()),
  [`Integer millisecond${suffix}()`]: wall(clock, (date) => date.getUTCMilliseconds()),
});
const makers = (clock: Clock, suffix: string): Methods => {
  const at = (runtime: Runtime, wallClock: number): ApexDatetime =>
    new ApexDatetime(clock(runtime).instantOf(wallClock));
  return {
    [`static Datetime newInstance${suffix}(Date date, Time time)`]: (runtime, date: ApexDate, time: ApexTime) =>
      at(runtime, date.day * DAY + time.milliseconds),
    [`static Datetime newInstance${suffix}(Integer year, Integer month, Integer day)`]: (
      runtime,
      year: number,
      month: number,
      day: number,
    ) => at(runtime, fromUtc(year, month, day)),
    [`static Datetime newInstance${suffix}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]:
      (runtime, ...fields: [number, number, number, number, number, number]) => at(runtime, fromUtc(...fields)),
  };
};

/** A zone behind the time is passed over: the text is the wall clock of the user's zone, or of Greenwich. */
const ZONE = /(?<=\d{2}:\d{2}:\d{2})[+-]\d{4}$/;
const ofText = (runtime: Runtime, text: string | null, clock: Clock): ApexDatetime => {
  const read = text === null ? nullValue(runtime) : readWallClock(text.replace(ZONE, ''));
  return read === null ? invalidDatetime(runtime, text ?? '') : new ApexDatetime(clock(runtime).instantOf(read));
};
/** A Long is the instant in milliseconds, which the reference does not tell. */
function ofObject(runtime: Runtime, value: ApexValue): ApexDatetime {
  if (value instanceof ApexDatetime) {
    return value;
  }
  if (typeof value === 'bigint') {
    return new ApexDatetime(Number(value));
  }
  return value === null || typeof value === 'string'
    ? ofText(runtime, value, userZone)
    : invalidDatetime(runtime, runtime.text(value));
}

/** `12/28/2012, 10:00:00 AM PST`: the short form with seconds and zone. */
function formatLong(runtime: Runtime, self: ApexDatetime): string {
  const zone = userZone(runtime);
  const seconds = format(runtime, self, ':ss', zone);
  const text = shortDatetime(self.instant, zone, runtime.userSettings.locale).replace(
    /(\d{1,2}[:.]\d{2})(?!.*\d[:.]\d{2})/,
    `$1${seconds}`,
  );
  return `${text} ${zoneName(zone, self.instant, false)}`;
}

export default platformClass('System.Datetime', {
  methods: {
    ...withoutNulls({
      ...parts(userZone, ''),
      ...parts(gmt, 'Gmt'),
      ...makers(userZone, ''),
      ...makers(gmt, 'Gmt'),
      'Datetime addDays(Integer days)': shifted(DAY),
      'Datetime addHours(Integer hours)': shifted(3_600_000),
      'Datetime addMinutes(Integer minutes)': shifted(60_000),
      'Datetime addSeconds(Integer seconds)': shifted(1_000),
      'Datetime addMonths(Integer months)': (_runtime, self: ApexDatetime, count: number) =>
        new ApexDatetime(addMonths(self.instant, count)),
      'Datetime addYears(Integer years)': (_runtime, self: ApexDatetime, count: number) =>
        new ApexDatetime(addMonths(self.instant, count * 12)),
      'String format()': (runtime, self: ApexDatetime) =>
        shortDatetime(self.instant, userZone(runtime), runtime.userSettings.locale),
      'String format(String pattern)': (runtime, self: ApexDatetime, pattern: string) =>
        format(runtime, self, pattern, userZone(runtime)),
      'String formatGmt(String pattern)': (runtime, self: ApexDatetime, pattern: string) =>
        format(runtime, self, pattern, gmt(runtime)),
      'String formatLong()': formatLong,
      'Long getTime()': (_runtime, self: ApexDatetime) => BigInt(self.instant),
      'Boolean isSameDay(Datetime other)': (runtime, self: ApexDatetime, other: ApexDatetime) => {
        const zone = userZone(runtime);
        return dateOf(zone.wallClock(self.instant)).day === dateOf(zone.wallClock(other.instant)).day;
      },
      'static Datetime newInstance(Long milliseconds)': (_runtime, milliseconds: bigint) =>
        new ApexDatetime(Number(milliseconds)),
      'static Datetime parse(String text)': (runtime, text: string) => {
        const read = readLocaleDatetime(text, runtime.userSettings.locale);
        return read === null ? invalidDatetime(runtime, text) : new ApexDatetime(userZone(runtime).instantOf(read));
      },
    }),
    'String format(String pattern, String timeZone)': (
      runtime,
      self: ApexDatetime,
      pattern: string | null,
      zone: string | null,
    ) =>
      pattern === null
        ? nullValue(runtime)
        : format(runtime, self, pattern, zone === null ? userZone(runtime) : zoneOrGmt(runtime, zone)),
    'static Datetime now()': (runtime) => runtime.now(),
    'static Datetime valueOf(String text)': (runtime, text: string | null) => ofText(runtime, text, userZone),
    'static Datetime valueOf(Object value)': ofObject,
    'static Datetime valueOfGmt(String text)': (runtime, text: string | null) => ofText(runtime, text, gmt),
  },
});
