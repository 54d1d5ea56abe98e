import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { receiver } from './receiver.ts';
import { ids, row, rows, stage, type Reply, type Stage } from './support.ts';

const OWN = '/api/v9/me/time_entries';
const seconds = (text: string): number => Date.parse(text) / 1000;

interface Toggl extends Stage {
  readonly workspace: string;
  readonly entries: string;
  readonly reports: string;
  readonly hooks: string;
}
async function toggl(options: Parameters<typeof stage>[1] = {}): Promise<Toggl> {
  const on = await stage('toggl', options);
  const id = on.service.credential.tenant ?? '';
  const workspace = `/api/v9/workspaces/${id}`;
  return {
    ...on,
    workspace,
    entries: `${workspace}/time_entries`,
    reports: `/reports/api/v3/workspace/${id}/search/time_entries`,
    hooks: `/webhooks/api/v1/subscriptions/${id}`,
  };
}
const sent = (on: Toggl, more: object = {}): object => ({
  created_with: 'Timesheet Sync',
  workspace_id: Number(on.service.credential.tenant),
  start: '2025-03-03T08:00:00Z',
  duration: 5400,
  ...more,
});
const projectIdOf = async (on: Toggl): Promise<unknown> =>
  rows(await on.api.get(`${on.workspace}/projects`))[0]?.['id'];

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

describe('the workspace', () => {
  test('clients are the active ones unless asked for, archived and restored by verbs', async () => {
    const on = await toggl();
    const made = await on.api.post(`${on.workspace}/clients`, { name: 'Acme', notes: 'n', external_reference: 'SF-1' });
    expect(made.status).toBe(200);
    expect(row(made)).toMatchObject({ name: 'Acme', archived: false, notes: 'n', external_reference: 'SF-1' });
    const path = `${on.workspace}/clients/${String(row(made)['id'])}`;
    const names = async (query: string): Promise<readonly unknown[]> =>
      rows(await on.api.get(`${on.workspace}/clients${query}`)).map(({ name }) => name);

    expect((await on.api.post(`${path}/archive`, {})).status).toBe(200);
    expect(await names('')).toEqual([]);
    expect(await names('?status=both')).toEqual(['Acme']);
    expect(row(await on.api.post(`${path}/restore`, {}))['archived']).toBe(false);
    expect(row(await on.api.put(path, { name: 'Acme Inc' }))).toMatchObject({ name: 'Acme Inc', notes: 'n' });
    expect((await on.api.delete(path)).status).toBe(200);
    expect((await on.api.get(path)).status).toBe(404);
  });

  test('projects come 151 at a time, at most 200, active ones unless asked for', async () => {
    const on = await toggl();
    for (let index = 0; index < 160; index += 1) {
      on.project({ name: `Project ${index}`, isArchived: index === 0 });
    }
    const count = async (query: string): Promise<number> =>
      rows(await on.api.get(`${on.workspace}/projects${query}`)).length;

    expect(await count('')).toBe(151);
    expect(await count('?page=2')).toBe(8);
    expect(await count('?per_page=200')).toBe(159);
    expect(await count('?per_page=200&active=both')).toBe(160);
    expect((await on.api.get(`${on.workspace}/projects?per_page=201`)).status).toBe(400);
  });

  test('projects have the documented fields', async () => {
    const on = await toggl();
    const client = on.client();
    on.project({ clientId: client.id, budgetSeconds: 3600, hourlyRate: 10_000, externalKey: 'SF-2' });

    const [first] = rows(await on.api.get(`${on.workspace}/projects`));

    expect(first).toMatchObject({
      workspace_id: Number(on.service.credential.tenant),
      client_id: rows(await on.api.get(`${on.workspace}/clients`))[0]?.['id'],
      name: 'Website',
      active: true,
      is_private: true,
      billable: true,
      status: 'active',
      rate: 100,
      currency: 'USD',
      estimated_seconds: 3600,
      external_reference: 'SF-2',
    });
    expect(Object.keys(first ?? {})).toEqual(expect.arrayContaining(['at', 'created_at', 'color']));
  });

  test('since tells of projects created, changed and deleted', async () => {
    const on = await toggl();
    on.project({ name: 'Old' });
    const gone = on.project({ name: 'Gone' });
    on.clock.advance(60_000);
    on.project({ name: 'New' });
    on.store.deleteProject(gone.id);

    const list = rows(await on.api.get(`${on.workspace}/projects?since=${seconds('2025-03-05T12:00:30Z')}`));

    expect(list.map((one) => [one['name'], one['server_deleted_at'] === null])).toEqual([
      ['New', true],
      ['Gone', false],
    ]);
  });

  test.each([
    ['delete', 0, undefined],
    ['unassign', 1, null],
  ])('deleting a project with %s leaves %i entries', async (mode, count, project) => {
    const on = await toggl();
    on.entry({ projectId: on.project().id });
    const id = String(await projectIdOf(on));

    expect((await on.api.delete(`${on.workspace}/projects/${id}?teDeletionMode=${mode}`)).status).toBe(200);

    const left = rows(await on.api.get(OWN));
    expect(left).toHaveLength(count);
    expect(left[0]?.['project_id']).toBe(project);
  });

  test('users are a bare list, and pages with headers below the organization', async () => {
    const on = await toggl();
    const organization = String(rows(await on.api.get('/api/v9/me/workspaces'))[0]?.['organization_id']);

    expect(rows(await on.api.get(`${on.workspace}/users`))).toHaveLength(2);
    const page = await on.api.get(`/api/v9/organizations/${organization}/users?per_page=1&page=2`);
    expect(rows(page)).toHaveLength(1);
    expect(['x-page', 'x-pages', 'x-records'].map((name) => page.headers.get(name))).toEqual(['2', '2', '2']);
    expect(Object.keys(rows(page)[0] ?? {})).toEqual(
      expect.arrayContaining(['id', 'fullname', 'email', 'inactive', 'is_active', 'is_admin', 'role']),
    );
  });
});

