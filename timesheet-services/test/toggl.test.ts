import { describe, expect, test } from 'vitest';
import { row, rows, type Reply } from './support.ts';
import { OWN, seconds, toggl, sent, projectIdOf } from './stages/toggl.ts';

describe('who may call', () => {
  test('the token with the word api_token, or e-mail and password', async () => {
    const { api, service, admin } = await toggl();
    const basic = (text: string): { readonly only: Readonly<Record<string, string>> } => ({
      only: { Authorization: `Basic ${Buffer.from(text).toString('base64')}` },
    });

    expect(row(await api.get('/api/v9/me', basic(`${service.credential.secret}:api_token`)))['email']).toBe(
      admin.email,
    );
    for (const wrong of ['wrong:api_token', `${admin.email}:wrong`, `${service.credential.secret}:x`]) {
      expect((await api.get('/api/v9/me', basic(wrong))).status).toBe(403);
    }
    expect((await api.get('/api/v9/me', { only: { Authorization: 'Bearer x' } })).status).toBe(403);
  });

  test('errors are plain JSON texts', async () => {
    const { api } = await toggl();

    const refused = await api.get('/api/v9/workspaces/1/clients');

    expect([refused.status, refused.body]).toEqual([403, 'User does not have access to this resource.']);
  });
});

describe('own time entries', () => {
  test('have the documented fields, with their old short names beside the new', async () => {
    const on = await toggl();
    const project = on.project();
    on.store.tags.insert({ name: 'ux', isArchived: false });
    on.entry({ projectId: project.id, tags: ['ux'] });

    const [first] = rows(await on.api.get(OWN));

    const user = row(await on.api.get('/api/v9/me'))['id'];
    const workspace = Number(on.service.credential.tenant);
    expect(first).toMatchObject({
      workspace_id: workspace,
      project_id: await projectIdOf(on),
      task_id: null,
      billable: true,
      start: '2025-03-03T08:00:00+00:00',
      stop: '2025-03-03T09:30:00Z',
      duration: 5400,
      description: 'wireframes',
      tags: ['ux'],
      duronly: true,
      server_deleted_at: null,
      user_id: user,
      uid: user,
      wid: workspace,
      pid: first?.['project_id'],
    });
    expect(first?.['tag_ids']).toHaveLength(1);
    expect(Number(first?.['id'])).toBeGreaterThan(2 ** 31);
    expect(first?.['at']).toBe('2025-03-05T12:00:00+00:00');
  });

  test('are nobody else’s', async () => {
    const { api, entry, member } = await toggl();
    entry({ personId: member.id });

    expect(rows(await api.get(OWN))).toEqual([]);
  });

  test('since tells what changed and what was deleted', async () => {
    const on = await toggl();
    const { api, clock, store } = on;
    const [kept, changed, deleted] = [on.entry(), on.entry(), on.entry()];
    clock.advance(60_000);
    store.entries.update(changed.id, { description: 'changed' });
    store.entries.delete(deleted.id);
    const since = (text: string): Promise<Reply> => api.get(`${OWN}?since=${seconds(text)}`);

    const late = rows(await since('2025-03-05T12:00:30Z'));

    expect(late.map((one) => [one['description'], one['server_deleted_at']])).toEqual([
      ['changed', null],
      ['wireframes', '2025-03-05T12:01:00+00:00'],
    ]);
    expect(rows(await since('2025-03-05T11:59:00Z'))).toHaveLength(3);
    expect(kept.version).toBe(1);
  });

  test('since and start_date reach back three months and no further', async () => {
    const { api } = await toggl();

    const old = await api.get(`${OWN}?since=${seconds('2024-10-01T00:00:00Z')}`);

    expect(old.status).toBe(400);
    expect(old.body).toMatch(/^start_date must not be earlier than 2024-12-\d\d$/);
    expect((await api.get(`${OWN}?start_date=2024-10-01&end_date=2024-10-02`)).status).toBe(400);
    expect((await api.get(`${OWN}?start_date=2025-03-01&end_date=2025-03-04`)).status).toBe(200);
  });

  test('at most a thousand come', async () => {
    const { api, entry } = await toggl();
    for (let index = 0; index < 1005; index += 1) {
      entry();
    }

    expect(rows(await api.get(OWN))).toHaveLength(1000);
  });
});

