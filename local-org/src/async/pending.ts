/** Work that waits: jobs and events of the org, alive as long as their rows are. */
import type { ExecutionKind } from './executionContext.ts';
import type { JobState } from './frozen.ts';
import type { AccessContext, Runtime } from '../runtime/runtime.ts';

export interface PendingJob {
  /** AsyncApexJob of the job; its row decides whether it still is to run. */
  readonly jobId: string;
  readonly kind: 'future' | 'queueable' | 'finalizer' | 'batch' | 'scheduled';
  readonly userId: string;
  /** Not before this moment. */
  readonly dueAt: number;
  /** What a later process makes the job of again. */
  readonly state: JobState;
  /** Runs the next part of the job and gives what is left of it; an error nobody handled is thrown at the end. */
  readonly run: (host: JobHost) => PendingJob | null;
}

/** A job without its code: what is read back from disk. */
export type KeptJob = Omit<PendingJob, 'run'>;

export interface JobTransaction {
  readonly userId: string;
  readonly kind: ExecutionKind;
  readonly jobId?: string | null;
  /** Of a trigger that gets events; a job's is its class. */
  readonly name?: string;
  readonly queueDepth?: number;
  readonly maximumQueueDepth?: number | null;
  readonly delayInMinutes?: number | null;
  readonly allowsCallouts?: boolean;
  /** Bookkeeping that commits with the work, when the work went well. */
  readonly atEnd?: (runtime: Runtime) => void;
}

/** Gives jobs transactions: a real one each, or inside a test a part of the test's. */
export interface JobHost {
  readonly isTest: boolean;
  /** Runs `work` as a transaction. What it did to the store is undone when it throws; the error comes back. */
  transaction(options: JobTransaction, work: (runtime: Runtime) => void): Error | null;
  /** Bookkeeping (job rows) outside of any job's own transaction. */
  record(work: (runtime: Runtime) => void): void;
}

export interface PendingEvent {
  readonly objectName: string;
  /** The event's row in the store. */
  readonly id: string;
  readonly isImmediate: boolean;
  readonly callback: object | null;
  readonly access: AccessContext;
  /** Deliveries that ended with a RetryableException. */
  retries: number;
}
