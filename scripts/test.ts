import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apexTally, coverageTally, type ApexReport } from './testing/apex.ts';
import { BROWSER_TESTS, BROWSER_TESTS_OF_EVERY_CHANGE, browserTally, type BrowserReport } from './testing/browser.ts';
import { ensureChromium, NoBrowserError } from './testing/chromium.ts';
import { coverageTable, type ClassCoverage } from './testing/coverage.ts';
import { tally, total, type Report, type Tally } from './testing/tally.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, 'build/test-reports');
const { namespace } = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as {
  readonly namespace: string;
};

/** Runs one test runner with its output on the screen, and gives its exit code. */
function start(title: string, script: string, args: readonly string[]): number {
  console.log(`\n── ${title} ──`);
  return spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** A file in the folder of reports, without what an earlier run left there. */
function emptyReport(name: string): string {
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}
function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** Counts from the runner's own report rather than from its output. */
function runTests(runner: string, script: string, args: (report: string) => readonly string[]): Tally {
  const file = emptyReport(`${runner}.json`);
  const exitCode = start(runner, script, args(file));
  return tally(runner, read<Report>(file), exitCode);
}

/** The product in a browser; the pictures of every state are in build/e2e/screenshots. */
function runBrowser(): Tally {
  const [script, ...args] = BROWSER_TESTS;
  const file = emptyReport('browser.json');
  const exitCode = start('Browser', script, [...args, ...BROWSER_TESTS_OF_EVERY_CHANGE]);
  return browserTally('Browser', read<BrowserReport>(file), exitCode);
}

/** Both forms: a package is developed in orgs with its namespace, and its source may be deployed to orgs without. */
function runApex(title: string, name: string, flags: readonly string[]): Tally {
  const file = emptyReport(`${name}.json`);
  const args = ['test', '--source', '.', '--cache', 'build/parse', '--json', file, ...flags];
  const exitCode = start(title, 'scripts/org.mjs', [...args, '--junit', emptyReport(`${name}.xml`)]);
  return apexTally(title, read<ApexReport>(file), exitCode);
}

/** Which lines no test runs is in build/test-reports/apex-coverage.json. */
function judgeCoverage(file: string): Tally {
  const classes = read<readonly ClassCoverage[]>(file);
  console.log(`\n── Apex coverage ──\n${coverageTable(classes ?? [])}`);
  return coverageTally(classes);
}

try {
  process.env['CHROMIUM_PATH'] = ensureChromium();
} catch (error) {
  if (error instanceof NoBrowserError) {
    console.error(error.message);
    process.exit(1);
  }
  throw error;
}
mkdirSync(reports, { recursive: true });
const coverage = emptyReport('apex-coverage.json');
const { passed, failed, failures } = total([
  runApex('Apex', 'apex', []),
  runApex(`Apex in the namespace ${namespace}`, 'apex-namespace', ['--namespace', namespace, '--coverage', coverage]),
  judgeCoverage(coverage),
  runTests('Jest', 'node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest', (report) => [
    // The preset insists on the API version of its own release; ours is the newest the platform has.
    '--skipApiVersionCheck',
    '--',
    '--json',
    `--outputFile=${report}`,
  ]),
  runTests('Vitest', 'node_modules/vitest/vitest.mjs', (report) => [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]),
  runBrowser(),
]);

console.log(['', ...failures, `${passed} passed, ${failed} failed`].join('\n'));
process.exitCode = failed === 0 ? 0 : 1;
