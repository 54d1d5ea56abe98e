/**
 * Groups rows by the values of their keys, text without regard to case, groups in the order they appear. For ROLLUP and
 * CUBE each mask gives subtotals, whose summed keys are null. Without GROUP BY there is exactly one group.
 */
import type { Row } from '../../data/store.ts';
import type { Value } from '../../values/value.ts';
import type { Execution } from '../execution.ts';
import type { GroupRow, Grouping } from '../plan/plan.ts';
import { keyOfValue } from '../values/order.ts';
import { accumulatorMaker, type Accumulator } from './aggregate.ts';

interface Group {
  readonly keys: readonly Value[];
  readonly isTotal: readonly boolean[];
  readonly accumulators: readonly Accumulator[];
}

export function groupRows(execution: Execution, grouping: Grouping, rows: Iterable<Row>): readonly GroupRow[] {
  const { keys, totals } = grouping;
  const reads = keys.map((key) => key.bind(execution));
  const makers = grouping.aggregates.map((call) => accumulatorMaker(execution, call));
  const groups: Map<string, Group>[] = totals.map(() => new Map<string, Group>());
  const groupFor = (level: number, values: readonly Value[]): Group => {
    const isTotal = totals[level] ?? [];
    const shown = values.map((value, index) => (isTotal[index] ? null : value));
    const identity = JSON.stringify(shown.map((value, index) => keyOfValue(keys[index]?.kind ?? 'text', value)));
    const known = groups[level]?.get(identity) ?? { keys: shown, isTotal, accumulators: makers.map((make) => make()) };
    groups[level]?.set(identity, known);
    return known;
  };
  if (!grouping.isGrouped) {
    groupFor(0, []);
  }
  for (const row of rows) {
    const values = reads.map((read) => read(row));
    for (let level = 0; level < totals.length; level++) {
      for (const accumulator of groupFor(level, values).accumulators) {
        accumulator.add(row);
      }
    }
  }
  return groups.flatMap((level) =>
    [...level.values()].map((group) => ({
      keys: group.keys,
      isTotal: group.isTotal,
      aggregates: group.accumulators.map((accumulator) => accumulator.result()),
    })),
  );
}
