import { describe, expect, test } from 'vitest';
import { ids, listed, row } from './support.ts';
import { ENTRIES, utc, withProject, make } from './stages/redmine.ts';

describe('who may call', () => {
  test('a wrong key is no error: 200 with an empty list, and only the identity tells', async () => {
    const { api, entry, projectId } = await withProject();
    entry({ projectId });
    const wrong = { 'X-Redmine-API-Key': 'f'.repeat(40) };

    const list = await api.get(ENTRIES, { only: wrong });

    expect(list.status).toBe(200);
    expect(row(list)).toEqual({ time_entries: [], total_count: 0, offset: 0, limit: 25 });
    expect((await api.get(ENTRIES, { only: {} })).status).toBe(200);
    const identity = await api.get('/users/current.json', { only: wrong });
    expect(identity.status).toBe(401);
    expect(identity.text).toBe('');
    expect(listed(await api.get(ENTRIES), 'time_entries')).toHaveLength(1);
  });

  test('where login is required, a wrong key is 401', async () => {
    const { api, store } = await withProject();
    store.settings = { ...store.settings, redmineLoginRequired: true };

    expect((await api.get(ENTRIES, { only: { 'X-Redmine-API-Key': 'wrong' } })).status).toBe(401);
    expect((await api.get(ENTRIES)).status).toBe(200);
  });

  test('with the REST API switched off everything is 403 with an empty body', async () => {
    const { api, store } = await withProject();
    store.settings = { ...store.settings, redmineRestEnabled: false };

    for (const path of [ENTRIES, '/users/current.json', '/projects.json']) {
      const refused = await api.get(path);
      expect([refused.status, refused.text]).toEqual([403, '']);
    }
  });

  test('the key is 40 hex digits and also goes as user name or in the address', async () => {
    const { api, service, admin } = await withProject();
    const { secret } = service.credential;
    expect(secret).toMatch(/^[0-9a-f]{40}$/);
    const basic = { Authorization: `Basic ${Buffer.from(`${secret}:x`).toString('base64')}` };

    for (const answer of [
      await api.get('/users/current.json', { only: basic }),
      await api.get(`/users/current.json?key=${secret}`, { only: {} }),
    ]) {
      expect(row(answer)['user']).toMatchObject({ mail: admin.email, admin: true });
    }
  });

  test('an administrator may act as somebody else, anybody else may not', async () => {
    const { api, as, admin, member } = await withProject();
    const login = member.email.split('@')[0] ?? '';

    const switched = await api.get('/users/current.json', { headers: { 'X-Redmine-Switch-User': login } });
    expect(row(switched)['user']).toMatchObject({ login });
    const adminLogin = admin.email.split('@')[0] ?? '';
    const tried = await as(member).get('/users/current.json', { headers: { 'X-Redmine-Switch-User': adminLogin } });
    expect(row(tried)['user']).toMatchObject({ login });
  });
});

