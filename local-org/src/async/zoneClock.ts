/** Wall clock of the running user, for schedules. */
import type { ZoneClock } from './cron.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { userZone } from '../system/support/zones.ts';

export function userClock(runtime: Runtime): ZoneClock {
  const zone = userZone(runtime);
  return {
    instantOf: (year, month, day, hour, minute, second) =>
      zone.instantOf(Date.UTC(year, month - 1, day, hour, minute, second)),
    dayOf: (instant) => {
      const local = new Date(zone.wallClock(instant));
      return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
    },
  };
}
