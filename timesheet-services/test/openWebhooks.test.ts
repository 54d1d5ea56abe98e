import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contractual, errorsAt } from './contract.ts';
import { receiver, type Received } from './receiver.ts';
import { listed, PATIENT, row, stage, type Stage } from './support.ts';

type Row = Readonly<Record<string, unknown>>;
async function open(): Promise<Stage> {
  const on = await stage('open', { webhookRetries: [20, 20] });
  return { ...on, api: contractual(on.api) };
}
const eventOf = ({ body }: Received): Row => JSON.parse(body) as Row;

function signatureOf(secret: unknown, { headers, body }: Received): string {
  const text = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  return `v1=${createHmac('sha256', String(secret)).update(text).digest('hex')}`;
}

describe('deliveries', () => {
  test('fit the contract and are signed over id, time and raw body', async () => {
    const { api, service, clock } = await open();
    const inbox = await receiver();
    const hook = row(await api.post('/v1/webhooks', { url: inbox.url, events: ['client.created', 'client.deleted'] }));

    const made = row(await api.post('/v1/clients', { name: 'Acme' }));
    await api.patch(`/v1/clients/${String(made['id'])}`, { note: 'not asked for' });
    await api.delete(`/v1/clients/${String(made['id'])}`);
    await service.webhooks.settle();

    expect(inbox.received.map((one) => eventOf(one)['type'])).toEqual([
      'webhook.ping',
      'client.created',
      'client.deleted',
    ]);
    for (const one of inbox.received) {
      expect(errorsAt(['components', 'schemas', 'Event'], eventOf(one))).toEqual([]);
      expect(one.headers['webhook-id']).toBe(eventOf(one)['id']);
      expect(one.headers['webhook-timestamp']).toBe(String(clock.now() / 1000));
      expect(one.headers['webhook-signature']).toBe(signatureOf(hook['secret'], one));
    }
    expect(eventOf(inbox.received[1]!)['data']).toEqual(made);
    expect(eventOf(inbox.received[2]!)['data']).toMatchObject({ id: made['id'], isDeleted: true, version: 3 });
  });

  test('carry signatures by both secrets for a day after a rotation', async () => {
    const { api, service, clock } = await open();
    const inbox = await receiver();
    const before = row(await api.post('/v1/webhooks', { url: inbox.url, events: ['*'] }));
    const after = row(await api.post(`/v1/webhooks/${String(before['id'])}/rotate-secret`, {}));
    expect(after['secret']).not.toBe(before['secret']);

    await api.post(`/v1/webhooks/${String(before['id'])}/ping`, {});
    await service.webhooks.settle();
    clock.advance(25 * 3_600_000);
    await api.post(`/v1/webhooks/${String(before['id'])}/ping`, {});
    await service.webhooks.settle();

    const [, during, later] = inbox.received;
    expect(during?.headers['webhook-signature']).toBe(
      `${signatureOf(after['secret'], during!)}, ${signatureOf(before['secret'], during!)}`,
    );
    expect(later?.headers['webhook-signature']).toBe(signatureOf(after['secret'], later!));
  });

  test('come again under the same id until they are taken', async () => {
    const { api, service } = await open();
    const inbox = await receiver();
    await api.post('/v1/webhooks', { url: inbox.url, events: ['client.created'] });
    await service.webhooks.settle();
    const statuses = [500, 503, 200];
    inbox.answer = () => ({ status: statuses.shift() ?? 200 });

    await api.post('/v1/clients', { name: 'Acme' });
    await expect.poll(() => service.webhooks.lines().length, PATIENT).toBe(4);

    const attempts = inbox.received.slice(1);
    expect(new Set(attempts.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(service.webhooks.lines().map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 200],
      [1, 500],
      [2, 503],
      [3, 200],
    ]);
  });

  test('secrets are shown once', async () => {
    const { api } = await open();
    const inbox = await receiver();
    const made = row(await api.post('/v1/webhooks', { url: inbox.url, events: ['*'], description: 'Sync' }));

    const [hook] = listed(await api.get('/v1/webhooks'), 'data');

    expect(made['secret']).toMatch(/^whsec_/);
    expect(hook).not.toHaveProperty('secret');
    expect((await api.delete(`/v1/webhooks/${String(made['id'])}`)).status).toBe(204);
    expect(listed(await api.get('/v1/webhooks'), 'data')).toEqual([]);
  });

  test('are for administrators, and want an address and known events', async () => {
    const on = await open();
    const member = contractual(on.as(on.member));

    expect((await member.get('/v1/webhooks')).status).toBe(403);
    expect((await on.api.post('/v1/webhooks', { url: 'nowhere', events: ['*'] })).status).toBe(422);
    expect((await on.api.post('/v1/webhooks', { url: 'https://a.example/', events: ['anything'] })).status).toBe(422);
  });
});

describe('faults of deliveries', () => {
  async function withHook(): Promise<
    Stage & { readonly inbox: Awaited<ReturnType<typeof receiver>>; readonly secret: unknown }
  > {
    const on = await open();
    const inbox = await receiver();
    const hook = row(await on.api.post('/v1/webhooks', { url: inbox.url, events: ['client.created'] }));
    await on.service.webhooks.settle();
    return { ...on, inbox, secret: hook['secret'] };
  }
  const names = (received: readonly Received[]): readonly unknown[] =>
    received.slice(1).map((one) => (eventOf(one)['data'] as Row)['name']);

  test('a delivery comes twice under one id', async () => {
    const { api, service, inbox } = await withHook();
    service.faults.add({ kind: 'duplicateDelivery', times: 1 });

    await api.post('/v1/clients', { name: 'A' });
    await api.post('/v1/clients', { name: 'B' });
    await service.webhooks.settle();

    expect(names(inbox.received)).toEqual(['A', 'A', 'B']);
    expect(inbox.received[1]?.headers['webhook-id']).toBe(inbox.received[2]?.headers['webhook-id']);
  });

  test('a delivery comes after the next one', async () => {
    const { api, service, inbox } = await withHook();
    service.faults.add({ kind: 'lateDelivery', times: 1 });

    await api.post('/v1/clients', { name: 'A' });
    await api.post('/v1/clients', { name: 'B' });
    await service.webhooks.settle();

    expect(names(inbox.received)).toEqual(['B', 'A']);
  });

  test('a forged one comes beside the true one, with a signature that does not fit', async () => {
    const { api, service, inbox, secret } = await withHook();
    service.faults.add({ kind: 'forgedDelivery', times: 1 });

    await api.post('/v1/clients', { name: 'A' });
    await service.webhooks.settle();

    const [, forged, honest] = inbox.received;
    expect(forged?.headers['webhook-signature']).not.toBe(signatureOf(secret, forged!));
    expect(honest?.headers['webhook-signature']).toBe(signatureOf(secret, honest!));
  });

  test('one is lost', async () => {
    const { api, service, inbox } = await withHook();
    service.faults.add({ kind: 'lostDelivery', times: 1 });

    await api.post('/v1/clients', { name: 'A' });
    await api.post('/v1/clients', { name: 'B' });
    await service.webhooks.settle();

    expect(names(inbox.received)).toEqual(['B']);
  });
});
