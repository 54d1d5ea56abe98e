/**
 * Whether the transaction has work that is not committed: then no callout may leave it. A savepoint counts until it is
 * rolled back and released (Apex Developer Guide, "Transaction Control").
 */
import { executionContext } from './executionContext.ts';
import type { Runtime } from '../runtime/runtime.ts';

interface Work {
  position: number;
  context: object;
  hasSavepoint: boolean;
}
const WORK = Symbol('uncommitted work');

export const UNCOMMITTED_MESSAGE = 'You have uncommitted work pending. Please commit or rollback before calling out';

/** Where the log stood when the running piece of work began: what lies before it counts as committed. */
export function beginWork(runtime: Runtime): void {
  runtime.transactionState.set(WORK, {
    position: runtime.org.store.savepoint().position,
    context: executionContext(runtime),
    hasSavepoint: false,
  } satisfies Work);
}

function workOf(runtime: Runtime): Work {
  const found = runtime.transactionState.get(WORK) as Work | undefined;
  if (found === undefined || found.context !== executionContext(runtime)) {
    beginWork(runtime);
    return workOf(runtime);
  }
  return found;
}

export function noteDml(runtime: Runtime, what: 'savepoint' | 'release'): void {
  workOf(runtime).hasSavepoint = what === 'savepoint';
}

export function hasUncommittedWork(runtime: Runtime): boolean {
  const work = workOf(runtime);
  return work.hasSavepoint || runtime.org.store.savepoint().position > work.position;
}
