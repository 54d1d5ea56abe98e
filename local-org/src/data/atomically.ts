/** One transaction of a store: what `work` did is committed, or taken back when it throws. */
import type { Store } from './store.ts';

export function atomically<T>(store: Store, work: () => T): T {
  const savepoint = store.savepoint();
  try {
    const result = work();
    store.commit();
    return result;
  } catch (error) {
    store.rollback(savepoint);
    throw error;
  }
}