describe('limits', () => {
  test('the hourly quota is 402 with what is left in headers', async () => {
    const on = await toggl({ limits: true, plan: 'free' });
    for (let index = 0; index < 30; index += 1) {
      on.clock.advance(1000);
      const answer = await on.api.get(`${on.workspace}/users`);
      expect([answer.status, answer.headers.get('x-toggl-quota-remaining')]).toEqual([200, String(29 - index)]);
    }
    on.clock.advance(1000);

    const refused = await on.api.get(`${on.workspace}/users`);

    expect([refused.status, typeof refused.body]).toEqual([402, 'string']);
    expect(Number(refused.headers.get('x-toggl-quota-resets-in'))).toBe(3570);
    on.clock.advance(3_600_000);
    expect((await on.api.get(`${on.workspace}/users`)).status).toBe(200);
  });

  test.each([
    ['free', 30],
    ['starter', 240],
    ['premium', 600],
  ] as const)('the %s plan has %i an hour, and 30 for the own account', async (plan, total) => {
    const { api } = await toggl({ plan });

    const [organization, own] = rows(await api.get('/api/v9/me/quota'));

    expect(organization).toMatchObject({ total, remaining: total });
    expect(own).toMatchObject({ organization_id: null, total: 30, remaining: 29 });
  });

  test('too fast is 429', async () => {
    const on = await toggl({ limits: true });
    const statuses: number[] = [];
    for (let index = 0; index < 15; index += 1) {
      statuses.push((await on.api.get(`${on.workspace}/users`)).status);
    }

    expect(statuses).toContain(200);
    expect(statuses.at(-1)).toBe(429);
    on.clock.advance(1000);
    expect((await on.api.get(`${on.workspace}/users`)).status).toBe(200);
  });
});

