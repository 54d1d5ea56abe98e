import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { opener } from '../browser.ts';
import { explain } from '../failures.ts';
import { readOptions, UsageError } from '../options.ts';
import { OrgFolder, OrgInUseError } from '../orgFolder.ts';
import { requireFreePort } from '../port.ts';

describe('flags', () => {
  test('nothing said: this computer only, the kept org, demo data, a browser', () => {
    expect(readOptions([], {})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      data: 'build/org',
      hasDemoData: true,
      seed: 1,
      doesReset: false,
      doesOpenBrowser: true,
      isDevelopment: false,
      organizationId: null,
      sandboxOf: null,
      sandboxName: 'sandbox',
      source: null,
    });
  });

  test.each([
    [['--port', 'eighty'], '--port takes a whole number from 0 to 65535, not "eighty".'],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
    [['--seed', '-1'], '--seed'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['here'], "Unexpected argument 'here'"],
  ])('%j is refused', (words, sentence) => {
    expect(() => readOptions(words, {})).toThrow(UsageError);
    expect(() => readOptions(words, {})).toThrow(sentence);
  });

  test('a build machine opens no browser', () => {
    expect(readOptions([], { CI: 'true' })).toMatchObject({ doesOpenBrowser: false });
    expect(readOptions(['--no-open'], {})).toMatchObject({ doesOpenBrowser: false });
  });
});

test.each([
  ['darwin', {}, 'open'],
  ['win32', {}, 'cmd'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', {}, undefined],
] as const)('on %s with %j the browser is opened by %s', (platform, environment, program) => {
  expect(opener(platform, environment)?.[0]).toBe(program);
});

describe('the folder of the org', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'timesheet-sync-org-'));
  });
  afterEach(() => {
    rmSync(parent, { recursive: true, force: true });
  });

  test('keeps what was begun', () => {
    const folder = new OrgFolder(join(parent, 'org'));
    folder.take({ doesReset: false });
    mkdirSync(folder.rows);
    folder.begin({ seed: 7, at: '2026-01-01' });
    folder.release();

    const next = new OrgFolder(folder.path);
    next.take({ doesReset: false });

    expect(next.beginning).toEqual({ seed: 7, at: '2026-01-01' });
    expect(existsSync(next.rows)).toBe(true);
  });

  test('drops what a start that was cut short left, and everything when told so', () => {
    const folder = new OrgFolder(join(parent, 'org'));
    folder.take({ doesReset: false });
    mkdirSync(folder.rows);

    new OrgFolder(folder.path).take({ doesReset: false });
    expect(existsSync(folder.rows)).toBe(false);

    mkdirSync(folder.rows);
    folder.begin({ seed: 7, at: '2026-01-01' });
    new OrgFolder(folder.path).take({ doesReset: true });
    expect(existsSync(folder.rows)).toBe(false);
  });

  test('is for one process at a time, and free again when that one is gone', () => {
    const folder = new OrgFolder(join(parent, 'org'));
    mkdirSync(folder.path);
    writeFileSync(join(folder.path, 'process'), String(process.ppid));
    expect(() => {
      folder.take({ doesReset: false });
    }).toThrow(OrgInUseError);

    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(folder.path, 'process'), String(pid));
    folder.take({ doesReset: false });
    folder.release();
    expect(existsSync(join(folder.path, 'process'))).toBe(false);
  });
});

test('a taken port is told with one that may be free', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };

  const error: unknown = await requireFreePort(port, '127.0.0.1').catch((thrown: unknown) => thrown);
  server.close();

  expect(explain(error)).toBe(
    `Port ${port} is taken by another program. Take another one: npm start -- --port ${port + 1}`,
  );
});

test.each([
  [{ code: 'EACCES', port: 80, message: '' }, 'npm start -- --port 8080'],
  [{ code: 'EADDRNOTAVAIL', address: '10.9.9.9', message: '' }, 'This computer has no address 10.9.9.9'],
  [{ code: 'ENOSPC', message: '' }, 'The disk is full'],
  [{ code: 'EACCES', message: "EACCES: permission denied, mkdir '/org'" }, 'npm start -- --data <folder>'],
  [{ code: 'EROFS', message: 'EROFS: read-only file system' }, 'npm start -- --data <folder>'],
  [{ code: 'ENOTDIR', message: "ENOTDIR: not a directory, mkdir '/etc/passwd/org'" }, 'A file is in the way'],
  [{ code: 'STORE_FOLDER', message: 'Written by another version' }, 'To begin anew: npm start -- --reset'],
  [{ message: 'snapshot.bin is damaged: …' }, 'To begin anew: npm start -- --reset'],
])('%j is explained', (error, sentence) => {
  expect(explain(error)).toContain(sentence);
});
