/**
 * Batch jobs: start, one execute a scope, finish; each in a transaction of its own. Without `Database.Stateful` every
 * execute starts from the object as it was when the job was queued. A failed scope is counted and the job goes on.
 */
import { publishBatchError, type BatchFailure } from './batchErrors.ts';
import { executionContext } from './executionContext.ts';
import { insertJob, insertSystemRow, setJobStatus } from './jobRows.ts';
import type { JobHost, PendingJob } from './pending.ts';
import { copyGraph } from './serialize.ts';
import { ApexList } from '../runtime/collections.ts';
import type { ApexValue, Runtime } from '../runtime/runtime.ts';
import { SObjectValue } from '../runtime/sobject.ts';
import { BatchContext } from '../system/Database/batch.ts';
import { QueryLocator } from '../system/Database/QueryLocator.ts';

const MAXIMUM_SCOPE = 2000;
/** Jobs that wait or run at once; more are held (Apex Developer Guide, "Batch Apex"). */
const RUNNING_JOBS = 5;
const ONE_CHUNK_MESSAGE =
  'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.';

export function enqueueBatch(
  runtime: Runtime,
  add: (job: PendingJob) => void,
  job: object,
  scopeSize: number,
  dueAt: number,
): string {
  const { kind } = executionContext(runtime);
  if (kind === 'batchStart' || kind === 'batchChunk') {
    runtime.fail(
      'System.AsyncException',
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
    );
  }
  if (kind === 'future') {
    runtime.fail(
      'System.AsyncException',
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
    );
  }
  if (scopeSize < 1) {
    runtime.fail('System.IllegalArgumentException', `The batch size must be greater than 0`);
  }
  const active = [...runtime.org.store.rows('AsyncApexJob')].filter(
    (row) => row['JobType'] === 'BatchApex' && ['Queued', 'Preparing', 'Processing'].includes(String(row['Status'])),
  ).length;
  const jobId = insertJob(
    runtime,
    'BatchApex',
    runtime.typeName(job),
    active >= RUNNING_JOBS ? { Status: 'Holding' } : {},
  );
  const copy = copyGraph(runtime, job);
  const { userId } = runtime.access;
  add({ jobId, kind: 'batch', userId, dueAt, run: (jobs) => new BatchRun(jobs, jobId, userId, copy, scopeSize).run() });
  return jobId;
}

class BatchRun {
  readonly #jobs: JobHost;
  readonly #jobId: string;
  readonly #userId: string;
  readonly #scopeSize: number;
  #job: object;
  #errors = 0;
  #first: Error | null = null;
  /** Of the part that ran last. */
  #requestId: string | null = null;

  constructor(jobs: JobHost, jobId: string, userId: string, job: object, scopeSize: number) {
    this.#jobs = jobs;
    this.#jobId = jobId;
    this.#userId = userId;
    this.#job = job;
    this.#scopeSize = scopeSize;
  }

  run(): void {
    this.#status('Preparing');
    let chunks: readonly ApexList[] = [];
    let isStateful = false;
    const failed = this.#step('batchStart', (runtime) => {
      isStateful = runtime.isInstance(this.#job, 'Database.Stateful');
      const scope = runtime.call(this.#job, 'start', [new BatchContext(this.#jobId, null)]);
      chunks = this.#chunks(runtime, scope);
    });
    if (failed !== null) {
      this.#raise('START', failed, null);
      this.#status('Failed', { NumberOfErrors: 1, ExtendedStatus: failed.message });
      throw failed;
    }
    if (this.#jobs.isTest && chunks.length > 1) {
      this.#jobs.record((runtime) => runtime.fail('System.UnexpectedException', ONE_CHUNK_MESSAGE));
    }
    this.#status('Processing', { TotalJobItems: chunks.length });
    for (const [index, chunk] of chunks.entries()) {
      this.#execute(chunk, isStateful);
      this.#status('Processing', { JobItemsProcessed: index + 1, NumberOfErrors: this.#errors });
    }
    // The job counts as completed when finish runs: its own query for itself says so.
    this.#status('Completed', this.#first === null ? {} : { ExtendedStatus: `First error: ${this.#first.message}` });
    const finish = this.#step('batchFinish', (runtime) => {
      runtime.call(copyGraph(runtime, this.#job), 'finish', [new BatchContext(this.#jobId, null)]);
    });
    const error = this.#first ?? finish;
    if (finish !== null) {
      this.#raise('FINISH', finish, null);
      this.#status('Failed', { ExtendedStatus: finish.message });
    }
    if (error !== null) {
      throw error;
    }
  }

