/** Sharing rules from metadata: who gets what on which rows. */
import type { Value } from '../values/value.ts';

export interface Audience {
  readonly kind: 'group' | 'role' | 'roleAndSubordinates' | 'allInternalUsers' | 'guestUser' | 'queue';
  /** Developer name; empty for all internal users. */
  readonly name: string;
}
export interface SharingRule {
  readonly object: string;
  readonly level: 'read' | 'edit';
  readonly sharedTo: readonly Audience[];
  /** Owner rules: rows owned by these. */
  readonly sharedFrom: readonly Audience[] | null;
  /** Criteria rules: all of these hold. */
  readonly criteria: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

const textOf = (value: Value): string =>
  value === null ? '' : typeof value === 'object' ? value.toString() : String(value);

/** Null: the operation is not simulated. */
export function matches(criterion: SharingRule['criteria'][number], value: Value): boolean | null {
  const actual = textOf(value).toLowerCase();
  const wanted = criterion.value.split(',').map((one) => one.trim().toLowerCase());
  switch (criterion.operation) {
    case 'equals':
      return wanted.includes(actual);
    case 'notEqual':
      return !wanted.includes(actual);
    case 'contains':
      return wanted.some((one) => actual.includes(one));
    case 'notContain':
      return !wanted.some((one) => actual.includes(one));
    case 'startsWith':
      return wanted.some((one) => actual.startsWith(one));
    case 'includes':
      return actual.split(';').some((one) => wanted.includes(one));
    case 'excludes':
      return !actual.split(';').some((one) => wanted.includes(one));
    default: {
      const [left, right] = [Number(actual), Number(wanted[0])];
      if (Number.isNaN(left) || Number.isNaN(right) || actual === '') {
        return actual === '' ? false : null;
      }
      return criterion.operation === 'lessThan'
        ? left < right
        : criterion.operation === 'greaterThan'
          ? left > right
          : criterion.operation === 'lessOrEqual'
            ? left <= right
            : criterion.operation === 'greaterOrEqual'
              ? left >= right
              : null;
    }
  }
}
