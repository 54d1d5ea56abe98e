import { describe, expect, test } from 'vitest';
import { listed, row } from './support.ts';
import { harvest, withProject } from './stages/harvest.ts';

describe('who may call', () => {
  test('the token, the account and a user agent are wanted on every call', async () => {
    const { api, service } = await harvest();
    const { headers } = service.credential;

    expect((await api.get('/v2/users/me')).status).toBe(200);
    expect((await api.get('/v2/users/me', { only: { ...headers, 'User-Agent': '' } })).status).toBe(400);
    const { Authorization: _token, ...anonymous } = headers;
    const refused = await api.get('/v2/users/me', { only: anonymous });
    expect(refused.status).toBe(401);
    expect(Object.keys(row(refused)).sort()).toEqual(['error', 'error_description']);
    expect((await api.get('/v2/users/me', { headers: { Authorization: 'Bearer wrong' } })).status).toBe(401);
    expect((await api.get('/v2/users/me', { headers: { 'Harvest-Account-Id': '1' } })).status).toBe(401);
  });

  test('a token tells its accounts without naming one', async () => {
    const { api, service } = await harvest();
    const { headers, tenant } = service.credential;

    const accounts = await api.get('/api/v2/accounts', { only: { Authorization: headers['Authorization'] ?? '' } });

    expect(accounts.status).toBe(200);
    expect(String(listed(accounts, 'accounts')[0]?.['id'])).toBe(tenant);
  });

  test('whoever is no administrator sees their own entries and not the list of users', async () => {
    const { as, member, entry, project, task } = await harvest();
    const place = { projectId: project().id, activityId: task().id };
    entry(place);
    entry({ ...place, personId: member.id, description: 'mine' });

    const own = listed(await as(member).get('/v2/time_entries'), 'time_entries');

    expect(own.map(({ notes }) => notes)).toEqual(['mine']);
    expect((await as(member).get('/v2/users')).status).toBe(403);
  });
});

