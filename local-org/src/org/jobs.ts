/** Jobs outside of tests: each step is a transaction that commits or is rolled back whole. */
import { ExecutionContext, nextRequestId, setExecutionContext } from '../async/executionContext.ts';
import { limitSetOf } from '../async/limitsWindow.ts';
import { atomically } from '../data/atomically.ts';
import type { JobHost, JobTransaction } from '../async/pending.ts';
import { apexErrorOf } from '../async/testJobs.ts';
import { InternalError, UnsupportedError } from '../runtime/errors.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { LimitSet } from '../runtime/limits.ts';
import type { Transaction } from '../runtime/transaction.ts';

export type OpenTransaction = (options: {
  readonly userId: string;
  readonly isTest: boolean;
  readonly limits: LimitSet;
}) => Transaction;

export class OrgJobs implements JobHost {
  readonly isTest = false;
  readonly #open: OpenTransaction;
  readonly #adminId: string;
  constructor(open: OpenTransaction, adminId: string) {
    this.#open = open;
    this.#adminId = adminId;
  }

  record(work: (runtime: Runtime) => void): void {
    const runtime = this.#open({ userId: this.#adminId, isTest: false, limits: 'asynchronous' });
    work(runtime);
    runtime.org.store.commit();
  }

  transaction(options: JobTransaction, work: (runtime: Runtime) => void): Error | null {
    const runtime = this.#open({ userId: options.userId, isTest: false, limits: limitSetOf(options.kind) });
    setExecutionContext(
      runtime,
      new ExecutionContext(options.kind, nextRequestId(runtime), {
        jobId: options.jobId ?? null,
        name: options.name ?? null,
        queueDepth: options.queueDepth ?? 0,
        maximumQueueDepth: options.maximumQueueDepth ?? null,
        delayInMinutes: options.delayInMinutes ?? null,
        allowsCallouts: options.allowsCallouts ?? true,
      }),
    );
    try {
      atomically(runtime.org.store, () => {
        runtime.run(() => {
          work(runtime);
        });
        options.atEnd?.(runtime);
      });
      return null;
    } catch (thrown) {
      const error = apexErrorOf(runtime, thrown);
      if (error instanceof UnsupportedError || error instanceof InternalError) {
        throw error;
      }
      return error;
    }
  }
}
