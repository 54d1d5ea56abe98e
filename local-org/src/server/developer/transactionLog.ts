/** The last transactions of the org: who ran what, what it used of its limits, and what it wrote to the debug log. */
import { executionContext, type ExecutionContext } from '../../async/executionContext.ts';
import type { LimitName } from '../../runtime/limits.ts';
import type { Transaction, TransactionEnd } from '../../runtime/transaction.ts';
import { debugLog } from '../../system/System/debugLog.ts';
import { messageOf, stackOf } from '../../testing/runner.ts';

const KEPT = 200;
const KEPT_LINES = 2000;

/** What a page shows of limits, in this order, with the words of the platform's log. */
const SHOWN = {
  queries: ['SOQL queries', 'Number of SOQL queries'],
  queryRows: ['Query rows', 'Number of query rows'],
  aggregateQueries: ['Aggregate queries', 'Number of Aggregate queries'],
  soslQueries: ['SOSL queries', 'Number of SOSL queries'],
  dmlStatements: ['DML statements', 'Number of DML statements'],
  publishImmediateDml: ['Publish immediate DML', 'Number of Publish Immediate DML'],
  dmlRows: ['DML rows', 'Number of DML rows'],
  cpuTime: ['CPU time (ms)', 'Maximum CPU time'],
  heapSize: ['Heap size (bytes)', 'Maximum heap size'],
  callouts: ['Callouts', 'Number of callouts'],
  emailInvocations: ['Email invocations', 'Number of Email Invocations'],
  futureCalls: ['Future calls', 'Number of future calls'],
  queueableJobs: ['Queueable jobs', 'Number of queueable jobs added to the queue'],
} as const satisfies Partial<Record<LimitName, readonly [string, string]>>;
type ShownLimit = keyof typeof SHOWN;
const NAMES = Object.keys(SHOWN) as readonly ShownLimit[];

/** A transaction that used none of these and logged nothing only looked something up: not worth a line. */
const WORTH: readonly ShownLimit[] = ['queries', 'soslQueries', 'dmlStatements', 'callouts', 'publishImmediateDml'];

export interface LimitUse {
  readonly name: string;
  readonly label: string;
  /** As the platform's debug log has it. */
  readonly logLabel: string;
  readonly used: number;
  readonly limit: number;
}
export interface TransactionLine {
  readonly level: string;
  readonly text: string;
  readonly line: number | null;
  /** Milliseconds since the transaction began. */
  readonly elapsed: number;
}
export interface TransactionEntry {
  readonly id: string;
  /** Its end, by the org's clock. */
  readonly at: number;
  readonly kind: ExecutionContext['kind'];
  /** Nobody waited for it: a job, or events for their trigger. */
  readonly isBackground: boolean;
  readonly userId: string;
  /** The request, the class of the job or the trigger of the event that began it. */
  readonly name: string | null;
  readonly milliseconds: number;
  readonly error: string | null;
  readonly stack: readonly string[];
  readonly limits: readonly LimitUse[];
  readonly log: readonly TransactionLine[];
}

export class TransactionLog {
  /** What is going on: `POST /services/data/…`; null between requests, when jobs run. */
  request: string | null = null;
  readonly #entries: TransactionEntry[] = [];

  add(runtime: Transaction, { milliseconds, error }: TransactionEnd): void {
    const log = debugLog(runtime);
    const context = executionContext(runtime);
    const isLookup = error === null && WORTH.every((name) => runtime.limits.used(name) === 0);
    // A job that found nothing to do has run all the same.
    if (isLookup && log.length === 0 && !isBackground(context)) {
      return;
    }
    const begin = performance.now() - milliseconds;
    this.#entries.push({
      id: context.requestId,
      at: runtime.org.clock.now(),
      kind: context.kind,
      isBackground: isBackground(context),
      userId: runtime.access.userId,
      name: isBackground(context) ? backgroundName(runtime, context) : this.request,
      milliseconds,
      error: error === null ? null : messageOf(error),
      stack: error === null ? [] : stackOf(runtime, error).map(({ text }) => text),
      limits: NAMES.map((name) => ({
        name,
        label: SHOWN[name][0],
        logLabel: SHOWN[name][1],
        used: runtime.limits.used(name),
        limit: runtime.limits.limit(name),
      })),
      log: log
        .slice(0, KEPT_LINES)
        .map(({ level, text, line, tick }) => ({ level, text, line, elapsed: Math.max(tick - begin, 0) })),
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

const isBackground = (context: ExecutionContext): boolean => context.isAsync || context.kind === 'event';

function backgroundName(runtime: Transaction, { jobId, name }: ExecutionContext): string | null {
  const { store } = runtime.org;
  const job = jobId === null ? null : store.get('AsyncApexJob', jobId);
  const className = store.get('ApexClass', String(job?.['ApexClassId'] ?? ''))?.['Name'];
  return name ?? (typeof className === 'string' ? className : null);
}
