import { describe, expect, test } from 'vitest';
import { apexTally, coverageTally, type ApexReport } from '../apex.ts';
import { coverageTable, percent, type ClassCoverage } from '../coverage.ts';

const lines = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const covered = (name: string, run: number, missed: number, suffix = 'cls'): ClassCoverage => ({
  name,
  file: `classes/${name}.${suffix}`,
  coveredLines: lines(run),
  uncoveredLines: lines(missed),
});
const report = (outcomes: readonly ApexReport['tests'][number]['outcome'][], messages: readonly string[] = []) => ({
  tests: outcomes.map((outcome, index) => ({ class: 'PenTest', method: `m${index}`, outcome })),
  compileErrors: messages.map((message) => ({ file: 'Pen.cls', line: 3, column: 5, message })),
});

describe('what counts as passed and failed', () => {
  test.each([
    ['all passed', report(['pass', 'pass']), 0, 2, 0],
    ['one failed', report(['pass', 'fail']), 1, 1, 1],
    ['one met what is not simulated', report(['pass', 'unsupported']), 1, 1, 1],
    ['one met a fault of the local org', report(['internal']), 1, 0, 1],
    ['code that does not compile', report(['pass'], ['Variable does not exist: x']), 2, 1, 1],
    ['code that is not simulated and not reached', report(['pass'], ['UNSUPPORTED: Site.getName']), 0, 1, 1],
    ['no test at all', report([]), 1, 0, 1],
    ['no report', undefined, 134, 0, 1],
    ['a bad end after good tests', report(['pass']), 1, 1, 1],
  ])('%s', (_case, input, exitCode, passed, failed) => {
    expect(apexTally('Apex', input, exitCode)).toMatchObject({ passed, failed });
  });

  test('names every failure', () => {
    expect(apexTally('Apex', report(['pass', 'fail'], ['No such type']), 2).failures).toEqual([
      'Apex: PenTest.m1 (fail)',
      'Apex: Pen.cls:3:5: No such type',
    ]);
  });
});

describe('what packaging asks of the coverage', () => {
  test.each<readonly [string, readonly ClassCoverage[] | undefined, readonly string[]]>([
    ['three quarters are enough', [covered('Pen', 3, 1)], []],
    ['a class may have less', [covered('Pen', 9, 0), covered('Ink', 0, 3)], []],
    [
      'a line less is not',
      [covered('Pen', 2999, 1001)],
      ['Apex coverage: 74.9 % of the lines, and packaging asks for 75 %'],
    ],
    [
      'a trigger that never fires',
      [covered('Pen', 99, 0), covered('PenTrigger', 0, 1, 'trigger')],
      ['Apex coverage: no test fires the trigger PenTrigger'],
    ],
    ['a trigger without a line that runs', [covered('PenTrigger', 0, 0, 'trigger')], []],
    ['no report', undefined, ['Apex coverage: no report']],
  ])('%s', (_case, classes, failures) => {
    expect(coverageTally(classes)).toEqual({ passed: 0, failed: failures.length, failures });
  });
});

test('the table names the lines no test ran, the least covered class first', () => {
  expect(coverageTable([covered('Pen', 2, 0), covered('Ink', 2, 1), covered('Cap', 0, 0)])).toBe(
    [
      '  66.6 %  Ink, not line 1',
      ' 100.0 %  Cap',
      ' 100.0 %  Pen',
      '  80.0 %  in total, of 3 classes and triggers',
    ].join('\n'),
  );
});

test('a share is never rounded up', () => {
  expect([percent([covered('Pen', 9999, 1)]), percent([covered('Pen', 3, 0)]), percent([])]).toEqual([99.9, 100, 100]);
});