describe('time entries', () => {
  test('have the documented fields; what there is none of is absent', async () => {
    const on = await withProject();

    const plain = await make(on, on.place);

    expect(plain).toMatchObject({
      project: { id: on.place.project_id, name: 'Website' },
      user: { id: on.admin.id, name: `${on.admin.firstName} ${on.admin.lastName}` },
      activity: { id: on.place.activity_id, name: 'Development' },
      hours: 1.25,
      spent_on: '2025-03-01',
    });
    expect(plain['created_on']).toMatch(utc);
    expect(plain['updated_on']).toMatch(utc);
    for (const name of ['issue', 'comments', 'custom_fields']) {
      expect(plain).not.toHaveProperty(name);
    }
    const issue = on.task({ projectId: on.place.project_id, name: 'Bug 9' });
    const whole = await make(on, {
      ...on.place,
      issue_id: issue.id,
      comments: 'wireframes',
      custom_fields: [{ id: 3, value: 'x' }],
    });
    expect(whole).toMatchObject({
      issue: { id: issue.id },
      comments: 'wireframes',
      custom_fields: [{ id: 3, value: 'x' }],
    });
  });

  test('an issue stands in for the project', async () => {
    const on = await withProject();
    const issue = on.task({ projectId: on.place.project_id, name: 'Bug 9' });
    const { project_id: _project, ...rest } = on.place;

    expect(await make(on, { ...rest, issue_id: issue.id })).toMatchObject({ project: { id: on.place.project_id } });
  });

  test('25 at a time unless told, at most 100 whatever is asked, with the total in the body', async () => {
    const { api, entry, projectId } = await withProject();
    for (let index = 0; index < 120; index += 1) {
      entry({ projectId });
    }

    expect(row(await api.get(ENTRIES))).toMatchObject({ total_count: 120, offset: 0, limit: 25 });
    const large = await api.get(`${ENTRIES}?limit=500`);
    expect(row(large)).toMatchObject({ total_count: 120, limit: 100 });
    expect(listed(large, 'time_entries')).toHaveLength(100);
    const rest = await api.get(`${ENTRIES}?limit=100&offset=100`);
    expect(listed(rest, 'time_entries')).toHaveLength(20);
    const beyond = await api.get(`${ENTRIES}?offset=1000`);
    expect(beyond.status).toBe(200);
    expect(row(beyond)).toEqual({ time_entries: [], total_count: 120, offset: 1000, limit: 25 });
    expect(Object.keys(row(await api.get(`${ENTRIES}?nometa=1`)))).toEqual(['time_entries']);
  });

  test('unknown filters and sort orders and unreadable days are ignored without a word', async () => {
    const { api, entry, projectId } = await withProject();
    entry({ projectId });
    entry({ projectId });

    for (const query of [
      'updated_on=%3E%3D2099-01-01',
      'f%5B%5D=updated_on&op%5Bupdated_on%5D=%3E%3D',
      'sort=updated_on:desc',
      'from=2025-99-99',
    ]) {
      const answer = await api.get(`${ENTRIES}?${query}`);
      expect([answer.status, listed(answer, 'time_entries').length]).toEqual([200, 2]);
    }
  });

  test('are filtered by days, project, person, issue and activity, and sorted by creation', async () => {
    const { api, entry, projectId, project, member, task, clock } = await withProject();
    const other = project({ name: 'Other' });
    const travel = task({ name: 'Travel' });
    const first = entry({ projectId, workDate: '2025-03-01' });
    clock.advance(1000);
    const second = entry({ projectId: other.id, workDate: '2025-03-02', activityId: travel.id });
    clock.advance(1000);
    const third = entry({ projectId, workDate: '2025-02-01', personId: member.id });
    const found = async (query: string): Promise<readonly unknown[]> =>
      ids(listed(await api.get(`${ENTRIES}?${query}`), 'time_entries'));

    expect(await found('from=2025-03-01&to=2025-03-01')).toEqual([first.id]);
    expect(await found('from=2025-03-01')).toEqual([second.id, first.id]);
    expect(await found('spent_on=%3E%3C2025-03-01%7C2025-03-02')).toEqual([second.id, first.id]);
    expect(await found(`project_id=${other.id}`)).toEqual([second.id]);
    expect(await found(`user_id=${member.id}`)).toEqual([third.id]);
    expect(await found('user_id=me')).toEqual([second.id, first.id]);
    expect(await found(`activity_id=${travel.id}`)).toEqual([second.id]);
    expect(await found('sort=created_on:desc')).toEqual([third.id, second.id, first.id]);
  });

  test.each([
    [1.25, 1.25],
    ['2:30', 2.5],
    ['7,5', 7.5],
    [0.333333, 0.33],
    ['1.5', 1.5],
  ])('hours of %s are answered as %s', async (sent, answered) => {
    const on = await withProject();

    expect((await make(on, { ...on.place, hours: sent }))['hours']).toBe(answered);
  });

  test('POST answers 201, PUT and DELETE 204 without a body', async () => {
    const on = await withProject();
    const created = await on.api.post(ENTRIES, { time_entry: { ...on.place, comments: 'kept' } });
    expect(created.status).toBe(201);
    const id = String((row(created)['time_entry'] as Record<string, unknown>)['id']);

    const changed = await on.api.put(`/time_entries/${id}.json`, { time_entry: { hours: 2 } });

    expect([changed.status, changed.text]).toEqual([204, '']);
    expect(row(await on.api.get(`/time_entries/${id}.json`))['time_entry']).toMatchObject({
      hours: 2,
      comments: 'kept',
      spent_on: '2025-03-01',
    });
    const deleted = await on.api.delete(`/time_entries/${id}.json`);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await on.api.get(`/time_entries/${id}.json`)).status).toBe(404);
  });

  test('what is wrong is said in sentences without the names of fields', async () => {
    const on = await withProject();

    const refused = await on.api.post(ENTRIES, { time_entry: { ...on.place, hours: 'many', activity_id: 999_999 } });

    expect(refused.status).toBe(422);
    expect(row(refused)['errors']).toEqual(['Activity is invalid', 'Hours is invalid']);
  });

  test('an activity is wanted unless one is the default', async () => {
    const on = await withProject();
    const { activity_id: _activity, ...rest } = on.place;

    const refused = await on.api.post(ENTRIES, { time_entry: rest });
    expect(row(refused)['errors']).toEqual(['Activity cannot be blank']);
    on.store.settings = { ...on.store.settings, redmineHasDefaultActivity: true };
    expect(await make(on, rest)).toMatchObject({ activity: { id: on.place.activity_id } });
    const activities = listed(await on.api.get('/enumerations/time_entry_activities.json'), 'time_entry_activities');
    expect(activities[0]).toMatchObject({ name: 'Development', is_default: true });
  });

  test('400 and 404 have empty bodies', async () => {
    const { api } = await withProject();

    const broken = await api.call('POST', ENTRIES, { raw: '{"time_entry":' });
    expect([broken.status, broken.text]).toEqual([400, '']);
    const missing = await api.get('/time_entries/999999.json');
    expect([missing.status, missing.text]).toEqual([404, '']);
    const unknown = await api.get('/nothing.json');
    expect([unknown.status, unknown.text]).toEqual([404, '']);
  });

  test('only an administrator logs time for others', async () => {
    const on = await withProject();

    expect(await make(on, { ...on.place, user_id: on.member.id })).toMatchObject({ user: { id: on.member.id } });
    const refused = await on.as(on.member).post(ENTRIES, { time_entry: { ...on.place, user_id: on.admin.id } });
    expect([refused.status, row(refused)['errors']]).toEqual([422, ['User is invalid']]);
  });
});
