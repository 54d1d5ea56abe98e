/** Sessions of an org on disk, beside its rows: hashes of tokens, never a token. Only the owner may read the file. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './sessions.ts';

const NAME = 'sessions.json';
const OWNER_ONLY = 0o600;

type StoredSession = Omit<Session, 'scopes'> & { readonly scopes: readonly string[] };

export class SessionFile {
  readonly #file: string;

  constructor(directory: string) {
    this.#file = join(directory, NAME);
  }

  /** None where the file is missing or no list: everybody signs in again. */
  read(): readonly Session[] {
    if (!existsSync(this.#file)) {
      return [];
    }
    try {
      const stored = JSON.parse(readFileSync(this.#file, 'utf8')) as readonly StoredSession[];
      return stored.map((session) => ({ ...session, scopes: new Set(session.scopes) }));
    } catch {
      return [];
    }
  }
  /** In one step, so that a kill leaves the file of before or after. */
  write(sessions: readonly Session[]): void {
    const stored: readonly StoredSession[] = sessions.map((session) => ({
      ...session,
      scopes: [...session.scopes],
    }));
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, JSON.stringify(stored), { mode: OWNER_ONLY });
    renameSync(temporary, this.#file);
  }
  /** Users may be others from now on. */
  static remove(directory: string): void {
    rmSync(join(directory, NAME), { force: true });
  }
}
