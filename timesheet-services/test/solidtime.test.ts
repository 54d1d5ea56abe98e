import { describe, expect, test } from 'vitest';
import { listed, row, stage, type Stage } from './support.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
type Row = Readonly<Record<string, unknown>>;
const data = (reply: Parameters<typeof row>[0]): Row => row(reply)['data'] as Row;
const text = (value: unknown): string => String(value);

async function solidtime(
  options: Parameters<typeof stage>[1] = {},
): Promise<
  Stage & { readonly base: string; readonly entries: string; readonly memberIdOf: (email: string) => Promise<string> }
> {
  const on = await stage('solidtime', options);
  const base = `/api/v1/organizations/${on.service.credential.tenant ?? ''}`;
  const memberIdOf = async (email: string): Promise<string> =>
    text(listed(await on.api.get(`${base}/members`), 'data').find((one) => one['email'] === email)?.['id']);
  return { ...on, base, entries: `${base}/time-entries`, memberIdOf };
}
const START = '2025-03-03T08:00:00Z';
const END = '2025-03-03T09:30:00Z';

describe('who may call', () => {
  test('a bearer JWT, good for twelve months', async () => {
    const { api, service, clock, admin } = await solidtime();
    expect(service.credential.secret.split('.')).toHaveLength(3);

    expect(data(await api.get('/api/v1/users/me'))).toMatchObject({ email: admin.email });
    const refused = await api.get('/api/v1/users/me', { only: { Authorization: 'Bearer a.b.c' } });
    expect([refused.status, refused.body]).toEqual([401, { message: 'Unauthenticated.' }]);
    clock.advance(366 * 86_400_000);
    expect((await api.get('/api/v1/users/me')).status).toBe(401);
  });

  test('memberships tell the organization and the member id', async () => {
    const { api, service, memberIdOf, admin } = await solidtime();

    const [membership] = listed(await api.get('/api/v1/users/me/memberships'), 'data');

    expect(membership).toMatchObject({ organization: { id: service.credential.tenant } });
    expect(membership?.['id']).toBe(await memberIdOf(admin.email));
  });

  test('another organization is not found', async () => {
    const { api } = await solidtime();

    expect((await api.get('/api/v1/organizations/00000000-0000-4000-8000-000000000000/clients')).status).toBe(404);
  });
});