describe('webhooks', () => {
  const filters = [{ entity: 'time_entry', action: '*' }];

  test('are validated by the answer to the first PING, and tell nothing before', async () => {
    const on = await toggl();
    const inbox = await receiver();
    const wish = {
      url_callback: inbox.url,
      event_filters: filters,
      description: 'Sync',
      enabled: true,
      secret: 'shared',
    };

    const made = await on.api.post(on.hooks, wish);
    await on.service.webhooks.settle();

    expect(row(made)['validated_at']).toBeNull();
    const first = JSON.parse(inbox.received[0]?.body ?? '{}') as Record<string, unknown>;
    expect(first['payload']).toBe('ping');
    expect(first['validation_code']).toEqual(expect.any(String));
    await on.api.post(on.entries, sent(on));
    await on.service.webhooks.settle();
    expect(inbox.received).toHaveLength(1);

    inbox.answer = ({ body }) => ({ status: 200, body: JSON.stringify({ validation_code: codeOf(body) }) });
    await on.api.post(on.hooks.replace('subscriptions', 'ping') + `/${String(row(made)['subscription_id'])}`, {});
    await on.service.webhooks.settle();
    expect(rows(await on.api.get(on.hooks))[0]?.['validated_at']).not.toBeNull();
  });

  test('or by a call that carries the code', async () => {
    const on = await toggl();
    const inbox = await receiver();
    const made = row(await on.api.post(on.hooks, { url_callback: inbox.url, event_filters: filters }));
    await on.service.webhooks.settle();
    const path = on.hooks.replace('subscriptions', 'validate') + `/${String(made['subscription_id'])}`;

    expect((await on.api.get(`${path}/wrong`, { only: {} })).status).toBe(400);
    expect((await on.api.get(`${path}/${codeOf(inbox.received[0]?.body ?? '')}`, { only: {} })).status).toBe(200);
  });

  test('deliveries are signed over the raw body and say what happened to what', async () => {
    const on = await toggl();
    const inbox = await receiver();
    inbox.answer = ({ body }) => ({ status: 200, body: JSON.stringify({ validation_code: codeOf(body) }) });
    await on.api.post(on.hooks, { url_callback: inbox.url, event_filters: filters, secret: 'shared' });
    await on.service.webhooks.settle();

    const made = row(await on.api.post(on.entries, sent(on)));
    await on.api.delete(`${on.entries}/${String(made['id'])}`);
    await on.api.post(`${on.workspace}/clients`, { name: 'Not asked for' });
    await on.service.webhooks.settle();

    const events = inbox.received.slice(1);
    expect(events.map(({ body }) => (JSON.parse(body) as { metadata: { action: string } }).metadata.action)).toEqual([
      'created',
      'deleted',
    ]);
    for (const { headers, body } of events) {
      const signature = createHmac('sha256', 'shared').update(body).digest('hex');
      expect(headers['x-webhook-signature-256']).toBe(`sha256=${signature}`);
    }
    expect(JSON.parse(events[0]?.body ?? '{}')).toMatchObject({
      metadata: { model: 'time_entry', time_entry_id: String(made['id']) },
      payload: { id: made['id'], duration: 5400 },
      url_callback: inbox.url,
    });
  });

  test('the plan limits webhooks and their filters', async () => {
    const on = await toggl({ plan: 'free' });
    const inbox = await receiver();
    const wish = { url_callback: inbox.url, event_filters: filters };

    expect(
      (await on.api.post(on.hooks, { ...wish, event_filters: Array.from({ length: 4 }, () => filters[0]) })).status,
    ).toBe(402);
    expect((await on.api.post(on.hooks, wish)).status).toBe(200);
    expect((await on.api.post(on.hooks, wish)).status).toBe(402);
  });
});

function codeOf(body: string): string {
  return String((JSON.parse(body) as { readonly validation_code?: unknown }).validation_code);
}
test('ids of clients and entries never meet', async () => {
  const on = await toggl();
  on.client();
  on.entry();

  const all = [...ids(rows(await on.api.get(`${on.workspace}/clients`))), ...ids(rows(await on.api.get(OWN)))];

  expect(new Set(all).size).toBe(2);
});
