/** The time zones of a transaction: made on first use, kept until it ends. */
import { ZoneTable, type Zone } from '../../values/zone.ts';
import type { Runtime } from '../../runtime/runtime.ts';

const ZONES = Symbol('time zones');

export function zoneNamed(runtime: Runtime, id: string): Zone | null {
  let table = runtime.transactionState.get(ZONES);
  if (!(table instanceof ZoneTable)) {
    table = new ZoneTable();
    runtime.transactionState.set(ZONES, table);
  }
  return (table as ZoneTable).get(id);
}

/** The running user's zone. */
export function userZone(runtime: Runtime): Zone {
  const { timeZone } = runtime.userSettings;
  return zoneNamed(runtime, timeZone) ?? runtime.unsupported(`Time zone ${timeZone}`);
}

export function gmt(runtime: Runtime): Zone {
  return zoneNamed(runtime, 'GMT') ?? runtime.unsupported('Time zone GMT');
}
