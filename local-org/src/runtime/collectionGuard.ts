/** Refuses to change the size of a collection that a loop walks over. */
import type { Runtime } from './runtime.ts';

export function checkUnlocked(runtime: Runtime, collection: { readonly locks: number }): void {
  if (collection.locks > 0) {
    runtime.fail('System.FinalException', 'Cannot modify a collection while it is being iterated.');
  }
}
