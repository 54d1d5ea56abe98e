/**
 * What kind of work is running now: a request, a test, a queued job. One a transaction; while a job of a test runs
 * inside the test's transaction, the job's context takes its place and gives it back.
 */
import type { Runtime } from '../runtime/runtime.ts';

export type ExecutionKind =
  | 'synchronous'
  | 'anonymous'
  | 'test'
  | 'future'
  | 'queueable'
  | 'finalizer'
  | 'batchStart'
  | 'batchChunk'
  | 'batchFinish'
  | 'scheduled'
  | 'event'
  | 'eventCallback'
  | 'rest';

/** `System.Quiddity` of each kind. */
export const QUIDDITY: Readonly<Record<ExecutionKind, string>> = {
  synchronous: 'SYNCHRONOUS',
  anonymous: 'ANONYMOUS',
  test: 'RUNTEST_SYNC',
  future: 'FUTURE',
  queueable: 'QUEUEABLE',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  batchStart: 'BATCH_APEX',
  batchChunk: 'BATCH_APEX',
  batchFinish: 'BATCH_APEX',
  scheduled: 'SCHEDULED',
  event: 'PLATFORM_EVENT_PUBLISH_CALLBACK',
  eventCallback: 'PLATFORM_EVENT_PUBLISH_CALLBACK',
  rest: 'REST',
};

export class ExecutionContext {
  readonly kind: ExecutionKind;
  readonly requestId: string;
  /** Id of the AsyncApexJob that runs. */
  readonly jobId: string | null;
  /** The trigger that gets events; null for other work. */
  readonly name: string | null;
  /** Of a queueable: 1 for one enqueued by a request, its successor's is one more. */
  readonly queueDepth: number;
  readonly maximumQueueDepth: number | null;
  readonly delayInMinutes: number | null;
  /** False: a job whose class or method does not ask for callouts. */
  readonly allowsCallouts: boolean;
  /** Finalizer attached in this execution. */
  finalizer: object | null = null;
  /** Where the store's log stood when this work began: what lies before is committed. */
  committedAt: number | null = null;
  hasSavepoint = false;

  constructor(
    kind: ExecutionKind,
    requestId: string,
    options: Partial<
      Pick<
        ExecutionContext,
        'jobId' | 'name' | 'queueDepth' | 'maximumQueueDepth' | 'delayInMinutes' | 'allowsCallouts'
      >
    > = {},
  ) {
    this.kind = kind;
    this.requestId = requestId;
    this.jobId = options.jobId ?? null;
    this.name = options.name ?? null;
    this.queueDepth = options.queueDepth ?? 0;
    this.maximumQueueDepth = options.maximumQueueDepth ?? null;
    this.delayInMinutes = options.delayInMinutes ?? null;
    this.allowsCallouts = options.allowsCallouts ?? true;
  }
  get quiddity(): string {
    return QUIDDITY[this.kind];
  }
  get isBatch(): boolean {
    return this.kind === 'batchStart' || this.kind === 'batchChunk' || this.kind === 'batchFinish';
  }
  get isAsync(): boolean {
    return (
      this.isBatch ||
      this.kind === 'future' ||
      this.kind === 'queueable' ||
      this.kind === 'scheduled' ||
      this.kind === 'finalizer'
    );
  }
}

const CONTEXT = Symbol('execution context');
const REQUESTS = Symbol('request counter');

export function executionContext(runtime: Runtime): ExecutionContext {
  const found = runtime.transactionState.get(CONTEXT);
  if (found instanceof ExecutionContext) {
    return found;
  }
  const made = new ExecutionContext(runtime.isTest ? 'test' : 'synchronous', nextRequestId(runtime));
  setExecutionContext(runtime, made);
  return made;
}

export function setExecutionContext(runtime: Runtime, context: ExecutionContext): void {
  context.committedAt ??= runtime.org.store.savepoint().position;
  runtime.transactionState.set(CONTEXT, context);
}

export function withExecutionContext<T>(runtime: Runtime, context: ExecutionContext, work: () => T): T {
  const before = executionContext(runtime);
  setExecutionContext(runtime, context);
  try {
    return work();
  } finally {
    setExecutionContext(runtime, before);
  }
}

/** Looks like the platform's: letters and digits behind `4`, unique in the org. */
export function nextRequestId(runtime: Runtime): string {
  const { state } = runtime.org;
  const count = ((state.get(REQUESTS) as number | undefined) ?? 0) + 1;
  state.set(REQUESTS, count);
  return `4${count.toString(36).toUpperCase().padStart(21, '0')}`;
}
