import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/arguments.ts';
import { parseConformanceArguments } from '../../src/cli/conformance/arguments.ts';
import { normalize } from '../../src/cli/conformance/causes.ts';
import { readProject } from '../../src/cli/conformance/project.ts';
import { runConformance, type RunTests } from '../../src/cli/conformance/run.ts';
import { LocalOrg } from '../../src/index.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
const at = (...names: readonly string[]): string => names.map((name) => join(root, name)).join('+');
const UNNAMED = { name: null, commit: null };

/** The pool without its threads. */
const runHere: RunTests = async ({ org, only }) => {
  const local = await LocalOrg.create(org);
  return { results: local.runTests({ only }), errors: local.compileErrors, coverage: [] };
};

const PROJECT = {
  'shop/sfdx-project.json': JSON.stringify({
    packageDirectories: [{ path: 'app' }, { path: 'app\\more' }, { path: 'absent' }],
  }),
  'shop/.commit': 'abc123\n',
  'shop/.forceignore': '**/Broken.cls',
  'shop/app/Broken.cls': 'public class Broken { this is no Apex }',
  'shop/app/more/ShopTest.cls': `@IsTest class ShopTest {
    @IsTest static void adds() { Assert.areEqual(3, Helper.add(1, 2)); }
    @IsTest static void wrongOnce() { Assert.areEqual(4, Helper.add(1, 2), 'once'); }
    @IsTest static void wrongTwice() { Assert.areEqual(5, Helper.add(1, 2), 'twice'); }
    @IsTest static void divides() { Integer none = 0; System.debug(1 / none); }
    @IsTest static void missing() { Flow.Interview.createInterview('Some_Flow', new Map<String, Object>()).start(); }
  }`,
  'shop/tools/NotSource.cls': 'public class NotSource { this is no Apex }',
  'helper/Helper.cls': 'public class Helper { public static Integer add(Integer a, Integer b) { return a + b; } }',
  'helper/HelperTest.cls': '@IsTest class HelperTest { @IsTest static void fails() { Assert.fail(); } }',
};

describe('a run', () => {
  test('counts outcomes, groups failures and leaves out the tests of what is only needed', async () => {
    write(PROJECT);
    const lines: string[] = [];
    const json = join(root, 'out.json');
    const args = parseConformanceArguments([at('shop', 'helper'), '--json', json], 1);
    const code = await runConformance(args, runHere, (line) => lines.push(line));
    const shown = lines.map((line) => line.replace(/ in [\d.]+ s$/m, ''));
    expect(code).toBe(0);
    expect(shown).toEqual([
      [
        'shop @ abc123: 1 passed, 3 failed, 1 unsupported, 0 internal errors (20.0 %)',
        '  1 places do not compile',
        '  2 × System.AssertException: Assertion Failed   [ShopTest.wrongOnce]',
        '  1 × System.MathException: Divide by <n>   [ShopTest.divides]',
        '  1 × UNSUPPORTED: Flow.Interview   [ShopTest.missing]',
      ].join('\n'),
      'total of 1 projects: 1 passed, 3 failed, 1 unsupported, 0 internal errors (20.0 %)',
    ]);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      projects: [{ project: 'shop', commit: 'abc123', passed: 1, failed: 3, unsupported: 1, internalErrors: 0 }],
      total: { passed: 1, failed: 3, unsupported: 1, internalErrors: 0 },
    });
  });
  test('a run that breaks off is an internal error, and the next project is run', async () => {
    write({ 'a/A.cls': 'public class A {}', 'b/B.cls': 'public class B {}' });
    const lines: string[] = [];
    const code = await runConformance(
      parseConformanceArguments([at('a'), at('b')], 1),
      (options) => (options.only[0] === 'A' ? Promise.reject(new Error('no way')) : runHere(options)),
      (line) => lines.push(line),
    );
    expect(code).toBe(1);
    expect(lines[0]).toContain('INTERNAL: the run broke off: no way');
    expect(lines[1]).toContain('b @ unknown: 0 passed, 0 failed, 0 unsupported, 0 internal errors (no tests)');
    expect(lines[2]).toBe('total of 2 projects: 0 passed, 0 failed, 0 unsupported, 1 internal errors (0.0 %)');
  });
});

describe('a project', () => {
  test('without classes has no tests, whatever it needs has', async () => {
    write({ 'none/README.md': '', 'helper/HelperTest.cls': PROJECT['helper/HelperTest.cls'] });
    const lines: string[] = [];
    await runConformance(parseConformanceArguments([at('none', 'helper')], 1), runHere, (line) => lines.push(line));
    expect(lines[0]).toContain('(no tests)');
  });
  test('is the folder whole without sfdx-project.json', () => {
    write({ 'plain/src/A.cls': 'public class A {}' });
    expect(readProject(at('plain'), { name: 'Mine', commit: 'c0ffee' })).toEqual({
      name: 'Mine',
      commit: 'c0ffee',
      sources: [at('plain')],
      classes: ['A'],
    });
  });
  test('whose folder is missing is refused', () => {
    expect(() => readProject(at('nowhere'), UNNAMED)).toThrow(`There is no folder ${at('nowhere')}`);
  });
  test('may have a plus in its name', () => {
    write({ 'one+two/A.cls': 'public class A {}' });
    expect(readProject(join(root, 'one+two'), UNNAMED).name).toBe('one+two');
  });
  test('takes its name from the folder that is meant', () => {
    expect(readProject(join(root, '.'), UNNAMED).name).toBe(basename(root));
  });
});

test.each([
  [
    'System.AssertException: Assertion Failed: Same: Expected: 3, Actual: 4',
    'System.AssertException: Assertion Failed',
  ],
  ['UNSUPPORTED: Site.getName() (a/b.cls:12:3)', 'UNSUPPORTED: Site.getName()'],
  ['setup: UNSUPPORTED: Site.getName() (a/b.cls:12:3)', 'UNSUPPORTED: Site.getName()'],
  ['makeData: System.NullPointerException: Attempt', 'System.NullPointerException: Attempt'],
  ["System.StringException: Invalid id: 'x1'", "System.StringException: Invalid id: '…'"],
  ['INTERNAL: odd\n  at somewhere', 'INTERNAL: odd'],
  [
    "System.DmlException: Insert failed on row 0 with id 001xx000003DHP0AAO: No such column 'A' on Thing__c",
    "System.DmlException: Insert failed on row <n> with id <id>: No such column '…' on <name>",
  ],
])('%s is grouped as %s', (message, cause) => {
  expect(normalize(message)).toBe(cause);
});

describe('the command line', () => {
  test('is read', () => {
    expect(
      parseConformanceArguments(['a', '--name', 'N', '--commit=c', '--feature', 'multiCurrency'], 2),
    ).toMatchObject({
      operands: ['a'],
      labels: { name: 'N', commit: 'c' },
      features: ['multiCurrency'],
      workers: 2,
    });
  });
  test.each([[[]], [['a', 'b', '--name', 'N']], [['a', '--nope', '1']], [['a', '--json']], [['a', '--workers', '0']]])(
    '%j is a usage error',
    (words) => {
      expect(() => parseConformanceArguments(words, 1)).toThrow(UsageError);
    },
  );
});
