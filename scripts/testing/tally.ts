/** The part that Jest's and Vitest's JSON reports have in common. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One line for each failure, so that the end of a long log says what to look at. */
  readonly failures: readonly string[];
}

/**
 * Counts the tests of one runner. Only a test that ran and passed counts as passed: a skipped one proves nothing, a
 * file that could not be loaded has hidden its tests, and a runner without tests or with a bad end has failed as well.
 */
export function tally(runner: string, report: Report | undefined, exitCode: number): Tally {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const notPassed = tests.filter(({ status }) => status !== 'passed');
  const failures = [
    ...notPassed.map(({ fullName, status }) => `${runner}: ${fullName} (${status})`),
    ...files.filter(isBroken).map(({ name }) => `${runner}: ${name} could not be run`),
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

/** Adds up what the runners report. */
export function total(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

function isBroken({ status, assertionResults }: Report['testResults'][number]): boolean {
  const explained = assertionResults.some((test) => test.status === 'failed');
  return assertionResults.length === 0 || (status === 'failed' && !explained);
}
