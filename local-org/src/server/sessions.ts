/**
 * Who is signed in: browser sessions and access tokens. A token is random and known to its client alone; the table, in
 * memory as on disk, has its hash. Sessions outlive a restart of the server, as they do on the platform.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../runtime/runtime.ts';
import type { SessionFile } from './sessionFile.ts';

export interface Session {
  /** SHA-256 of the token, in hexadecimal. */
  readonly hash: string;
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
export interface OpenedSession extends Session {
  /** `00D…!…`: the access token, and the value of the browser's cookie. */
  readonly token: string;
}

const TOKEN_BYTES = 48;
/** Browsers do not say when they are closed for good: the oldest sessions make room. */
const MOST_SESSIONS = 1000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export class SessionTable {
  readonly #sessions = new Map<string, Session>();
  /** Those that end with the process. */
  readonly #passing = new Set<string>();
  readonly #organizationId: string;
  readonly #clock: Clock;
  readonly #file: SessionFile | null;

  constructor(organizationId: string, clock: Clock, file: SessionFile | null = null) {
    this.#organizationId = organizationId;
    this.#clock = clock;
    this.#file = file;
    this.restore(file?.read() ?? []);
  }

  open(session: Omit<Session, 'hash'>): OpenedSession {
    const opened = this.#add(session);
    this.#keep();
    return opened;
  }
  /** A session that ends with the process: the command line's. */
  openForNow(session: Omit<Session, 'hash'>): OpenedSession {
    const opened = this.#add(session);
    this.#passing.add(opened.hash);
    return opened;
  }
  #add(session: Omit<Session, 'hash'>): OpenedSession {
    const token = `${this.#organizationId}!${randomBytes(TOKEN_BYTES).toString('base64url')}`;
    const added: Session = { ...session, hash: hashOf(token) };
    this.#sessions.set(added.hash, added);
    return { ...added, token };
  }
  find(token: string): Session | null {
    const session = this.#sessions.get(hashOf(token)) ?? null;
    if (session !== null && this.#isOver(session)) {
      this.close(session);
      return null;
    }
    return session;
  }
  close({ hash }: Session): void {
    this.#passing.delete(hash);
    if (this.#sessions.delete(hash)) {
      this.#keep();
    }
  }
  /** Those that are to go on when the org is started again. */
  get lasting(): readonly Session[] {
    return [...this.#sessions.values()].filter((session) => !this.#passing.has(session.hash) && !this.#isOver(session));
  }
  /** Opens sessions again that this org gave out before it was started anew. */
  restore(sessions: readonly Session[]): void {
    for (const session of sessions) {
      this.#sessions.set(session.hash, session);
    }
  }
  #isOver({ expiresAt }: Session): boolean {
    return expiresAt !== undefined && expiresAt <= this.#clock.now();
  }
  #keep(): void {
    const lasting = this.lasting;
    lasting.slice(0, Math.max(lasting.length - MOST_SESSIONS, 0)).forEach(({ hash }) => this.#sessions.delete(hash));
    this.#file?.write(lasting.slice(-MOST_SESSIONS));
  }
}
