import { describe, expect, test } from 'vitest';
import { ids, listed, row } from './support.ts';
import { iso, harvest, withProject } from './stages/harvest.ts';

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
