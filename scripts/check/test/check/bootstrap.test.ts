import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const script = join(dirname(fileURLToPath(import.meta.url)), '../../../run.mjs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timesheet-sync-install-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Packages = Readonly<Record<string, { readonly version?: string; readonly optional?: true }>>;

/** Asks in a process of its own, because the way in is plain JavaScript that nothing else imports. */
function isInstalled(wanted: Packages, present: Packages | undefined): boolean {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  if (present !== undefined) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
  }
  const program = `import { isInstalled } from ${JSON.stringify(script)}; console.log(isInstalled(${JSON.stringify(folder)}));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  return stdout.trim() === 'true';
}

describe('what is installed is what the lockfile names', () => {
  const a = { 'node_modules/a': { version: '1.0.0' } };
  const optional = { 'node_modules/other-platform': { version: '1.0.0', optional: true } } as const;

  test.each<[string, Packages, Packages | undefined, boolean]>([
    ['a fresh clone has nothing', a, undefined, false],
    ['the same version', a, a, true],
    ['another version', a, { 'node_modules/a': { version: '1.0.1' } }, false],
    ['a package is missing', a, {}, false],
    ['a package of another platform is missing', { ...a, ...optional }, a, true],
    ['a package too many does no harm', a, { ...a, 'node_modules/b': { version: '1.0.0' } }, true],
  ])('%s', (_case, wanted, present, installed) => {
    expect(isInstalled(wanted, present)).toBe(installed);
  });
});

test('an unknown verb is answered with a sentence', () => {
  const { status, stderr } = spawnSync(process.execPath, [script, 'fly'], { encoding: 'utf8' });

  expect(status).toBe(2);
  expect(stderr).toBe('There is no scripts/fly.ts. "npm run" lists the verbs.\n');
});

test.each(['18.20.4', '20.11.0'])('Node %s is told to be too old, with what to do', (version) => {
  const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', pretend, script, 'start'], { encoding: 'utf8' });

  expect(status).toBe(1);
  expect(stderr).toBe(`Node ${version} is too old. Install Node 20.19 or newer: https://nodejs.org\n`);
});
