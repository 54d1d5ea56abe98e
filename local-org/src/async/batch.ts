/**
 * Batch jobs: start, one execute a scope, finish; each in a transaction of its own, with which the job's progress
 * commits. Without `Database.Stateful` every execute starts from the object as it was when the job was queued. A failed
 * scope is counted and the job goes on.
 */
import { publishBatchError, type BatchFailure } from './batchErrors.ts';
import { executionContext } from './executionContext.ts';
import { insertJob, insertSystemRow, setJobStatus, type JobStatus } from './jobRows.ts';
import { dropJob, dropPart, keepJob, keepParts, keptPart } from './jobTable.ts';
import type { JobHost, KeptJob, PendingJob } from './pending.ts';
import { copyGraph } from './serialize.ts';
import { ApexList } from '../runtime/collections.ts';
import { ApexException } from '../runtime/exception.ts';
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
  const state: BatchState = {
    phase: 'start',
    job: copyGraph(runtime, job),
    scopeSize,
    isStateful: false,
    index: 0,
    total: 0,
    errors: 0,
    first: null,
  };
  add(batchJob({ jobId, kind: 'batch', userId: runtime.access.userId, dueAt, state }, new Map()));
  return jobId;
}

type BatchState = {
  readonly phase: 'start' | 'execute' | 'finish';
  readonly job: object;
  readonly scopeSize: number;
  readonly isStateful: boolean;
  /** The next part to run, and how many there are. */
  readonly index: number;
  readonly total: number;
  readonly errors: number;
  readonly first: ApexException | null;
};

/** `parts` are those at hand; the others are read from what was kept. */
export function batchJob(job: KeptJob, parts: ReadonlyMap<number, ApexList>): PendingJob {
  return { ...job, run: (jobs) => new BatchRun(jobs, job, parts).run() };
}

const asApex = (error: Error): ApexException =>
  error instanceof ApexException ? error : new ApexException('System.UnexpectedException', error.message);

/** One part of a job. */
class BatchRun {
  readonly #jobs: JobHost;
  readonly #pending: KeptJob;
  readonly #state: BatchState;
  readonly #parts: ReadonlyMap<number, ApexList>;
  #requestId: string | null = null;

  constructor(jobs: JobHost, job: KeptJob, parts: ReadonlyMap<number, ApexList>) {
    this.#jobs = jobs;
    this.#pending = job;
    this.#state = job.state as BatchState;
    this.#parts = parts;
  }

  run(): PendingJob | null {
    switch (this.#state.phase) {
      case 'start':
        return this.#start();
      case 'execute':
        return this.#execute();
      case 'finish':
        return this.#finish();
    }
  }

