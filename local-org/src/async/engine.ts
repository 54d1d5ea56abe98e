/**
 * The org's asynchronous work. What is enqueued gets a row at once, in the transaction that asks for it; it runs after
 * the commit, or at `Test.stopTest`, provided the row still is there.
 */
import type { AsyncOptionsValue } from './asyncOptions.ts';
import { batchJob, enqueueBatch } from './batch.ts';
import { EventQueue } from './eventBus.ts';
import type { SubscriberConfig } from './subscribers.ts';
import { enqueueFuture, futureJob, type StaticCall } from './future.ts';
import { jobRow, setJobStatus } from './jobRows.ts';
import { dropJob, keepJob, keptJobs } from './jobTable.ts';
import type { JobHost, KeptJob, PendingJob } from './pending.ts';
import { enqueueQueueable, finalizerJob, noteKept, queueableJob, type QueueableHost } from './queueable.ts';
import { scheduledJob, scheduleJob } from './schedule.ts';
import type { AccessContext, ApexValue, AsyncWork, DmlRowResult, Runtime } from '../runtime/runtime.ts';
import type { SObjectValue } from '../runtime/sobject.ts';

export interface AsyncEngineOptions {
  readonly callStatic: StaticCall;
  readonly automatedProcessId: () => string;
  /** Of queueable chains; null for no bound. */
  readonly maximumStackDepth: number | null;
  readonly subscribers?: readonly SubscriberConfig[];
}

/** A bound for runaway chains of one drain; the platform slows them down instead. */
const MAXIMUM_PARTS = 50_000;

export class AsyncEngine implements AsyncWork, QueueableHost {
  readonly maximumStackDepth: number | null;
  readonly signatures = new Map<string, string>();
  readonly retries = new Map<string, number>();
  readonly events: EventQueue;
  readonly #callStatic: StaticCall;
  #jobs: PendingJob[] = [];

  constructor(options: AsyncEngineOptions) {
    this.maximumStackDepth = options.maximumStackDepth;
    this.#callStatic = options.callStatic;
    this.events = new EventQueue(options.automatedProcessId, options.subscribers ?? []);
  }

  add(runtime: Runtime, job: PendingJob): void {
    keepJob(runtime, job);
    this.#jobs.push(job);
  }
  enqueueJob(runtime: Runtime, job: object, options: object | null): string {
    return enqueueQueueable(runtime, this, job, options as AsyncOptionsValue | null);
  }
  executeBatch(runtime: Runtime, job: object, scopeSize: number): string {
    return this.executeBatchLater(runtime, job, scopeSize, 0);
  }
  executeBatchLater(runtime: Runtime, job: object, scopeSize: number, minutes: number): string {
    const dueAt = runtime.now().instant + minutes * 60_000;
    return enqueueBatch(runtime, (one) => this.add(runtime, one), job, scopeSize, dueAt);
  }
  schedule(runtime: Runtime, name: string, cron: string, job: object): string {
    return scheduleJob(runtime, (one) => this.add(runtime, one), name, cron, job);
  }
  callFuture(runtime: Runtime, className: string, methodName: string, args: readonly ApexValue[]): void {
    enqueueFuture(runtime, (one) => this.add(runtime, one), this.#callStatic, className, methodName, args);
  }
  publish(
    runtime: Runtime,
    events: readonly SObjectValue[],
    access: AccessContext,
    callback: object | null = null,
  ): readonly DmlRowResult[] {
    return this.events.publish(runtime, events, access, callback);
  }

  /** Stops a job or takes a schedule out. */
  abort(runtime: Runtime, id: string): void {
    const { store } = runtime.org;
    const trigger = store.get('CronTrigger', id);
    if (trigger !== null) {
      for (const job of [...store.rows('AsyncApexJob')]) {
        if (job['CronTriggerId'] === id) {
          setJobStatus(runtime, job.Id, 'Aborted');
          dropJob(runtime, job.Id);
        }
      }
      store.purge('CronTrigger', id);
      store.purge('CronJobDetail', String(trigger['CronJobDetailId']));
      return;
    }
    const row = jobRow(runtime, id);
    if (row === null) {
      runtime.fail('System.StringException', `Invalid id: ${id}`);
    }
    setJobStatus(runtime, id, 'Aborted');
    dropJob(runtime, id);
  }

  /** A job whose row was rolled back or aborted does not run. */
  #isAlive(runtime: Runtime, job: PendingJob): boolean {
    const status = jobRow(runtime, job.jobId)?.['Status'];
    return status !== undefined && status !== 'Aborted';
  }

