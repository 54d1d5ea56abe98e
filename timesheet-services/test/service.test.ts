import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Clock, startTimesheetService, type TimesheetService } from '../src/index.ts';
import type { StartOptions } from '../src/index.ts';
import { Snapshot } from '../src/core/snapshot.ts';
import { Caller, listed, NOON, PATIENT, row } from './support.ts';

const running: TimesheetService[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true, force: true });
  }
});
async function start(options: StartOptions): Promise<TimesheetService> {
  const service = await startTimesheetService({ clock: new Clock(Date.parse(NOON)), ...options });
  running.push(service);
  return service;
}
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'timesheet-'));
  folders.push(folder);
  return folder;
}
const callerOf = (service: TimesheetService): Caller => new Caller(service.url, {});

describe('the seeded account', () => {
  test('is a year of a consultancy of fifty, and the same for the same seed and day', async () => {
    const [first, second, other] = [
      await start({ size: 'demo', seed: 1 }),
      await start({ size: 'demo', seed: 1 }),
      await start({ size: 'demo', seed: 2 }),
    ];

    const totals = first.totals();

    expect(totals).toMatchObject({ clients: 200, projects: 500, people: 50 });
    expect(totals.entries).toBeGreaterThan(10_000);
    expect(totals.secondsByPerson.size).toBe(50);
    expect(second.totals()).toEqual(totals);
    expect(second.credential).toEqual(first.credential);
    expect(other.totals()).not.toEqual(totals);
    expect(other.credential.secret).not.toBe(first.credential.secret);
  });

  test('is plausible: nobody works two things at once, before joining projects or on days without end', async () => {
    const { store } = await start({ size: 'small', seed: 3 });
    const byPerson = new Map<number, { start: number; end: number }[]>();
    for (const { personId, startedAt, endedAt, seconds, workDate, projectId } of store.entries.all()) {
      expect(endedAt! - startedAt!).toBe(seconds * 1000);
      expect(seconds % 180).toBe(0);
      expect(seconds).toBeLessThan(12 * 3600);
      const project = store.projects.get(projectId)!;
      expect(workDate >= project.startsOn!).toBe(true);
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), { start: startedAt!, end: endedAt! }]);
    }
    for (const spans of byPerson.values()) {
      const sorted = spans.toSorted((a, b) => a.start - b.start);
      expect(sorted.every(({ start }, index) => index === 0 || start >= sorted[index - 1]!.end)).toBe(true);
    }
    expect(byPerson.size).toBeGreaterThan(8);
  });
});

describe('all faces on one port', () => {
  test('show the same rows below their names', async () => {
    const service = await start({ size: 'tiny' });
    const count = async (name: 'harvest' | 'kimai' | 'open', path: string, list: string | null): Promise<number> => {
      const { address, credential } = service.faceNamed(name);
      const reply = await new Caller('', credential.headers).get(`${address}${path}`);
      expect(reply.status).toBe(200);
      return (list === null ? (reply.body as unknown[]) : listed(reply, list)).length;
    };

    const { clients } = service.totals();

    expect(service.faces).toHaveLength(7);
    expect(await count('harvest', '/clients', 'clients')).toBe(clients);
    expect(await count('kimai', '/customers?visible=3', null)).toBe(clients);
    expect(await count('open', '/clients', 'data')).toBe(clients);
    const { address, credential } = service.faceNamed('harvest');
    const page = await new Caller('', credential.headers).get(`${address}/time_entries?per_page=1`);
    const next = String((row(page)['links'] as Record<string, unknown>)['next']);
    expect(next).toContain(`${address}/time_entries?`);
    expect((await new Caller('', credential.headers).get(next)).status).toBe(200);
  });
});

