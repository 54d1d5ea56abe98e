/** `npm run e2e`: the browser tests alone. What follows `--` goes to Playwright: `npm run e2e -- --grep lookup`. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER_TESTS } from './testing/browser.ts';
import { ensureChromium, NoBrowserError } from './testing/chromium.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...words] = BROWSER_TESTS;

try {
  process.env['CHROMIUM_PATH'] = ensureChromium();
} catch (error) {
  if (error instanceof NoBrowserError) {
    console.error(error.message);
    process.exit(1);
  }
  throw error;
}
const args = [join(root, script), ...words, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
