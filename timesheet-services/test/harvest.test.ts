import { describe, expect, test } from 'vitest';
import { ids, listed, row, stage, type Stage } from './support.ts';

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

async function harvest(options: Parameters<typeof stage>[1] = {}): Promise<
  Stage & {
    readonly idOf: (path: string) => Promise<number>;
  }
> {
  const on = await stage('harvest', options);
  return {
    ...on,
    idOf: async (path) => {
      const name = path.split('/').at(-1) ?? '';
      return Number(listed(await on.api.get(path), name)[0]?.['id']);
    },
  };
}
async function withProject(): Promise<
  Awaited<ReturnType<typeof harvest>> & { readonly projectId: number; readonly taskId: number }
> {
  const on = await harvest();
  const client = on.client();
  on.project({ clientId: client.id });
  const task = on.task();
  const tasks = listed(await on.api.get('/v2/tasks'), 'tasks');
  const taskId = Number(tasks.find(({ name }) => name === task.name)?.['id']);
  return { ...on, projectId: await on.idOf('/v2/projects'), taskId };
}

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

describe('time entries', () => {
  test('have the documented fields, with references as objects and times in UTC', async () => {
    const { api, client, project, task, entry, admin } = await harvest();
    const acme = client();
    const website = project({ clientId: acme.id });
    entry({ projectId: website.id, activityId: task().id, hourlyRate: 10_000 });

    const answer = await api.get('/v2/time_entries');

    const [first] = listed(answer, 'time_entries');
    expect(first).toMatchObject({
      spent_date: '2025-03-03',
      user: { name: `${admin.firstName} ${admin.lastName}` },
      client: { name: 'Acme' },
      project: { name: 'Website' },
      task: { name: 'Design' },
      hours: 1.5,
      hours_without_timer: 1.5,
      rounded_hours: 1.5,
      notes: 'wireframes',
      is_locked: false,
      locked_reason: null,
      is_closed: false,
      is_billed: false,
      timer_started_at: null,
      started_time: null,
      ended_time: null,
      is_running: false,
      billable: true,
      billable_rate: 100,
      cost_rate: null,
      external_reference: null,
      invoice: null,
    });
    expect(first?.['created_at']).toMatch(iso);
    expect(first?.['updated_at']).toMatch(iso);
    expect(Number(first?.['id'])).toBeGreaterThan(2 ** 31);
    expect(first).toHaveProperty('user_assignment');
    expect(first).toHaveProperty('task_assignment');
  });

  test('come in an envelope with totals and absolute links', async () => {
    const { api, service, project, task, entry } = await harvest();
    const place = { projectId: project().id, activityId: task().id };
    for (let index = 0; index < 5; index += 1) {
      entry(place);
    }

    const first = row(await api.get('/v2/time_entries?per_page=2'));

    expect(first).toMatchObject({
      per_page: 2,
      total_pages: 3,
      total_entries: 5,
      page: 1,
      next_page: 2,
      previous_page: null,
    });
    const links = first['links'] as Record<string, string | null>;
    const address = new URL(links['first'] ?? '');
    expect(`${address.origin}${address.pathname}`).toBe(`${service.url}/v2/time_entries`);
    expect(Object.fromEntries(address.searchParams)).toEqual({ page: '1', per_page: '2', ref: 'first' });
    expect(links['previous']).toBeNull();
    const last = row(await api.get(String(links['last'])));
    expect(last).toMatchObject({ page: 3, next_page: null });
    expect((last['links'] as Record<string, unknown>)['next']).toBeNull();
  });

  test('following links.next until it is null reads every row once', async () => {
    const { api, project, task, entry } = await harvest();
    const place = { projectId: project().id, activityId: task().id };
    for (let index = 0; index < 7; index += 1) {
      entry({ ...place, description: String(index) });
    }
    const seen: unknown[] = [];
    let next: string | null = '/v2/time_entries?per_page=3';
    let calls = 0;
    while (next !== null) {
      const page = await api.get(next);
      seen.push(...listed(page, 'time_entries').map(({ notes }) => notes));
      next = (row(page)['links'] as Record<string, string | null>)['next'] ?? null;
      calls += 1;
    }

    expect(calls).toBe(3);
    expect(seen.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  test('the page is 2000 rows unless told, and no larger', async () => {
    const { api } = await harvest();

    expect(row(await api.get('/v2/time_entries'))['per_page']).toBe(2000);
    const refused = await api.get('/v2/time_entries?per_page=2001');
    expect(refused.status).toBe(422);
    expect(row(refused)).toMatchObject({ code: 422 });
    expect(typeof row(refused)['message']).toBe('string');
  });

  test('are filtered by change, day, person, client, project, task, billing and reference', async () => {
    const { api, clock, client, project, task, entry, member, store, idOf } = await harvest();
    const acme = client();
    const website = project({ clientId: acme.id });
    const other = project({ name: 'Other' });
    const design = task();
    const early = entry({ projectId: website.id, activityId: design.id, workDate: '2025-03-01', description: 'early' });
    entry({
      projectId: other.id,
      activityId: design.id,
      workDate: '2025-03-04',
      description: 'late',
      isInvoiced: true,
    });
    entry({
      projectId: other.id,
      activityId: design.id,
      personId: member.id,
      workDate: '2025-03-04',
      description: 'theirs',
      externalReference: { id: 'T-1' },
    });
    const notes = async (query: string): Promise<readonly unknown[]> =>
      listed(await api.get(`/v2/time_entries?${query}`), 'time_entries').map((one) => one['notes']);
    const users = listed(await api.get('/v2/users'), 'users');
    const memberId = String(users.find(({ email }) => email === member.email)?.['id']);

    expect(await notes('from=2025-03-02')).toEqual(['theirs', 'late']);
    expect(await notes('to=2025-03-01')).toEqual(['early']);
    expect(await notes(`user_id=${memberId}`)).toEqual(['theirs']);
    expect(await notes(`client_id=${await idOf('/v2/clients')}`)).toEqual(['early']);
    expect(await notes('is_billed=true')).toEqual(['late']);
    expect(await notes('external_reference_id=T-1')).toEqual(['theirs']);
    expect(await notes('is_running=true')).toEqual([]);
    clock.advance(60_000);
    store.entries.update(early.id, { description: 'changed' });
    expect(await notes('updated_since=2025-03-05T12:00:30Z')).toEqual(['changed']);
    expect((await api.get('/v2/time_entries?updated_since=yesterday')).status).toBe(422);
  });

  test('the latest day comes first', async () => {
    const { api, entry, project, task } = await harvest();
    const place = { projectId: project().id, activityId: task().id };
    for (const workDate of ['2025-03-02', '2025-03-04', '2025-03-01']) {
      entry({ ...place, workDate });
    }

    const days = listed(await api.get('/v2/time_entries'), 'time_entries').map((one) => one['spent_date']);

    expect(days).toEqual(['2025-03-04', '2025-03-02', '2025-03-01']);
  });

  test('want a project, a task and a date', async () => {
    const { api, projectId, taskId } = await withProject();
    const whole = { project_id: projectId, task_id: taskId, spent_date: '2025-03-04', hours: 2.25 };

    const made = await api.post('/v2/time_entries', whole);

    expect(made.status).toBe(201);
    expect(row(made)).toMatchObject({ hours: 2.25, spent_date: '2025-03-04', is_running: false });
    for (const name of ['project_id', 'task_id', 'spent_date'] as const) {
      const { [name]: _left, ...rest } = whole;
      expect((await api.post('/v2/time_entries', rest)).status).toBe(422);
    }
    expect((await api.post('/v2/time_entries', { ...whole, project_id: 1 })).status).toBe(422);
    expect((await api.post('/v2/time_entries', { ...whole, spent_date: '2025-02-30' })).status).toBe(422);
  });

  test('a task that is not assigned to the project is refused', async () => {
    const { api, projectId, project, task } = await withProject();
    const elsewhere = task({ name: 'Elsewhere', projectId: project({ name: 'Other' }).id });
    const tasks = listed(await api.get('/v2/tasks'), 'tasks');
    const taskId = tasks.find(({ name }) => name === elsewhere.name)?.['id'];

    const refused = await api.post('/v2/time_entries', {
      project_id: projectId,
      task_id: taskId,
      spent_date: '2025-03-04',
      hours: 1,
    });

    expect(refused.status).toBe(422);
    const assignments = listed(await api.get(`/v2/projects/${projectId}/task_assignments`), 'task_assignments');
    expect(assignments.map((one) => (one['task'] as Record<string, unknown>)['name'])).not.toContain('Elsewhere');
  });

  test('without hours it is a timer, whose hours grow until it is stopped', async () => {
    const { api, clock, projectId, taskId } = await withProject();
    const place = { project_id: projectId, task_id: taskId, spent_date: '2025-03-05' };
    const timer = row(await api.post('/v2/time_entries', place));
    expect(timer).toMatchObject({ is_running: true, hours: 0, timer_started_at: '2025-03-05T12:00:00Z' });

    clock.advance(3_600_000);

    const path = `/v2/time_entries/${String(timer['id'])}`;
    expect(row(await api.get(path))).toMatchObject({
      hours: 1,
      hours_without_timer: 0,
      updated_at: timer['updated_at'],
    });
    expect(row(await api.patch(`${path}/stop`, {}))).toMatchObject({ is_running: false, hours: 1 });
    expect(row(await api.patch(`${path}/restart`, {}))).toMatchObject({ is_running: true });
    const second = row(await api.post('/v2/time_entries', place));
    expect(row(await api.get(path))['is_running']).toBe(false);
    expect(second['is_running']).toBe(true);
  });

  test('a change leaves what was not sent as it is', async () => {
    const { api, projectId, taskId } = await withProject();
    const place = { project_id: projectId, task_id: taskId, spent_date: '2025-03-04', hours: 2, notes: 'draft' };
    const made = row(await api.post('/v2/time_entries', place));

    const changed = await api.patch(`/v2/time_entries/${String(made['id'])}`, { hours: 3 });

    expect(changed.status).toBe(200);
    expect(row(changed)).toMatchObject({ hours: 3, notes: 'draft', spent_date: '2025-03-04' });
  });

  test('approved and invoiced ones refuse changes; only an administrator may delete them', async () => {
    const { api, as, member, entry, project, task } = await harvest();
    const place = { projectId: project().id, activityId: task().id, personId: member.id };
    entry({ ...place, isApproved: true });
    entry({ ...place, isApproved: true, isInvoiced: true });
    const list = listed(await api.get('/v2/time_entries'), 'time_entries');

    expect(list.map((one) => [one['is_locked'], one['is_closed'], one['is_billed']])).toEqual([
      [true, true, true],
      [true, true, false],
    ]);
    for (const id of ids(list)) {
      expect((await api.patch(`/v2/time_entries/${String(id)}`, { hours: 1 })).status).toBe(422);
      expect((await as(member).delete(`/v2/time_entries/${String(id)}`)).status).toBe(422);
      expect((await api.delete(`/v2/time_entries/${String(id)}`)).status).toBe(200);
    }
  });

  test('a deleted one is gone without a trace', async () => {
    const { api, projectId, taskId } = await withProject();
    const place = { project_id: projectId, task_id: taskId, spent_date: '2025-03-04', hours: 2 };
    const made = row(await api.post('/v2/time_entries', place));
    const path = `/v2/time_entries/${String(made['id'])}`;

    expect((await api.delete(path)).status).toBe(200);

    const missing = await api.get(path);
    expect(missing.status).toBe(404);
    expect(row(missing)).toMatchObject({ code: 404 });
    expect(listed(await api.get('/v2/time_entries?updated_since=2020-01-01T00:00:00Z'), 'time_entries')).toEqual([]);
  });

  test('an account that tracks clock times wants those and refuses hours', async () => {
    const { api, store, projectId, taskId } = await withProject();
    store.settings = { ...store.settings, harvestTimestampTimers: true };
    const place = { project_id: projectId, task_id: taskId, spent_date: '2025-03-04' };

    expect(row(await api.get('/v2/company'))['wants_timestamp_timers']).toBe(true);
    expect((await api.post('/v2/time_entries', { ...place, hours: 1 })).status).toBe(422);
    const made = await api.post('/v2/time_entries', { ...place, started_time: '8:00am', ended_time: '9:30am' });
    expect(row(made)).toMatchObject({ hours: 1.5, started_time: '8:00am', ended_time: '9:30am' });
    store.settings = { ...store.settings, harvestClock: '24h' };
    const late = await api.post('/v2/time_entries', { ...place, started_time: '13:00', ended_time: '14:15' });
    expect(row(late)).toMatchObject({ hours: 1.25, started_time: '13:00', ended_time: '14:15' });
  });

  test('an account that tracks hours refuses clock times', async () => {
    const { api, projectId, taskId } = await withProject();
    const place = { project_id: projectId, task_id: taskId, spent_date: '2025-03-04' };

    expect(row(await api.get('/v2/company'))['wants_timestamp_timers']).toBe(false);
    expect((await api.post('/v2/time_entries', { ...place, started_time: '8:00am' })).status).toBe(422);
  });

  test('keep the reference of another system', async () => {
    const { api, projectId, taskId } = await withProject();
    const reference = { id: 'SF-1', group_id: 'G', account_id: 'A', permalink: 'https://example.com/1', service: 'sf' };

    const made = await api.post('/v2/time_entries', {
      project_id: projectId,
      task_id: taskId,
      spent_date: '2025-03-04',
      hours: 1,
      external_reference: reference,
    });

    expect(row(made)['external_reference']).toEqual(reference);
    expect(listed(await api.get('/v2/time_entries?external_reference_id=SF-1'), 'time_entries')).toHaveLength(1);
  });

  test('rounded hours are not the hours', async () => {
    const { api, entry, project, task } = await harvest();
    entry({ projectId: project().id, activityId: task().id, seconds: 3780 });

    expect(listed(await api.get('/v2/time_entries'), 'time_entries')[0]).toMatchObject({
      hours: 1.05,
      rounded_hours: 1.25,
    });
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
