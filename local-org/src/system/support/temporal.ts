/** Refusals that dates and datetimes share, and the moment of the running user. */
import type { Runtime } from '../../runtime/runtime.ts';
import { type ApexDate } from '../../values/temporal.ts';
import { dateOf } from '../../values/calendar.ts';
import { userZone } from './zones.ts';

export function invalidDate(runtime: Runtime, text: string): never {
  return runtime.fail('System.TypeException', `Invalid date: ${text}`);
}
export function invalidDatetime(runtime: Runtime, text: string): never {
  return runtime.fail('System.TypeException', `Invalid date/time: ${text}`);
}
/** The day it is for the running user. */
export function today(runtime: Runtime): ApexDate {
  return dateOf(userZone(runtime).wallClock(runtime.now().instant));
}
