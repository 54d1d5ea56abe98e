/** Subscriptions: validated by the receiver first, then told about events, signed over the raw body. */
import { randomUUID } from 'node:crypto';
import { route, type Answer, type Call, type Route } from '../core/call.ts';
import { Fields, isList } from '../core/fields.ts';
import type { Action, Change, Client, Entry, Kind, Project, Webhook } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { hmac } from '../core/signing.ts';
import type { Store } from '../core/store.ts';
import type { Delivery } from '../core/webhooks.ts';
import { found, refuse, requireWorkspace } from './access.ts';
import { fromId, toId, WORKSPACE_ID } from './ids.ts';
import { offsetUtc, shownClient, shownEntry, shownProject } from './rows.ts';

const BASE = '/webhooks/api/v1';
const FACE = 'toggl';
const MOST = { free: 1, starter: 2, premium: 3 };
const MOST_FILTERS = { free: 3, starter: 6, premium: 12 };
const ENTITIES: Partial<Record<Kind, string>> = { entries: 'time_entry', projects: 'project', clients: 'client' };

const hooksOf = (store: Store): readonly Webhook[] => store.webhooks.filter(({ face }) => face === FACE);

export const webhookRoutes: readonly Route[] = [
  route('GET', `${BASE}/subscriptions/:workspace`, (call) => {
    requireWorkspace(call);
    return { status: 200, body: hooksOf(call.store).map(shown) };
  }),
  route('POST', `${BASE}/subscriptions/:workspace`, (call) => {
    requireWorkspace(call);
    const { store, service, fields } = call;
    if (hooksOf(store).length >= MOST[service.plan]) {
      throw refuse(402, 'The plan allows no further webhook');
    }
    const url = fields.text('url_callback') ?? '';
    if (!URL.canParse(url)) {
      throw refuse(400, 'url_callback must be a valid URL');
    }
    const hook = store.webhooks.insert({
      face: FACE,
      name: fields.text('description') ?? '',
      url,
      events: eventsOf(call),
      secret: fields.text('secret') ?? randomUUID(),
      earlierSecret: null,
      ownerId: call.person.id,
      isEnabled: fields.flag('enabled') ?? true,
      validationCode: randomUUID(),
      validatedAt: null,
      details: {},
    });
    service.webhooks.send(ping(hook, service));
    return { status: 200, body: { ...(shown(hook) as object), secret: hook.secret } };
  }),
  route('PUT', `${BASE}/subscriptions/:workspace/:id`, (call) => {
    const hook = hookAt(call);
    const { fields } = call;
    const changed = call.store.webhooks.update(hook.id, {
      url: fields.text('url_callback') ?? hook.url,
      name: fields.text('description') ?? hook.name,
      secret: fields.text('secret') ?? hook.secret,
      isEnabled: fields.flag('enabled') ?? hook.isEnabled,
      events: fields.has('event_filters') ? eventsOf(call) : hook.events,
    });
    return { status: 200, body: shown(changed) };
  }),
  route('DELETE', `${BASE}/subscriptions/:workspace/:id`, (call) => {
    const hook = hookAt(call);
    call.store.webhooks.delete(hook.id);
    return { status: 200, body: shown(hook) };
  }),
  route('POST', `${BASE}/ping/:workspace/:id`, (call) => {
    call.service.webhooks.send(ping(hookAt(call), call.service));
    return { status: 200 };
  }),
  // Anybody with the code may say it; receivers that cannot answer a PING do so.
  {
    method: 'GET',
    path: `${BASE}/validate/:workspace/:id/:code`,
    isOpen: true,
    handler: (call: Call): Answer => {
      const hook = hookAt(call);
      if (hook.validationCode !== call.param('code')) {
        throw refuse(400, 'Invalid validation code');
      }
      call.store.webhooks.update(hook.id, { validatedAt: call.now() });
      return { status: 200, body: 'OK' };
    },
  },
];

