/** How a datetime prints: the text of `String.valueOf`. */
import { formatInstant } from './dateFormat.ts';
import type { ApexDatetime } from './temporal.ts';
import type { Zone } from './zone.ts';

/** `2026-11-23 08:46:00` on the zone's wall clock. */
export function datetimeText(value: ApexDatetime, zone: Zone): string {
  return formatInstant(value.instant, zone, 'yyyy-MM-dd HH:mm:ss');
}
