import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';

interface Jobs {
  readonly jobs: readonly { readonly id: string; readonly status: string }[];
  readonly schedules: readonly { readonly id: string; readonly name: string; readonly times: number }[];
}

let server: InProcess;
const jobs = (): Jobs => server.ask('GET', '/_/org/dev/jobs', { inBrowser: true }).body as Jobs;
const post = (path: string, body: unknown = null): number =>
  server.ask('POST', `/_/org/dev/${path}`, { inBrowser: true, body }).status;

beforeEach(async () => {
  server = await inProcess({ sources: [{ directory: join(import.meta.dirname, 'fixture') }] });
  post('apex', { source: "System.schedule('Every night', '0 0 3 * * ?', new Nightly());" });
});

test('a schedule runs now when asked, and waits for its time again', () => {
  const [schedule] = jobs().schedules;
  expect(schedule).toMatchObject({ name: 'Every night', expression: '0 0 3 * * ?', state: 'WAITING', times: 0 });
  expect(post(`jobs/${schedule?.id ?? ''}/run`)).toBe(204);
  expect(server.org.local.count('SELECT COUNT() FROM Account')).toBe(1);
  expect(jobs().schedules).toMatchObject([{ times: 1, state: 'WAITING' }]);
});

test('an aborted schedule is gone and its job can run no more', () => {
  const { schedules, jobs: waiting } = jobs();
  expect(post(`jobs/${schedules[0]?.id ?? ''}/abort`)).toBe(204);
  expect(jobs()).toMatchObject({ schedules: [], jobs: [{ id: waiting[0]?.id, status: 'Aborted' }] });
  expect(post(`jobs/${schedules[0]?.id ?? ''}/run`)).toBe(400);
});
