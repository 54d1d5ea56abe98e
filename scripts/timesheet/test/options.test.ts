import { expect, test } from 'vitest';
import { readTimesheetOptions } from '../options.ts';

test('left alone, everything is served from one port with a year of hours', () => {
  expect(readTimesheetOptions([], {})).toEqual({
    port: 8090,
    host: '127.0.0.1',
    face: 'all',
    size: 'demo',
    seed: 1,
    data: 'build/timesheet',
    plan: 'premium',
    hasLimits: true,
    doesReset: false,
    doesOpenBrowser: true,
  });
});
test('one face, another size and seed, no limits', () => {
  const words = ['--as', 'redmine', '--size', 'small', '--seed', '7', '--no-limits', '--reset', '--plan', 'free'];

  expect(readTimesheetOptions(words, { CI: 'true' })).toMatchObject({
    face: 'redmine',
    size: 'small',
    seed: 7,
    plan: 'free',
    hasLimits: false,
    doesReset: true,
    doesOpenBrowser: false,
  });
});
test.each([
  [['--as', 'jira'], '--as takes one of all, open, harvest, clockify, toggl, kimai, solidtime, redmine, not "jira".'],
  [['--size', 'huge'], '--size takes one of empty, tiny, small, demo, not "huge".'],
  [['--port', 'x'], '--port takes a whole number from 0 to 65535, not "x".'],
])('%j is refused', (words, message) => {
  expect(() => readTimesheetOptions(words, {})).toThrow(message);
});
