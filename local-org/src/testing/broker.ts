/** `Test.startTest`, `Test.stopTest` and the event bus of a test. */
import { asyncEngine } from '../async/access.ts';
import { closeLimits, openLimits } from '../async/limitsWindow.ts';
import { resetChanges } from '../async/mixedDml.ts';
import { beginWork } from '../async/uncommitted.ts';
import { TestJobs } from '../async/testJobs.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { testState } from './testState.ts';

export function startTest(runtime: Runtime): void {
  const state = testState(runtime);
  if (state.phase !== 'before') {
    runtime.fail('System.FinalException', 'Testing already started');
  }
  state.phase = 'started';
  openLimits(runtime);
  resetChanges(runtime);
  beginWork(runtime);
}

/** Runs what was enqueued in the test, before `Test.startTest` too; the first error no job handled is the test's. */
export function stopTest(runtime: Runtime): void {
  const state = testState(runtime);
  if (state.phase !== 'started') {
    runtime.fail('System.FinalException', 'Testing has not started');
  }
  state.phase = 'stopped';
  closeLimits(runtime);
  const error = asyncEngine(runtime).drain(new TestJobs(runtime), { dueAt: () => Number.POSITIVE_INFINITY });
  resetChanges(runtime);
  if (error !== null) {
    throw error;
  }
}

export function deliverEvents(runtime: Runtime): void {
  asyncEngine(runtime).events.deliver(new TestJobs(runtime));
}
export function failEvents(runtime: Runtime): void {
  asyncEngine(runtime).events.fail(new TestJobs(runtime));
}
/** `Test.enqueueBatchJobs`: rows of jobs that wait, for tests of the flex queue. */
export function runBatchJobs(runtime: Runtime): Error | null {
  return asyncEngine(runtime).drain(new TestJobs(runtime), {
    dueAt: () => Number.POSITIVE_INFINITY,
    kinds: new Set(['batch']),
  });
}
