/** System.Time: a time of day; past midnight it starts over. */
import { ApexTime } from '../../values/temporal.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';

const shifted =
  (unit: number) =>
  (_runtime: Runtime, self: ApexTime, count: number): ApexTime =>
    new ApexTime(self.milliseconds + count * unit);
const part =
  (unit: number, base: number) =>
  (_runtime: Runtime, self: ApexTime): number =>
    Math.floor(self.milliseconds / unit) % base;

export default platformClass('System.Time', {
  methods: withoutNulls({
    'Time addHours(Integer hours)': shifted(3_600_000),
    'Time addMinutes(Integer minutes)': shifted(60_000),
    'Time addSeconds(Integer seconds)': shifted(1_000),
    'Time addMilliseconds(Integer milliseconds)': shifted(1),
    'Integer hour()': part(3_600_000, 24),
    'Integer minute()': part(60_000, 60),
    'Integer second()': part(1_000, 60),
    'Integer millisecond()': part(1, 1_000),
    'static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)': (
      _runtime,
      hour: number,
      minute: number,
      second: number,
      millisecond: number,
    ) => new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond),
  }),
});