function hookAt(call: Call): Webhook {
  requireWorkspace(call);
  return found(call.store.webhooks, fromId('webhooks', Number(call.param('id'))), 'Subscription');
}
function eventsOf({ fields, service }: Call): readonly string[] {
  const filters = fields.list('event_filters');
  if (!isList(filters) || filters.length === 0) {
    throw refuse(400, 'event_filters must be provided');
  }
  if (filters.length > MOST_FILTERS[service.plan]) {
    throw refuse(402, 'The plan allows no further event filter');
  }
  return filters.map((one) => `${Fields.of(one)?.text('entity') ?? '*'} ${Fields.of(one)?.text('action') ?? '*'}`);
}
function shown(hook: Webhook): unknown {
  return {
    subscription_id: toId('webhooks', hook.id),
    workspace_id: WORKSPACE_ID,
    user_id: toId('people', hook.ownerId),
    enabled: hook.isEnabled,
    description: hook.name,
    event_filters: hook.events.map((one) => {
      const [entity, action] = one.split(' ');
      return { entity, action };
    }),
    url_callback: hook.url,
    validated_at: hook.validatedAt === null ? null : offsetUtc(hook.validatedAt),
    created_at: offsetUtc(hook.createdAt),
    updated_at: offsetUtc(hook.updatedAt),
  };
}

interface Event {
  readonly entity: string;
  readonly action: Action;
  readonly modelId: number;
  readonly payload: unknown;
}
/** A receiver that echoes the code of its first PING is validated. */
function ping(hook: Webhook, service: Service): Delivery {
  const made = delivery(hook, service, null);
  return {
    ...made,
    accepted: (text) => {
      if (echoes(text, hook.validationCode ?? '') && service.store.webhooks.get(hook.id) !== undefined) {
        service.store.webhooks.update(hook.id, { validatedAt: service.store.now() });
      }
    },
  };
}
function echoes(text: string, code: string): boolean {
  try {
    return (JSON.parse(text) as { readonly validation_code?: unknown }).validation_code === code;
  } catch {
    return false;
  }
}
function delivery(hook: Webhook, { store }: Service, event: Event | null): Delivery {
  const at = new Date(store.now()).toISOString();
  const eventId = randomUUID();
  const model = event?.entity ?? 'webhook_subscription';
  const body = JSON.stringify({
    event_id: eventId,
    created_at: at,
    creator_id: toId('people', hook.ownerId),
    metadata: {
      action: event?.action ?? 'created',
      model,
      [`${model}_id`]: String(event?.modelId ?? toId('webhooks', hook.id)),
      workspace_id: String(WORKSPACE_ID),
      request_type: 'POST',
      path: `/api/v9/workspaces/${WORKSPACE_ID}`,
      event_user_id: String(toId('people', hook.ownerId)),
    },
    payload: event?.payload ?? 'ping',
    subscription_id: toId('webhooks', hook.id),
    url_callback: hook.url,
    timestamp: at,
    ...(event === null ? { validation_code: hook.validationCode } : {}),
  });
  const signed = (secret: string): Record<string, string> => ({
    'X-Webhook-Signature-256': `sha256=${hmac(secret, body)}`,
  });
  return {
    webhookId: hook.id,
    eventId,
    event: event === null ? 'ping' : `${model} ${event.action}`,
    url: hook.url,
    body,
    headers: () => signed(hook.secret),
    forged: { body, headers: () => signed(`not ${hook.secret}`) },
    retries: [],
  };
}

export function deliveries({ kind, action, row }: Change, service: Service): readonly Delivery[] {
  const entity = ENTITIES[kind];
  if (entity === undefined) {
    return [];
  }
  const { store } = service;
  const payload =
    kind === 'entries'
      ? shownEntry(row as Entry, store)
      : kind === 'projects'
        ? shownProject(row as Project)
        : shownClient(row as Client);
  const modelId = toId(kind, row.id);
  // What a subscription tells is what its creator may see.
  const maySee = ({ ownerId }: Webhook): boolean =>
    store.people.get(ownerId)?.isAdmin === true || kind !== 'entries' || (row as Entry).personId === ownerId;
  const isMeant = ({ events }: Webhook): boolean =>
    [`${entity} ${action}`, `${entity} *`, `* ${action}`, '* *'].some((one) => events.includes(one));
  return hooksOf(store)
    .filter((hook) => hook.isEnabled && hook.validatedAt !== null && isMeant(hook) && maySee(hook))
    .map((hook) => delivery(hook, service, { entity, action, modelId, payload }));
}
