/** Copies of the rows of an org under a name, beside the rows themselves in the org's folder. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROWS = 'snapshot.bin';
const FOLDER = 'snapshots';
const ENDING = '.bin';
/** What was there before a copy took its place. */
const BEFORE = 'before';

/** The copy that is made once the demo data is in. */
export const DEMO_SNAPSHOT = 'Demo data';

export interface SavedSnapshot {
  readonly name: string;
  readonly savedAt: string;
  readonly bytes: number;
}

/** A name people can read that is a file name everywhere. */
export const isSnapshotName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/.test(name);

const fileOf = (store: string, name: string): string => join(store, FOLDER, `${name}${ENDING}`);
export const hasSnapshot = (store: string, name: string): boolean =>
  isSnapshotName(name) && existsSync(fileOf(store, name));

export function savedSnapshots(store: string): readonly SavedSnapshot[] {
  const folder = join(store, FOLDER);
  return !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((file) => file.endsWith(ENDING))
        .map((file) => {
          const { mtime, size } = statSync(join(folder, file));
          return { name: file.slice(0, -ENDING.length), savedAt: mtime.toISOString(), bytes: size };
        })
        .sort((left, right) => right.savedAt.localeCompare(left.savedAt));
}

/** The folder's rows must have been written whole just before. */
export function keepSnapshot(store: string, name: string): void {
  mkdirSync(join(store, FOLDER), { recursive: true });
  copyFileSync(join(store, ROWS), fileOf(store, name));
}
export function dropSnapshot(store: string, name: string): void {
  rmSync(fileOf(store, name), { force: true });
}

const isOfRows = (file: string): boolean => file === ROWS || /^journal-\d+\.bin$/.test(file);

function rowFiles(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter(isOfRows) : [];
}

/**
 * Puts a copy in the place of the rows, or nothing, so that the org starts over. No org may have the folder open. What
 * was there is kept aside until `forgetBefore`.
 */
export function putBack(store: string, name: string | null): void {
  const aside = join(store, BEFORE);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  for (const file of rowFiles(store)) {
    renameSync(join(store, file), join(aside, file));
  }
  if (name !== null) {
    copyFileSync(fileOf(store, name), join(store, ROWS));
  }
}
/** Undoes `putBack`. */
export function returnBefore(store: string): void {
  const aside = join(store, BEFORE);
  if (existsSync(aside)) {
    rowFiles(store).forEach((file) => rmSync(join(store, file)));
    rowFiles(aside).forEach((file) => renameSync(join(aside, file), join(store, file)));
  }
}
export function forgetBefore(store: string): void {
  rmSync(join(store, BEFORE), { recursive: true, force: true });
}