describe('writing time entries', () => {
  test('POST answers 200 and wants created_with, start, workspace and duration', async () => {
    const on = await toggl();

    const made = await on.api.post(on.entries, sent(on, { stop: '2025-03-03T09:30:00Z' }));

    expect(made.status).toBe(200);
    expect(row(made)).toMatchObject({ duration: 5400, stop: '2025-03-03T09:30:00Z', project_id: null });
    for (const name of ['created_with', 'start', 'workspace_id', 'duration']) {
      const rest = Object.fromEntries(Object.entries(sent(on)).filter(([key]) => key !== name));
      const refused = await on.api.post(on.entries, rest);
      expect(refused.status).toBe(400);
      expect(typeof refused.body).toBe('string');
    }
  });

  test('stop must be start plus duration', async () => {
    const on = await toggl();

    expect((await on.api.post(on.entries, sent(on, { stop: '2025-03-03T10:00:00Z' }))).status).toBe(400);
  });

  test('a duration below zero runs, shows -1 and stops when the next one starts', async () => {
    const on = await toggl();
    const running = row(await on.api.post(on.entries, sent(on, { start: '2025-03-05T11:00:00Z', duration: -1 })));
    expect(running).toMatchObject({ duration: -1, stop: null });

    await on.api.post(on.entries, sent(on, { start: '2025-03-05T12:00:00Z', duration: -1741176000 }));

    const first = row(await on.api.get(`${OWN}/${String(running['id'])}`));
    expect(first).toMatchObject({ duration: 3600, stop: '2025-03-05T12:00:00Z' });
  });

  test('PUT changes what was sent, DELETE answers 200', async () => {
    const on = await toggl();
    const made = row(await on.api.post(on.entries, sent(on, { description: 'kept', billable: true })));
    const path = `${on.entries}/${String(made['id'])}`;

    const changed = await on.api.put(path, { duration: 7200 });

    expect(changed.status).toBe(200);
    expect(row(changed)).toMatchObject({
      duration: 7200,
      stop: '2025-03-03T10:00:00Z',
      description: 'kept',
      billable: true,
    });
    expect((await on.api.delete(path)).status).toBe(200);
    expect((await on.api.put(path, {})).status).toBe(404);
  });

  test('PATCH takes up to a hundred with a JSON Patch and succeeds in part', async () => {
    const on = await toggl();
    const first = Number(row(await on.api.post(on.entries, sent(on)))['id']);
    const second = Number(row(await on.api.post(on.entries, sent(on)))['id']);
    const patch = [{ op: 'replace', path: '/description', value: 'all' }];

    const answer = await on.api.patch(`${on.entries}/${first},${second},1`, patch);

    expect(answer.status).toBe(200);
    expect(row(answer)['success']).toEqual([first, second]);
    expect(row(answer)['failure']).toMatchObject([{ id: 1 }]);
    expect(rows(await on.api.get(OWN)).map(({ description }) => description)).toEqual(['all', 'all']);
    const many = Array.from({ length: 101 }, (_, index) => first + index).join(',');
    expect((await on.api.patch(`${on.entries}/${many}`, patch)).status).toBe(400);
  });

  test('an administrator writes for others', async () => {
    const on = await toggl();
    const users = rows(await on.api.get(`${on.workspace}/users`));
    const member = users.find(({ email }) => email === on.member.email)?.['id'];
    const admin = users.find(({ email }) => email === on.admin.email)?.['id'];

    expect(row(await on.api.post(on.entries, sent(on, { user_id: member })))['user_id']).toBe(member);
    expect((await on.as(on.member).post(on.entries, sent(on, { user_id: admin }))).status).toBe(403);
  });
});

describe('reports', () => {
  test('are the way to read a team, with entries grouped in rows and times on the clock of their person', async () => {
    const on = await toggl();
    on.store.people.update(on.member.id, { timeZone: 'Europe/Berlin' });
    on.entry({ personId: on.member.id, hourlyRate: 10_000 });
    const later = Date.parse('2025-03-03T10:00:00Z');
    on.entry({
      personId: on.member.id,
      startedAt: later,
      endedAt: later + 1_800_000,
      seconds: 1800,
      hourlyRate: 10_000,
    });
    on.entry({ description: 'other' });

    const answer = await on.api.post(on.reports, { start_date: '2025-03-01', end_date: '2025-03-31' });

    expect(answer.status).toBe(200);
    const [first, second] = rows(answer);
    expect(first).toMatchObject({
      username: `${on.member.firstName} ${on.member.lastName}`,
      project_id: null,
      description: 'wireframes',
      billable: true,
      billable_amount_in_cents: 20_000,
      hourly_rate_in_cents: 10_000,
      currency: 'USD',
      row_number: 1,
      time_entries: [
        { seconds: 5400, start: '2025-03-03T09:00:00+01:00', stop: '2025-03-03T10:30:00+01:00' },
        { seconds: 1800, start: '2025-03-03T11:00:00+01:00', stop: '2025-03-03T11:30:00+01:00' },
      ],
    });
    expect(second).toMatchObject({ description: 'other', row_number: 2 });
    expect(answer.headers.get('x-next-id')).toBeNull();
  });

  test('go on where two headers say, sent back in the body', async () => {
    const on = await toggl();
    for (let index = 0; index < 5; index += 1) {
      on.entry({ description: String(index) });
    }
    const seen: unknown[] = [];
    let place: object = {};
    for (let calls = 0; calls < 4; calls += 1) {
      const body = { start_date: '2025-03-01', end_date: '2025-03-31', page_size: 2, ...place };
      const page = await on.api.post(on.reports, body);
      seen.push(...rows(page).map(({ description }) => description));
      const next = page.headers.get('x-next-row-number');
      if (next === null) {
        break;
      }
      expect(page.headers.get('x-next-id')).toMatch(/^\d+$/);
      place = { first_row_number: Number(next), first_id: Number(page.headers.get('x-next-id')) };
    }

    expect(seen).toEqual(['0', '1', '2', '3', '4']);
  });

  test('know no change filter, want both dates and reach over a year at most', async () => {
    const on = await toggl();
    on.entry();
    const year = { start_date: '2025-01-01', end_date: '2025-12-31' };

    expect(rows(await on.api.post(on.reports, { ...year, since: seconds('2099-01-01T00:00:00Z') }))).toHaveLength(1);
    expect((await on.api.post(on.reports, { start_date: '2025-01-01' })).status).toBe(400);
    expect((await on.api.post(on.reports, { start_date: '2024-01-01', end_date: '2025-12-31' })).status).toBe(400);
  });
});
