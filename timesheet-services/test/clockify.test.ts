import { describe, expect, test } from 'vitest';
import { row, rows, type Reply } from './support.ts';
import { HEX, INTERVAL, text, clockify, first, isError } from './stages/clockify.ts';

describe('who may call', () => {
  test('exactly one of the two headers lets in', async () => {
    const { api, service, admin } = await clockify();
    const key = service.credential.secret;
    const asking = (only: Readonly<Record<string, string>>): Promise<Reply> => api.get('/api/v1/user', { only });

    expect(row(await asking({ 'X-Api-Key': key }))['email']).toBe(admin.email);
    isError(await asking({}), 401, 1000);
    isError(await asking({ 'X-Api-Key': key, 'X-Addon-Token': 'x' }), 401, 1000);
    isError(await asking({ Authorization: `Bearer ${key}` }), 401, 1000);
    isError(await asking({ 'X-Api-Key': 'unknown' }), 401, 4003);
  });

  test('workspaces are a bare list, and ids have 24 hex digits', async () => {
    const { api, service } = await clockify();

    const list = await api.get('/api/v1/workspaces');

    expect(rows(list)[0]?.['id']).toBe(service.credential.tenant);
    expect(service.credential.tenant).toMatch(HEX);
    expect(list.headers.get('last-page')).toBeNull();
  });
});

