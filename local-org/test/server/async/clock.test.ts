import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { OrgClock } from '../../../src/index.ts';
import { ClockFault, commandClock } from '../../../src/org/clockCommand.ts';
import { sourceTree, type Files } from '../../support/apex.ts';
import { inProcess } from '../support/inProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-clock-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (text: string): number => Date.parse(text);

test('the clock runs, stops, starts and goes on over a restart', () => {
  const file = join(folder, 'clock.json');
  let machine = at('2026-03-01T10:00Z');
  const open = (): OrgClock => new OrgClock(file, () => machine);
  const first = open();
  expect(first.now()).toBe(machine);
  machine += 1000;
  expect(first.now()).toBe(machine);
  first.stop();
  machine += 60_000;
  const second = open();
  expect([second.isRunning, second.now()]).toEqual([false, at('2026-03-01T10:00:01Z')]);
  second.start();
  machine += 2000;
  expect(open().now()).toBe(at('2026-03-01T10:00:03Z'));
});

test('a jump ahead is a walk, a jump back is none', () => {
  const clock = new OrgClock(null, () => at('2026-03-01T10:00Z'));
  expect(commandClock(clock, ['+1d']).target).toBe('2026-03-02T10:00:00.000Z');
  expect(commandClock(clock, ['+2h30m']).target).toBe('2026-03-02T12:30:00.000Z');
  clock.walkTo(at('2026-03-01T23:00Z'));
  expect(clock.now()).toBe(at('2026-03-01T23:00Z'));
  clock.arrive();
  expect([clock.now(), clock.target]).toEqual([at('2026-03-02T12:30Z'), null]);
  expect(commandClock(clock, ['set', '2026-01-01T00:00Z'])).toEqual({
    now: '2026-01-01T00:00:00.000Z',
    isRunning: true,
    target: null,
  });
});

test.each([['tomorrow'], ['+1'], ['set'], ['set', 'soon'], ['stop', 'now'], ['1d']])(
  'the clock does not know %s %s',
  (...words) => {
    expect(() => commandClock(new OrgClock(null), words)).toThrow(ClockFault);
  },
);

const HOURLY: Files = {
  'classes/Hourly.cls': `public class Hourly implements Schedulable {
    public static void start() { System.schedule('Hourly', '0 0 * * * ?', new Hourly()); }
    public void execute(SchedulableContext context) { insert new Account(Name = System.now().formatGmt('HH:mm')); }
  }`,
};

test('a jump fires a schedule at each of its moments, and API calls are counted by the day', async () => {
  const { directory, remove } = sourceTree(HOURLY);
  const { org, ask } = await inProcess({
    sources: [{ directory }],
    timeZone: 'GMT',
    clock: new OrgClock(null, () => at('2026-03-01T10:30Z')),
  });
  remove();
  org.local.execute('Hourly.start();');
  org.countApiCall();
  org.countApiCall();
  expect(org.apiCalls).toBe(2);
  expect(ask('POST', '/_/org/clock', { body: { command: '+4h' } })).toMatchObject({
    status: 200,
    body: { now: '2026-03-01T10:30:00.000Z', target: '2026-03-01T14:30:00.000Z' },
  });
  while (org.jobs.step());
  expect(org.local.query('SELECT Name FROM Account ORDER BY Name').rows.map((row) => row.peek('Name'))).toEqual([
    '11:00',
    '12:00',
    '13:00',
    '14:00',
  ]);
  expect(ask('GET', '/_/org/clock').body).toEqual({ now: '2026-03-01T14:30:00.000Z', isRunning: true, target: null });
  expect(org.apiCalls).toBe(2);
  ask('POST', '/_/org/clock', { body: { command: '+1d' } });
  while (org.jobs.step());
  expect(org.apiCalls).toBe(0);
  expect(ask('POST', '/_/org/clock', { body: { command: 'later' } })).toMatchObject({
    status: 400,
    body: [{ errorCode: 'INVALID_FIELD' }],
  });
  org.jobs.stop();
});
