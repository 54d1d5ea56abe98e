/** The package's Apex tests on the local org: what they report, and whether a package version could be made of it. */
import { percent, type ClassCoverage } from './coverage.ts';
import type { Tally } from './tally.ts';

/** The JSON report of `npm run org -- test`. */
export interface ApexReport {
  readonly tests: readonly {
    readonly class: string;
    readonly method: string;
    readonly outcome: 'pass' | 'fail' | 'unsupported' | 'internal';
  }[];
  readonly compileErrors: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** Below this share of its lines, Salesforce makes no package version. */
const NEEDED = 0.75;

/** Code that does not compile, or that the local org does not simulate, fails a run even when no test reaches it. */
export function apexTally(runner: string, report: ApexReport | undefined, exitCode: number): Tally {
  const tests = report?.tests ?? [];
  const notPassed = tests.filter(({ outcome }) => outcome !== 'pass');
  const failures = [
    ...notPassed.map((test) => `${runner}: ${test.class}.${test.method} (${test.outcome})`),
    ...(report?.compileErrors ?? []).map(
      ({ file, line, column, message }) => `${runner}: ${file}:${line}:${column}: ${message}`,
    ),
  ];
  if (report === undefined) {
    failures.push(`${runner}: no report, exit code ${exitCode}`);
  } else if (tests.length === 0) {
    failures.push(`${runner}: found no tests`);
  } else if (exitCode !== 0 && failures.length === 0) {
    failures.push(`${runner}: exit code ${exitCode} although every test passed`);
  }
  return { passed: tests.length - notPassed.length, failed: failures.length, failures };
}

/** What packaging asks of the coverage: three quarters of all lines, and something of every trigger. */
export function coverageTally(classes: readonly ClassCoverage[] | undefined): Tally {
  if (classes === undefined) {
    return failed(['Apex coverage: no report']);
  }
  const share = percent(classes);
  const untouched = classes.filter(
    ({ file, coveredLines, uncoveredLines }) =>
      file.endsWith('.trigger') && coveredLines.length === 0 && uncoveredLines.length > 0,
  );
  return failed([
    ...(share < NEEDED * 100
      ? [`Apex coverage: ${share} % of the lines, and packaging asks for ${NEEDED * 100} %`]
      : []),
    ...untouched.map(({ name }) => `Apex coverage: no test fires the trigger ${name}`),
  ]);
}

const failed = (failures: readonly string[]): Tally => ({ passed: 0, failed: failures.length, failures });