  #start(): PendingJob {
    this.#jobs.record((runtime) => {
      this.#status(runtime, 'Preparing');
    });
    let chunks: readonly ApexList[] = [];
    let isStateful = false;
    const after = (): PendingJob =>
      this.#next(
        { phase: chunks.length === 0 ? 'finish' : 'execute', isStateful, total: chunks.length },
        new Map(chunks.entries()),
      );
    const failed = this.#step(
      'batchStart',
      (runtime) => {
        isStateful = runtime.isInstance(this.#state.job, 'Database.Stateful');
        const scope = runtime.call(this.#state.job, 'start', [new BatchContext(this.#pending.jobId, null)]);
        chunks = this.#chunks(runtime, scope);
      },
      (runtime) => {
        this.#status(runtime, 'Processing', { TotalJobItems: chunks.length });
        keepJob(runtime, after());
        keepParts(runtime, this.#pending.jobId, chunks);
      },
    );
    if (failed !== null) {
      this.#raise('START', failed, null);
      this.#jobs.record((runtime) => {
        this.#status(runtime, 'Failed', { NumberOfErrors: 1, ExtendedStatus: failed.message });
        dropJob(runtime, this.#pending.jobId);
      });
      throw failed;
    }
    if (this.#jobs.isTest && chunks.length > 1) {
      this.#jobs.record((runtime) => runtime.fail('System.UnexpectedException', ONE_CHUNK_MESSAGE));
    }
    return after();
  }

  #execute(): PendingJob {
    const { jobId } = this.#pending;
    const { index, total, errors } = this.#state;
    let worker = '';
    let chunk = this.#parts.get(index);
    this.#jobs.record((runtime) => {
      chunk ??= keptPart(runtime, jobId, index);
      worker = insertSystemRow(runtime, 'AsyncApexJob', {
        ...runtime.org.store.get('AsyncApexJob', jobId),
        JobType: 'BatchApexWorker',
        ParentJobId: jobId,
        Status: 'Processing',
        TotalJobItems: 0,
        JobItemsProcessed: 0,
      });
    });
    const rows = chunk as ApexList;
    const phase = index + 1 < total ? 'execute' : 'finish';
    let changed = this.#state.job;
    const after = { next: this.#pending as PendingJob };
    const end = (runtime: Runtime, failed: Error | null): void => {
      const job = failed === null && this.#state.isStateful ? changed : this.#state.job;
      const first = this.#state.first ?? (failed === null ? null : asApex(failed));
      after.next = this.#next({ phase, job, first, index: index + 1, errors: errors + (failed === null ? 0 : 1) });
      setJobStatus(
        runtime,
        worker,
        failed === null ? 'Completed' : 'Failed',
        failed === null ? {} : { ExtendedStatus: failed.message, NumberOfErrors: 1 },
      );
      this.#status(runtime, 'Processing', {
        JobItemsProcessed: index + 1,
        NumberOfErrors: errors + (failed === null ? 0 : 1),
      });
      dropPart(runtime, jobId, index);
      keepJob(runtime, after.next);
    };
    const failed = this.#step(
      'batchChunk',
      (runtime) => {
        changed = copyGraph(runtime, this.#state.job);
        runtime.call(changed, 'execute', [new BatchContext(jobId, worker), rows]);
      },
      (runtime) => {
        end(runtime, null);
      },
    );
    if (failed !== null) {
      this.#jobs.record((runtime) => {
        end(runtime, failed);
      });
      this.#raise('EXECUTE', failed, rows);
    }
    return after.next;
  }

  #finish(): null {
    const { first, job } = this.#state;
    const { jobId } = this.#pending;
    // The job counts as completed when finish runs: its own query for itself says so.
    this.#jobs.record((runtime) => {
      this.#status(runtime, 'Completed', first === null ? {} : { ExtendedStatus: `First error: ${first.message}` });
    });
    const failed = this.#step(
      'batchFinish',
      (runtime) => {
        runtime.call(copyGraph(runtime, job), 'finish', [new BatchContext(jobId, null)]);
      },
      (runtime) => {
        dropJob(runtime, jobId);
      },
    );
    if (failed !== null) {
      this.#raise('FINISH', failed, null);
      this.#jobs.record((runtime) => {
        this.#status(runtime, 'Failed', { ExtendedStatus: failed.message });
        dropJob(runtime, jobId);
      });
    }
    const error = first ?? failed;
    if (error !== null) {
      throw error;
    }
    return null;
  }

  #next(change: Partial<BatchState>, parts = this.#parts): PendingJob {
    return batchJob({ ...this.#pending, state: { ...this.#state, ...change } }, parts);
  }

  #chunks(runtime: Runtime, scope: ApexValue): readonly ApexList[] {
    if (scope instanceof QueryLocator) {
      return this.#cut(
        runtime,
        scope.result.objectName,
        scope.result.rows,
        Math.min(this.#state.scopeSize, MAXIMUM_SCOPE),
      );
    }
    const items = scope instanceof ApexList ? scope.items : this.#iterate(runtime, scope);
    const [first] = items;
    const element =
      scope instanceof ApexList ? scope.elementType : first instanceof SObjectValue ? first.object.name : 'Object';
    return this.#cut(runtime, element, items, this.#state.scopeSize);
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

  #step(
    kind: 'batchStart' | 'batchChunk' | 'batchFinish',
    work: (runtime: Runtime) => void,
    atEnd: (runtime: Runtime) => void,
  ): Error | null {
    const { userId, jobId } = this.#pending;
    return this.#jobs.transaction({ userId, kind, jobId, atEnd }, (runtime) => {
      this.#requestId = executionContext(runtime).requestId;
      work(runtime);
    });
  }
  #raise(phase: BatchFailure['phase'], error: Error, scope: ApexList | null): void {
    this.#jobs.record((runtime) => {
      publishBatchError(runtime, this.#state.job, {
        jobId: this.#pending.jobId,
        phase,
        error,
        requestId: this.#requestId,
        scope,
      });
    });
  }
  #status(runtime: Runtime, status: JobStatus, more: Parameters<typeof setJobStatus>[3] = {}): void {
    setJobStatus(runtime, this.#pending.jobId, status, more);
  }
}
