import { describe, expect, test } from 'vitest';
import { receiver } from './receiver.ts';
import { listed, row, rows } from './support.ts';
import { INTERVAL, text, clockify, isError } from './stages/clockify.ts';

describe('what changed', () => {
  test('stands in three lists, each row with its kind and its times', async () => {
    const on = await clockify();
    const [old, gone] = [on.entry(), on.entry()];
    on.clock.advance(3_600_000);
    on.store.entries.update(old.id, { description: 'changed' });
    on.store.entries.delete(gone.id);
    const fresh = on.entry({ description: 'new' });
    on.store.entries.update(fresh.id, { description: 'new, and changed' });
    const brief = on.entry();
    on.store.entries.delete(brief.id);
    on.clock.advance(59_000);
    const list = async (what: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
      rows(
        await on.api.get(
          `${on.workspace}/entities/${what}?type=TIME_ENTRY&type=PROJECTS&start=2025-03-05T12:30:00Z&end=2025-03-05T14:00:00Z`,
        ),
      );

    expect((await list('created')).map(({ description }) => description)).toEqual(['new, and changed']);
    const updated = await list('updated');
    expect(updated.map(({ description }) => description)).toEqual(['changed']);
    expect(updated[0]).toMatchObject({
      documentCode: 'TIME_ENTRY',
      auditMetadata: { createdAt: '2025-03-05T12:00:00.000Z', updatedAt: '2025-03-05T13:00:00.000Z' },
    });
    expect(await list('deleted')).toEqual([]);
    on.clock.advance(1000);
    expect(await list('deleted')).toHaveLength(1);
  });

  test('reaches back thirty days at most', async () => {
    const on = await clockify();

    isError(
      await on.api.get(
        `${on.workspace}/entities/created?type=CLIENTS&start=2025-01-01T00:00:00Z&end=2025-03-05T00:00:00Z`,
      ),
      400,
      501,
    );
    expect((await on.api.get(`${on.workspace}/entities/created?type=CLIENTS`)).status).toBe(200);
  });
});

describe('the detailed report', () => {
  const range = { dateRangeStart: '2025-03-01T00:00:00Z', dateRangeEnd: '2025-03-31T23:59:59Z', timeZone: 'UTC' };

  test('reads the whole workspace with pages in the body and whole seconds', async () => {
    const on = await clockify();
    on.entry();
    on.entry({ personId: on.member.id });
    const path = on.workspace.replace('/api/v1', '/report/v1') + '/reports/detailed';

    const answer = await on.api.post(path, { ...range, detailedFilter: { page: 1, pageSize: 1 } });

    expect(answer.status).toBe(200);
    expect(listed(answer, 'totals')[0]).toMatchObject({ totalTime: 10_800, entriesCount: 2 });
    expect(listed(answer, 'timeentries')).toHaveLength(1);
    expect(listed(answer, 'timeentries')[0]?.['timeInterval']).toEqual({ ...INTERVAL, duration: 5400 });
    const second = await on.api.post(path, { ...range, detailedFilter: { page: 2, pageSize: 1 } });
    expect(listed(second, 'timeentries')).toHaveLength(1);
  });

  test('reaches over 31 days on the free plan', async () => {
    const on = await clockify({ plan: 'free' });
    const path = on.workspace.replace('/api/v1', '/report/v1') + '/reports/detailed';
    const body = { ...range, dateRangeStart: '2025-02-01T00:00:00Z', detailedFilter: { page: 1, pageSize: 50 } };

    isError(await on.api.post(path, body), 400, 501);
  });
});

describe('limits', () => {
  test('fifty a second for who pays', async () => {
    const on = await clockify({ limits: true });
    on.clock.advance(1000);
    for (let index = 0; index < 50; index += 1) {
      expect((await on.api.get('/api/v1/user')).status).toBe(200);
    }

    const refused = await on.api.get('/api/v1/user');

    expect([refused.status, row(refused)['message']]).toEqual([429, 'Too many requests']);
    expect(refused.headers.get('retry-after')).toBe('1');
    on.clock.advance(1000);
    expect((await on.api.get('/api/v1/user')).status).toBe(200);
  });

  test('thirty an hour and workspace for who does not', async () => {
    const on = await clockify({ limits: true, plan: 'free' });
    on.clock.advance(3_600_000);
    for (let index = 0; index < 30; index += 1) {
      expect((await on.api.get('/api/v1/user')).status).toBe(200);
    }

    expect((await on.as(on.member).get('/api/v1/user')).status).toBe(429);
    on.clock.advance(3_600_000);
    expect((await on.api.get('/api/v1/user')).status).toBe(200);
  });
});

describe('webhooks', () => {
  const wish = { name: 'Sync', triggerSourceType: 'WORKSPACE_ID', triggerSource: [] };

  test('tell one event each, with the token in a header and nothing to prove the body', async () => {
    const on = await clockify();
    const inbox = await receiver();
    const hook = row(
      await on.api.post(`${on.workspace}/webhooks`, { ...wish, url: inbox.url, webhookEvent: 'NEW_TIME_ENTRY' }),
    );
    expect(hook['authToken']).toEqual(expect.any(String));

    const made = row(await on.api.post(on.entries, INTERVAL));
    await on.api.delete(`${on.entries}/${text(made['id'])}`);
    await on.service.webhooks.settle();

    expect(inbox.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = inbox.received;
    expect(headers).toMatchObject({
      'clockify-signature': hook['authToken'],
      'clockify-webhook-event-type': 'NEW_TIME_ENTRY',
    });
    expect(JSON.parse(body)).toMatchObject({ id: made['id'], timeInterval: INTERVAL });
  });

  test('TIMER_STOPPED comes when a timer stops and not before', async () => {
    const on = await clockify();
    const inbox = await receiver();
    await on.api.post(`${on.workspace}/webhooks`, { ...wish, url: inbox.url, webhookEvent: 'TIMER_STOPPED' });

    await on.api.post(on.entries, { start: '2025-03-05T11:00:00Z' });
    await on.service.webhooks.settle();
    expect(inbox.received).toHaveLength(0);
    await on.api.patch(on.own, { end: '2025-03-05T12:00:00Z' });
    await on.service.webhooks.settle();

    expect(inbox.received).toHaveLength(1);
  });

  test('want a name of 2 to 30 characters and a known event, and the free plan has three', async () => {
    const on = await clockify({ plan: 'free' });
    const whole = { ...wish, url: 'http://127.0.0.1:9/', webhookEvent: 'NEW_PROJECT' };
    const path = `${on.workspace}/webhooks`;

    isError(await on.api.post(path, { ...whole, name: 'x' }), 400, 501);
    isError(await on.api.post(path, { ...whole, webhookEvent: 'ANYTHING' }), 400, 501);
    for (let index = 0; index < 3; index += 1) {
      expect((await on.api.post(path, whole)).status).toBe(201);
    }
    isError(await on.api.post(path, whole), 400, 501);
    expect(row(await on.api.get(path))).toMatchObject({ workspaceWebhookCount: 3 });
  });
});
