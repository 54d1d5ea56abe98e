/** What `System.debug` wrote: kept by the transaction, read by whoever ran it. */
import type { Runtime } from '../../runtime/runtime.ts';

export interface LogLine {
  readonly level: string;
  readonly text: string;
  /** Of the source; null where no Apex called, and far down a long log. */
  readonly line: number | null;
  /** Milliseconds of the process: what is between two lines of a log, or a line and the end. */
  readonly tick: number;
}
const LOG = Symbol('debug log');
const MAXIMUM_LINES = 20_000;
/** Finding a line's place takes a tenth of a millisecond: logs longer than anybody reads go without. */
const PLACED_LINES = 2000;

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
    log.push({ level, text, line: log.length < PLACED_LINES ? runtime.line() : null, tick: performance.now() });
  }
}
