/** The public way in: starts timesheet services over HTTP and hands back everything a test or a benchmark asks of one. */
import type { FastifyInstance } from 'fastify';
import { Clock } from './core/clock.ts';
import type { Credential, Face, FaceName } from './core/call.ts';
import { mount, newServer, refuseUnknown } from './core/serve.ts';
import { Service, type Plan } from './core/service.ts';
import { Snapshot } from './core/snapshot.ts';
import { Store } from './core/store.ts';
import type { Person } from './core/model.ts';
import { totalsOf, type Totals } from './core/totals.ts';
import { newAccount } from './generate/account.ts';
import type { SizeName } from './generate/sizes.ts';
import { addAdmin } from './admin/routes.ts';
import { addPage } from './admin/page.ts';
import { FACES } from './faces.ts';
import { open } from './open/index.ts';

export interface StartOptions {
  /** One face at the root of the address, or all of them, each below its name. */
  readonly face?: FaceName | 'all';
  readonly size?: SizeName;
  readonly seed?: number;
  /** 0 for any free one. */
  readonly port?: number;
  readonly host?: string;
  readonly plan?: Plan;
  /** Whether limits of the vendor refuse calls; true unless said. */
  readonly limits?: boolean;
  readonly clock?: Clock;
  /** Keeps the account in this folder; in memory only, unless said. */
  readonly folder?: string;
  /** Throws away what the folder keeps. */
  readonly reset?: boolean;
  /** Waits in milliseconds before further attempts of webhooks, for every face. */
  readonly webhookRetries?: readonly number[];
}

/** Where the page finds the rows. */
const PAGE_PREFIX = '/_/open';

export interface FaceAddress {
  readonly face: Face;
  /** What a connection takes as the service's address; the vendor's documented base path is part of it. */
  readonly address: string;
  readonly credential: Credential;
}

export interface TimesheetService {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  /** The chosen face's, or the first one's where all are served. */
  readonly address: string;
  readonly credential: Credential;
  readonly faces: readonly FaceAddress[];
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: Service['faults'];
  readonly requests: Service['requests'];
  readonly webhooks: Service['webhooks'];
  faceNamed(name: FaceName): FaceAddress;
  credentialOf(person: Person, name?: FaceName): Credential;
  /** Counts and seconds, by project and by person, that a faithful copy agrees with. */
  totals(): Totals;
  stop(): Promise<void>;
}

export async function startTimesheetService(options: StartOptions = {}): Promise<TimesheetService> {
  const clock = options.clock ?? new Clock();
  const snapshot = options.folder === undefined ? undefined : new Snapshot(options.folder);
  if (options.reset === true) {
    snapshot?.remove();
  }
  const kept = snapshot?.read();
  const store =
    kept === undefined
      ? newAccount({ seed: options.seed ?? 1, size: options.size ?? 'small', clock })
      : Store.restore(kept, clock);
  const service = new Service(store, {
    plan: options.plan ?? 'premium',
    hasLimits: options.limits ?? true,
    webhookRetries: options.webhookRetries ?? null,
  });
  snapshot?.follow(store);

  const server = newServer();
  const chosen = options.face ?? 'all';
  const mounted = FACES.filter((make) => chosen === 'all' || make.face === chosen).map(({ make, face: name }) => {
    const face = make(service);
    service.addFace(face);
    return { face, prefix: chosen === 'all' ? `/${name}` : '' };
  });
  for (const { face, prefix } of mounted) {
    mount(server, face, prefix, service);
  }
  refuseUnknown(server, mounted, service);
  const pageFace = open(new Service(store, { plan: 'premium', hasLimits: false, webhookRetries: null }));
  mount(server, pageFace, PAGE_PREFIX, service, { isApart: true });
  addAdmin(server, {
    service,
    faces: () => faces,
    rows: () => ({
      address: `${PAGE_PREFIX}${pageFace.base}`,
      token: pageFace.credential(store.admin(), service).secret,
    }),
    keep: () => {
      snapshot?.soon(store);
    },
  });
  addPage(server);
  const url = await listen(server, options);
  const faces = mounted.map(({ face, prefix }) => ({
    face,
    address: `${url}${prefix}${face.base}`,
    credential: face.credential(store.admin(), service),
  }));
  if (kept === undefined) {
    snapshot?.flush(store);
  }
  const faceNamed = (name: FaceName): FaceAddress => {
    const found = faces.find(({ face }) => face.name === name);
    if (found === undefined) {
      throw new Error(`This service does not show itself as ${name}`);
    }
    return found;
  };
  const [first] = faces;
  if (first === undefined) {
    throw new Error(`There is no timesheet service called ${chosen}`);
  }
  return {
    url,
    address: first.address,
    credential: first.credential,
    faces,
    store,
    clock,
    faults: service.faults,
    requests: service.requests,
    webhooks: service.webhooks,
    faceNamed,
    credentialOf: (person, name = first.face.name) => faceNamed(name).face.credential(person, service),
    totals: () => totalsOf(store),
    stop: async () => {
      service.webhooks.stop();
      snapshot?.flush(store);
      await server.close();
    },
  };
}

async function listen(server: FastifyInstance, { host = '127.0.0.1', port = 0 }: StartOptions): Promise<string> {
  await server.listen({ host, port });
  const address = server.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}
export { Clock } from './core/clock.ts';
export type { Credential, FaceName } from './core/call.ts';
export { FAULTS, type FaultKind, type FaultWish } from './core/faults.ts';
export type { Totals } from './core/totals.ts';
