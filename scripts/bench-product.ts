/**
 * The second part of `npm run bench:server`: what a person waits for – the install, the first and the second start with
 * the demo data, the first page, going from page to page. Ends with 1 when a bar is missed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMet, table, type Bar } from '../local-org/bench/bar.ts';
import { measureInstalled } from './benchmark/installed.ts';
import { measurePages } from './benchmark/pages.ts';
import { startProduct } from './benchmark/starts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const OBJECT = 'Opportunity';
const MOST_PACKAGES = 1500;
const MOST_MEGABYTES = 900;

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'timesheet-sync-bench-'));
const bars: Bar[] = [];
const add = (name: string, limit: number, unit: Bar['unit'], measured: number): void => {
  bars.push({ name, limit, unit, measured });
};
try {
  const { packages, megabytes } = measureInstalled(root);
  add('packages installed', MOST_PACKAGES, '', packages);
  add('size of node_modules', MOST_MEGABYTES, 'MB', megabytes);
  if (values.data === undefined) {
    const first = await startProduct(root, folder);
    add('first start, demo data entered', 45, 's', first.seconds);
    await first.stop();
  }
  const second = await startProduct(root, folder);
  add('second start', 8, 's', second.seconds);
  const pages = await measurePages(second.url, OBJECT);
  await second.stop();
  add(`first ${OBJECT} page after the start`, 2.5, 's', pages.firstRecord);
  const sorted = [...pages.navigations].sort((one, other) => one - other);
  const p95 = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.POSITIVE_INFINITY;
  add(`p95 of ${sorted.length} changes of page, warm`, 0.5, 's', p95);
  add('requests of pages that leave this computer', 0, '', pages.elsewhere.length);
  add('errors of pages', 0, '', pages.faults.length);
  [...pages.elsewhere, ...pages.faults].slice(0, 5).forEach((line) => {
    console.log(`  ${line}`);
  });
} finally {
  if (values.data === undefined) {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(table(bars));
const missed = bars.filter((bar) => !isMet(bar)).length;
console.log(missed === 0 ? 'All bars are met.' : `${missed} of ${bars.length} bars missed.`);
process.exitCode = missed === 0 ? 0 : 1;
