/** Apex coverage by class, as a table to read. The report beside it names the lines. */
export interface ClassCoverage {
  readonly name: string;
  readonly file: string;
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}

/** Of all lines that can run, to one digit and never rounded up; 100 where none can. */
export function percent(classes: readonly ClassCoverage[]): number {
  const covered = sum(classes, ({ coveredLines }) => coveredLines.length);
  const lines = covered + sum(classes, ({ uncoveredLines }) => uncoveredLines.length);
  return lines === 0 ? 100 : Math.floor((covered / lines) * 1000) / 10;
}
const sum = (classes: readonly ClassCoverage[], count: (one: ClassCoverage) => number): number =>
  classes.reduce((total, one) => total + count(one), 0);

/** The least covered first. */
export function coverageTable(classes: readonly ClassCoverage[]): string {
  const rows = [...classes].sort(
    (left, right) => percent([left]) - percent([right]) || left.name.localeCompare(right.name),
  );
  const line = (name: string, of: readonly ClassCoverage[], missed: readonly number[]): string =>
    `${`${percent(of).toFixed(1)} %`.padStart(8)}  ${name}${missed.length === 0 ? '' : `, not line ${missed.join(', ')}`}`;
  return [
    ...rows.map((one) => line(one.name, [one], one.uncoveredLines)),
    line(`in total, of ${classes.length} classes and triggers`, classes, []),
  ].join('\n');
}
