import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SaxesParser } from 'saxes';
import { fixture, org } from './commandLine.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-line-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a call that is wrong says why, shows the usage and ends with 2', () => {
  test.each<readonly [words: readonly string[], message: string]>([
    [[], 'No command given'],
    [['fly'], 'Unknown command: fly'],
    [['test', '--source', 'shop', '--fast'], "Unknown option '--fast'"],
    [['test', '--source', 'shop', '--data', 'x'], "Unknown option '--data'"],
    [['test', '--source'], "Option '--source <value>' argument missing"],
    [['test', '--source', 'nowhere'], 'There is no folder nowhere (--source)'],
    [['test'], 'test needs --source DIR, or an sfdx-project.json in the current folder'],
    [['check'], 'check needs --source DIR, or an sfdx-project.json in the current folder'],
    [['test', '--source', 'shop', '--workers', 'many'], '--workers needs a number above zero, not "many"'],
    [['test', '--source', 'shop', '--time-limit', '0'], '--time-limit needs a number above zero, not "0"'],
    [['test', '--source', 'shop', '--only', 'NoSuchTest'], 'No test is called NoSuchTest (--only)'],
    [['test', '--source', 'shop', '--only', 'ItemTest.no'], 'No test is called ItemTest.no (--only)'],
    [['test', 'shop'], 'Unexpected argument: shop'],
    [['exec'], 'exec needs a file, or - for standard input'],
    [['exec', 'nowhere.apex'], 'There is no file nowhere.apex'],
    [['query'], 'query needs a query'],
    [['query', 'SELECT Id FROM Account', 'x'], 'Unexpected argument: x'],
  ])('%j', (words, message) => {
    const { code, out, errors } = org(words);
    expect(errors.split('\n')[0]).toContain(message);
    expect(errors).toContain('usage: org test');
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});

test.each([[['--help']], [['test', '--help']], [['-h']]])('%j shows the usage', (words) => {
  const { code, out, errors } = org(words);
  expect([code, errors]).toEqual([0, '']);
  expect(out).toContain('usage: org test');
});

describe('test', () => {
  test('a failing test shows its message, its Apex stack and the source line', () => {
    const { code, out } = org(['test', '--source', 'shop/base', '--source', 'shop/extra']);
    expect(out.replaceAll('\\', '/')).toBe(
      [
        'FAIL PricesTest.nothingCannotBeShared',
        '  System.MathException: Divide by 0',
        '    Class.Prices.each: line 3, column 1',
        '    Class.PricesTest.nothingCannotBeShared: line 10, column 1',
        '  shop/base/classes/Prices.cls:3',
        '  > return total / count;',
        '2 passed, 1 failed',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });

  test.each<readonly [more: readonly string[], last: string, code: number]>([
    [['--only', 'ItemTest'], '1 passed, 0 failed', 0],
    [['--only', 'pricestest.EACHISTHESHARE'], '1 passed, 0 failed', 0],
    [['--only', 'PricesTest', '--only', 'ItemTest', '--workers', '1'], '2 passed, 1 failed', 1],
    [['--namespace', 'acme', '--only', 'ItemTest'], '1 passed, 0 failed', 0],
    [['--namespace', 'acme', '--only', 'acme.PricesTest.eachIsTheShare'], '1 passed, 0 failed', 0],
  ])('%j of a project ends with %s', (more, last, code) => {
    const result = org(['test', '--source', 'shop', ...more]);
    expect([result.out.trimEnd().split('\n').at(-1), result.code]).toEqual([last, code]);
  });

  test('the project in the current folder needs no flag', () => {
    expect(org(['test', '--only', 'ItemTest'], { cwd: fixture('shop') })).toEqual({
      code: 0,
      out: '1 passed, 0 failed\n',
      errors: '',
    });
  });

  test('results, JUnit and coverage go to files, in folders that need not exist', () => {
    const file = (name: string): string => join(folder, 'reports', name);
    org(['test', '--source=shop', '--json', file('r.json'), '--junit', file('r.xml'), '--coverage', file('c.json')]);

    const report = JSON.parse(readFileSync(file('r.json'), 'utf8')) as { passed: number; tests: { method: string }[] };
    expect([report.passed, report.tests.map(({ method }) => method)]).toEqual([
      2,
      ['anItemHasAPrice', 'eachIsTheShare', 'nothingCannotBeShared'],
    ]);
    expect(JSON.parse(readFileSync(file('c.json'), 'utf8'))).toMatchObject([
      { name: 'Prices', coveredLines: [3], uncoveredLines: [7, 8, 10], share: 0.25 },
      { name: 'ItemTrigger', coveredLines: [2, 3], uncoveredLines: [], share: 1 },
    ]);
    const elements: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => elements.push(`${name} ${attributes['name'] ?? ''}`.trim()));
    parser.write(readFileSync(file('r.xml'), 'utf8')).close();
    expect(elements).toEqual([
      'testsuites',
      'testsuite ItemTest',
      'testcase anItemHasAPrice',
      'testsuite PricesTest',
      'testcase eachIsTheShare',
      'testcase nothingCannotBeShared',
      'failure',
    ]);
  });

  test('source that does not compile is named and ends with 2, and what can run runs', () => {
    const { code, out } = org(['test', '--source', 'broken']);
    expect(out.replaceAll('\\', '/')).toBe(
      'broken/Broken.cls:3:5: Illegal conversion from String to Integer\n1 passed, 0 failed\n',
    );
    expect(code).toBe(2);
  });

  test('no tests at all is a failure', () => {
    expect(org(['test', '--source', 'lone'])).toEqual({
      code: 1,
      out: '0 passed, 0 failed\n',
      errors: 'No tests in lone\n',
    });
  });

  test('a test or a setup over the time limit ends its worker, and the rest goes on', () => {
    const { code, out } = org(['test', '--source', 'slow', '--time-limit', '1']);
    expect(out).toBe(
      [
        'FAIL SlowSetupTest.@TestSetup',
        '  Test ran longer than 1 seconds',
        'FAIL SlowTest.endless',
        '  Test ran longer than 1 seconds',
        '2 passed, 2 failed',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });

  test('an endless loop ends at the limit of CPU time, which Apex cannot catch', () => {
    const { code, out } = org(['test', '--source', 'slow', '--only', 'SlowTest.endless']);
    expect(out).toContain('System.LimitException: Apex CPU time limit exceeded');
    expect(out).toContain('Class.SlowTest.endless: line');
    expect(code).toBe(1);
  });
});

describe('exec and query', () => {
  test('records stay between runs with --data, and the schema is that of the source', () => {
    const data = ['--data', join(folder, 'data'), '--source', 'shop'];
    const written = org(['exec', '-', ...data], {
      input: "insert new Item__c(Name = 'Ink'); insert new Item__c(Name = 'Pad', Price__c = 3); System.debug('done');",
    });
    expect(written).toEqual({ code: 0, out: 'DEBUG done\n', errors: '' });

    const rows = org(['query', 'SELECT Name, Price__c FROM Item__c ORDER BY Name', ...data])
      .out.trimEnd()
      .split('\n');
    expect(rows.map((row) => JSON.parse(row) as unknown)).toMatchObject([
      { Name: 'Ink', Price__c: 9.5 },
      { Name: 'Pad', Price__c: 3 },
    ]);
    expect(org(['query', 'SELECT COUNT() FROM Item__c', ...data])).toEqual({ code: 0, out: '2\n', errors: '' });
    expect(org(['query', 'SELECT COUNT() FROM Item__c', '--source', 'shop']).out).toBe('0\n');
  });

  test('Apex from a file uses the classes of the source', () => {
    expect(org(['exec', 'greet.apex', '--source', 'lone'])).toEqual({
      code: 0,
      out: 'DEBUG Hello, Ada\n',
      errors: '',
    });
  });

  test.each<readonly [apex: string, code: number, errors: string]>([
    ['Integer one = 1 / 0;', 1, 'System.MathException: Divide by 0\n  AnonymousBlock: line 1, column 1\n'],
    ["Integer one = 'x';", 2, 'AnonymousBlock:1:9: Illegal assignment from String to Integer\n'],
  ])('%s ends with %i', (input, code, errors) => {
    expect(org(['exec', '-'], { input })).toEqual({ code, out: '', errors });
  });

  test("what failed leaves no record, and a query is refused in the platform's words", () => {
    const data = ['--data', join(folder, 'refused')];
    org(['exec', '-', ...data], { input: "insert new Account(Name = 'Gone'); Integer one = 1 / 0;" });
    expect(org(['query', 'SELECT COUNT() FROM Account', ...data]).out).toBe('0\n');
    const { code, out, errors } = org(['query', 'SELECT Nope FROM Account', ...data]);
    expect(errors).toContain("No such column 'Nope' on entity 'Account'");
    expect([code, out]).toEqual([1, '']);
  });
});

test('check compiles only', () => {
  expect(org(['check', '--source', 'shop'])).toEqual({ code: 0, out: 'No errors\n', errors: '' });
  const { code, out } = org(['check', '--source', 'broken', '--source', 'lone']);
  expect(out.replaceAll('\\', '/')).toBe('broken/Broken.cls:3:5: Illegal conversion from String to Integer\n1 error\n');
  expect(code).toBe(2);
});
