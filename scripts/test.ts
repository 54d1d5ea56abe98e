import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tally, total, type Report, type Tally } from './testing/tally.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, 'build/test-reports');

/** Runs one test runner with its output on the screen, then counts from its own report rather than from that output. */
function runTests(runner: string, script: string, args: (report: string) => readonly string[]): Tally {
  const file = join(reports, `${runner}.json`);
  rmSync(file, { force: true });
  console.log(`\n── ${runner} ──`);
  const { status } = spawnSync(process.execPath, [join(root, script), ...args(file)], { cwd: root, stdio: 'inherit' });
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
  return tally(runner, report, status ?? 1);
}

mkdirSync(reports, { recursive: true });
const { passed, failed, failures } = total([
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
]);

console.log(['', ...failures, `${passed} passed, ${failed} failed`].join('\n'));
process.exitCode = failed === 0 ? 0 : 1;
