/** Sorts stably by the terms in turn. Keys are read once per row. */
import type { Value } from '../../values/value.ts';
import type { Execution } from '../execution.ts';
import type { OrderTerm } from '../plan/plan.ts';
import { comparePicklistKeys, compareValues, picklistKey, type NonNull } from '../values/order.ts';

type Key = NonNull | null;

/** Text is folded and picklist values are numbered once, not at each comparison. */
function keyOf<T>(term: OrderTerm<T>, value: Value): Key {
  if (value === null || value === '') {
    return null;
  }
  if (term.places && typeof value === 'string') {
    return picklistKey(term.places, value);
  }
  return term.kind === 'text' && typeof value === 'string' ? value.toLowerCase() : value;
}

function compareKeys<T>(term: OrderTerm<T>, left: Key, right: Key): number {
  if (left === null || right === null) {
    return left === right ? 0 : (left === null) === term.nullsFirst ? -1 : 1;
  }
  const order = term.places
    ? comparePicklistKeys(left, right)
    : compareValues(term.kind === 'text' ? 'id' : term.kind, left, right);
  return term.isDescending ? -order : order;
}

export function sortRows<T>(execution: Execution, rows: readonly T[], terms: readonly OrderTerm<T>[]): T[] {
  if (terms.length === 0 || rows.length < 2) {
    return [...rows];
  }
  const reads = terms.map((term) => term.bind(execution));
  const keyed = rows.map((row) => ({
    row,
    keys: terms.map((term, index) => keyOf(term, reads[index]?.(row) ?? null)),
  }));
  keyed.sort((left, right) => {
    for (const [index, term] of terms.entries()) {
      const order = compareKeys(term, left.keys[index] ?? null, right.keys[index] ?? null);
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
