import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { withoutBaseline } from '../../apex/baseline.ts';
import { rules } from '../../apex/rules.ts';
import { scanner } from '../../apex/scanner.ts';
import { loadStandardModel } from '../../apex/standard-model.ts';
import { HOME, java } from '../../apex/toolbox.ts';
import { MissingToolError, type Finding, type Project } from '../../types.ts';
import { stageFixture } from './seeds.ts';

const staged: string[] = [];

afterEach(() => staged.splice(0).forEach((root) => rmSync(root, { recursive: true, force: true })));

function project(files: Readonly<Record<string, string>> = {}): Project {
  const made = stageFixture();
  staged.push(made.root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made.root, path)), { recursive: true });
    writeFileSync(join(made.root, path), text);
  }
  return made;
}

describe('the standard model', () => {
  test('knows objects, fields, lookups, children and class names, whatever their case', async () => {
    const model = await loadStandardModel(HOME);

    expect(model.objects.size).toBeGreaterThan(4000);
    expect(model.objects.get('opportunity')?.fields.get('accountid')).toEqual({
      name: 'AccountId',
      type: 'Id',
      referenceTo: ['Account'],
      relationshipName: 'Account',
    });
    expect(model.objects.get('task')?.fields.get('whatid')?.referenceTo).toEqual(['Name']);
    expect(model.objects.get('account')?.childRelationships.get('contacts')).toEqual({
      childObject: 'Contact',
      field: 'AccountId',
    });
    expect(['assert', 'sobjecttype', 'queueable'].filter((name) => !model.classNames.has(name))).toEqual([]);
    expect(model.classNames.has('timeentryselector')).toBe(false);
  });
});

describe('a machine without Java', () => {
  test.each([
    ['by what starts Java itself', () => java([], 'Anything', [])],
    ['by the scanner, whose engine would start it', () => scanner.run(project())],
  ])('is told in one sentence what to install, %s', async (_, attempt) => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    try {
      const outcome = attempt();

      await expect(outcome).rejects.toBeInstanceOf(MissingToolError);
      await expect(outcome).rejects.toThrow('apt-get install openjdk-17-jdk-headless');
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('the baseline', () => {
  const finding: Finding = { check: 'apex/apex-ls', file: 'a.cls', line: 4, message: 'Wrong', fix: 'Right it.' };
  const entry = { check: 'apex/apex-ls', file: 'a.cls', message: 'Wrong', reason: 'The stubs are older.' };
  const baseline = (entries: unknown): Readonly<Record<string, string>> => ({
    'config/apex/baseline.json': JSON.stringify(entries),
  });

  test('drops what it names with a reason and keeps the rest', () => {
    const other = { ...finding, file: 'b.cls' };

    expect(withoutBaseline(project(baseline([entry])), 'apex/apex-ls', [finding, other])).toEqual([other]);
  });

  test('may name one rule of a check', () => {
    const ofRule = { ...finding, check: 'apex/scanner/ApexDoc' };
    const made = project(baseline([{ ...entry, check: 'apex/scanner/ApexDoc' }]));

    expect(withoutBaseline(made, 'apex/scanner', [ofRule])).toEqual([]);
    expect(withoutBaseline(made, 'apex/apex-ls', [finding])).toEqual([finding]);
  });

  test('reports an entry that matches nothing any more', () => {
    const [stale, ...more] = withoutBaseline(project(baseline([entry])), 'apex/apex-ls', []);

    expect(stale?.message).toContain('matches no finding');
    expect(more).toEqual([]);
  });

  test('lets nothing pass without a reason', () => {
    const found = withoutBaseline(project(baseline([{ ...entry, reason: ' ' }])), 'apex/apex-ls', [finding]);

    expect(found.map((each) => each.file)).toEqual(['a.cls', 'config/apex/baseline.json']);
  });
});

describe('a suppression', () => {
  const withClass = (line: string): Project =>
    project({
      'force-app/main/more/classes/Quiet.cls': `public with sharing class Quiet {\n  ${line}\n}\n`,
      'force-app/main/more/classes/Quiet.cls-meta.xml': '<ApexClass />',
    });

  test.each([
    ["@SuppressWarnings('PMD.CyclomaticComplexity')", 1],
    ["@SuppressWarnings('PMD.CyclomaticComplexity') // One branch per event of a trigger.", 0],
    ['Integer a; // NOPMD', 1],
    ['Integer a; // NOPMD the name is given by the platform', 0],
    ['Integer a; // code-analyzer-suppress(all)', 1],
  ])('%s gives %i findings', async (line, count) => {
    const text = line.startsWith('@') ? `${line}\n  Integer a;` : line;

    expect(await rules.run(withClass(text))).toHaveLength(count);
  });
});