  /** Runs what waits in a test, and what that enqueues, in order. The first error is given back after all have run. */
  drain(
    jobs: JobHost,
    options: { readonly dueAt: () => number; readonly kinds?: ReadonlySet<PendingJob['kind']> },
  ): Error | null {
    let first: Error | null = null;
    for (let count = 0; count < MAXIMUM_PARTS; count++) {
      this.events.deliver(jobs);
      let job = this.#take((one) => one.dueAt <= options.dueAt() && (options.kinds?.has(one.kind) ?? true), jobs);
      if (job === null) {
        break;
      }
      try {
        while (job !== null) {
          job = job.run(jobs);
        }
      } catch (error) {
        first ??= error as Error;
      }
    }
    return first;
  }

  /** Does one part of what waits in the org: delivers events to one subscriber, or runs one part of one job. */
  step(jobs: JobHost, now: () => number, report: (error: unknown) => void): boolean {
    if (this.events.deliverNext(jobs, report)) {
      return true;
    }
    const job = this.#take((one) => one.dueAt <= now(), jobs);
    if (job === null) {
      return false;
    }
    try {
      const next = job.run(jobs);
      if (next !== null) {
        // A finalizer follows its job at once; a long batch lets the others have their turn.
        this.#jobs.splice(next.kind === 'finalizer' ? 0 : this.#jobs.length, 0, next);
      }
    } catch (error) {
      this.#end(jobs, job, error as Error, report);
    }
    return true;
  }

  #take(isWanted: (job: PendingJob) => boolean, jobs: JobHost): PendingJob | null {
    for (;;) {
      const index = this.#jobs.findIndex(isWanted);
      const [job] = index < 0 ? [] : this.#jobs.splice(index, 1);
      if (job === undefined) {
        return null;
      }
      let isAlive = false;
      jobs.record((runtime) => {
        isAlive = this.#isAlive(runtime, job);
        if (!isAlive) {
          dropJob(runtime, job.jobId);
        }
      });
      if (isAlive) {
        return job;
      }
    }
  }

  /** An error of Apex is on the job's row already; one of the local org itself ends the job here. */
  #end(jobs: JobHost, job: PendingJob, error: Error, report: (error: unknown) => void): void {
    jobs.record((runtime) => {
      const status = jobRow(runtime, job.jobId)?.['Status'];
      if (status === 'Queued' || status === 'Preparing' || status === 'Processing' || status === 'Holding') {
        setJobStatus(runtime, job.jobId, 'Failed', { ExtendedStatus: error.message.slice(0, 1000), NumberOfErrors: 1 });
        report(error);
      }
      dropJob(runtime, job.jobId);
    });
  }

  /** Takes up what waited when the org was last open; what can't go on fails with the reason. */
  restore(jobs: JobHost): void {
    jobs.record((runtime) => {
      for (const { jobId, job, fault } of keptJobs(runtime)) {
        if (job === null) {
          setJobStatus(runtime, jobId, 'Failed', { ExtendedStatus: fault, NumberOfErrors: 1 });
          dropJob(runtime, jobId);
        } else {
          if (job.kind === 'queueable') {
            noteKept(runtime, this, job);
          }
          this.#jobs.push(this.#revive(job));
        }
      }
      this.events.restore(runtime);
    });
  }
  #revive(job: KeptJob): PendingJob {
    switch (job.kind) {
      case 'future':
        return futureJob(this.#callStatic, job);
      case 'queueable':
        return queueableJob(job);
      case 'finalizer':
        return finalizerJob(job, null);
      case 'batch':
        return batchJob(job, new Map());
      case 'scheduled':
        return scheduledJob(job);
    }
  }

  /** Gives a test an empty queue; the function puts back what was there. */
  setAside(): () => void {
    const jobs = this.#jobs;
    const signatures = [...this.signatures];
    const retries = [...this.retries];
    const events = this.events.setAside();
    this.#jobs = [];
    this.signatures.clear();
    this.retries.clear();
    return () => {
      this.#jobs = jobs;
      events();
      refill(this.signatures, signatures);
      refill(this.retries, retries);
    };
  }
  /** Makes a job that waits due; false where no such job waits. */
  hasten(jobId: string, now: number): boolean {
    const index = this.#jobs.findIndex((job) => job.jobId === jobId);
    const job = this.#jobs[index];
    if (job !== undefined) {
      this.#jobs[index] = { ...job, dueAt: Math.min(job.dueAt, now) };
    }
    return job !== undefined;
  }
  nextDueAt(): number | null {
    return this.#jobs.length === 0 ? null : Math.min(...this.#jobs.map((job) => job.dueAt));
  }
}

function refill<K, V>(map: Map<K, V>, entries: Iterable<readonly [K, V]>): void {
  map.clear();
  for (const [key, value] of entries) {
    map.set(key, value);
  }
}
