/** How the browser tests are started, and what their report counts for. */
import type { Tally } from './tally.ts';

/** A script below the root, and its words. */
export const BROWSER_TESTS = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e'] as const;

/**
 * What `npm test` runs of them: access, forms, navigation, record pages and logging time. All of them take longer than a
 * build machine should need for every change; `npm run e2e` runs them all, and a release wants that.
 */
export const BROWSER_TESTS_OF_EVERY_CHANGE = [
  'access.spec',
  'forms.spec',
  'home.spec',
  'lookup.spec',
  'navigation.spec',
  'phone.spec',
  'quickActions.spec',
  'recordPage.spec',
  'timePanel.spec',
  'week.spec',
] as const;

/** The part of Playwright's JSON report that is counted. */
export interface BrowserReport {
  readonly suites: readonly Suite[];
  /** What went wrong outside of a test, as the start of the org. */
  readonly errors: readonly { readonly message?: string }[];
}
interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly Spec[];
}
interface Spec {
  readonly title: string;
  readonly tests: readonly { readonly results: readonly { readonly status: string }[] }[];
}
interface Run {
  readonly name: string;
  readonly status: string;
}

/** As `tally` counts: only a test that ran and passed, at its first try, has passed. */
export function browserTally(runner: string, report: BrowserReport | undefined, exitCode: number): Tally {
  const runs = (report?.suites ?? []).flatMap((suite) => runsOf(suite, []));
  const notPassed = runs.filter(({ status }) => status !== 'passed');
  const failures = [
    ...notPassed.map(({ name, status }) => `${runner}: ${name} (${status})`),
    ...(report?.errors ?? []).map(
      ({ message }) => `${runner}: ${message?.split('\n')[0] ?? 'an error without a message'}`,
    ),
  ];
  if (report === undefined) {
    failures.push(`${runner}: no report, exit code ${exitCode}`);
  } else if (runs.length === 0 && failures.length === 0) {
    failures.push(`${runner}: found no tests`);
  } else if (exitCode !== 0 && failures.length === 0) {
    failures.push(`${runner}: exit code ${exitCode} although every test passed`);
  }
  return { passed: runs.length - notPassed.length, failed: failures.length, failures };
}

function runsOf(suite: Suite, above: readonly string[]): readonly Run[] {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ results }) => ({
      name: [...titles, title].join(' › '),
      status: results.length > 1 ? 'tried again' : (results[0]?.status ?? 'not run'),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((one) => runsOf(one, titles))];
}
