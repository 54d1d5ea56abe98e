/** Work as another user (`System.runAs`) and jobs of a test count their changes to setup objects by themselves. */
import { MIXED_DML } from '../data/dml/mixed.ts';
import type { Runtime } from '../runtime/runtime.ts';

export function enterJob<T>(runtime: Runtime, work: () => T): T {
  const before = runtime.transactionState.get(MIXED_DML);
  runtime.transactionState.delete(MIXED_DML);
  try {
    return work();
  } finally {
    if (before === undefined) {
      runtime.transactionState.delete(MIXED_DML);
    } else {
      runtime.transactionState.set(MIXED_DML, before);
    }
  }
}

/** `Test.startTest` and `Test.stopTest` begin anew. */
export function resetChanges(runtime: Runtime): void {
  runtime.transactionState.delete(MIXED_DML);
}
