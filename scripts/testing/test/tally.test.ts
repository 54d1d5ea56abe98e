import { describe, expect, test } from 'vitest';
import { tally, total, type Report } from '../tally.ts';

function report(...files: readonly (readonly string[])[]): Report {
  return {
    testResults: files.map((statuses, at) => ({
      name: `file${at}.test.ts`,
      status: statuses.length === 0 || statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${at}.${index}` })),
    })),
  };
}

describe('what counts as passed and failed', () => {
  test.each([
    ['all passed', report(['passed', 'passed'], ['passed']), 0, 3, 0],
    ['one failed', report(['passed', 'failed'], ['passed']), 1, 2, 1],
    ['one skipped', report(['passed', 'skipped']), 0, 1, 1],
    ['one pending and one todo', report(['pending', 'todo', 'passed']), 0, 1, 2],
    ['a file that did not load', report(['passed'], []), 1, 1, 1],
    ['no test at all', report(), 0, 0, 1],
    ['no report', undefined, 134, 0, 1],
    ['a bad end after good tests', report(['passed']), 1, 1, 1],
  ])('%s', (_case, input, exitCode, passed, failed) => {
    expect(tally('Jest', input, exitCode)).toMatchObject({ passed, failed });
  });

  test('names every failure', () => {
    expect(tally('Jest', report(['failed'], []), 1).failures).toEqual([
      'Jest: test 0.0 (failed)',
      'Jest: file1.test.ts could not be run',
    ]);
  });
});

test('adds up the runners', () => {
  const both = total([tally('Jest', report(['passed', 'failed']), 1), tally('Vitest', report(['passed']), 0)]);

  expect(both).toEqual({ passed: 2, failed: 1, failures: ['Jest: test 0.1 (failed)'] });
});