describe('a folder', () => {
  test('keeps the account over restarts', async () => {
    const folder = newFolder();
    const first = await start({ face: 'open', size: 'tiny', folder });
    const { headers } = first.credential;
    const made = row(await new Caller(first.url, headers).post('/v1/clients', { name: 'Kept' }));
    const key = { headers: { 'Idempotency-Key': 'once' } };
    await new Caller(first.url, headers).post('/v1/clients', { name: 'Once' }, key);
    await callerOf(first).patch('/_/settings', { redmineVersion: '7.0.0' });
    const totals = first.totals();
    await first.stop();

    const second = await start({ face: 'open', size: 'small', folder });

    expect(second.totals()).toEqual(totals);
    const api = new Caller(second.url, second.credential.headers);
    expect(row(await api.get(`/v1/clients/${String(made['id'])}`))['name']).toBe('Kept');
    expect((await api.post('/v1/clients', { name: 'Once' }, key)).headers.get('idempotency-replayed')).toBe('true');
    expect(second.store.settings.redmineVersion).toBe('7.0.0');
    const next = row(await api.post('/v1/clients', { name: 'New' }));
    expect(next['id']).not.toBe(made['id']);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  test('is written without waiting for the end', async () => {
    const folder = newFolder();
    const service = await start({ face: 'open', size: 'empty', folder });
    const kept = (): number => new Snapshot(folder).read()?.rows.clients.length ?? -1;
    expect(kept()).toBe(0);

    await new Caller(service.url, service.credential.headers).post('/v1/clients', { name: 'Kept' });

    await expect.poll(kept, PATIENT).toBe(1);
  });

  test('that nothing was changed in is left as it is', async () => {
    const folder = newFolder();
    const idle = await start({ face: 'open', size: 'empty', folder });
    const busy = await start({ face: 'open', size: 'empty', folder });
    await new Caller(busy.url, busy.credential.headers).post('/v1/clients', { name: 'Kept' });
    await busy.stop();

    await idle.stop();

    expect(new Snapshot(folder).read()?.rows.clients).toHaveLength(1);
  });

  test('is emptied on request', async () => {
    const folder = newFolder();
    const first = await start({ size: 'tiny', folder });
    await first.stop();

    const second = await start({ size: 'empty', folder, reset: true });

    expect(second.totals().entries).toBe(0);
  });
});

describe('the service about itself', () => {
  test('says where each face is, with a key that opens it', async () => {
    const service = await start({ size: 'tiny' });

    const state = row(await callerOf(service).get('/_/state'));

    expect(state['totals']).toMatchObject({ people: 4 });
    expect((state['faces'] as { name: string }[]).map(({ name }) => name)).toEqual([
      'open',
      'harvest',
      'clockify',
      'toggl',
      'kimai',
      'solidtime',
      'redmine',
    ]);
  });

  test('switches faults, and refuses those it does not know', async () => {
    const service = await start({ face: 'kimai', size: 'empty' });
    const api = callerOf(service);

    const fault = row(await api.post('/_/faults', { kind: 'unavailable', times: 1, path: 'customers' }));

    expect((await new Caller(service.url, service.credential.headers).get('/api/customers')).status).toBe(503);
    expect(await api.get('/_/faults')).toMatchObject({ body: [{ id: fault['id'], fired: 1 }] });
    expect((await api.delete(`/_/faults/${String(fault['id'])}`)).status).toBe(204);
    for (const wrong of [{ kind: 'unknown' }, { kind: 'reset', surprise: 1 }, { kind: 'reset', times: 'many' }]) {
      expect((await api.post('/_/faults', wrong)).status).toBe(400);
    }
  });

  test('counts requests by path and status, without its own', async () => {
    const service = await start({ face: 'kimai', size: 'empty' });
    const api = new Caller(service.url, service.credential.headers);
    await api.get('/api/customers');
    await api.get('/api/customers?visible=3');
    await api.get('/api/customers/99');
    await callerOf(service).get('/_/state');

    expect(service.requests.total).toBe(3);
    expect(service.requests.count('GET', '/api/customers')).toBe(3);
    expect(row(await callerOf(service).get('/_/requests'))).toMatchObject({
      total: 3,
      routes: { 'GET /api/customers': 2, 'GET /api/customers/99': 1 },
      statuses: { '200': 2, '404': 1 },
    });
  });

  test('turns settings and the clock', async () => {
    const service = await start({ face: 'redmine', size: 'empty' });
    const api = callerOf(service);

    expect(row(await api.patch('/_/settings', { redmineLoginRequired: true }))['redmineLoginRequired']).toBe(true);
    expect((await api.patch('/_/settings', { redmineLoginRequired: 'yes' })).status).toBe(400);
    expect((await api.patch('/_/settings', { unknown: true })).status).toBe(400);
    expect(row(await api.post('/_/clock', { advance: 1000 }))['now']).toBe(Date.parse(NOON) + 1000);
    expect(row(await api.post('/_/clock', { set: 5 }))['now']).toBe(5);
  });

  test('is not for pages of other addresses', async () => {
    const service = await start({ face: 'kimai', size: 'empty' });
    const asFrom = (origin: string): Promise<{ readonly status: number }> =>
      callerOf(service).post('/_/faults', { kind: 'reset' }, { headers: { Origin: origin } });

    expect((await asFrom('https://elsewhere.example')).status).toBe(403);
    expect((await asFrom(service.url)).status).toBe(200);
  });

  test('serves its page with script and styles', async () => {
    const service = await start({ face: 'kimai', size: 'empty' });
    const api = callerOf(service);

    for (const [path, type] of [
      ['/', 'text/html'],
      ['/_/page.js', 'text/javascript'],
      ['/_/page.css', 'text/css'],
      ['/_/slds2.css', 'text/css'],
    ] as const) {
      const answer = await api.get(path);
      expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    }
  });
});
