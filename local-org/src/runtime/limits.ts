/**
 * Governor limits of one transaction. Counting past a limit ends the transaction with the platform's words; between
 * `Test.startTest` and `Test.stopTest` a window with counts of its own is open.
 */
import { ApexException } from './exception.ts';
import { HeapGauge } from './heap.ts';
import type { LimitCounter } from './runtime.ts';

/**
 * Which values count: those of requests, scheduled jobs and event triggers; of batch jobs and future methods; of
 * queueable jobs; of their finalizers.
 */
export type LimitSet = 'synchronous' | 'asynchronous' | 'queueable' | 'finalizer';

interface LimitRule extends Readonly<Record<LimitSet, number>> {
  /** `{0}` is the count that was too much. Null: past the limit nothing happens by counting alone. */
  readonly message: string | null;
}

const rule = (
  synchronous: number,
  message: string | null,
  asynchronous = synchronous,
  more: { readonly queueable?: number; readonly finalizer?: number } = {},
): LimitRule => ({ synchronous, asynchronous, queueable: asynchronous, finalizer: synchronous, ...more, message });

/** By the names of `Limits`: `getQueries()` is `queries`. Values: Apex Developer Guide, "Execution Governors and Limits". */
export const LIMIT_RULES = {
  queries: rule(100, 'Too many SOQL queries: {0}', 200),
  queryRows: rule(50_000, 'Too many query rows: {0}'),
  aggregateQueries: rule(300, 'Too many Aggregate queries: {0}'),
  queryLocatorRows: rule(10_000, 'Too many query locator rows: {0}'),
  apexCursors: rule(10_000, null),
  apexCursorRows: rule(50_000_000, null),
  fetchCallsOnApexCursor: rule(10, null),
  soslQueries: rule(20, 'Too many SOSL queries: {0}'),
  dmlStatements: rule(150, 'Too many DML statements: {0}'),
  dmlRows: rule(10_000, 'Too many DML rows: {0}'),
  publishImmediateDml: rule(150, 'Too many publish immediate DML statements: {0}'),
  callouts: rule(100, 'Too many callouts: {0}'),
  emailInvocations: rule(10, 'Too many Email Invocations: {0}'),
  futureCalls: rule(50, 'Too many future calls: {0}', 0, { queueable: 50 }),
  queueableJobs: rule(50, 'Too many queueable jobs added to the queue: {0}', 1, { finalizer: 1 }),
  asyncCalls: rule(200, null),
  mobilePushApexCalls: rule(10, 'Too many mobile push Apex calls: {0}'),
  cpuTime: rule(10_000, 'Apex CPU time limit exceeded', 60_000),
  heapSize: rule(6_000_000, 'Apex heap size too large: {0}', 12_000_000, { finalizer: 12_000_000 }),
} as const satisfies Record<string, LimitRule>;

export type LimitName = keyof typeof LIMIT_RULES;

/** Milliseconds; what the CPU limit is measured with. */
export type Stopwatch = () => number;

export class Limits implements LimitCounter {
  readonly #stopwatch: Stopwatch;
  readonly #heap = new HeapGauge();
  #window: Window;

  constructor(set: LimitSet, stopwatch: Stopwatch) {
    this.#stopwatch = stopwatch;
    this.#window = { set, counts: new Map(), start: stopwatch(), excluded: 0, outer: null };
  }

  used(name: string): number {
    if (name === 'cpuTime') {
      return Math.floor(this.#elapsed());
    }
    if (name === 'heapSize') {
      return this.#heap.size(this.limit(name));
    }
    return this.#window.counts.get(name) ?? 0;
  }
  limit(name: string): number {
    return ruleOf(name)[this.#window.set];
  }
  add(name: string, amount = 1): void {
    const found = ruleOf(name);
    const used = this.used(name) + amount;
    this.#window.counts.set(name, used);
    if (used > this.limit(name) && found.message !== null) {
      throw limitError(found.message.replace('{0}', String(used)));
    }
  }
  /** Called now and then from loops and method entries. */
  check(): void {
    if (this.#elapsed() > this.limit('cpuTime')) {
      throw limitError(LIMIT_RULES.cpuTime.message ?? '');
    }
    const size = this.#heap.sizePast(this.limit('heapSize'));
    if (size !== null) {
      throw limitError(heapMessage(size));
    }
  }
  /** Time spent waiting (callouts) does not count. */
  excludeTime(milliseconds: number): void {
    this.#window.excluded += milliseconds;
  }
  #elapsed(): number {
    return this.#stopwatch() - this.#window.start - this.#window.excluded;
  }

  /** `Test.startTest` and jobs of a test: fresh counts. */
  openWindow(set: LimitSet = this.#window.set): void {
    this.#window = { set, counts: new Map(), start: this.#stopwatch(), excluded: 0, outer: this.#window };
  }
  /** `Test.stopTest` and the end of a job: the counts from before go on. */
  closeWindow(): void {
    const { outer, start } = this.#window;
    if (outer !== null) {
      outer.excluded += this.#stopwatch() - start;
      this.#window = outer;
    }
  }
}

interface Window {
  readonly set: LimitSet;
  readonly counts: Map<string, number>;
  readonly start: number;
  excluded: number;
  readonly outer: Window | null;
}

function ruleOf(name: string): LimitRule {
  const found = (LIMIT_RULES as Record<string, LimitRule>)[name];
  if (found === undefined) {
    throw new Error(`There is no limit named ${name}`);
  }
  return found;
}

export const depthMessage = (depth: number): string => `Maximum stack depth reached: ${depth}`;
export const heapMessage = (size: number): string => `Apex heap size too large: ${size}`;

function limitError(message: string): ApexException {
  return new ApexException('System.LimitException', message);
}