describe('clients, projects, users and tasks', () => {
  test('walk by cursor, with page numbers null in the middle', async () => {
    const { api, client } = await harvest();
    for (let index = 0; index < 5; index += 1) {
      client({ name: `Client ${index}` });
    }
    const first = await api.get('/v2/clients?per_page=2');
    expect(row(first)).toMatchObject({ page: 1, total_entries: 5 });
    const names = listed(first, 'clients').map(({ name }) => name);
    const links = row(first)['links'] as Record<string, string>;

    const second = await api.get(links['next'] ?? '');
    expect(row(second)).toMatchObject({ page: null, next_page: null, previous_page: null });
    names.push(...listed(second, 'clients').map(({ name }) => name));
    const third = await api.get((row(second)['links'] as Record<string, string>)['next'] ?? '');
    names.push(...listed(third, 'clients').map(({ name }) => name));

    expect(row(third)['links']).toMatchObject({ next: null });
    expect(names.toSorted()).toEqual([0, 1, 2, 3, 4].map((index) => `Client ${index}`));
  });

  test('still take a page number', async () => {
    const { api, client } = await harvest();
    client();
    client({ name: 'Beta' });

    expect(row(await api.get('/v2/clients?per_page=1&page=2'))).toMatchObject({
      page: 2,
      previous_page: 1,
      next_page: null,
    });
  });

  test('clients have the documented fields and are created, changed in part and deleted', async () => {
    const { api, project, store } = await harvest();

    const made = await api.post('/v2/clients', { name: 'Acme', currency: 'EUR' });
    expect(made.status).toBe(201);
    expect(Object.keys(row(made))).toEqual(
      expect.arrayContaining(['id', 'name', 'is_active', 'address', 'currency', 'created_at', 'updated_at']),
    );
    const path = `/v2/clients/${String(row(made)['id'])}`;
    expect(row(await api.patch(path, { address: '1 Main Street' }))).toMatchObject({ name: 'Acme', currency: 'EUR' });
    expect(row(await api.patch(path, { is_active: false }))).toMatchObject({
      address: '1 Main Street',
      is_active: false,
    });
    expect((await api.post('/v2/clients', { name: '' })).status).toBe(422);
    const own = project({ clientId: store.clients.all()[0]!.id });
    expect((await api.delete(path)).status).toBe(422);
    store.deleteProject(own.id);
    expect((await api.delete(path)).status).toBe(200);
    expect((await api.get(path)).status).toBe(404);
  });

  test('projects name their client and want five fields when created', async () => {
    const { api, client, idOf } = await harvest();
    client();
    const whole = {
      client_id: await idOf('/v2/clients'),
      name: 'Website',
      is_billable: true,
      bill_by: 'Project',
      budget_by: 'project',
    };

    const made = await api.post('/v2/projects', { ...whole, budget: 40, starts_on: '2025-03-01', code: 'W1' });

    expect(made.status).toBe(201);
    expect(row(made)).toMatchObject({
      name: 'Website',
      code: 'W1',
      is_active: true,
      is_billable: true,
      budget: 40,
      starts_on: '2025-03-01',
      ends_on: null,
      client: { name: 'Acme', currency: 'USD' },
    });
    for (const name of Object.keys(whole) as (keyof typeof whole)[]) {
      const { [name]: _left, ...rest } = whole;
      expect((await api.post('/v2/projects', rest)).status).toBe(422);
    }
  });

  test('deleting a project deletes its entries', async () => {
    const { api, projectId, store, entry, task } = await withProject();
    entry({ projectId: store.projects.all()[0]!.id, activityId: task().id });

    expect((await api.delete(`/v2/projects/${projectId}`)).status).toBe(200);

    expect(row(await api.get('/v2/time_entries'))['total_entries']).toBe(0);
  });

  test('users have a zone in words, a capacity in seconds and roles', async () => {
    const { api, admin } = await harvest();

    const me = row(await api.get('/v2/users/me'));

    expect(me).toMatchObject({
      first_name: admin.firstName,
      last_name: admin.lastName,
      email: admin.email,
      timezone: 'Eastern Time (US & Canada)',
      is_active: true,
      weekly_capacity: 144_000,
      access_roles: ['administrator'],
    });
  });

  test('a user with time cannot be deleted', async () => {
    const { api, member, entry } = await harvest();
    const users = listed(await api.get('/v2/users'), 'users');
    const id = String(users.find(({ email }) => email === member.email)?.['id']);
    const own = entry({ personId: member.id });
    expect((await api.delete(`/v2/users/${id}`)).status).toBe(422);
    expect(own.personId).toBe(member.id);
  });

  test('changes since a moment include what was archived', async () => {
    const { api, clock, client, store } = await harvest();
    const old = client();
    client({ name: 'Untouched' });
    clock.advance(10_000);
    store.clients.update(old.id, { isArchived: true });

    const changed = listed(await api.get('/v2/clients?updated_since=2025-03-05T12:00:05Z'), 'clients');

    expect(changed.map((one) => [one['name'], one['is_active']])).toEqual([['Acme', false]]);
    expect(listed(await api.get('/v2/clients?is_active=true'), 'clients').map(({ name }) => name)).toEqual([
      'Untouched',
    ]);
  });
});

describe('limits and errors', () => {
  test('a hundred requests in fifteen seconds, then 429 with the seconds to wait', async () => {
    const { api, clock } = await harvest({ limits: true });
    for (let index = 0; index < 100; index += 1) {
      expect((await api.get('/v2/company')).status).toBe(200);
    }
    clock.advance(5000);

    const refused = await api.get('/v2/company');

    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('10');
    clock.advance(10_000);
    expect((await api.get('/v2/company')).status).toBe(200);
  });

  test('an unknown path and a broken body are told in the same form', async () => {
    const { api } = await harvest();

    expect(row(await api.get('/v2/nothing'))).toMatchObject({ code: 404 });
    const broken = await api.call('POST', '/v2/clients', { raw: '{"name":' });
    expect(broken.status).toBe(400);
    expect(row(broken)).toMatchObject({ code: 400 });
  });

  test('a form is taken as well as JSON', async () => {
    const { api } = await harvest();

    const made = await api.call('POST', '/v2/clients', {
      raw: 'name=Form+Inc&is_active=false',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });

    expect(row(made)).toMatchObject({ name: 'Form Inc', is_active: false });
  });
});
