import { describe, expect, test } from 'vitest';
import { CONTRACT, errorsAt, part } from './contract.ts';
import { listed, row, type Reply } from './support.ts';
import { type Row, text, RESOURCES, open, withProject, problem } from './stages/open.ts';

describe('the document', () => {
  test('is OpenAPI 3.1 whose references all lead somewhere', () => {
    expect(CONTRACT['openapi']).toBe('3.1.0');
    const references = [...JSON.stringify(CONTRACT).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');

    expect(references.length).toBeGreaterThan(100);
    for (const path of new Set(references)) {
      expect(part(...path.split('/')), path).toBeDefined();
    }
  });

  test('is served by the service that keeps it', async () => {
    const { api } = await open();

    const served = await api.get('/v1/openapi.json', { only: {} });

    expect(served.body).toEqual(CONTRACT);
  });

  test('names every operation once', () => {
    const names = [...JSON.stringify(CONTRACT['paths']).matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(32);
  });
});

describe('walking lists', () => {
  test.each(RESOURCES)('%s fit the contract with everything a seeded account has', async (name) => {
    const { api } = await open({ size: 'tiny' });

    const page = await api.get(`/v1/${name}?limit=1000`);

    expect(page.status).toBe(200);
    expect(listed(page, 'data').length).toBeGreaterThan(2);
    expect(row(page)['nextCursor']).toBeNull();
  });

  test('the cursor reads every row once, also while rows come and go', async () => {
    const { api, client, store } = await open();
    const all = Array.from({ length: 7 }, (_, index) => client({ name: `Client ${index}` }));
    const seen: unknown[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const page: Reply = await api.get(`/v1/clients?limit=2${cursor === '' ? '' : `&cursor=${text(cursor)}`}`);
      seen.push(...listed(page, 'data').map(({ name }) => name));
      cursor = row(page)['nextCursor'];
      if (seen.length === 2) {
        store.clients.delete(all[0]!.id);
      }
      if (seen.length === 4) {
        client({ name: 'Client 7' });
      }
    }

    expect(seen).toEqual([
      'Client 0',
      'Client 1',
      'Client 2',
      'Client 3',
      'Client 4',
      'Client 5',
      'Client 6',
      'Client 7',
    ]);
  });

  test('updatedSince tells what changed, tombstones among it, in order of change', async () => {
    const { api, clock, client, store } = await open();
    const [untouched, changed, deleted] = [client({ name: 'A' }), client({ name: 'B' }), client({ name: 'C' })];
    clock.advance(1000);
    const walk = row(await api.get('/v1/clients'));
    clock.advance(1000);
    store.clients.delete(deleted.id);
    clock.advance(1000);
    store.clients.update(changed.id, { note: 'n' });

    const changes = listed(await api.get(`/v1/clients?updatedSince=${text(walk['asOf'])}`), 'data');

    expect(changes.map((one) => [one['isDeleted'] ?? false, one['version']])).toEqual([
      [true, 2],
      [false, 2],
    ]);
    expect(untouched.version).toBe(1);
  });

  test('a walk keeps the asOf it began with', async () => {
    const { api, clock, client } = await open();
    client({ name: 'A' });
    client({ name: 'B' });
    const first = row(await api.get('/v1/clients?limit=1'));
    clock.advance(60_000);

    const second = row(await api.get(`/v1/clients?limit=1&cursor=${text(first['nextCursor'])}`));

    expect(second['asOf']).toBe(first['asOf']);
  });

  test('many rows of one moment are walked without a loss', async () => {
    const { api, client } = await open();
    for (let index = 0; index < 5; index += 1) {
      client({ name: `Client ${index}` });
    }
    const since = 'updatedSince=2025-03-05T12:00:00Z&limit=2';
    const first = row(await api.get(`/v1/clients?${since}`));
    const second = row(await api.get(`/v1/clients?${since}&cursor=${text(first['nextCursor'])}`));
    const third = row(await api.get(`/v1/clients?${since}&cursor=${text(second['nextCursor'])}`));

    const names = [first, second, third].flatMap((page) => (page['data'] as Row[]).map(({ name }) => name));
    expect(names).toEqual([0, 1, 2, 3, 4].map((index) => `Client ${index}`));
    expect(third['nextCursor']).toBeNull();
  });

  test('what cannot be read is refused by name', async () => {
    const { api, client } = await open();
    client({ name: 'A' });
    client({ name: 'B' });
    const { nextCursor } = row(await api.get('/v1/clients?limit=1'));

    for (const [query, kind] of [
      ['limit=0', 'invalid'],
      ['limit=1001', 'invalid'],
      ['updatedSince=yesterday', 'invalid'],
      ['cursor=nothing', 'invalid-cursor'],
      [`externalKey=x&cursor=${text(nextCursor)}`, 'invalid-cursor'],
    ]) {
      const refused = await api.get(`/v1/clients?${query}`);
      expect([refused.status, problem(refused)]).toEqual([400, kind]);
    }
    const old = await api.get('/v1/clients?updatedSince=2024-11-01T00:00:00Z');
    expect([old.status, problem(old)]).toEqual([410, 'too-old']);
  });

  test('time entries are filtered by days, person, project and key', async () => {
    const { api, place, admin, store, member } = await withProject();
    await api.post('/v1/time-entries', { ...place, externalKey: 'SF-1' });
    await api.post('/v1/time-entries', { ...place, workDate: '2025-03-10', personId: `per-${member.id}` });
    const count = async (query: string): Promise<number> =>
      listed(await api.get(`/v1/time-entries?${query}`), 'data').length;

    expect(store.entries.size).toBe(2);
    expect(await count('from=2025-03-04')).toBe(1);
    expect(await count('to=2025-03-04')).toBe(1);
    expect(await count(`personId=per-${admin.id}`)).toBe(1);
    expect(await count(`projectId=${text(place['projectId'])}`)).toBe(2);
    expect(await count('externalKey=SF-1')).toBe(1);
    expect((await api.get('/v1/time-entries?from=2025-02-30')).status).toBe(400);
  });
});

test('the schemas refuse what the contract does not have', () => {
  const schema = (name: string): readonly string[] => ['components', 'schemas', name];

  expect(errorsAt(schema('TimeEntryCreate'), { projectId: 'p', workDate: '2025-03-03', seconds: 1 })).toEqual([]);
  for (const wrong of [
    { projectId: 'p', workDate: '2025-03-03' },
    { projectId: 'p', workDate: '3 March', seconds: 1 },
    { projectId: 'p', workDate: '2025-03-03', seconds: 1.5 },
    { projectId: 'p', workDate: '2025-03-03', seconds: 86_401 },
    { projectId: 'p', workDate: '2025-03-03', seconds: 1, hours: 1 },
  ]) {
    expect(errorsAt(schema('TimeEntryCreate'), wrong)).toHaveLength(1);
  }
});
