/** The last transactions of the org: who ran what, what it used of its limits, and what it wrote to the debug log. */
import { executionContext } from '../../async/executionContext.ts';
import type { LimitName } from '../../runtime/limits.ts';
import type { Transaction, TransactionEnd } from '../../runtime/transaction.ts';
import { debugLog, type LogLine } from '../../system/System/debugLog.ts';

const KEPT = 200;
const KEPT_LINES = 2000;

/** What a page shows of limits, in this order; the rest of the platform's follows where it was used. */
const SHOWN = {
  queries: 'SOQL queries',
  queryRows: 'Query rows',
  aggregateQueries: 'Aggregate queries',
  soslQueries: 'SOSL queries',
  dmlStatements: 'DML statements',
  dmlRows: 'DML rows',
  publishImmediateDml: 'Publish immediate DML',
  callouts: 'Callouts',
  emailInvocations: 'Email invocations',
  futureCalls: 'Future calls',
  queueableJobs: 'Queueable jobs',
  cpuTime: 'CPU time (ms)',
  heapSize: 'Heap size (bytes)',
} as const satisfies Partial<Record<LimitName, string>>;
type ShownLimit = keyof typeof SHOWN;
const NAMES = Object.keys(SHOWN) as readonly ShownLimit[];

/** A transaction that used none of these and logged nothing only looked something up: not worth a line. */
const WORTH: readonly ShownLimit[] = ['queries', 'soslQueries', 'dmlStatements', 'callouts', 'publishImmediateDml'];

export interface LimitUse {
  readonly name: string;
  readonly label: string;
  readonly used: number;
  readonly limit: number;
}
export interface TransactionEntry {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly userId: string;
  /** The request, where one began it. */
  readonly name: string | null;
  readonly milliseconds: number;
  readonly error: string | null;
  readonly limits: readonly LimitUse[];
  readonly log: readonly LogLine[];
}

export class TransactionLog {
  /** What is going on: `POST /services/data/…`; null between requests, when jobs run. */
  request: string | null = null;
  readonly #entries: TransactionEntry[] = [];

  add(runtime: Transaction, { milliseconds, error }: TransactionEnd): void {
    const log = debugLog(runtime);
    if (log.length === 0 && error === null && WORTH.every((name) => runtime.limits.used(name) === 0)) {
      return;
    }
    const { kind, requestId } = executionContext(runtime);
    this.#entries.push({
      id: requestId,
      at: runtime.org.clock.now(),
      kind,
      userId: runtime.access.userId,
      name: this.request,
      milliseconds,
      error: error?.message ?? null,
      limits: NAMES.map((name) => ({
        name,
        label: SHOWN[name],
        used: runtime.limits.used(name),
        limit: runtime.limits.limit(name),
      })),
      log: log.slice(0, KEPT_LINES),
    });
    if (this.#entries.length > KEPT) {
      this.#entries.shift();
    }
  }

  /** Newest first. */
  get entries(): readonly TransactionEntry[] {
    return this.#entries.toReversed();
  }
  find(id: string): TransactionEntry | null {
    return this.#entries.find((entry) => entry.id === id) ?? null;
  }
  clear(): void {
    this.#entries.length = 0;
  }
}
