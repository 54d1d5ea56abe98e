/** Skips OFFSET rows and gives at most LIMIT. Both are whole numbers from zero on; an offset ends at 2,000. */
import type { Literal } from '../ast.ts';
import type { Execution } from '../execution.ts';
import { SoqlFault } from '../faults.ts';
import { decimalOf } from '../values/order.ts';

const MAX_OFFSET = 2_000;

function countOf(execution: Execution, literal: Literal, clause: 'LIMIT' | 'OFFSET'): number {
  const value =
    literal.kind === 'number' ? Number(literal.text) : literal.kind === 'bind' ? execution.bind(literal.text) : null;
  if (value === null) {
    throw new SoqlFault('BIND_NULL', 0, clause);
  }
  const count = decimalOf(value)?.toNumber() ?? -1;
  if (!Number.isInteger(count) || count < 0) {
    throw new SoqlFault('NEGATIVE', 0, clause);
  }
  return count;
}

export function limitRows<T>(
  execution: Execution,
  rows: readonly T[],
  limit: Literal | null,
  offset: Literal | null,
): readonly T[] {
  const start = offset ? countOf(execution, offset, 'OFFSET') : 0;
  if (start > MAX_OFFSET) {
    throw new SoqlFault('OFFSET', 0);
  }
  const end = limit ? start + countOf(execution, limit, 'LIMIT') : rows.length;
  return start === 0 && end >= rows.length ? rows : rows.slice(start, end);
}
