import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { suppression } from '../../lwc/suppression.ts';

const root = mkdtempSync(join(tmpdir(), 'timesheet-sync-suppression-'));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function check(line: string): Promise<readonly string[]> {
  mkdirSync(join(root, 'scripts'), { recursive: true });
  writeFileSync(join(root, 'scripts/some.ts'), `export {};\n${line}\n`);
  const findings = await suppression.run({ root, packageDirectories: ['force-app'], namespace: '' });
  return findings.map((finding) => `${finding.file}:${finding.line} ${finding.message}`);
}

describe('a directive that silences a rule', () => {
  test.each([
    '// eslint-disable-next-line no-console -- the command prints its result',
    'call(); // eslint-disable-line no-console -- the command prints its result',
    '/* eslint-disable no-console -- every function here prints */',
    '// @ts-expect-error: the test calls it with the wrong type on purpose',
  ])('is accepted with a reason: %s', async (line) => {
    expect(await check(line)).toEqual([]);
  });

  test.each([
    ['// eslint-disable-next-line no-console', 'gives no reason'],
    ['// eslint-disable-next-line no-console -- ok', 'gives no reason'],
    ['/* eslint-disable */', 'silences every rule'],
    ['<!-- eslint-disable-next-line some/rule -->', 'gives no reason'],
    ['// @ts-expect-error', 'gives no reason'],
    ['// @ts-ignore because it is late in the day', 'hides every error'],
    ['// @ts-nocheck', 'hides every error'],
  ])('is refused without one: %s', async (line, message) => {
    expect(await check(line)).toEqual([expect.stringMatching(new RegExp(`^scripts/some.ts:2 .*${message}`))]);
  });
});