describe('time entries', () => {
  test('have the documented fields and no member, client or change time', async () => {
    const { api, entries, memberIdOf, admin, project, base } = await solidtime();
    project();
    const projectId = listed(await api.get(`${base}/projects`), 'data')[0]?.['id'];

    const made = await api.post(entries, {
      member_id: await memberIdOf(admin.email),
      start: START,
      end: END,
      billable: true,
      description: 'wireframes',
      project_id: projectId,
    });

    expect(made.status).toBe(201);
    expect(data(made)).toEqual({
      id: expect.stringMatching(UUID) as string,
      start: START,
      end: END,
      duration: 5400,
      description: 'wireframes',
      task_id: null,
      project_id: projectId,
      organization_id: expect.stringMatching(UUID) as string,
      user_id: expect.stringMatching(UUID) as string,
      tags: [],
      billable: true,
    });
  });

  test('a user is not a member: their ids differ, and members hold both', async () => {
    const { api, base, memberIdOf, admin, entries } = await solidtime();
    const members = listed(await api.get(`${base}/members`), 'data');
    const own = members.find(({ email }) => email === admin.email);
    expect(own?.['id']).not.toBe(own?.['user_id']);

    const made = data(
      await api.post(entries, { member_id: await memberIdOf(admin.email), start: START, end: END, billable: false }),
    );
    expect(made['user_id']).toBe(own?.['user_id']);

    const refused = await api.post(entries, { member_id: own?.['user_id'], start: START, end: END, billable: false });
    expect(refused.status).toBe(422);
  });

  test('member, start and billable are wanted, and errors stand with their fields', async () => {
    const { api, entries } = await solidtime();

    const refused = await api.post(entries, {});

    expect(refused.status).toBe(422);
    expect(Object.keys(row(refused)['errors'] as object).sort()).toEqual(['billable', 'member_id', 'start']);
    expect(text(row(refused)['message'])).toContain('and 2 more errors');
  });

  test.each(['2025-03-03T08:00:00.000Z', '2025-03-03T08:00:00+00:00', '2025-03-03 08:00:00', '2025-03-03'])(
    '%s is not the one format of moments',
    async (start) => {
      const { api, entries, memberIdOf, admin } = await solidtime();

      const refused = await api.post(entries, {
        member_id: await memberIdOf(admin.email),
        start,
        end: END,
        billable: true,
      });

      expect(refused.status).toBe(422);
      expect(row(refused)['errors']).toHaveProperty('start');
      expect((await api.get(`${entries}?start=${encodeURIComponent(start)}`)).status).toBe(422);
    },
  );

  test('are cut by limit and offset, a hundred unless told, five hundred at most, newest first', async () => {
    const { api, entries, entry } = await solidtime();
    for (let index = 0; index < 120; index += 1) {
      const startedAt = Date.parse(START) + index * 60_000;
      entry({ startedAt, endedAt: startedAt + 60_000, seconds: 60 });
    }

    const first = await api.get(entries);

    expect(listed(first, 'data')).toHaveLength(100);
    expect(row(first)['meta']).toEqual({ total: 120 });
    const starts = listed(first, 'data').map((one) => text(one['start']));
    expect(starts).toEqual(starts.toSorted().toReversed());
    expect(listed(await api.get(`${entries}?limit=50&offset=100`), 'data')).toHaveLength(20);
    expect((await api.get(`${entries}?limit=501`)).status).toBe(422);
    expect((await api.get(`${entries}?limit=0`)).status).toBe(422);
  });

  test('windows look at the start', async () => {
    const { api, entries, entry } = await solidtime();
    entry();

    const count = async (query: string): Promise<number> => listed(await api.get(`${entries}?${query}`), 'data').length;

    expect(await count(`start=${START}`)).toBe(1);
    expect(await count('start=2025-03-03T08:00:01Z')).toBe(0);
    expect(await count(`end=${START}`)).toBe(1);
    expect(await count('end=2025-03-03T07:59:59Z')).toBe(0);
  });

  test('a single one cannot be read', async () => {
    const { api, entries, entry } = await solidtime();
    entry();
    const id = listed(await api.get(entries), 'data')[0]?.['id'];

    expect((await api.get(`${entries}/${text(id)}`)).status).toBe(404);
  });

  test('PUT takes a part of the fields, DELETE answers 204', async () => {
    const { api, entries, entry } = await solidtime();
    entry();
    const id = text(listed(await api.get(entries), 'data')[0]?.['id']);

    const changed = await api.put(`${entries}/${id}`, { description: 'changed' });

    expect(changed.status).toBe(200);
    expect(data(changed)).toMatchObject({ description: 'changed', start: START, end: END, billable: true });
    expect(data(await api.put(`${entries}/${id}`, { end: '2025-03-03T10:00:00Z' }))).toMatchObject({ duration: 7200 });
    const deleted = await api.delete(`${entries}/${id}`);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await api.put(`${entries}/${id}`, {})).status).toBe(404);
    expect(row(await api.get(entries))['meta']).toEqual({ total: 0 });
  });

  test('many are changed and deleted at once, with those that failed told apart', async () => {
    const { api, entries, entry } = await solidtime();
    entry();
    entry();
    const ids = listed(await api.get(entries), 'data').map(({ id }) => text(id));
    const missing = '00000000-0000-4000-8000-000000000000';

    const changed = await api.patch(entries, { ids: [...ids, missing], changes: { billable: false } });

    expect([changed.status, changed.body]).toEqual([200, { success: ids, error: [missing] }]);
    expect(listed(await api.get(entries), 'data').map(({ billable }) => billable)).toEqual([false, false]);
    const deleted = await api.call('DELETE', entries, { body: { ids } });
    expect(deleted.body).toEqual({ success: ids, error: [] });
  });

  test('without an end one runs, and only one', async () => {
    const { api, entries, memberIdOf, admin } = await solidtime();
    const timer = { member_id: await memberIdOf(admin.email), start: '2025-03-05T11:00:00Z', billable: true };

    const made = await api.post(entries, timer);

    expect(data(made)).toMatchObject({ end: null, duration: null });
    const refused = await api.post(entries, timer);
    expect([refused.status, refused.body]).toEqual([
      400,
      { error: true, key: 'time_entry_still_running', message: 'Time entry is still running' },
    ]);
    const path = `${entries}/${text(data(made)['id'])}`;
    expect(data(await api.put(path, { end: '2025-03-05T12:00:00Z' }))).toMatchObject({ duration: 3600 });
    expect(row(await api.put(path, { end: null }))['key']).toBe('time_entry_can_not_be_restarted');
  });

  test('an organization may forbid overlaps', async () => {
    const { api, entries, memberIdOf, admin, store } = await solidtime();
    const sent = { member_id: await memberIdOf(admin.email), start: START, end: END, billable: true };
    await api.post(entries, sent);
    expect((await api.post(entries, sent)).status).toBe(201);
    store.settings = { ...store.settings, solidtimeForbidsOverlaps: true };

    const refused = await api.post(entries, sent);

    expect([refused.status, row(refused)['key']]).toEqual([400, 'overlapping_time_entry']);
  });

  test('whoever is no administrator reads their own, and must say so', async () => {
    const { as, member, entries, entry, memberIdOf } = await solidtime();
    entry();
    entry({ personId: member.id, description: 'mine' });

    expect((await as(member).get(entries)).status).toBe(403);
    const own = listed(await as(member).get(`${entries}?member_id=${await memberIdOf(member.email)}`), 'data');
    expect(own.map(({ description }) => description)).toEqual(['mine']);
  });
});

