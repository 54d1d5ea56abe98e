/**
 * The form an org's folder is written in. A folder of another form is refused rather than misread. One without a note is
 * of the first form, which had none.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const FORMAT = 1;
const NOTE = 'format.json';

interface FormatNote {
  readonly format: number;
  /** Of the Node that wrote last: a newer one may write what an older one can't read. */
  readonly node: string;
}

/** The folder can't be read as it is; its message says why and what to do. */
export class StoreFolderError extends Error {
  override readonly name = 'StoreFolderError';
  /** A worker's errors lose their class on the way to another thread, not this. */
  readonly code = 'STORE_FOLDER';
}

export function proveFormat(directory: string): void {
  const file = join(directory, NOTE);
  if (!existsSync(file)) {
    return;
  }
  const note = readNote(file);
  if (note.format !== FORMAT) {
    throw new StoreFolderError(
      `The org in ${directory} was written by another version of the local org (form ${note.format}; this one reads ${FORMAT}). Open it with that version, or begin anew`,
    );
  }
}

export function noteFormat(directory: string): void {
  const note: FormatNote = { format: FORMAT, node: process.versions.node };
  writeFileSync(join(directory, NOTE), `${JSON.stringify(note)}\n`);
}

/** What can't be decoded although its checksum is right was written by a newer Node. */
export function undecodable(file: string, directory: string, cause: unknown): StoreFolderError {
  const note = join(directory, NOTE);
  const writer = existsSync(note) ? ` (Node ${readNote(note).node})` : '';
  return new StoreFolderError(
    `${file} can't be read by Node ${process.versions.node}: ${(cause as Error).message}. Take the Node that wrote it${writer}, or begin anew`,
  );
}

function readNote(file: string): FormatNote {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FormatNote;
  } catch {
    throw new StoreFolderError(`${file} is damaged: restore the folder from a copy, or begin anew`);
  }
}
