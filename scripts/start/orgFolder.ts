/**
 * The folder that keeps an org between starts. `begun.json` is written when all that belongs into a new org is in it,
 * so a folder without it is left from a start that was cut short and is begun anew.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How an org was begun. */
export interface Beginning {
  /** Of the demo data; null where the org began empty. */
  readonly seed: number | null;
  readonly at: string;
}

/** Another process keeps the org in use. */
export class OrgInUseError extends Error {
  override readonly name = 'OrgInUseError';
}

export class OrgFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  get rows(): string {
    return join(this.path, 'rows');
  }
  get beginning(): Beginning | null {
    const file = join(this.path, 'begun.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Beginning) : null;
  }
  /** Takes the folder for this process, empty where nothing whole is in it. */
  take({ doesReset }: { readonly doesReset: boolean }): void {
    const other = this.#holder();
    if (other !== null) {
      throw new OrgInUseError(
        `The org in ${this.path} is open in process ${other}. End that one first, or give this one its own folder: npm start -- --data build/other --port 8081`,
      );
    }
    if (doesReset || this.beginning === null) {
      rmSync(this.path, { recursive: true, force: true });
    }
    mkdirSync(this.path, { recursive: true });
    writeFileSync(this.#lock, String(process.pid));
  }
  begin(beginning: Beginning): void {
    writeFileSync(join(this.path, 'begun.json'), `${JSON.stringify(beginning, null, 2)}\n`);
  }
  release(): void {
    if (this.#holder() === null) {
      rmSync(this.#lock, { force: true });
    }
  }

  get #lock(): string {
    return join(this.path, 'process');
  }
  /** The process that has the folder open, unless it is this one or ended without a word. */
  #holder(): number | null {
    if (!existsSync(this.#lock)) {
      return null;
    }
    const id = Number(readFileSync(this.#lock, 'utf8'));
    return id !== process.pid && isRunning(id) ? id : null;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
