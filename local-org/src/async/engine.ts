/**
 * The org's asynchronous work. What is enqueued gets a row at once, in the transaction that asks for it; it runs after
 * the commit, or at `Test.stopTest`, provided the row still is there.
 */
import type { AsyncOptionsValue } from './asyncOptions.ts';
import { enqueueBatch } from './batch.ts';
import { EventQueue } from './eventBus.ts';
import { enqueueFuture, type StaticCall } from './future.ts';
import { jobRow, setJobStatus } from './jobRows.ts';
import type { JobHost, PendingJob } from './pending.ts';
import { enqueueQueueable, type QueueableHost } from './queueable.ts';
import { scheduleJob } from './schedule.ts';
import type { AccessContext, ApexValue, AsyncWork, DmlRowResult, Runtime } from '../runtime/runtime.ts';
import type { SObjectValue } from '../runtime/sobject.ts';

export interface AsyncEngineOptions {
  readonly callStatic: StaticCall;
  readonly automatedProcessId: () => string;
  /** Of queueable chains; null for no bound. */
  readonly maximumStackDepth: number | null;
}

/** A bound for runaway chains of one drain; the platform slows them down instead. */
const MAXIMUM_JOBS = 10_000;

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
    this.events = new EventQueue(options.automatedProcessId);
  }

  add(job: PendingJob): void {
    this.#jobs.push(job);
  }
  enqueueJob(runtime: Runtime, job: object, options: object | null): string {
    return enqueueQueueable(runtime, this, job, options as AsyncOptionsValue | null);
  }
  executeBatch(runtime: Runtime, job: object, scopeSize: number): string {
    return this.executeBatchLater(runtime, job, scopeSize, 0);
  }
  executeBatchLater(runtime: Runtime, job: object, scopeSize: number, minutes: number): string {
    return enqueueBatch(runtime, (one) => this.add(one), job, scopeSize, runtime.now().instant + minutes * 60_000);
  }
  schedule(runtime: Runtime, name: string, cron: string, job: object): string {
    return scheduleJob(runtime, (one) => this.add(one), name, cron, job);
  }
  callFuture(runtime: Runtime, className: string, methodName: string, args: readonly ApexValue[]): void {
    enqueueFuture(runtime, (one) => this.add(one), this.#callStatic, className, methodName, args);
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
      for (const job of store.rows('AsyncApexJob')) {
        if (job['CronTriggerId'] === id) {
          setJobStatus(runtime, job.Id, 'Aborted');
        }
      }
      store.purge('CronTrigger', id);
      store.purge('CronJobDetail', String(trigger['CronJobDetailId']));
      return;
    }
    if (jobRow(runtime, id) === null) {
      runtime.fail('System.StringException', `Invalid id: ${id}`);
    }
    setJobStatus(runtime, id, 'Aborted');
  }

  #isAlive(runtime: Runtime, job: PendingJob): boolean {
    const status = jobRow(runtime, job.jobId)?.['Status'];
    return status === 'Queued' || status === 'Holding' || status === 'Preparing';
  }

  /** Runs what waits, and what that enqueues, in order. The first error is given back after all have run. */
  drain(
    jobs: JobHost,
    options: { readonly dueAt: () => number; readonly kinds?: ReadonlySet<PendingJob['kind']> },
  ): Error | null {
    let first: Error | null = null;
    for (let count = 0; count < MAXIMUM_JOBS; count++) {
      this.events.deliver(jobs);
      const index = this.#jobs.findIndex(
        (job) => job.dueAt <= options.dueAt() && (options.kinds?.has(job.kind) ?? true),
      );
      const [job] = index < 0 ? [] : this.#jobs.splice(index, 1);
      if (job === undefined) {
        break;
      }
      let isAlive = false;
      jobs.record((runtime) => {
        isAlive = this.#isAlive(runtime, job);
      });
      if (!isAlive) {
        continue;
      }
      try {
        job.run(jobs);
      } catch (error) {
        first ??= error as Error;
      }
    }
    return first;
  }

  /** Gives a test an empty queue; the function puts back what was there. */
  setAside(): () => void {
    const jobs = this.#jobs;
    const events = this.events.setAside();
    this.#jobs = [];
    return () => {
      this.#jobs = jobs;
      events();
      this.signatures.clear();
      this.retries.clear();
    };
  }
  nextDueAt(): number | null {
    return this.#jobs.length === 0 ? null : Math.min(...this.#jobs.map((job) => job.dueAt));
  }
}
