/**
 * Keeps a store on disk: a snapshot, and a journal with one record a commit. A torn record at the journal's end is cut
 * off and kept beside it. Snapshot and journal carry one number, so that a crash between writing the first and starting
 * the second leaves a pair that fits. A journal that has outgrown the rows is folded into a snapshot on the way.
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
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../store.ts';
import { decodeRow, encodeRow, type PlainRow } from './encode.ts';
import { noteFormat, proveFormat, StoreFolderError, undecodable } from './folderFormat.ts';
import { frame, readFrames, syncDirectory, writeAll, writeWhole, type Frames } from './frames.ts';
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

export interface PersistenceOptions {
  /** Bytes a journal may have before it is folded, unless the rows themselves have more. */
  readonly journalLimit?: number;
}

const JOURNAL_LIMIT = 32 * 1024 * 1024;
export const SNAPSHOT_FILE = 'snapshot.bin';
export const JOURNAL_FILE = /^journal-\d+\.bin$/;
const journalName = (generation: number): string => `journal-${generation}.bin`;

export class Persistence {
  /** Where the org's files are; what else it keeps lies beside them. */
  readonly directory: string;
  /** What was not as it should be when the folder was opened, as a sentence; null when all was well. */
  recovery: string | null = null;
  readonly #store: MemoryStore;
  readonly #journalLimit: number;
  #generation = 0;
  #journal: number | null = null;
  #journalBytes = 0;
  #snapshotBytes = 0;

  private constructor(directory: string, store: MemoryStore, options: PersistenceOptions) {
    this.directory = directory;
    this.#store = store;
    this.#journalLimit = options.journalLimit ?? JOURNAL_LIMIT;
  }

  /** Fills the store from the folder and writes every later commit there. Objects that no longer exist are left out. */
  static open(directory: string, store: MemoryStore, options: PersistenceOptions = {}): Persistence {
    mkdirSync(directory, { recursive: true });
    proveFormat(directory);
    const persistence = new Persistence(directory, store, options);
    persistence.#load();
    noteFormat(directory);
    store.onCommit((changes, counters) => persistence.#append(changes, counters));
    return persistence;
  }

  /** Commits since the last snapshot, in bytes. */
  get journalBytes(): number {
    return this.#journalBytes;
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
    const temporary = join(this.directory, `${SNAPSHOT_FILE}.new`);
    const bytes = frame(data);
    writeWhole(temporary, bytes);
    renameSync(temporary, join(this.directory, SNAPSHOT_FILE));
    syncDirectory(this.directory);
    this.close();
    this.#generation = generation;
    this.#snapshotBytes = bytes.length;
    this.#openJournal(0);
    for (const file of readdirSync(this.directory)) {
      if (JOURNAL_FILE.test(file) && file !== journalName(generation)) {
        rmSync(join(this.directory, file));
      }
    }
  }
  close(): void {
    if (this.#journal !== null) {
      closeSync(this.#journal);
      this.#journal = null;
    }
  }

  #load(): void {
    const snapshotFile = join(this.directory, SNAPSHOT_FILE);
    if (existsSync(snapshotFile)) {
      const [snapshot] = this.#read<Snapshot>(snapshotFile).values;
      if (snapshot === undefined) {
        throw new StoreFolderError(`${snapshotFile} is damaged: restore the folder from a copy, or begin anew`);
      }
      this.#snapshotBytes = statSync(snapshotFile).size;
      this.#generation = snapshot.generation;
      for (const { object, rows } of snapshot.tables) {
        rows.forEach((row) => this.#apply(object, String(row['Id']), row));
      }
      this.#store.raiseCounters(snapshot.counters);
    }
    const journalFile = join(this.directory, journalName(this.#generation));
    let length = 0;
    if (existsSync(journalFile)) {
      const { values, end } = this.#read<JournalRecord>(journalFile);
      length = end;
      for (const record of values) {
        record.changes.forEach(({ object, id, after }) => this.#apply(object, id, after));
        this.#store.raiseCounters(record.counters);
      }
      this.#keepTail(journalFile, end, values.length);
    }
    this.#store.commit();
    this.#openJournal(length);
  }
  #read<T>(file: string): Frames<T> {
    const bytes = readFileSync(file);
    try {
      return readFrames<T>(bytes);
    } catch (error) {
      throw undecodable(file, this.directory, error);
    }
  }
  /** What follows the last whole record is no commit anybody was told of, or is damage: a person may want to look. */
  #keepTail(file: string, end: number, records: number): void {
    const bytes = readFileSync(file);
    if (end < bytes.length) {
      const tail = `${file}.damaged`;
      writeFileSync(tail, bytes.subarray(end), { mode: 0o600 });
      this.recovery = `The journal ended in ${bytes.length - end} bytes that are no whole record, as after a crash. The org stands at the last of its ${records} whole records; the bytes are in ${tail}.`;
    }
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
    const bytes = frame(record);
    writeAll(this.#journal, bytes);
    fsyncSync(this.#journal);
    this.#journalBytes += bytes.length;
    // Twice the rows at most, so that the cost of a commit stays the same however long the org runs.
    if (this.#journalBytes > Math.max(this.#journalLimit, this.#snapshotBytes)) {
      this.snapshot();
    }
  }
  #openJournal(length: number): void {
    const file = join(this.directory, journalName(this.#generation));
    closeSync(openSync(file, 'a'));
    this.#journal = openSync(file, 'r+');
    ftruncateSync(this.#journal, length);
    closeSync(this.#journal);
    this.#journal = openSync(file, 'a');
    this.#journalBytes = length;
  }
}
