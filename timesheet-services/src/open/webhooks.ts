/** Webhooks of the contract: signed over id, time and raw body; two secrets for a day after a rotation. */
import { randomBytes, randomUUID } from 'node:crypto';
import { route, type Call, type Route } from '../core/call.ts';
import type { Change, Webhook } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { hmac } from '../core/signing.ts';
import type { Delivery } from '../core/webhooks.ts';
import { once, requireAdmin } from './access.ts';
import { fromId, PREFIX, type OpenKind } from './ids.ts';
import { refuse } from './problems.ts';
import { requireFitting } from './resources.ts';
import { momentText, shown, shownTombstone, shownWebhook } from './rows.ts';

const FACE = 'open';
const DAY = 86_400_000;
export const ACCOUNT = 'account-1';
/** Five attempts in all. */
export const RETRIES = [1000, 5000, 30_000, 120_000];
const WORDS: Partial<Record<string, string>> = {
  clients: 'client',
  projects: 'project',
  tasks: 'task',
  people: 'person',
  entries: 'timeEntry',
};
const newSecret = (): string => `whsec_${randomBytes(24).toString('hex')}`;

export const webhookRoutes: readonly Route[] = [
  route('GET', '/v1/webhooks', (call) => {
    requireAdmin(call);
    const hooks = call.store.webhooks.filter(({ face }) => face === FACE);
    return { status: 200, body: { data: hooks.map((hook) => shownWebhook(hook)) } };
  }),
  route('POST', '/v1/webhooks', (call) =>
    once(call, () => {
      requireAdmin(call);
      requireFitting(call, 'WebhookCreate');
      const { fields, store, service } = call;
      const hook = store.webhooks.insert({
        face: FACE,
        name: fields.text('description') ?? '',
        url: fields.text('url') ?? '',
        events: fields.texts('events') ?? [],
        secret: newSecret(),
        earlierSecret: null,
        ownerId: call.person.id,
        isEnabled: true,
        validationCode: null,
        validatedAt: null,
        details: {},
      });
      service.webhooks.send(ping(hook, call.now()));
      return { status: 201, body: shownWebhook(hook, true) };
    }),
  ),
  route('DELETE', '/v1/webhooks/:id', (call) => {
    call.store.webhooks.delete(hookAt(call).id);
    return { status: 204 };
  }),
  route('POST', '/v1/webhooks/:id/rotate-secret', (call) => {
    const { id, secret } = hookAt(call);
    const hook = call.store.webhooks.update(id, {
      secret: newSecret(),
      earlierSecret: secret,
      details: { earlierSecretEndsAt: String(call.now() + DAY) },
    });
    return { status: 200, body: shownWebhook(hook, true) };
  }),
  route('POST', '/v1/webhooks/:id/ping', (call) => {
    call.service.webhooks.send(ping(hookAt(call), call.now()));
    return { status: 202 };
  }),
];
function hookAt(call: Call): Webhook {
  requireAdmin(call);
  const hook = call.store.webhooks.get(fromId('webhooks', call.param('id')));
  if (hook === undefined) {
    throw refuse('not-found', `There is no ${call.param('id')}.`);
  }
  return hook;
}

const ping = (hook: Webhook, at: number): Delivery => delivery(hook, 'webhook.ping', at, null);

export function deliveries({ kind, action, row, at }: Change, { store }: Service): readonly Delivery[] {
  const word = WORDS[kind];
  if (word === undefined || !(kind in PREFIX)) {
    return [];
  }
  const event = `${word}.${action}`;
  const own = kind as OpenKind;
  const data = action === 'deleted' ? shownTombstone(own, row, at) : shown(own, row, store);
  return store.webhooks
    .filter((hook) => hook.face === FACE && hook.isEnabled)
    .filter(({ events }) => events.includes('*') || events.includes(event))
    .map((hook) => delivery(hook, event, at, data));
}

function delivery(hook: Webhook, event: string, at: number, data: unknown): Delivery {
  const eventId = randomUUID();
  const body = JSON.stringify({ id: eventId, type: event, occurredAt: momentText(at), accountId: ACCOUNT, data });
  const signed = (secrets: readonly string[], now: number): Record<string, string> => {
    const timestamp = String(Math.floor(now / 1000));
    return {
      'Webhook-Id': eventId,
      'Webhook-Timestamp': timestamp,
      'Webhook-Signature': secrets.map((secret) => `v1=${hmac(secret, `${eventId}.${timestamp}.${body}`)}`).join(', '),
    };
  };
  const secretsAt = (now: number): readonly string[] => {
    const isOldGood = hook.earlierSecret !== null && now < Number(hook.details['earlierSecretEndsAt'] ?? 0);
    return isOldGood ? [hook.secret, hook.earlierSecret ?? ''] : [hook.secret];
  };
  return {
    webhookId: hook.id,
    eventId,
    event,
    url: hook.url,
    body,
    headers: (now) => signed(secretsAt(now), now),
    forged: { body, headers: (now) => signed([`not ${hook.secret}`], now) },
    retries: RETRIES,
  };
}