  #execute(chunk: ApexList, isStateful: boolean): void {
    let next = this.#job;
    let worker = '';
    this.#jobs.record((runtime) => {
      worker = insertSystemRow(runtime, 'AsyncApexJob', {
        ...runtime.org.store.get('AsyncApexJob', this.#jobId),
        JobType: 'BatchApexWorker',
        ParentJobId: this.#jobId,
        Status: 'Processing',
        TotalJobItems: 0,
        JobItemsProcessed: 0,
      });
    });
    const failed = this.#step('batchChunk', (runtime) => {
      const object = copyGraph(runtime, this.#job);
      runtime.call(object, 'execute', [new BatchContext(this.#jobId, worker), chunk]);
      next = object;
    });
    this.#jobs.record((runtime) => {
      setJobStatus(
        runtime,
        worker,
        failed === null ? 'Completed' : 'Failed',
        failed === null ? {} : { ExtendedStatus: failed.message, NumberOfErrors: 1 },
      );
    });
    if (failed !== null) {
      this.#raise('EXECUTE', failed, chunk);
      this.#errors += 1;
      this.#first ??= failed;
    } else if (isStateful) {
      this.#job = next;
    }
  }

  #chunks(runtime: Runtime, scope: ApexValue): readonly ApexList[] {
    if (scope instanceof QueryLocator) {
      return this.#cut(runtime, scope.result.objectName, scope.result.rows, Math.min(this.#scopeSize, MAXIMUM_SCOPE));
    }
    const items = scope instanceof ApexList ? scope.items : this.#iterate(runtime, scope);
    const [first] = items;
    const element =
      scope instanceof ApexList ? scope.elementType : first instanceof SObjectValue ? first.object.name : 'Object';
    return this.#cut(runtime, element, items, this.#scopeSize);
  }
  #iterate(runtime: Runtime, scope: ApexValue): readonly ApexValue[] {
    if (typeof scope !== 'object' || scope === null) {
      return runtime.fail('System.NullPointerException', 'Attempt to de-reference a null object');
    }
    const iterator = runtime.call(scope, 'iterator', []) as object;
    const items: ApexValue[] = [];
    while (runtime.call(iterator, 'hasNext', []) === true) {
      items.push(runtime.call(iterator, 'next', []));
    }
    return items;
  }
  #cut(runtime: Runtime, element: string, items: readonly ApexValue[], size: number): readonly ApexList[] {
    const chunks: ApexList[] = [];
    for (let index = 0; index < items.length; index += size) {
      chunks.push(runtime.newList(element, items.slice(index, index + size)));
    }
    return chunks;
  }

  #step(kind: 'batchStart' | 'batchChunk' | 'batchFinish', work: (runtime: Runtime) => void): Error | null {
    return this.#jobs.transaction({ userId: this.#userId, kind, jobId: this.#jobId }, (runtime) => {
      this.#requestId = executionContext(runtime).requestId;
      work(runtime);
    });
  }
  #raise(phase: BatchFailure['phase'], error: Error, scope: ApexList | null): void {
    this.#jobs.record((runtime) => {
      publishBatchError(runtime, this.#job, {
        jobId: this.#jobId,
        phase,
        error,
        requestId: this.#requestId,
        scope,
      });
    });
  }
  #status(status: Parameters<typeof setJobStatus>[2], more: Parameters<typeof setJobStatus>[3] = {}): void {
    this.#jobs.record((runtime) => {
      setJobStatus(runtime, this.#jobId, status, more);
    });
  }
}
