/** The service about itself, below `/_/`: what it holds, who called, and what goes wrong on purpose. For this machine only. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FaceAddress } from '../index.ts';
import { FAULTS, type FaultKind, type FaultWish } from '../core/faults.ts';
import { Fields, isList, type Json } from '../core/fields.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { totalsOf } from '../core/totals.ts';
import { hookOf, shownHook } from './hooks.ts';

export interface AdminParts {
  readonly service: Service;
  readonly faces: () => readonly FaceAddress[];
  /** How the page reads and writes rows: a face of the open contract that faults leave alone. */
  readonly rows: () => { readonly address: string; readonly token: string };
  /** Writes what is kept, after changes that no table tells. */
  readonly keep: () => void;
}
/** What was sent makes no sense; the message says why. */
class Nonsense extends Error {}

export function addAdmin(server: FastifyInstance, parts: AdminParts): void {
  const { service } = parts;
  const { store, faults, requests, webhooks } = service;
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/_/') && isForeign(request)) {
      await reply.code(403).send(JSON.stringify({ message: 'Pages of other addresses may not ask this.' }));
    }
  });
  const get = (path: string, answer: () => unknown): void => {
    server.get(path, (_request, reply) => json(reply, 200, answer()));
  };
  const change = (
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    act: (fields: Fields, id: number) => unknown,
  ): void => {
    server.route({
      method,
      url: path,
      handler: (request, reply) => {
        try {
          const answer = act(fieldsOf(request), Number((request.params as { readonly id?: string }).id));
          parts.keep();
          return answer === undefined ? reply.code(204).send() : json(reply, 200, answer);
        } catch (error) {
          if (error instanceof Nonsense) {
            return json(reply, 400, { message: error.message });
          }
          throw error;
        }
      },
    });
  };

  get('/_/state', () => ({
    account: { name: store.name, seed: store.seed, size: store.size, plan: service.plan, now: store.now() },
    faces: parts.faces().map(({ face, address, credential }) => ({
      name: face.name,
      title: face.title,
      address,
      tenant: credential.tenant,
      email: credential.email,
      secret: credential.secret,
      headers: credential.headers,
    })),
    rows: parts.rows(),
    totals: shownTotals(service),
    settings: store.settings,
    requests: requests.counts(),
    faults: faults.list(),
  }));
  get('/_/totals', () => {
    const totals = totalsOf(store);
    return {
      ...totals,
      secondsByProject: Object.fromEntries(totals.secondsByProject),
      secondsByPerson: Object.fromEntries(totals.secondsByPerson),
    };
  });

  get('/_/faults', () => faults.list());
  change('POST', '/_/faults', (fields) => faults.add(wishOf(fields)));
  change('DELETE', '/_/faults', () => {
    faults.clear();
  });
  change('DELETE', '/_/faults/:id', (_fields, id) => {
    if (!faults.remove(id)) {
      throw new Nonsense(`There is no fault ${id}.`);
    }
  });

  get('/_/requests', () => ({ ...requests.counts(), lines: requests.lines().slice(-200) }));
  change('DELETE', '/_/requests', () => {
    requests.clear();
  });
  get('/_/deliveries', () => webhooks.lines());
  get('/_/webhooks', () => store.webhooks.all().map(shownHook));
  // For faces whose vendors have a page for it and no route, such as Redmine.
  change('POST', '/_/webhooks', (fields) =>
    shownHook(store.webhooks.insert(hookOf(fields, store.admin().id, nonsense))),
  );
  change('DELETE', '/_/webhooks/:id', (_fields, id) => {
    store.webhooks.delete(id);
  });

  get('/_/settings', () => store.settings);
  change('PATCH', '/_/settings', (fields) => {
    store.settings = { ...store.settings, ...settingsOf(fields) };
    return store.settings;
  });
  change('POST', '/_/clock', (fields) => {
    const [set, advance] = [fields.number('set'), fields.number('advance')];
    if (set !== undefined) {
      store.clock.set(set);
    } else if (advance === undefined) {
      store.clock.run();
    } else {
      store.clock.advance(advance);
    }
    return { now: store.now() };
  });
}

function nonsense(message: string): Error {
  return new Nonsense(message);
}
function json(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}
/** A page that another address served. */
function isForeign({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}
function fieldsOf({ body }: FastifyRequest): Fields {
  if (typeof body !== 'string' || body === '') {
    return new Fields({});
  }
  try {
    const value = JSON.parse(body) as Json;
    const fields = Fields.of(value);
    if (fields !== undefined && !isList(value)) {
      return fields;
    }
  } catch {
    // Told below, with what is no object.
  }
  throw new Nonsense('Send a JSON object.');
}
function shownTotals(service: Service): unknown {
  const { secondsByProject: _projects, secondsByPerson: _people, ...totals } = totalsOf(service.store);
  return totals;
}

const NUMBERS = ['times', 'after', 'share', 'seed', 'delay', 'retryAfter', 'status', 'rows'] as const;
const KNOWN: readonly string[] = ['kind', 'path', 'method', ...NUMBERS];

function wishOf(fields: Fields): FaultWish {
  const kind = fields.text('kind') ?? '';
  if (!(kind in FAULTS)) {
    throw new Nonsense(`kind must be one of ${Object.keys(FAULTS).join(', ')}.`);
  }
  const unknown = fields.names().filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) {
    throw new Nonsense(`There is no ${unknown.join(', ')}. Known: ${KNOWN.join(', ')}.`);
  }
  const numbers = NUMBERS.filter((name) => fields.has(name)).map((name) => {
    const value = fields.number(name);
    if (value === undefined) {
      throw new Nonsense(`${name} must be a number.`);
    }
    return [name, value] as const;
  });
  const texts = (['path', 'method'] as const).flatMap((name) => {
    const value = fields.text(name);
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return { kind: kind as FaultKind, ...Object.fromEntries(texts), ...Object.fromEntries(numbers) };
}

function settingsOf(fields: Fields): Partial<Settings> {
  for (const name of fields.names()) {
    const usual = (DEFAULT_SETTINGS as Settings & Record<string, unknown>)[name];
    if (typeof usual !== typeof fields.raw(name)) {
      throw new Nonsense(
        usual === undefined
          ? `There is no setting ${name}.`
          : `${name} must be a ${typeof usual}, such as ${JSON.stringify(usual)}.`,
      );
    }
  }
  return Object.fromEntries(fields.names().map((name) => [name, fields.raw(name)]));
}
