/**
 * The store: tables in memory and one undo log. Rolling back to a savepoint undoes the log down to it; a commit hands
 * the log to the listener and empties it. Counters of ids and numbers never go back.
 */
import { makeId, normalizeId } from '../ids.ts';
import type { ObjectInfo, OrgSchema } from '../schema.ts';
import { holdsDurableId } from '../schema/durable.ts';
import { internalObject, isInternal } from './internal.ts';
import type { Change, Row, Savepoint, Store } from '../store.ts';
import type { Value } from '../../values/value.ts';
import { Table } from './table.ts';

interface Undo {
  readonly table: Table;
  readonly before: Row | null;
  readonly after: Row | null;
  /** The place of a removed row. */
  readonly order: number | undefined;
}

export interface Counters {
  /** Key prefix to the last number given. */
  readonly ids: ReadonlyMap<string, number>;
  /** `Object.Field` in lower case to the last number given. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Called at commit with what the transaction changed, net of nothing: each step in order. */
export type CommitListener = (changes: readonly Change[], counters: Counters) => void;

export class MemoryStore implements Store {
  readonly schema: OrgSchema;
  readonly #tables = new Map<string, Table>();
  readonly #ids = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  #log: Undo[] = [];
  /** Position of the log's first entry since the org was made: savepoints of earlier transactions are known as such. */
  #base = 0;
  #listener: CommitListener | null = null;
  #holds = 0;

  constructor(schema: OrgSchema) {
    this.schema = schema;
  }

  onCommit(listener: CommitListener): void {
    this.#listener = listener;
  }
  get isDurable(): boolean {
    return this.#listener !== null;
  }
  get counters(): Counters {
    return { ids: this.#ids, numbers: this.#numbers };
  }
  /** For loading: counters only ever grow. */
  raiseCounters(counters: Counters): void {
    for (const [own, given] of [
      [this.#ids, counters.ids],
      [this.#numbers, counters.numbers],
    ] as const) {
      for (const [key, value] of given) {
        own.set(key, Math.max(value, own.get(key) ?? 0));
      }
    }
  }

  nextId(object: string): string {
    const { keyPrefix, name } = this.#table(object).object;
    if (keyPrefix === null) {
      throw new Error(`Records of ${name} have no ids of their own`);
    }
    const number = (this.#ids.get(keyPrefix) ?? 0) + 1;
    this.#ids.set(keyPrefix, number);
    return makeId(keyPrefix, number);
  }
  nextNumber(object: string, field: string): number {
    const key = `${object}.${field}`.toLowerCase();
    const number = (this.#numbers.get(key) ?? 0) + 1;
    this.#numbers.set(key, number);
    return number;
  }

  get(object: string, id: string, includeDeleted = false): Row | null {
    const row = this.#table(object).get(id);
    return row !== null && !includeDeleted && row['IsDeleted'] === true ? null : row;
  }
  rows(object: string, includeDeleted = false): Iterable<Row> {
    return this.#table(object).rows(includeDeleted);
  }
  count(object: string): number {
    return this.#table(object).liveCount;
  }
  findBy(object: string, field: string, value: Value, includeDeleted = false): readonly Row[] {
    const table = this.#table(object);
    const info = table.object.fields.get(field.toLowerCase());
    if (info === undefined) {
      throw new Error(`${table.object.name} has no field ${field}`);
    }
    if (info.type === 'id') {
      const row = typeof value === 'string' ? this.get(object, value, includeDeleted) : null;
      return row === null ? [] : [row];
    }
    const wanted =
      info.type === 'reference' && !holdsDurableId(info) && typeof value === 'string'
        ? (normalizeId(value) ?? value)
        : value;
    const found = table.find(info, wanted);
    return includeDeleted ? found : found.filter((row) => row['IsDeleted'] !== true);
  }

  insert(object: string, row: Row): void {
    const table = this.#table(object);
    table.add(row);
    this.#log.push({ table, before: null, after: row, order: undefined });
  }
  update(object: string, row: Row): void {
    const table = this.#table(object);
    this.#log.push({ table, before: table.replace(row), after: row, order: undefined });
  }
  setDeleted(object: string, id: string, isDeleted: boolean): void {
    const row = this.#table(object).get(id);
    if (row === null) {
      throw new Error(`${object} ${id} is not stored`);
    }
    this.update(object, { ...row, IsDeleted: isDeleted });
  }
  purge(object: string, id: string): void {
    const table = this.#table(object);
    const { row, order } = table.remove(id);
    this.#log.push({ table, before: row, after: null, order });
  }

  /** Grows with every change of an object's rows, those of a rollback included. */
  version(object: string): number {
    return this.#table(object).version;
  }

  savepoint(): Savepoint {
    return { position: this.#base + this.#log.length };
  }
  rollback(to: Savepoint): void {
    const length = to.position - this.#base;
    if (length < 0 || length > this.#log.length) {
      throw new Error('The savepoint does not belong to the running transaction');
    }
    while (this.#log.length > length) {
      const { table, before, after, order } = this.#log.pop() as Undo;
      if (before === null) {
        table.remove((after as Row).Id);
      } else if (after === null) {
        table.add(before, order);
      } else {
        table.replace(before);
      }
    }
  }
  /** Makes one commit of all those inside of `work`, at its end: they last together or not at all. */
  hold<T>(work: () => T): T {
    this.#holds++;
    try {
      return work();
    } finally {
      this.#holds--;
      this.commit();
    }
  }
  commit(): void {
    if (this.#holds > 0) {
      return;
    }
    const log = this.#log;
    this.#base += log.length;
    this.#log = [];
    if (log.length > 0) {
      this.#listener?.(
        log.map(({ table, before, after }) => ({ object: table.object.name, before, after })),
        this.counters,
      );
    }
  }

  /** Nothing waits to be committed. */
  get isCommitted(): boolean {
    return this.#log.length === 0;
  }
  /** Whether rows of that name have a place: an object of the schema, or a table of the local org itself. */
  has(object: string): boolean {
    return isInternal(object) || this.schema.objects.has(object.toLowerCase());
  }
  /** Objects that have had rows. */
  get tables(): Iterable<{ readonly object: ObjectInfo; rows(includeDeleted: boolean): Iterable<Row> }> {
    return new Set(this.#tables.values());
  }
  /** Tables by the name as asked for and by the folded one: the second asking costs one look. */
  #table(name: string): Table {
    const known = this.#tables.get(name);
    if (known !== undefined) {
      return known;
    }
    const folded = name.toLowerCase();
    let table = this.#tables.get(folded);
    if (table === undefined) {
      const object = isInternal(folded) ? internalObject(folded) : this.schema.objects.get(folded);
      if (object === undefined) {
        throw new Error(`There is no object ${name}`);
      }
      table = new Table(object);
      this.#tables.set(folded, table);
    }
    this.#tables.set(name, table);
    return table;
  }
}
