/** Keeps a store in one file: written beside it and renamed, so that the file is always whole. */
import {
  mkdirSync,
  openSync,
  readFileSync,
  closeSync,
  fsyncSync,
  renameSync,
  writeSync,
  existsSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Store, StoreState } from './store.ts';

const FILE = 'state.json';
const PAUSE = 300;

export class Snapshot {
  readonly #folder: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }
  get path(): string {
    return join(this.#folder, FILE);
  }
  read(): StoreState | undefined {
    return existsSync(this.path) ? (JSON.parse(readFileSync(this.path, 'utf8')) as StoreState) : undefined;
  }
  remove(): void {
    rmSync(this.path, { force: true });
  }
  write(store: Store): void {
    mkdirSync(this.#folder, { recursive: true });
    const beside = `${this.path}.new`;
    const file = openSync(beside, 'w');
    writeSync(file, JSON.stringify(store.state()));
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, this.path);
  }
  /** Writes soon after each change; many at once are written once. */
  follow(store: Store): void {
    store.listen(() => {
      this.soon(store);
    });
  }
  soon(store: Store): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.write(store);
    }, PAUSE);
  }
  /** Writes what is not written yet; a file that is up to date, or somebody else's by now, is left alone. */
  flush(store: Store): void {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.write(store);
    }
  }
}
