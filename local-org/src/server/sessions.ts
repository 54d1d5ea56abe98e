/** Who is signed in: browser sessions and access tokens, in memory, random, known by nothing but their value. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../runtime/runtime.ts';

export interface Session {
  /** `00D…!…`: the access token, and the value of the browser's cookie. */
  readonly token: string;
  readonly userId: string;
  readonly kind: 'browser' | 'token';
  /** OAuth scopes; a browser's session has all. */
  readonly scopes: ReadonlySet<string>;
  /** Name of the external client app that got the token; null for browsers. */
  readonly clientName: string | null;
  readonly createdAt: number;
  /** Of the org's clock; absent for sessions that do not end by themselves. */
  readonly expiresAt?: number;
}

const TOKEN_BYTES = 48;

export class SessionTable {
  readonly #sessions = new Map<string, Session>();
  readonly #organizationId: string;
  readonly #clock: Clock;

  constructor(organizationId: string, clock: Clock) {
    this.#organizationId = organizationId;
    this.#clock = clock;
  }

  open(session: Omit<Session, 'token'>): Session {
    const token = `${this.#organizationId}!${randomBytes(TOKEN_BYTES).toString('base64url')}`;
    const opened = { ...session, token };
    this.#sessions.set(token, opened);
    return opened;
  }
  find(token: string): Session | null {
    const session = this.#sessions.get(token) ?? null;
    if (session?.expiresAt !== undefined && session.expiresAt <= this.#clock.now()) {
      this.#sessions.delete(token);
      return null;
    }
    return session;
  }
  close(token: string): void {
    this.#sessions.delete(token);
  }
  get all(): readonly Session[] {
    return [...this.#sessions.values()];
  }
  /** Opens sessions again that this org gave out before it was started anew. */
  restore(sessions: readonly Session[]): void {
    for (const session of sessions) {
      this.#sessions.set(session.token, session);
    }
  }
  get size(): number {
    return this.#sessions.size;
  }
}
