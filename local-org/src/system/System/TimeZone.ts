/** System.TimeZone: offsets and names; the display name is that of the present, standard or daylight time. */
import { zoneName } from '../../values/dateFormat.ts';
import type { ApexDatetime } from '../../values/temporal.ts';
import type { Zone } from '../../values/zone.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { gmt, userZone, zoneNamed } from '../support/zones.ts';

export class TimeZoneValue extends PlatformObject {
  readonly apexType = 'System.TimeZone';
  readonly zone: Zone;
  constructor(zone: Zone) {
    super();
    this.zone = zone;
  }
  override toString(): string {
    return this.zone.id;
  }
}

/** What `UserInfo.getTimeZone()` gives. */
export function userTimeZone(runtime: Runtime): TimeZoneValue {
  return new TimeZoneValue(userZone(runtime));
}

const OFFSET = /^GMT([+-])(\d{1,2}?)(?::?([0-5]\d))?$/;
/** `TimeZone.getTimeZone` of Java: `GMT+5` is `GMT+05:00`, a name counts in its case, and an unknown one means GMT. */
function namedOrGmt(runtime: Runtime, id: string): Zone {
  const offset = OFFSET.exec(id);
  if (offset !== null) {
    const [, sign = '', hours = '', minutes = '00'] = offset;
    const isZero = Number(hours) === 0 && Number(minutes) === 0;
    return Number(hours) > 23 || isZero
      ? gmt(runtime)
      : (zoneNamed(runtime, `GMT${sign}${hours.padStart(2, '0')}:${minutes}`) ?? gmt(runtime));
  }
  return (isSpelledAsKnown(id) ? zoneNamed(runtime, id) : null) ?? gmt(runtime);
}
function isSpelledAsKnown(id: string): boolean {
  const known = Intl.supportedValuesOf('timeZone').find((one) => one.toLowerCase() === id.toLowerCase());
  return known === undefined ? id.split('/').every((part) => /^[A-Z][^+:]*$|^GMT[+-]\d/.test(part)) : known === id;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function displayName(runtime: Runtime, { zone }: TimeZoneValue): string {
  const now = runtime.now().instant;
  const minutes = Math.round(zone.offsetAt(now) / 60_000);
  const size = Math.abs(minutes);
  return `(GMT${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}) ${zoneName(zone, now, true)} (${zone.id})`;
}

export default platformClass('System.TimeZone', {
  methods: withoutNulls({
    'String getDisplayName()': displayName,
    'String getID()': (_runtime, self: TimeZoneValue) => self.zone.id,
    'Integer getOffset(Datetime at)': (_runtime, self: TimeZoneValue, at: ApexDatetime) =>
      self.zone.offsetAt(at.instant),
    'static TimeZone getTimeZone(String id)': (runtime, id: string) => new TimeZoneValue(namedOrGmt(runtime, id)),
    'String toString()': (_runtime, self: TimeZoneValue) => self.zone.id,
  }),
});
