import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyRenamed, renamed } from '../rename.ts';
import type { ApexReport } from '../apex.ts';

const root = join(import.meta.dirname, '..', '..', '..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'renamed-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['Pen__c pen = new Pen__c(Ink_Color__c = 1);', 'Cra__c pen = new Cra__c(Vax_Pbybe__c = 1);'],
  ['SELECT Id, Pen__r.Name FROM Pens.PenSelector', 'SELECT Id, Cra__r.Name FROM Pens.CraFryrpgbe'],
  ["'Ink_Color' + '__c' of a Pen", "'Vax_Pbybe' + '__c' of a Pen"],
  ['<relationshipName>Pens</relationshipName>', '<relationshipName>Craf</relationshipName>'],
  ['throw new PenException();', 'throw new CraException();'],
  ['PenSelectors, Other__c and __c', 'PenSelectors, Other__c and __c'],
])('%s', (before, after) => {
  const names = { classes: new Set(['PenSelector', 'PenException']), stems: new Set(['Pen', 'Ink_Color']) };
  expect(renamed(before, names)).toBe(after);
});

/** Class and method counts by outcome; what failed by name. */
function results(source: string): { readonly passed: number; readonly failures: readonly string[] } {
  const file = join(folder, 'report.json');
  spawnSync(process.execPath, [
    join(root, 'scripts/org.mjs'),
    'test',
    '--source',
    source,
    '--json',
    file,
    '--cache',
    join(root, 'build/parse'),
  ]);
  const { tests, compileErrors } = JSON.parse(readFileSync(file, 'utf8')) as ApexReport;
  const notPassed = tests.filter(({ outcome }) => outcome !== 'pass');
  return {
    passed: tests.length - notPassed.length,
    failures: [
      ...notPassed.map((one) => `${one.class}.${one.method}`),
      ...compileErrors.map(({ file: at, line, message }) => `${at}:${line}: ${message}`),
    ],
  };
}

test('the Apex tests give the same results when everything of ours has another name', () => {
  const source = join(root, 'force-app');
  const copy = join(folder, 'force-app');
  const { classes, stems } = copyRenamed(source, copy);
  expect(Math.min(classes.size, stems.size)).toBeGreaterThan(50);

  expect(results(copy)).toEqual({ passed: results(source).passed, failures: [] });
});
