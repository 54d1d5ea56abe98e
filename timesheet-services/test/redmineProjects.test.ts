import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { receiver } from './receiver.ts';
import { ids, listed, row } from './support.ts';
import { ENTRIES, withProject, make } from './stages/redmine.ts';

describe('projects', () => {
  test('clients are parent projects, on which nobody logs time', async () => {
    const on = await withProject();
    const acme = on.client();
    const child = on.project({ clientId: acme.id, name: 'Shop' });

    const list = listed(await on.api.get('/projects.json'), 'projects');

    expect(list.find(({ id }) => id === acme.id)).not.toHaveProperty('parent');
    expect(list.find(({ id }) => id === child.id)).toMatchObject({
      name: 'Shop',
      parent: { id: acme.id, name: 'Acme' },
      status: 1,
      is_public: false,
    });
    const refused = await on.api.post(ENTRIES, { time_entry: { ...on.place, project_id: acme.id } });
    expect([refused.status, refused.text]).toEqual([403, '']);
  });

  test('are created below a parent, found by number or identifier, and changed with 204', async () => {
    const { api, client } = await withProject();
    const acme = client();

    const made = await api.post('/projects.json', {
      project: { name: 'Shop', identifier: 'shop', parent_id: acme.id, description: 'all of it' },
    });

    expect(made.status).toBe(201);
    expect(row(made)['project']).toMatchObject({ identifier: 'shop', parent: { id: acme.id } });
    const changed = await api.put('/projects/shop.json', { project: { name: 'Web shop' } });
    expect([changed.status, changed.text]).toEqual([204, '']);
    expect(row(await api.get('/projects/shop.json'))['project']).toMatchObject({
      name: 'Web shop',
      description: 'all of it',
    });
    const again = await api.post('/projects.json', { project: { name: 'Shop', identifier: 'shop' } });
    expect(row(again)['errors']).toEqual(['Identifier has already been taken']);
    expect(row(await api.post('/projects.json', { project: {} }))['errors']).toEqual([
      'Name cannot be blank',
      'Identifier cannot be blank',
    ]);
  });

  test('an archived one is 403, gone from lists with its entries, and back after unarchive', async () => {
    const on = await withProject();
    await make(on, on.place);
    const { projectId, api } = on;

    expect((await api.put(`/projects/${projectId}/archive.json`, {})).status).toBe(204);
    expect((await api.get(`/projects/${projectId}.json`)).status).toBe(403);
    expect(ids(listed(await api.get('/projects.json'), 'projects'))).not.toContain(projectId);
    expect(row(await api.get(ENTRIES))['total_count']).toBe(0);
    expect((await api.put(`/projects/${projectId}/unarchive.json`, {})).status).toBe(204);
    expect(row(await api.get(ENTRIES))['total_count']).toBe(1);
  });

  test('close and reopen turn the status to 5 and back to 1', async () => {
    const { api, projectId } = await withProject();
    const status = async (): Promise<unknown> =>
      (row(await api.get(`/projects/${projectId}.json`))['project'] as Record<string, unknown>)['status'];

    await api.put(`/projects/${projectId}/close.json`, {});
    expect(await status()).toBe(5);
    await api.put(`/projects/${projectId}/reopen.json`, {});
    expect(await status()).toBe(1);
  });

  test('deleting one takes its entries along', async () => {
    const on = await withProject();
    await make(on, on.place);

    expect((await on.api.delete(`/projects/${on.projectId}.json`)).status).toBe(204);

    expect(row(await on.api.get(ENTRIES))['total_count']).toBe(0);
  });

  test('are filtered by the day of their change from 6.0 on', async () => {
    const { api, project, store, clock } = await withProject();
    clock.advance(2 * 86_400_000);
    const late = project({ name: 'Late' });
    const found = async (): Promise<readonly unknown[]> =>
      ids(listed(await api.get('/projects.json?updated_on=%3E%3D2025-03-06'), 'projects'));

    expect(await found()).toHaveLength(2);
    store.settings = { ...store.settings, redmineVersion: '6.0.1' };
    expect(await found()).toEqual([late.id]);
  });
});

describe('users', () => {
  test('are for administrators, who see locked ones by status only', async () => {
    const { api, as, member, store } = await withProject();
    store.people.update(member.id, { isActive: false });
    const found = async (query: string): Promise<readonly unknown[]> =>
      ids(listed(await api.get(`/users.json${query}`), 'users'));

    expect(await found('')).not.toContain(member.id);
    expect(await found('?status=3')).toEqual([member.id]);
    expect(await found('?status=')).toContain(member.id);
    store.people.update(member.id, { isActive: true });
    expect((await as(member).get('/users.json')).status).toBe(403);
  });

  test('entries of a deleted user stay and are Anonymous', async () => {
    const on = await withProject();
    const made = await make(on, { ...on.place, user_id: on.member.id });

    expect((await on.api.delete(`/users/${on.member.id}.json`)).status).toBe(204);

    const left = row(await on.api.get(`/time_entries/${String(made['id'])}.json`))['time_entry'];
    expect(left).toMatchObject({ user: { name: 'Anonymous' } });
  });
});

describe('webhooks', () => {
  test('come from 7.0 on, signed over the body, and are not sent again', async () => {
    const on = await withProject();
    const inbox = await receiver(500);
    on.store.webhooks.insert({
      face: 'redmine',
      name: 'Salesforce',
      url: inbox.url,
      events: ['time_entry.created', 'time_entry.updated', 'time_entry.deleted'],
      secret: 'shared',
      earlierSecret: null,
      ownerId: on.admin.id,
      isEnabled: true,
      validationCode: null,
      validatedAt: null,
      details: {},
    });
    await make(on, on.place);
    await on.service.webhooks.settle();
    expect(inbox.received).toHaveLength(0);

    on.store.settings = { ...on.store.settings, redmineVersion: '7.0.0' };
    const made = await make(on, on.place);
    await on.service.webhooks.settle();

    expect(inbox.received).toHaveLength(1);
    const [{ body, headers } = { body: '', headers: {} }] = inbox.received;
    expect(JSON.parse(body)).toMatchObject({
      type: 'time_entry.created',
      data: { time_entry: { id: made['id'], hours: 1.25 } },
    });
    const signature = createHmac('sha256', 'shared').update(body).digest('hex');
    expect((headers as Record<string, unknown>)['x-redmine-signature-256']).toBe(`sha256=${signature}`);
  });
});
