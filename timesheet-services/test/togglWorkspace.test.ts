import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { receiver } from './receiver.ts';
import { ids, row, rows } from './support.ts';
import { OWN, seconds, toggl, sent, projectIdOf } from './stages/toggl.ts';

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
