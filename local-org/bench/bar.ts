/** A bar: what is measured, how much it may be, and what came out. */
export interface Bar {
  readonly name: string;
  readonly limit: number;
  /** Empty for a count. */
  readonly unit: 's' | 'MB' | '×' | '';
  /** Null: could not be measured, which misses the bar. */
  readonly measured: number | null;
  readonly remark?: string;
}

export const isMet = ({ measured, limit }: Bar): boolean => measured !== null && measured <= limit;

export function table(bars: readonly Bar[]): string {
  const number = (value: number | null, unit: Bar['unit']): string =>
    value === null ? 'none' : `${value.toFixed(unit === 'MB' || unit === '' ? 0 : 2)} ${unit}`.trimEnd();
  const rows = [
    ['what', 'bar', 'measured', '', ''],
    ...bars.map((bar) => [
      bar.name,
      `<= ${number(bar.limit, bar.unit)}`,
      number(bar.measured, bar.unit),
      isMet(bar) ? 'met' : 'MISSED',
      bar.remark ?? '',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Seconds that `work` takes; the best of several runs, because others use the machine too. */
export function best(times: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least / 1000;
}
