/** An org that is served: the org itself and what exists only because clients talk to it. Lives in the org's worker. */
import { randomUUID } from 'node:crypto';
import type { LocalOrg } from '../org/localOrg.ts';
import { SessionTable } from './sessions.ts';

/** What the worker tells the front without being asked. */
export type Notice =
  | { readonly kind: 'stream'; readonly channel: string; readonly payload: unknown }
  | { readonly kind: 'fault'; readonly id: string; readonly text: string };

export class ServedOrg {
  readonly local: LocalOrg;
  readonly sessions: SessionTable;
  readonly #notify: (notice: Notice) => void;
  #apiCalls = 0;

  constructor(local: LocalOrg, notify: (notice: Notice) => void) {
    this.local = local;
    this.#notify = notify;
    this.sessions = new SessionTable(local.parts.users.organizationId);
  }

  get apiCalls(): number {
    return this.#apiCalls;
  }
  countApiCall(): void {
    this.#apiCalls++;
  }
  /** Sends a message to the browsers that listen on a channel (`/event/Thing__e`, `/records`). */
  stream(channel: string, payload: unknown): void {
    this.#notify({ kind: 'stream', channel, payload });
  }
  /** Keeps a fault's text for the server's output; the client gets its id only. */
  reportFault(error: unknown): string {
    const id = randomUUID();
    this.#notify({ kind: 'fault', id, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return id;
  }
}