describe('clients, projects, tasks and members', () => {
  test('come fifteen at a time whatever is asked, with links and counts', async () => {
    const { api, base, client, service } = await solidtime();
    for (let index = 10; index < 42; index += 1) {
      client({ name: `Client ${index}` });
    }

    const first = row(await api.get(`${base}/clients?per_page=100&limit=100`));

    expect(first['data']).toHaveLength(15);
    expect(first['meta']).toMatchObject({ current_page: 1, last_page: 3, per_page: 15, total: 32, from: 1, to: 15 });
    const links = first['links'] as Record<string, string>;
    expect(links['next']).toContain(`${service.url}${base}/clients?`);
    const third = row(await api.get(`${base}/clients?page=3`));
    expect(third['data']).toHaveLength(2);
    expect(third['links']).toMatchObject({ next: null });
  });

  test('archived ones are hidden unless asked for', async () => {
    const { api, base, client } = await solidtime();
    client({ name: 'Open' });
    client({ name: 'Put away', isArchived: true });
    const names = async (query: string): Promise<readonly unknown[]> =>
      listed(await api.get(`${base}/clients${query}`), 'data').map(({ name }) => name);

    expect(await names('')).toEqual(['Open']);
    expect(await names('?archived=true')).toEqual(['Put away']);
    expect(await names('?archived=all')).toEqual(['Open', 'Put away']);
  });

  test('clients tell when they changed, projects and members do not', async () => {
    const { api, base, client, project, task } = await solidtime();
    client();
    task({ projectId: project().id });
    const names = async (what: string): Promise<readonly string[]> =>
      Object.keys(listed(await api.get(`${base}/${what}`), 'data')[0] ?? {});

    expect(await names('clients')).toEqual(['id', 'name', 'is_archived', 'created_at', 'updated_at']);
    expect(await names('tasks')).toContain('updated_at');
    expect(await names('projects')).toEqual([
      'id',
      'name',
      'color',
      'client_id',
      'is_archived',
      'billable_rate',
      'is_billable',
      'estimated_time',
      'spent_time',
      'is_public',
    ]);
    expect(await names('members')).toEqual([
      'id',
      'user_id',
      'name',
      'email',
      'role',
      'is_placeholder',
      'billable_rate',
    ]);
  });

  test('a project wants name, color, billable and a client that may be null', async () => {
    const { api, base } = await solidtime();
    const whole = { name: 'Website', color: '#06aaf5', is_billable: true, client_id: null };

    const made = await api.post(`${base}/projects`, { ...whole, billable_rate: 10_000 });

    expect(made.status).toBe(201);
    expect(data(made)).toMatchObject({ name: 'Website', client_id: null, billable_rate: 10_000, spent_time: 0 });
    for (const name of Object.keys(whole) as (keyof typeof whole)[]) {
      const { [name]: _left, ...rest } = whole;
      const refused = await api.post(`${base}/projects`, rest);
      expect([refused.status, Object.keys(row(refused)['errors'] as object)]).toEqual([422, [name]]);
    }
    expect(data(await api.get(`${base}/projects/${text(data(made)['id'])}`))).toMatchObject({ name: 'Website' });
  });

  test('what is in use stays', async () => {
    const { api, base, client, project, entry } = await solidtime();
    const acme = client();
    const website = project({ clientId: acme.id });
    entry({ projectId: website.id });
    const idOf = async (what: string): Promise<string> =>
      text(listed(await api.get(`${base}/${what}`), 'data')[0]?.['id']);

    for (const what of ['clients', 'projects']) {
      const refused = await api.delete(`${base}/${what}/${await idOf(what)}`);
      expect([refused.status, row(refused)['key']]).toEqual([400, 'entity_still_in_use']);
    }
  });

  test('a single client cannot be read', async () => {
    const { api, base, client } = await solidtime();
    client();
    const id = text(listed(await api.get(`${base}/clients`), 'data')[0]?.['id']);

    expect((await api.get(`${base}/clients/${id}`)).status).toBe(404);
    expect(data(await api.put(`${base}/clients/${id}`, { name: 'Acme Inc' }))).toMatchObject({ name: 'Acme Inc' });
  });
});

describe('limits', () => {
  test('two hundred requests a minute and user, counted in headers', async () => {
    const { api, as, member, clock } = await solidtime({ limits: true });
    for (let index = 0; index < 200; index += 1) {
      const answer = await api.get('/api/v1/users/me');
      expect(answer.headers.get('x-ratelimit-remaining')).toBe(String(199 - index));
    }

    const refused = await api.get('/api/v1/users/me');

    expect([refused.status, refused.body]).toEqual([429, { message: 'Too Many Attempts.' }]);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(clock.now() / 1000 + 60));
    expect((await as(member).get('/api/v1/users/me')).status).toBe(200);
    clock.advance(60_000);
    expect((await api.get('/api/v1/users/me')).status).toBe(200);
  });
});
