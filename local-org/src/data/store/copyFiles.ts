/**
 * Copies the rows of an org from its folder while another process may be writing them: a snapshot and the journal that
 * goes with it, as they stand at one moment. The end of the journal may be torn; whoever opens the copy cuts it off.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './journal.ts';

const MOST_TRIES = 20;

export const hasRows = (directory: string): boolean =>
  existsSync(directory) && readdirSync(directory).some((file) => isOfRows(file));

/** Throws where there is no org, or where it is written anew each time the copy is looked at. */
export function copyRows(from: string, to: string): void {
  if (!hasRows(from)) {
    throw new Error(`There is no org in ${from}`);
  }
  mkdirSync(to, { recursive: true });
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = state(from);
    for (const file of readdirSync(to).filter(isOfRows)) {
      rmSync(join(to, file));
    }
    try {
      before.files.forEach((file) => copyFileSync(join(from, file), join(to, file)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
      continue;
    }
    if (state(from).stamp === before.stamp) {
      return;
    }
  }
  throw new Error(`The org in ${from} is being written anew; try again`);
}

const isOfRows = (file: string): boolean => file === SNAPSHOT_FILE || JOURNAL_FILE.test(file);

/** A new snapshot has another stamp; a longer journal has not: its new end is what the copy need not have. */
function state(directory: string): { readonly files: readonly string[]; readonly stamp: string } {
  const files = readdirSync(directory).filter(isOfRows).sort();
  const snapshot = join(directory, SNAPSHOT_FILE);
  const written = existsSync(snapshot) ? statSync(snapshot) : null;
  return { files, stamp: [...files, written?.ino, written?.mtimeMs].join('/') };
}
