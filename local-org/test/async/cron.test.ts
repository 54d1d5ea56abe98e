import { expect, test } from 'vitest';
import { CronFault, nextFireTime, parseCron, type ZoneClock } from '../../src/async/cron.ts';

const UTC: ZoneClock = {
  instantOf: (year, month, day, hour, minute, second) => Date.UTC(year, month - 1, day, hour, minute, second),
  dayOf: (instant) => {
    const date = new Date(instant);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  },
};
const next = (cron: string, after: string): string | null => {
  const found = nextFireTime(parseCron(cron), Date.parse(after), UTC);
  return found === null ? null : new Date(found).toISOString().slice(0, 19);
};

// Apex Developer Guide, "Apex Scheduler": the expressions of its table of examples.
test.each([
  ['0 0 13 * * ?', '2026-11-23T12:00:00Z', '2026-11-23T13:00:00'],
  ['0 0 13 * * ?', '2026-11-23T13:00:00Z', '2026-11-24T13:00:00'],
  ['0 0 22 ? * 6L', '2026-11-01T00:00:00Z', '2026-11-27T22:00:00'],
  ['0 0 10 ? * MON-FRI', '2026-11-21T00:00:00Z', '2026-11-23T10:00:00'],
  ['0 0 20 * * ? 2030', '2026-11-21T00:00:00Z', '2030-01-01T20:00:00'],
  ['0 0 * * * ? 2101', '2026-11-21T00:00:00Z', '2101-01-01T00:00:00'],
  ['0 0 0 29 2 ? 2027,2029,2048', '2026-11-21T00:00:00Z', '2048-02-29T00:00:00'],
  ['0 0 0 29 2 ?', '2096-03-01T00:00:00Z', '2104-02-29T00:00:00'],
  ['0 30 8 L * ?', '2026-02-10T00:00:00Z', '2026-02-28T08:30:00'],
  ['0 0 8 15W * ?', '2026-08-01T00:00:00Z', '2026-08-14T08:00:00'],
  ['0 0 8 ? * 2#1', '2026-11-03T00:00:00Z', '2026-12-07T08:00:00'],
  ['0 0 0/6 1,15 JAN ?', '2026-11-03T00:00:00Z', '2027-01-01T00:00:00'],
  ['0 0 3 1 1 ? 2001', '2026-11-03T00:00:00Z', null],
])('%s after %s fires at %s', (cron, after, expected) => {
  expect(next(cron, after)).toBe(expected);
});

test.each(['0 0 13 * *', '0 0 13 * * *', '0 0 13 ? * ?', '0 0/5 13 * * ?', '0 0 25 * * ?', '0 0 13 * FOO ?'])(
  '%s is refused',
  (cron) => {
    expect(() => parseCron(cron)).toThrow(CronFault);
  },
);
