/** The public way in: starts timesheet services over HTTP and hands back everything a test or a benchmark asks of one. */
import type { FastifyInstance } from 'fastify';
import { Clock } from './core/clock.ts';
import type { Credential, Face, FaceName } from './core/call.ts';
import { mount, newServer, refuseUnknown, type Mounted } from './core/serve.ts';
import { Service, type Plan } from './core/service.ts';
import { Snapshot } from './core/snapshot.ts';
import { Store } from './core/store.ts';
import type { Person } from './core/model.ts';
import { totalsOf, type Totals } from './core/totals.ts';
import { newAccount } from './generate/account.ts';
import type { SizeName } from './generate/sizes.ts';
import { addAdmin, type AdminParts } from './admin/routes.ts';
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
  const { clock = new Clock(), face: chosen = 'all', plan = 'premium', limits = true, webhookRetries = null } = options;
  const { store, snapshot, isNew } = openAccount(options, clock);
  const service = new Service(store, { plan, hasLimits: limits, webhookRetries });
  const server = newServer();
  const mounted = mountFaces(server, service, chosen);
  const faces: FaceAddress[] = [];
  const rows = mountRows(server, service);
  const keep = (): void => {
    snapshot?.soon(store);
  };
  addAdmin(server, { service, faces: () => faces, rows, keep });
  addPage(server);
  const url = await listen(server, options);
  for (const { face, prefix } of mounted) {
    const credential = face.credential(store.admin(), service);
    faces.push({ face, address: `${url}${prefix}${face.base}`, credential });
  }
  if (isNew) {
    snapshot?.write(store);
  }
  const faceNamed = (name: FaceName | undefined): FaceAddress => {
    const found = faces.find(({ face }) => name === undefined || face.name === name);
    if (found === undefined) {
      throw new Error(`This service does not show itself as ${name ?? chosen}`);
    }
    return found;
  };
  const { address, credential } = faceNamed(undefined);
  const { faults, requests, webhooks } = service;
  return {
    ...{ url, address, credential, faces, store, clock, faults, requests, webhooks, faceNamed },
    credentialOf: (person, name) => faceNamed(name).face.credential(person, service),
    totals: () => totalsOf(store),
    stop: async () => {
      webhooks.stop();
      await server.close();
      snapshot?.flush(store);
    },
  };
}

interface Account {
  readonly store: Store;
  readonly snapshot: Snapshot | undefined;
  readonly isNew: boolean;
}
/** As the folder has it, else a new one. */
function openAccount({ folder, reset = false, seed = 1, size = 'small' }: StartOptions, clock: Clock): Account {
  const snapshot = folder === undefined ? undefined : new Snapshot(folder);
  if (reset) {
    snapshot?.remove();
  }
  const kept = snapshot?.read();
  const store = kept === undefined ? newAccount({ seed, size, clock }) : Store.restore(kept, clock);
  snapshot?.follow(store);
  return { store, snapshot, isNew: kept === undefined };
}

function mountFaces(server: FastifyInstance, service: Service, chosen: FaceName | 'all'): readonly Mounted[] {
  const mounted = FACES.filter((maker) => chosen === 'all' || maker.face === chosen).map(({ make, face: name }) => {
    const face = make(service);
    service.addFace(face);
    return { face, prefix: chosen === 'all' ? `/${name}` : '' };
  });
  for (const { face, prefix } of mounted) {
    mount(server, face, prefix, service);
  }
  refuseUnknown(server, mounted, service);
  return mounted;
}
/** The page reads and writes by the open contract, apart from faults, limits and counts. */
function mountRows(server: FastifyInstance, service: Service): AdminParts['rows'] {
  const { store } = service;
  const face = open(new Service(store, { plan: 'premium', hasLimits: false, webhookRetries: null }));
  mount(server, face, PAGE_PREFIX, service, { isApart: true });
  return () => ({ address: `${PAGE_PREFIX}${face.base}`, token: face.credential(store.admin(), service).secret });
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
