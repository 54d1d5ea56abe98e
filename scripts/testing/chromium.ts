/** The browser that tests run in: one that is installed, or Debian's own, installed where that needs nobody's password. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const INSTALL = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'];

export class NoBrowserError extends Error {}

/** The path of a Chromium or Chrome. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (!isExecutable(named)) {
      throw new NoBrowserError(`CHROMIUM_PATH names ${named}, which is no program. Name another one, or unset it.`);
    }
    return named;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE];
  return candidates.find(isExecutable) ?? null;
}

/** As `findChromium`, but installs Debian's where it may; else says the one command that does. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) {
    return found;
  }
  const prefix = rootPrefix();
  if (!existsSync('/etc/debian_version') || prefix === null) {
    throw new NoBrowserError(
      'Browser tests need Chromium or Chrome, and none is installed. Install one (Debian: sudo apt-get install chromium), or name it in CHROMIUM_PATH.',
    );
  }
  console.log('Installing Chromium for the browser tests (apt-get) …');
  for (const command of [['apt-get', 'update', '-qq'], INSTALL]) {
    const [program = '', ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
    spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const installed = findChromium();
  if (installed === null) {
    throw new NoBrowserError('Chromium could not be installed. Run: sudo apt-get install chromium');
  }
  return installed;
}

/** What makes a command run as root without a password; null where nothing does. */
function rootPrefix(): readonly string[] | null {
  if (process.getuid?.() === 0) {
    return [];
  }
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
