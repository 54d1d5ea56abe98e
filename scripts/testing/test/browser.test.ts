import { describe, expect, test } from 'vitest';
import { browserTally, type BrowserReport } from '../browser.ts';

const report = (statuses: readonly (readonly string[])[], errors: readonly string[] = []): BrowserReport => ({
  suites: [
    {
      title: 'lookup.spec.ts',
      suites: [
        {
          title: 'a lookup',
          specs: statuses.map((tries, index) => ({
            title: `case ${index}`,
            tests: [{ results: tries.map((status) => ({ status })) }],
          })),
        },
      ],
    },
  ],
  errors: errors.map((message) => ({ message })),
});

describe('what counts as passed and failed in a browser', () => {
  test.each<readonly [string, BrowserReport | undefined, number, number, number]>([
    ['all passed', report([['passed'], ['passed']]), 0, 2, 0],
    ['one failed', report([['passed'], ['failed']]), 1, 1, 1],
    ['one took too long', report([['timedOut']]), 1, 0, 1],
    ['one was skipped', report([['passed'], ['skipped']]), 0, 1, 1],
    ['one passed at the second try only', report([['failed', 'passed']]), 0, 0, 1],
    ['one never ran', report([[]]), 1, 0, 1],
    ['the org did not start', report([], ['The org did not start']), 1, 0, 1],
    ['no test at all', report([]), 1, 0, 1],
    ['no report', undefined, 1, 0, 1],
    ['a bad end after good tests', report([['passed']]), 1, 1, 1],
  ])('%s', (_case, input, exitCode, passed, failed) => {
    expect(browserTally('Browser', input, exitCode)).toMatchObject({ passed, failed });
  });

  test('names what failed with all it is part of, and errors by their first line', () => {
    expect(browserTally('Browser', report([['failed']], ['No org\n  at start']), 1).failures).toEqual([
      'Browser: lookup.spec.ts › a lookup › case 0 (failed)',
      'Browser: No org',
    ]);
  });
});
