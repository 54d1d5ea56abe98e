/** The package on the local org with a probe beside it, and connections to services over real HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer, serve } from '../../local-org/src/server/serve.ts';
import { bundleLocalOrg } from '../../scripts/org.mjs';
import type { FaceAddress } from '../../timesheet-services/src/index.ts';

const root = join(import.meta.dirname, '../..');
/** The package, and the probe beside it. */
export const SOURCES: readonly string[] = [join(root, 'force-app'), join(root, 'contracts/apex')];

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };
export interface Refusal {
  readonly outcome: string;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly message: string;
  readonly serviceWords?: string;
}
export interface Answer {
  readonly rows?: readonly Row[];
  readonly row?: Row | null;
  readonly identity?: { readonly id: string; readonly name: string; readonly email?: string } | null;
  readonly requests?: number;
  readonly remaining?: number;
  readonly isComplete?: boolean;
  readonly refusal?: Refusal;
  readonly id?: string;
}
export type Operation = 'identity' | 'list' | 'create' | 'modify' | 'read' | 'remove';

export interface Probe {
  /** Runs an operation of the probe in a transaction of its own. */
  perform<T = Answer>(operation: string, asked: Readonly<Record<string, unknown>>): Promise<T>;
  /** Lets time jump by some seconds, in whole minutes, so that what waits goes on. */
  advance(seconds: number): Promise<void>;
}
export interface ServedPackage extends Probe {
  stop(): Promise<void>;
}

export async function servePackage(): Promise<ServedPackage> {
  const store = mkdtempSync(join(tmpdir(), 'timesheet-contracts-'));
  const bundle = (await import(join(await bundleLocalOrg(), 'serve.mjs'))) as { readonly serve: typeof serve };
  const running: RunningServer = await bundle.serve({
    org: {
      sources: SOURCES.map((directory) => ({ directory })),
      store: join(store, 'org'),
      parseCacheDirectory: join(root, 'build/parse'),
    },
    port: 0,
    cache: join(root, 'build/lightning'),
  });
  if (running.compileErrors.length > 0) {
    throw new Error(running.compileErrors.join('\n'));
  }
  return {
    ...probeAt(running.url, running.org.controlToken),
    stop: async () => {
      await running.stop();
      rmSync(store, { recursive: true, force: true });
    },
  };
}

/** Asks a served org that holds the package and the probe. */
export function probeAt(url: string, token: string): Probe {
  const post = async (path: string, body: unknown): Promise<string> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path} was answered with ${response.status}: ${text}`);
    }
    return text;
  };
  return {
    perform: async <T>(operation: string, asked: Readonly<Record<string, unknown>>): Promise<T> =>
      JSON.parse(await post(`/services/apexrest/contract/${operation}`, asked)) as T,
    advance: async (seconds) => {
      await post('/_/org/clock', { command: `+${Math.ceil(seconds / 60)}m` });
    },
  };
}

/** A connection to one face of a service, its credential made as the package makes it. */
export class Connection {
  readonly #org: Probe;
  readonly id: string;

  private constructor(org: Probe, id: string) {
    this.#org = org;
    this.id = id;
  }

  static async open(org: Probe, face: FaceAddress, values: Readonly<Record<string, string>>): Promise<Connection> {
    const { name } = face.face;
    const made = await org.perform('connection', {
      provider: name,
      address: name === 'toggl' ? face.address.replace(/\/api\/v9$/, '') : face.address,
      tenant: face.credential.tenant,
      zone: 'Europe/Vienna',
    });
    const connection = new Connection(org, made.id ?? '');
    await connection.perform('credential', { values });
    return connection;
  }

  /** The same connection, asked of an org that was started again. */
  at(org: Probe): Connection {
    return new Connection(org, this.id);
  }

  /** Replaces the credential. */
  async enter(values: Readonly<Record<string, string>>): Promise<void> {
    await this.perform('credential', { values, again: true });
  }

  perform<T = Answer>(operation: string, asked: Readonly<Record<string, unknown>> = {}): Promise<T> {
    return this.#org.perform<T>(operation, { connection: this.id, ...asked });
  }
}
