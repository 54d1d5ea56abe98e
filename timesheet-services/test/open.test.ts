import { describe, expect, test } from 'vitest';
import { listed, row } from './support.ts';
import { type Row, text, RESOURCES, open, withProject, problem } from './stages/open.ts';

describe('identity', () => {
  test('says who calls, where and with which rights', async () => {
    const { api, member_, admin, store } = await open();

    const me = row(await api.get('/v1/me'));

    expect(me).toMatchObject({ user: { email: admin.email }, account: { name: store.name } });
    expect(me['permissions']).toContain('timeEntries:read:all');
    expect(row(await member_.get('/v1/me'))['permissions']).not.toContain('timeEntries:read:all');
  });

  test('a wrong token is 401 everywhere', async () => {
    const { api } = await open();

    for (const path of ['/v1/me', ...RESOURCES.map((name) => `/v1/${name}`)]) {
      const refused = await api.get(path, { only: { Authorization: 'Bearer wrong' } });
      expect([refused.status, problem(refused)]).toEqual([401, 'unauthorized']);
    }
  });
});

describe('one row', () => {
  test.each([
    [
      'clients',
      { name: 'Acme', email: 'a@b.example', address: '1 Main Street\nBoston', currency: 'EUR' },
      { note: 'n' },
    ],
    [
      'projects',
      { name: 'Website', status: 'onHold', budgetAmount: 1000.5, startDate: '2025-03-01' },
      { status: 'active' },
    ],
    ['tasks', { name: 'Design', isBillable: false }, { isActive: false }],
    [
      'people',
      { firstName: 'Ada', lastName: 'Byte', email: 'ada@b.example', timeZone: 'Europe/Berlin' },
      { isActive: false },
    ],
  ])('of %s is made, read, changed in part and deleted, and its version counts', async (name, values, changes) => {
    const { api } = await open();

    const made = await api.post(`/v1/${name}`, values);

    expect(made.status).toBe(201);
    expect(row(made)).toMatchObject({ ...values, version: 1 });
    expect(made.headers.get('etag')).toBe('"1"');
    const path = made.headers.get('location') ?? '';
    expect((await api.get(path)).body).toEqual(made.body);
    const changed = await api.patch(path, changes);
    expect(row(changed)).toMatchObject({ ...values, ...changes, version: 2 });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect((await api.delete(path)).status).toBe(204);
    const gone = await api.get(path);
    expect([gone.status, problem(gone)]).toEqual([410, 'gone']);
    expect((await api.get(`/v1/${name}/zzz-1`)).status).toBe(404);
  });

  test('null empties, what is left out stays', async () => {
    const { api } = await open();
    const { id } = row(await api.post('/v1/clients', { name: 'Acme', phone: '1', note: 'n' }));

    const changed = row(await api.patch(`/v1/clients/${text(id)}`, { note: null }));

    expect(changed).toMatchObject({ phone: '1', note: null });
  });

  test('a change based on an old version is refused', async () => {
    const { api } = await open();
    const { id } = row(await api.post('/v1/clients', { name: 'Acme' }));
    const path = `/v1/clients/${text(id)}`;
    const based = { headers: { 'If-Match': '"1"' } };
    expect((await api.patch(path, { note: 'first' }, based)).status).toBe(200);

    const refused = await api.patch(path, { note: 'second' }, based);

    expect([refused.status, problem(refused), row(refused)['currentVersion']]).toEqual([412, 'version-conflict', 2]);
    expect((await api.delete(path, based)).status).toBe(412);
    expect(row(await api.get(path))['note']).toBe('first');
    expect((await api.delete(path, { headers: { 'If-Match': '"2"' } })).status).toBe(204);
  });

  test('what the caller has already is 304', async () => {
    const { api } = await open();
    const { id } = row(await api.post('/v1/clients', { name: 'Acme' }));

    expect((await api.get(`/v1/clients/${text(id)}`, { headers: { 'If-None-Match': '"1"' } })).status).toBe(304);
    expect((await api.get(`/v1/clients/${text(id)}`, { headers: { 'If-None-Match': '"0"' } })).status).toBe(200);
  });

  test('a creation repeated with its key is made once', async () => {
    const { api, place, clock, store } = await withProject();
    const key = { headers: { 'Idempotency-Key': 'run 1 row 7' } };
    const first = await api.post('/v1/time-entries', place, key);

    const second = await api.post('/v1/time-entries', place, key);

    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(store.entries.size).toBe(1);
    const other = await api.post('/v1/time-entries', { ...place, seconds: 60 }, key);
    expect([other.status, problem(other)]).toEqual([422, 'key-reused']);
    clock.advance(25 * 3_600_000);
    expect((await api.post('/v1/time-entries', place, key)).headers.get('idempotency-replayed')).toBeNull();
    expect(store.entries.size).toBe(2);
  });

  test('a refused creation may be tried again with its key', async () => {
    const { api } = await open();
    const key = { headers: { 'Idempotency-Key': 'again' } };
    expect((await api.post('/v1/clients', { name: '' }, key)).status).toBe(422);

    expect((await api.post('/v1/clients', { name: 'Acme' }, key)).status).toBe(201);
  });

  test('all that is wrong is told at once, field by field', async () => {
    const { api } = await open();

    const refused = await api.post('/v1/projects', { name: 7, startDate: '2025-02-30', surprise: true });

    expect([refused.status, problem(refused)]).toEqual([422, 'invalid']);
    const fields = (row(refused)['errors'] as Row[]).map(({ field }) => field);
    expect(fields.toSorted()).toEqual(['/name', '/startDate', '/surprise']);
  });

  test.each([
    ['clients', { name: 'Taken' }, '/name'],
    ['clients', { name: 'Other', externalKey: 'K' }, '/externalKey'],
    ['projects', { name: 'X', clientId: 'cli-999' }, '/clientId'],
    ['projects', { name: 'X', startDate: '2025-03-02', endDate: '2025-03-01' }, '/endDate'],
    ['people', { firstName: 'A', lastName: 'B', email: 'a@b.example', timeZone: 'Mars/Base' }, '/timeZone'],
  ])('%s refuse %o because of %s', async (name, values, field) => {
    const { api, client } = await open();
    client({ name: 'Taken', externalKey: 'K' });

    const refused = await api.post(`/v1/${name}`, values);

    expect(refused.status).toBe(422);
    expect(row(refused)['errors']).toMatchObject([{ field }]);
  });

  test('broken JSON is 400', async () => {
    const { api } = await open();

    const refused = await api.call('POST', '/v1/clients', { raw: '{"name":' });

    expect([refused.status, problem(refused)]).toEqual([400, 'invalid-json']);
  });

  test('what others need stays', async () => {
    const { api, place } = await withProject();
    await api.post('/v1/time-entries', place);
    const { clientId } = row(await api.get(`/v1/projects/${text(place['projectId'])}`));

    for (const path of [
      `projects/${text(place['projectId'])}`,
      `tasks/${text(place['taskId'])}`,
      `clients/${text(clientId)}`,
    ]) {
      const refused = await api.delete(`/v1/${path}`);
      expect([refused.status, problem(refused)]).toEqual([409, 'in-use']);
    }
  });

  test('the catalog is written by administrators and read by all', async () => {
    const { member_, api } = await open();
    await api.post('/v1/clients', { name: 'Acme' });

    expect((await member_.post('/v1/clients', { name: 'B' })).status).toBe(403);
    expect(listed(await member_.get('/v1/clients'), 'data')).toHaveLength(1);
  });
});

