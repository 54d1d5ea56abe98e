/** Queueable jobs: one copy of the object, a transaction of its own, then its finalizer in another. */
import { type AsyncOptionsValue } from './asyncOptions.ts';
import { FinalizerContextValue, QueueableContextValue } from './contexts.ts';
import { executionContext } from './executionContext.ts';
import { insertJob, setJobStatus } from './jobRows.ts';
import type { JobHost, PendingJob } from './pending.ts';
import { copyGraph } from './serialize.ts';
import { ApexException } from '../runtime/exception.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** Trial and Developer Edition orgs chain five jobs at most (Apex Developer Guide, "Queueable Apex"). */
export const TRIAL_STACK_DEPTH = 5;
const MAXIMUM_DELAY = 10;
const MAXIMUM_RETRIES = 5;
const DEPTH_MESSAGE = 'Maximum stack depth has been reached.';

export interface QueueableHost {
  /** Null: chains are endless. */
  readonly maximumStackDepth: number | null;
  readonly signatures: Map<string, string>;
  add(job: PendingJob): void;
  /** Failed runs in a row that led to this job through finalizers. */
  readonly retries: Map<string, number>;
}

export function enqueueQueueable(
  runtime: Runtime,
  host: QueueableHost,
  job: object,
  options: AsyncOptionsValue | null,
): string {
  const context = executionContext(runtime);
  runtime.limits.add('queueableJobs');
  const isChained = context.kind === 'queueable';
  const depth = isChained ? context.queueDepth + 1 : 1;
  const maximum = options?.maximumQueueableStackDepth ?? (isChained ? context.maximumQueueDepth : null);
  checkDepth(runtime, host, depth, maximum, isChained);
  const delay = options?.minimumQueueableDelayInMinutes ?? 0;
  if (delay < 0 || delay > MAXIMUM_DELAY) {
    runtime.fail(
      'System.IllegalArgumentException',
      `Minimum delay value should be between 0 and ${MAXIMUM_DELAY} minutes.`,
    );
  }
  const className = runtime.typeName(job);
  const jobId = insertJob(runtime, 'Queueable', className);
  claimSignature(runtime, host, options, className, jobId);
  if (context.kind === 'finalizer' && context.jobId !== null) {
    noteRetry(runtime, host, context.jobId, jobId);
  }
  const copy = copyGraph(runtime, job);
  const allowsCallouts = runtime.isInstance(job, 'Database.AllowsCallouts');
  const { userId } = runtime.access;
  host.add({
    jobId,
    kind: 'queueable',
    userId,
    dueAt: runtime.now().instant + delay * 60_000,
    run: (jobs) => runQueueable(jobs, { jobId, userId, job: copy, depth, maximum, delay, allowsCallouts }),
  });
  return jobId;
}

function checkDepth(
  runtime: Runtime,
  host: QueueableHost,
  depth: number,
  maximum: number | null,
  isChained: boolean,
): void {
  if (maximum !== null && (maximum < 1 || depth > maximum)) {
    runtime.fail('System.AsyncException', DEPTH_MESSAGE);
  }
  // "You can't chain queueable jobs in an Apex test" unless a depth was asked for.
  if (
    isChained &&
    maximum === null &&
    (runtime.isTest || (host.maximumStackDepth !== null && depth > host.maximumStackDepth))
  ) {
    runtime.fail('System.AsyncException', DEPTH_MESSAGE);
  }
}

function claimSignature(
  runtime: Runtime,
  host: QueueableHost,
  options: AsyncOptionsValue | null,
  className: string,
  jobId: string,
): void {
  if (options?.duplicateSignature === null || options === null) {
    return;
  }
  const key = `${className}|${options.duplicateSignature.text}`;
  const holder = host.signatures.get(key);
  const status = holder === undefined ? undefined : runtime.org.store.get('AsyncApexJob', holder)?.['Status'];
  if (status === 'Queued' || status === 'Processing' || status === 'Preparing') {
    runtime.fail('System.DuplicateMessageException', `Attempt to enqueue job with duplicate queueable signature`);
  }
  host.signatures.set(key, jobId);
}

function noteRetry(runtime: Runtime, host: QueueableHost, failedJobId: string, jobId: string): void {
  if (runtime.org.store.get('AsyncApexJob', failedJobId)?.['Status'] !== 'Failed') {
    return;
  }
  const retries = (host.retries.get(failedJobId) ?? 0) + 1;
  if (retries > MAXIMUM_RETRIES) {
    runtime.fail(
      'System.AsyncException',
      `Queueable job has been re-enqueued by its finalizer more than ${MAXIMUM_RETRIES} times in a row`,
    );
  }
  host.retries.set(jobId, retries);
}

interface QueuedRun {
  readonly jobId: string;
  readonly userId: string;
  readonly job: object;
  readonly depth: number;
  readonly maximum: number | null;
  readonly delay: number;
  readonly allowsCallouts: boolean;
}

function runQueueable(jobs: JobHost, queued: QueuedRun): void {
  const { jobId, userId } = queued;
  jobs.record((runtime) => {
    setJobStatus(runtime, jobId, 'Processing');
  });
  let finalizer: object | null = null;
  let requestId = '';
  const options = {
    userId,
    kind: 'queueable',
    jobId,
    queueDepth: queued.depth,
    maximumQueueDepth: queued.maximum,
    delayInMinutes: queued.delay,
    allowsCallouts: queued.allowsCallouts,
  } as const;
  const error = jobs.transaction(options, (runtime) => {
    const context = executionContext(runtime);
    requestId = context.requestId;
    try {
      runtime.call(queued.job, 'execute', [new QueueableContextValue(jobId)]);
    } finally {
      ({ finalizer } = context);
    }
  });
  jobs.record((runtime) => {
    setJobStatus(
      runtime,
      jobId,
      error === null ? 'Completed' : 'Failed',
      error === null ? { JobItemsProcessed: 0 } : { ExtendedStatus: error.message, NumberOfErrors: 1 },
    );
  });
  if (finalizer !== null) {
    runFinalizer(jobs, { jobId, userId, requestId, finalizer, error });
  }
  if (error !== null) {
    throw error;
  }
}

function runFinalizer(
  jobs: JobHost,
  of: {
    readonly jobId: string;
    readonly userId: string;
    readonly requestId: string;
    readonly finalizer: object;
    readonly error: Error | null;
  },
): void {
  const exception = of.error instanceof ApexException ? of.error : null;
  const failed = jobs.transaction({ userId: of.userId, kind: 'finalizer', jobId: of.jobId }, (runtime) => {
    runtime.call(of.finalizer, 'execute', [new FinalizerContextValue(of.jobId, of.requestId, exception)]);
  });
  if (failed !== null && jobs.isTest) {
    throw failed;
  }
}
