/** Webhooks: one event each, and a token that stands in a header as it is, so the body proves nothing. */
import { randomUUID } from 'node:crypto';
import type { Call, Route } from '../core/call.ts';
import type { Change, Client, Entry, Kind, Project, Row, Tag, Task, Webhook } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { hmac } from '../core/signing.ts';
import type { Store } from '../core/store.ts';
import type { Delivery } from '../core/webhooks.ts';
import { found, refuse, requireAdmin } from './access.ts';
import { inWorkspace } from './catalog.ts';
import { shownClient, shownEntry, shownProject, shownTag, shownTask, shownWebhook } from './rows.ts';

const FACE = 'clockify';
const MOST = { free: 3, starter: 10, premium: 10 };
const MOST_IN_WORKSPACE = 100;
const WORDS: Partial<Record<Kind, string>> = { clients: 'CLIENT', projects: 'PROJECT', tasks: 'TASK', tags: 'TAG' };
const EVENTS: readonly string[] = [
  'NEW_TIME_ENTRY',
  'TIME_ENTRY_UPDATED',
  'TIME_ENTRY_DELETED',
  'TIMER_STOPPED',
  'NEW_TIMER_STARTED',
  ...Object.values(WORDS).flatMap((word) => [`NEW_${word}`, `${word}_UPDATED`, `${word}_DELETED`]),
];
const hooksOf = (store: Store): readonly Webhook[] => store.webhooks.filter(({ face }) => face === FACE);
const hookAt = (call: Call): Webhook => found(call.store.webhooks, 'webhook', call.param('id'));

export const webhookRoutes: readonly Route[] = [
  inWorkspace('GET', '/webhooks', (call) => {
    const webhooks = hooksOf(call.store).map(shownWebhook);
    return { status: 200, body: { workspaceWebhookCount: webhooks.length, webhooks } };
  }),
  inWorkspace('GET', '/webhooks/:id', (call) => ({ status: 200, body: shownWebhook(hookAt(call)) })),
  inWorkspace('POST', '/webhooks', (call) => {
    requireAdmin(call);
    const { store, service, person } = call;
    const own = hooksOf(store).filter(({ ownerId }) => ownerId === person.id);
    if (own.length >= MOST[service.plan] || hooksOf(store).length >= MOST_IN_WORKSPACE) {
      throw refuse(400, 'The number of webhooks is limited');
    }
    const hook = store.webhooks.insert({
      ...valuesOf(call),
      face: FACE,
      secret: randomUUID().replaceAll('-', ''),
      earlierSecret: null,
      ownerId: person.id,
      isEnabled: true,
      validationCode: null,
      validatedAt: null,
    });
    return { status: 201, body: shownWebhook(hook) };
  }),
  inWorkspace('PUT', '/webhooks/:id', (call) => {
    requireAdmin(call);
    const { id } = hookAt(call);
    return { status: 200, body: shownWebhook(call.store.webhooks.update(id, valuesOf(call))) };
  }),
  inWorkspace('DELETE', '/webhooks/:id', (call) => {
    requireAdmin(call);
    call.store.webhooks.delete(hookAt(call).id);
    return { status: 200 };
  }),
];

function valuesOf({ fields }: Call): Pick<Webhook, 'name' | 'url' | 'events' | 'details'> {
  const name = fields.text('name') ?? '';
  const url = fields.text('url') ?? '';
  const event = fields.text('webhookEvent') ?? '';
  const sourceType = fields.text('triggerSourceType') ?? '';
  if (name.length < 2 || name.length > 30) {
    throw refuse(400, 'Webhook name must be between 2 and 30 characters');
  }
  if (!URL.canParse(url)) {
    throw refuse(400, `Invalid url ${url}`);
  }
  if (!EVENTS.includes(event)) {
    throw refuse(400, `Unknown webhookEvent ${event}`);
  }
  if (sourceType === '' || fields.list('triggerSource') === undefined) {
    throw refuse(400, 'triggerSourceType and triggerSource are required');
  }
  const triggerSource = JSON.stringify(fields.list('triggerSource'));
  return { name, url, events: [event], details: { triggerSourceType: sourceType, triggerSource } };
}

function eventsOf({ kind, action, row, earlier }: Change): readonly string[] {
  if (kind === 'entries') {
    const runs = (row as Entry).timerStartedAt !== null;
    const ran = earlier !== undefined && (earlier as Entry).timerStartedAt !== null;
    const name = { created: 'NEW_TIME_ENTRY', updated: 'TIME_ENTRY_UPDATED', deleted: 'TIME_ENTRY_DELETED' }[action];
    const started = action !== 'deleted' && runs && !ran ? ['NEW_TIMER_STARTED'] : [];
    return [name, ...started, ...(ran && !runs ? ['TIMER_STOPPED'] : [])];
  }
  const word = WORDS[kind];
  return word === undefined
    ? []
    : [{ created: `NEW_${word}`, updated: `${word}_UPDATED`, deleted: `${word}_DELETED` }[action]];
}
function shown(kind: Kind, row: Row, store: Store): unknown {
  switch (kind) {
    case 'entries':
      return shownEntry(row as Entry, store);
    case 'projects':
      return shownProject(row as Project, store);
    case 'clients':
      return shownClient(row as Client);
    case 'tasks':
      return shownTask(row as Task);
    default:
      return shownTag(row as Tag);
  }
}

export function deliveries(change: Change, service: Service): readonly Delivery[] {
  const { store } = service;
  const events = eventsOf(change);
  const hooks = hooksOf(store).filter(({ isEnabled, events: own }) => isEnabled && events.includes(own[0] ?? ''));
  return hooks.map((hook) => {
    const event = hook.events[0] ?? '';
    const body = JSON.stringify(shown(change.kind, change.row, store));
    const signed = (token: string): Record<string, string> => ({
      'Clockify-Signature': token,
      'clockify-webhook-event-type': event,
    });
    return {
      webhookId: hook.id,
      eventId: `${change.row.id}-${change.row.version}-${event}`,
      event,
      url: hook.url,
      body,
      headers: () => signed(hook.secret),
      forged: { body, headers: () => signed(hmac('forged', hook.secret).slice(0, 32)) },
      retries: [],
    };
  });
}
