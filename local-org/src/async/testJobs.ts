/** Jobs of a test run inside the test's transaction: its statics and mocks stay, limits and rollback are their own. */
import { ExecutionContext, nextRequestId, withExecutionContext } from './executionContext.ts';
import { withFreshLimits } from './limitsWindow.ts';
import type { JobHost, JobTransaction } from './pending.ts';
import { InternalError, UnsupportedError } from '../runtime/errors.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { enterJob } from './mixedDml.ts';

export class TestJobs implements JobHost {
  readonly isTest = true;
  readonly #runtime: Runtime;
  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }
  record(work: (runtime: Runtime) => void): void {
    work(this.#runtime);
  }
  transaction(options: JobTransaction, work: (runtime: Runtime) => void): Error | null {
    const runtime = this.#runtime;
    const { store } = runtime.org;
    const savepoint = store.savepoint();
    const context = new ExecutionContext(options.kind, nextRequestId(runtime), {
      jobId: options.jobId ?? null,
      queueDepth: options.queueDepth ?? 0,
      maximumQueueDepth: options.maximumQueueDepth ?? null,
      delayInMinutes: options.delayInMinutes ?? null,
    });
    try {
      enterJob(runtime, () =>
        withExecutionContext(runtime, context, () =>
          withFreshLimits(runtime, options.kind, () =>
            runtime.withAccess({ userId: options.userId, isUserMode: false, isSharingEnforced: false }, () => {
              work(runtime);
              options.atEnd?.(runtime);
            }),
          ),
        ),
      );
      return null;
    } catch (thrown) {
      const error = apexErrorOf(runtime, thrown);
      if (error instanceof UnsupportedError || error instanceof InternalError) {
        throw error;
      }
      store.rollback(savepoint);
      return error;
    }
  }
}

/** A JavaScript error of emitted code as the Apex exception it stands for. */
export function apexErrorOf(runtime: Runtime, thrown: unknown): Error {
  return 'apexError' in runtime
    ? (runtime as { apexError(thrown: unknown): Error }).apexError(thrown)
    : (thrown as Error);
}
