/**
 * Whether the running piece of work has something that is not committed: then no callout may leave it. A savepoint counts
 * until it is rolled back and released (Apex Developer Guide, "Transaction Control").
 */
import { executionContext } from './executionContext.ts';
import type { Runtime } from '../runtime/runtime.ts';

export const UNCOMMITTED_MESSAGE = 'You have uncommitted work pending. Please commit or rollback before calling out';

/** What was done until now counts as committed: `Test.startTest`. */
export function beginWork(runtime: Runtime): void {
  const context = executionContext(runtime);
  context.committedAt = runtime.org.store.savepoint().position;
  context.hasSavepoint = false;
}

export function noteDml(runtime: Runtime, what: 'savepoint' | 'release'): void {
  executionContext(runtime).hasSavepoint = what === 'savepoint';
}

export function hasUncommittedWork(runtime: Runtime): boolean {
  const { committedAt, hasSavepoint } = executionContext(runtime);
  return hasSavepoint || runtime.org.store.savepoint().position > (committedAt ?? 0);
}