describe('time entries', () => {
  test('have the documented fields and no time of change', async () => {
    const on = await clockify();
    const project = on.project();
    on.entry({ projectId: project.id, hourlyRate: 10_500 });

    const [entry] = rows(await on.api.get(on.own));

    expect(entry).toEqual({
      id: expect.stringMatching(HEX) as string,
      description: 'wireframes',
      userId: await on.userIdOf(on.admin.email),
      billable: true,
      projectId: await first(on, `${on.workspace}/projects`),
      taskId: null,
      tagIds: null,
      workspaceId: on.service.credential.tenant,
      isLocked: false,
      type: 'REGULAR',
      timeInterval: { ...INTERVAL, duration: 'PT1H30M' },
      customFieldValues: [],
      hourlyRate: { amount: 10_500, currency: 'USD' },
      costRate: null,
    });
  });

  test('are listed by user, in pages of 50 and at most 200, and a header tells the last', async () => {
    const on = await clockify();
    for (let index = 0; index < 230; index += 1) {
      on.entry();
    }
    on.entry({ personId: on.member.id });
    const page = async (query: string): Promise<readonly unknown[]> => {
      const answer = await on.api.get(`${on.own}${query}`);
      return [rows(answer).length, answer.headers.get('last-page')];
    };

    expect(await page('')).toEqual([50, 'false']);
    expect(await page('?page-size=500')).toEqual([200, 'false']);
    expect(await page('?page-size=200&page=2')).toEqual([30, 'true']);
    expect(await page('?page-size=200&page=3')).toEqual([0, 'true']);
  });

  test('moments of a window are read again on the clock of the account', async () => {
    const on = await clockify();
    on.store.people.update(on.admin.id, { timeZone: 'Europe/Berlin' });
    on.entry();
    const count = async (start: string): Promise<number> => rows(await on.api.get(`${on.own}?start=${start}`)).length;

    // The entry begins at 8:00 UTC; nine o'clock "UTC" is taken for nine in Berlin, which is that very moment.
    expect(await count('2025-03-03T09:00:00Z')).toBe(1);
    expect(await count('2025-03-03T09:00:01Z')).toBe(0);
  });

  test('POST answers 201 for oneself and, below the user, for others', async () => {
    const on = await clockify();
    const member = await on.userIdOf(on.member.email);

    const own = await on.api.post(on.entries, { ...INTERVAL, description: 'mine' });
    expect([own.status, row(own)['description']]).toEqual([201, 'mine']);
    const theirs = await on.api.post(`${on.workspace}/user/${member}/time-entries`, INTERVAL);
    expect([theirs.status, row(theirs)['userId']]).toEqual([201, member]);
    isError(await on.api.post(on.entries, { description: 'no start' }), 400, 501);
    isError(await on.api.post(on.entries, { ...INTERVAL, description: 'x'.repeat(3001) }), 400, 501);
  });

  test('PUT replaces: what is left out is cleared', async () => {
    const on = await clockify();
    on.project();
    const projectId = await first(on, `${on.workspace}/projects`);
    const made = row(
      await on.api.post(on.entries, { ...INTERVAL, description: 'gone soon', projectId, billable: true }),
    );
    const path = `${on.entries}/${text(made['id'])}`;

    const changed = await on.api.put(path, INTERVAL);

    expect(changed.status).toBe(200);
    expect(row(changed)).toMatchObject({ description: '', projectId: null, billable: false, tagIds: null });
    isError(await on.api.put(path, { description: 'no start' }), 400, 501);
    expect(row(await on.api.put(path, { start: INTERVAL.start }))).toMatchObject({
      timeInterval: { start: INTERVAL.start, end: null, duration: null },
    });
  });

  test('many of one user are replaced at once', async () => {
    const on = await clockify();
    const made = [row(await on.api.post(on.entries, INTERVAL)), row(await on.api.post(on.entries, INTERVAL))];

    const answer = await on.api.put(
      on.own,
      made.map(({ id }) => ({ id, ...INTERVAL, description: 'both' })),
    );

    expect(rows(answer).map(({ description }) => description)).toEqual(['both', 'both']);
  });

  test('what is missing is 400 with code 501, never 404', async () => {
    const on = await clockify();
    const missing = '66f0a1b2c3d4e5f601020304';

    for (const path of [
      `${on.entries}/${missing}`,
      `${on.workspace}/clients/${missing}`,
      `${on.workspace}/projects/${missing}`,
    ]) {
      const refused = await on.api.get(path);
      isError(refused, 400, 501);
      expect(row(refused)['message']).toContain("doesn't belong to Workspace");
    }
    const made = row(await on.api.post(on.entries, INTERVAL));
    expect((await on.api.delete(`${on.entries}/${text(made['id'])}`)).status).toBe(204);
    isError(await on.api.get(`${on.entries}/${text(made['id'])}`), 400, 501);
  });

  test('custom fields are written by one key and read by another', async () => {
    const on = await clockify();
    const customFields = [{ customFieldId: 'f1', value: 'SF-1' }];

    const made = row(await on.api.post(on.entries, { ...INTERVAL, customFields }));
    expect(made['customFieldValues']).toMatchObject([{ customFieldId: 'f1', value: 'SF-1' }]);
    const dropped = row(await on.api.post(on.entries, { ...INTERVAL, customFieldValues: customFields }));
    expect(dropped['customFieldValues']).toEqual([]);
  });

  test('a key for doing things once is ignored', async () => {
    const on = await clockify();
    const headers = { 'Idempotency-Key': 'one' };

    await on.api.post(on.entries, INTERVAL, { headers });
    await on.api.post(on.entries, INTERVAL, { headers });

    expect(rows(await on.api.get(on.own))).toHaveLength(2);
  });
});

