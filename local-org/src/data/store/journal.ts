/**
 * Keeps a store on disk: a snapshot, and a journal with one record a commit. A record is its length, its checksum and
 * its bytes; a torn one at the end is cut off. Snapshot and journal carry one number, so that a crash between writing
 * the first and starting the second leaves a pair that fits.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Change } from '../store.ts';
import { decodeRow, encodeRow, type PlainRow } from './encode.ts';
import type { Counters, MemoryStore } from './memoryStore.ts';

interface Snapshot {
  readonly generation: number;
  readonly tables: readonly { readonly object: string; readonly rows: readonly PlainRow[] }[];
  readonly counters: Counters;
}
interface JournalRecord {
  readonly changes: readonly { readonly object: string; readonly id: string; readonly after: PlainRow | null }[];
  readonly counters: Counters;
}

const HEADER = 8;
export const SNAPSHOT_FILE = 'snapshot.bin';
export const JOURNAL_FILE = /^journal-\d+\.bin$/;
const journalName = (generation: number): string => `journal-${generation}.bin`;

export class Persistence {
  readonly #directory: string;
  readonly #store: MemoryStore;
  #generation = 0;
  #journal: number | null = null;

  private constructor(directory: string, store: MemoryStore) {
    this.#directory = directory;
    this.#store = store;
  }

  /** Fills the store from the folder and writes every later commit there. Objects that no longer exist are left out. */
  static open(directory: string, store: MemoryStore): Persistence {
    mkdirSync(directory, { recursive: true });
    const persistence = new Persistence(directory, store);
    persistence.#load();
    store.onCommit((changes, counters) => persistence.#append(changes, counters));
    return persistence;
  }

  /** Writes all rows anew and starts an empty journal. */
  snapshot(): void {
    if (!this.#store.isCommitted) {
      throw new Error('A snapshot is taken between transactions: commit or roll back first');
    }
    const generation = this.#generation + 1;
    const data: Snapshot = {
      generation,
      tables: [...this.#store.tables].map((table) => ({
        object: table.object.name,
        rows: Array.from(table.rows(true), encodeRow),
      })),
      counters: this.#store.counters,
    };
    const temporary = join(this.#directory, `${SNAPSHOT_FILE}.new`);
    writeWhole(temporary, frame(serialize(data)));
    renameSync(temporary, join(this.#directory, SNAPSHOT_FILE));
    syncDirectory(this.#directory);
    this.close();
    this.#generation = generation;
    this.#openJournal(0);
    for (const file of readdirSync(this.#directory)) {
      if (JOURNAL_FILE.test(file) && file !== journalName(generation)) {
        rmSync(join(this.#directory, file));
      }
    }
  }
  /** Where the org's files are; what else it keeps lies beside them. */
  get directory(): string {
    return this.#directory;
  }
  close(): void {
    if (this.#journal !== null) {
      closeSync(this.#journal);
      this.#journal = null;
    }
  }

  #load(): void {
    const snapshotFile = join(this.#directory, SNAPSHOT_FILE);
    if (existsSync(snapshotFile)) {
      const { value } = readFrames<Snapshot>(readFileSync(snapshotFile));
      const snapshot = value[0];
      if (snapshot === undefined) {
        throw new Error(`${snapshotFile} is damaged: restore it from a copy or delete the folder to begin anew`);
      }
      this.#generation = snapshot.generation;
      for (const { object, rows } of snapshot.tables) {
        rows.forEach((row) => this.#apply(object, String(row['Id']), row));
      }
      this.#store.raiseCounters(snapshot.counters);
    }
    const journalFile = join(this.#directory, journalName(this.#generation));
    let length = 0;
    if (existsSync(journalFile)) {
      const { value, end } = readFrames<JournalRecord>(readFileSync(journalFile));
      length = end;
      for (const record of value) {
        record.changes.forEach(({ object, id, after }) => this.#apply(object, id, after));
        this.#store.raiseCounters(record.counters);
      }
    }
    this.#store.commit();
    this.#openJournal(length);
  }
  #apply(object: string, id: string, plain: PlainRow | null): void {
    if (!this.#store.has(object)) {
      return;
    }
    const isThere = this.#store.get(object, id, true) !== null;
    if (plain === null) {
      if (isThere) {
        this.#store.purge(object, id);
      }
    } else if (isThere) {
      this.#store.update(object, decodeRow(plain));
    } else {
      this.#store.insert(object, decodeRow(plain));
    }
  }
  #append(changes: readonly Change[], counters: Counters): void {
    const record: JournalRecord = {
      changes: changes.map(({ object, before, after }) => ({
        object,
        id: (after ?? before)?.Id ?? '',
        after: after === null ? null : encodeRow(after),
      })),
      counters,
    };
    if (this.#journal === null) {
      throw new Error('The journal is closed');
    }
    writeAll(this.#journal, frame(serialize(record)));
    fsyncSync(this.#journal);
  }
  #openJournal(length: number): void {
    const file = join(this.#directory, journalName(this.#generation));
    closeSync(openSync(file, 'a'));
    this.#journal = openSync(file, 'r+');
    ftruncateSync(this.#journal, length);
    closeSync(this.#journal);
    this.#journal = openSync(file, 'a');
  }
}

function frame(bytes: Uint8Array): Uint8Array {
  const framed = Buffer.alloc(HEADER + bytes.length);
  framed.writeUInt32LE(bytes.length, 0);
  framed.writeUInt32LE(crc32(bytes), 4);
  framed.set(bytes, HEADER);
  return framed;
}

/** Whole records from the start; reading ends at the first that is cut short or damaged. */
function readFrames<T>(bytes: Buffer): { readonly value: readonly T[]; readonly end: number } {
  const value: T[] = [];
  let end = 0;
  while (end + HEADER <= bytes.length) {
    const length = bytes.readUInt32LE(end);
    const content = bytes.subarray(end + HEADER, end + HEADER + length);
    if (content.length < length || crc32(content) !== bytes.readUInt32LE(end + 4)) {
      break;
    }
    value.push(deserialize(content) as T);
    end += HEADER + length;
  }
  return { value, end };
}

function writeWhole(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w');
  writeAll(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(handle, bytes, done);
  }
}

/** Makes a rename durable. */
function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
