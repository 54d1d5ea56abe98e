/** Rows of one kind by id. A row is never changed in place: an update puts a new one with the next version. */
import type { Action, Row, Values } from './model.ts';

export interface TableHost {
  nextId(): number;
  now(): number;
  changed(action: Action, row: Row, earlier?: Row): void;
}

interface Sorted<T> {
  readonly revision: number;
  readonly rows: readonly T[];
}

export class Table<T extends Row> {
  readonly #rows = new Map<number, T>();
  readonly #sorted = new Map<string, Sorted<T>>();
  readonly #derived = new Map<string, { readonly revision: number; readonly value: unknown }>();
  readonly #host: TableHost;
  #revision = 0;

  constructor(host: TableHost) {
    this.#host = host;
  }

  get size(): number {
    return this.#rows.size;
  }
  get(id: number | null | undefined): T | undefined {
    return id === null || id === undefined ? undefined : this.#rows.get(id);
  }
  /** In order of ids. */
  all(): readonly T[] {
    return this.sorted('id', (a, b) => a.id - b.id);
  }
  /** Kept until the next change, so that walking pages sorts once. One name stands for one order. */
  sorted(name: string, compare: (a: T, b: T) => number): readonly T[] {
    const kept = this.#sorted.get(name);
    if (kept?.revision === this.#revision) {
      return kept.rows;
    }
    const rows = [...this.#rows.values()].sort(compare);
    this.#sorted.set(name, { revision: this.#revision, rows });
    return rows;
  }
  /** What is computed from all rows, kept until the next change. One name stands for one computation. */
  derived<R>(name: string, make: (rows: readonly T[]) => R): R {
    const kept = this.#derived.get(name);
    if (kept?.revision === this.#revision) {
      return kept.value as R;
    }
    const value = make(this.all());
    this.#derived.set(name, { revision: this.#revision, value });
    return value;
  }
  filter(test: (row: T) => boolean): readonly T[] {
    return this.all().filter(test);
  }

  insert(values: Values<T>, at: number = this.#host.now()): T {
    const row = { ...values, id: this.#host.nextId(), createdAt: at, updatedAt: at, version: 1 } as unknown as T;
    this.#put(row);
    this.#host.changed('created', row);
    return row;
  }
  update(id: number, changes: Partial<Values<T>>): T {
    const earlier = this.#rows.get(id);
    if (earlier === undefined) {
      throw new Error(`There is no row ${id} to update`);
    }
    const row = { ...earlier, ...changes, version: earlier.version + 1, updatedAt: this.#host.now() };
    this.#put(row);
    this.#host.changed('updated', row, earlier);
    return row;
  }
  delete(id: number): void {
    const row = this.#rows.get(id);
    if (row !== undefined) {
      this.#rows.delete(id);
      this.#revision += 1;
      this.#host.changed('deleted', row);
    }
  }
  /** Takes a row as it was kept: no new version, nobody is told. */
  restore(row: T): void {
    this.#put(row);
  }

  #put(row: T): void {
    this.#rows.set(row.id, row);
    this.#revision += 1;
  }
}