describe('clients, projects, tasks and tags', () => {
  test('a client’s PUT clears the copies that it leaves out', async () => {
    const on = await clockify();
    const made = row(
      await on.api.post(`${on.workspace}/clients`, { name: 'Acme', email: 'a@b.c', ccEmails: ['c@d.e'] }),
    );
    expect(made).toMatchObject({ archived: false, currencyCode: 'USD', ccEmails: ['c@d.e'] });

    const changed = row(await on.api.put(`${on.workspace}/clients/${text(made['id'])}`, { name: 'Acme' }));

    expect(changed).toMatchObject({ name: 'Acme', email: null, ccEmails: null });
    isError(await on.api.post(`${on.workspace}/clients`, { name: 'B', ccEmails: ['1', '2', '3', '4'] }), 400, 501);
  });

  test('a project’s PUT keeps rates and resets billable and public, which is written under another name', async () => {
    const on = await clockify();
    const whole = { name: 'Website', billable: true, isPublic: true, hourlyRate: { amount: 10_000 } };
    const made = row(await on.api.post(`${on.workspace}/projects`, whole));
    expect(made).toMatchObject({ billable: true, public: true, hourlyRate: { amount: 10_000 } });

    const changed = await on.api.put(`${on.workspace}/projects/${text(made['id'])}`, { name: 'Website', public: true });

    expect(row(changed)).toMatchObject({ billable: false, public: false, hourlyRate: { amount: 10_000 } });
  });

  test('archived left out means both', async () => {
    const on = await clockify();
    on.client({ name: 'Open' });
    on.client({ name: 'Put away', isArchived: true });
    const count = async (query: string): Promise<number> =>
      rows(await on.api.get(`${on.workspace}/clients${query}`)).length;

    expect([await count(''), await count('?archived=false'), await count('?archived=true')]).toEqual([2, 1, 1]);
  });

  test('what is active cannot be deleted', async () => {
    const on = await clockify();
    const project = on.project({ clientId: on.client().id });
    on.task({ projectId: project.id });
    const projectPath = `${on.workspace}/projects/${await first(on, `${on.workspace}/projects`)}`;
    const taskPath = `${projectPath}/tasks/${await first(on, `${projectPath}/tasks`)}`;
    const clientPath = `${on.workspace}/clients/${await first(on, `${on.workspace}/clients`)}`;

    for (const [path, away] of [
      [taskPath, { name: 'Design', status: 'DONE' }],
      [projectPath, { name: 'Website', archived: true }],
      [clientPath, { name: 'Acme', archived: true }],
    ] as const) {
      isError(await on.api.delete(path), 400, 501);
      expect((await on.api.put(path, away)).status).toBe(200);
      expect((await on.api.delete(path)).status).toBe(200);
    }
  });

  test('an archived project is accepted on new entries', async () => {
    const on = await clockify();
    on.project({ isArchived: true });
    const projectId = await first(on, `${on.workspace}/projects`);

    expect((await on.api.post(on.entries, { ...INTERVAL, projectId })).status).toBe(201);
  });

  test('a tag’s PUT brings it back from the archive', async () => {
    const on = await clockify();
    on.store.tags.insert({ name: 'ux', isArchived: true });
    const id = await first(on, `${on.workspace}/tags`);

    expect(row(await on.api.put(`${on.workspace}/tags/${id}`, { name: 'ui' }))).toMatchObject({
      name: 'ui',
      archived: false,
    });
  });

  test('projects name their client, in lists only if the account’s setting says so', async () => {
    const on = await clockify();
    on.project({ clientId: on.client().id });
    const list = async (): Promise<Readonly<Record<string, unknown>>> =>
      rows(await on.api.get(`${on.workspace}/projects`))[0] ?? {};

    const shown = await list();
    expect(shown).toMatchObject({ clientName: 'Acme', clientId: await first(on, `${on.workspace}/clients`) });
    on.store.settings = { ...on.store.settings, clockifyListsClientId: false };
    expect(await list()).not.toHaveProperty('clientId');
    const single = row(await on.api.get(`${on.workspace}/projects/${text(shown['id'])}`));
    expect(single['clientId']).toBe(shown['clientId']);
  });

  test('some users have no settings', async () => {
    const on = await clockify();
    for (let index = 0; index < 7; index += 1) {
      on.person({ email: `person${index}@example.com` });
    }

    const users = rows(await on.api.get(`${on.workspace}/users`));

    expect(users.filter(({ settings }) => settings === null).length).toBeGreaterThan(0);
    expect(users.find(({ settings }) => settings !== null)?.['settings']).toHaveProperty('timeZone');
    expect(users[0]?.['status']).toBe('ACTIVE');
  });
});
