/** What `System.debug` wrote: kept by the transaction, read by whoever ran it. */
import type { Runtime } from '../../runtime/runtime.ts';

export interface LogLine {
  readonly level: string;
  readonly text: string;
}
const LOG = Symbol('debug log');
const MAXIMUM_LINES = 20_000;

export function debugLog(runtime: Runtime): LogLine[] {
  let found = runtime.transactionState.get(LOG) as LogLine[] | undefined;
  if (found === undefined) {
    found = [];
    runtime.transactionState.set(LOG, found);
  }
  return found;
}
export function writeLog(runtime: Runtime, level: string, text: string): void {
  const log = debugLog(runtime);
  if (log.length < MAXIMUM_LINES) {
    log.push({ level, text });
  }
}
