/** Queueable jobs: one copy of the object, a transaction of its own, then its finalizer in another. */
import { type AsyncOptionsValue } from './asyncOptions.ts';
import { FinalizerContextValue, QueueableContextValue } from './contexts.ts';
import { executionContext } from './executionContext.ts';
import { insertJob, setJobStatus } from './jobRows.ts';
import type { JobState } from './frozen.ts';
import { dropJob, keepJob } from './jobTable.ts';
import type { JobHost, KeptJob, PendingJob } from './pending.ts';
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
  add(runtime: Runtime, job: PendingJob): void;
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
  const state: JobState = {
    job: copyGraph(runtime, job),
    depth,
    maximum,
    delay,
    allowsCallouts: runtime.isInstance(job, 'Database.AllowsCallouts'),
    signature: options?.duplicateSignature?.text ?? null,
    retries: host.retries.get(jobId) ?? 0,
  };
  const dueAt = runtime.now().instant + delay * 60_000;
  host.add(runtime, queueableJob({ jobId, kind: 'queueable', userId: runtime.access.userId, dueAt, state }));
  return jobId;
}

export function queueableJob(job: KeptJob): PendingJob {
  return { ...job, run: (jobs) => runQueueable(jobs, job) };
}

/** What the host must know of a job that comes back from disk. */
export function noteKept(runtime: Runtime, host: QueueableHost, { jobId, state }: KeptJob): void {
  const job = state['job'];
  if (typeof state['signature'] === 'string' && typeof job === 'object' && job !== null) {
    host.signatures.set(`${runtime.typeName(job)}|${state['signature']}`, jobId);
  }
  if (Number(state['retries']) > 0) {
    host.retries.set(jobId, Number(state['retries']));
  }
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

function runQueueable(jobs: JobHost, { jobId, userId, state }: KeptJob): PendingJob | null {
  jobs.record((runtime) => {
    setJobStatus(runtime, jobId, 'Processing');
  });
  let finalizer: object | null = null;
  let requestId = '';
  const after: { next: PendingJob | null } = { next: null };
  const end = (runtime: Runtime, error: Error | null): void => {
    setJobStatus(
      runtime,
      jobId,
      error === null ? 'Completed' : 'Failed',
      error === null ? { JobItemsProcessed: 0 } : { ExtendedStatus: error.message, NumberOfErrors: 1 },
    );
    if (finalizer === null) {
      dropJob(runtime, jobId);
    } else {
      const kept = { finalizer, requestId, exception: error instanceof ApexException ? error : null };
      after.next = finalizerJob({ jobId, kind: 'finalizer', userId, dueAt: 0, state: kept }, error);
      keepJob(runtime, after.next);
    }
  };
  const options = {
    userId,
    kind: 'queueable',
    jobId,
    queueDepth: Number(state['depth']),
    maximumQueueDepth: state['maximum'] as number | null,
    delayInMinutes: Number(state['delay']),
    allowsCallouts: state['allowsCallouts'] === true,
    atEnd: (runtime: Runtime): void => {
      end(runtime, null);
    },
  } as const;
  const error = jobs.transaction(options, (runtime) => {
    const context = executionContext(runtime);
    requestId = context.requestId;
    try {
      runtime.call(state['job'] as object, 'execute', [new QueueableContextValue(jobId)]);
    } finally {
      ({ finalizer } = context);
    }
  });
  if (error !== null) {
    jobs.record((runtime) => {
      end(runtime, error);
    });
    if (after.next === null) {
      throw error;
    }
  }
  return after.next;
}

/** `error` is the job's own, for whoever waits for the job's end. */
export function finalizerJob(job: KeptJob, error: Error | null): PendingJob {
  return { ...job, run: (jobs) => runFinalizer(jobs, job, error) };
}

function runFinalizer(jobs: JobHost, { jobId, userId, state }: KeptJob, error: Error | null): null {
  const exception = state['exception'] as ApexException | null;
  const atEnd = (runtime: Runtime): void => {
    dropJob(runtime, jobId);
  };
  const failed = jobs.transaction({ userId, kind: 'finalizer', jobId, atEnd }, (runtime) => {
    const context = new FinalizerContextValue(jobId, state['requestId'] as string, exception);
    runtime.call(state['finalizer'] as object, 'execute', [context]);
  });
  if (failed !== null) {
    jobs.record(atEnd);
    if (jobs.isTest) {
      throw failed;
    }
  }
  if (error !== null) {
    throw error;
  }
  return null;
}