describe('time entries', () => {
  test('take the caller, the billing of the task and what is known of times', async () => {
    const { api, place, admin } = await withProject();
    const times = { startAt: '2025-03-03T08:00:00Z', endAt: '2025-03-03T10:30:00+01:00' };

    const made = row(await api.post('/v1/time-entries', { ...place, ...times, tags: ['ux'], externalKey: 'SF-1' }));

    expect(made).toMatchObject({
      personId: `per-${admin.id}`,
      isBillable: true,
      status: 'draft',
      startAt: '2025-03-03T08:00:00.000Z',
      endAt: '2025-03-03T09:30:00.000Z',
      seconds: 5400,
      tags: ['ux'],
      isRunning: false,
    });
  });

  test('seconds must agree with the times', async () => {
    const { api, place } = await withProject();

    const refused = await api.post('/v1/time-entries', {
      ...place,
      startAt: '2025-03-03T08:00:00Z',
      endAt: '2025-03-03T09:00:00Z',
    });

    expect(row(refused)['errors']).toMatchObject([{ field: '/seconds' }]);
  });

  test('a task of another project and an archived project are refused', async () => {
    const { api, place } = await withProject();
    const other = row(await api.post('/v1/projects', { name: 'Other' }));

    expect((await api.post('/v1/time-entries', { ...place, projectId: other['id'] })).status).toBe(422);
    await api.patch(`/v1/projects/${text(place['projectId'])}`, { isArchived: true });
    expect((await api.post('/v1/time-entries', place)).status).toBe(422);
  });

  test('approved ones are locked until an administrator sets them back', async () => {
    const { api, place } = await withProject();
    const path = `/v1/time-entries/${text(row(await api.post('/v1/time-entries', place))['id'])}`;
    expect(row(await api.patch(path, { status: 'approved' }))['status']).toBe('approved');

    const refused = await api.patch(path, { seconds: 60 });

    expect([refused.status, problem(refused)]).toEqual([409, 'locked']);
    expect((await api.delete(path)).status).toBe(409);
    expect((await api.patch(path, { status: 'draft' })).status).toBe(200);
    expect(row(await api.patch(path, { seconds: 60 }))['seconds']).toBe(60);
  });

  test('of others are neither seen nor written without the right', async () => {
    const { api, member_, place, admin } = await withProject();
    const own = row(await api.post('/v1/time-entries', place));

    expect(listed(await member_.get('/v1/time-entries'), 'data')).toEqual([]);
    expect((await member_.get(`/v1/time-entries/${text(own['id'])}`)).status).toBe(404);
    expect((await member_.post('/v1/time-entries', { ...place, personId: `per-${admin.id}` })).status).toBe(403);
    const theirs = row(await member_.post('/v1/time-entries', place));
    expect((await member_.patch(`/v1/time-entries/${text(theirs['id'])}`, { status: 'approved' })).status).toBe(403);
  });
});

describe('the quota', () => {
  test('is told in headers and refuses with the seconds to wait', async () => {
    const { api, clock } = await open({ limits: true });
    for (let index = 0; index < 600; index += 1) {
      const answer = await api.get('/v1/me');
      expect(answer.headers.get('ratelimit-remaining')).toBe(text(599 - index));
    }
    clock.advance(20_000);

    const refused = await api.get('/v1/me');

    expect([refused.status, problem(refused), refused.headers.get('retry-after')]).toEqual([429, 'quota', '40']);
    clock.advance(40_000);
    expect((await api.get('/v1/me')).status).toBe(200);
  });
});
