/**
 * The rows of one object. A slot keeps its place in the order of insertion whatever happens to its row. Indexes are
 * built when a field is first asked for, and kept up to date from then on; a row in the recycle bin stays indexed.
 */
import { normalizeId } from '../ids.ts';
import type { FieldInfo, ObjectInfo } from '../schema.ts';
import type { Row } from '../store.ts';
import type { Value } from '../../values/value.ts';
import { indexKey, type IndexKey } from './indexKey.ts';

interface Slot {
  row: Row;
  readonly order: number;
}

/** Most keys have one row: only a second makes a set. */
type Index = Map<IndexKey, Slot | Set<Slot>>;

export class Table {
  readonly object: ObjectInfo;
  #slots = new Map<string, Slot>();
  readonly #indexes = new Map<string, { readonly field: FieldInfo; readonly index: Index }>();
  #inserted = 0;
  #deleted = 0;
  /** Grows with every change: what was computed from the rows is good as long as it stays. */
  version = 0;

  constructor(object: ObjectInfo) {
    this.object = object;
  }

  /** Rows that are not in the recycle bin. */
  get liveCount(): number {
    return this.#slots.size - this.#deleted;
  }
  get(id: string): Row | null {
    const slot = this.#slots.get(id) ?? (id.length === 15 ? this.#slots.get(normalizeId(id) ?? '') : undefined);
    return slot?.row ?? null;
  }
  *rows(includeDeleted: boolean): IterableIterator<Row> {
    for (const slot of this.#slots.values()) {
      if (includeDeleted || slot.row['IsDeleted'] !== true) {
        yield slot.row;
      }
    }
  }
  find(field: FieldInfo, value: Value): readonly Row[] {
    const key = indexKey(field, value);
    const found = key === null ? undefined : this.#indexOf(field).get(key);
    return found === undefined
      ? []
      : found instanceof Set
        ? [...found].sort((one, other) => one.order - other.order).map((slot) => slot.row)
        : [found.row];
  }

  /** Places a row; `order` brings a removed one back to where it was. */
  add(row: Row, order?: number): void {
    this.version += 1;
    if (this.#slots.has(row.Id)) {
      throw new Error(`${this.object.name} ${row.Id} is stored already`);
    }
    const slot: Slot = { row, order: order ?? this.#inserted };
    this.#slots.set(row.Id, slot);
    this.#deleted += row['IsDeleted'] === true ? 1 : 0;
    if (slot.order < this.#inserted) {
      this.#slots = new Map([...this.#slots].sort(([, one], [, other]) => one.order - other.order));
    }
    this.#inserted = Math.max(this.#inserted, slot.order + 1);
    for (const { field, index } of this.#indexes.values()) {
      this.#enter(index, field, slot);
    }
  }
  replace(row: Row): Row {
    this.version += 1;
    const slot = this.#slotOf(row.Id);
    const before = slot.row;
    for (const { field, index } of this.#indexes.values()) {
      if (before[field.name] !== row[field.name]) {
        this.#leave(index, field, slot);
      }
    }
    slot.row = row;
    for (const { field, index } of this.#indexes.values()) {
      if (before[field.name] !== row[field.name]) {
        this.#enter(index, field, slot);
      }
    }
    this.#deleted += (row['IsDeleted'] === true ? 1 : 0) - (before['IsDeleted'] === true ? 1 : 0);
    return before;
  }
  /** Gives the row that was there and its place. */
  remove(id: string): { readonly row: Row; readonly order: number } {
    const slot = this.#slotOf(id);
    this.version += 1;
    for (const { field, index } of this.#indexes.values()) {
      this.#leave(index, field, slot);
    }
    this.#slots.delete(id);
    this.#deleted -= slot.row['IsDeleted'] === true ? 1 : 0;
    return slot;
  }

  #slotOf(id: string): Slot {
    const slot = this.#slots.get(id);
    if (slot === undefined) {
      throw new Error(`${this.object.name} ${id} is not stored`);
    }
    return slot;
  }
  #indexOf(field: FieldInfo): Index {
    const known = this.#indexes.get(field.name);
    if (known !== undefined) {
      return known.index;
    }
    const index: Index = new Map();
    this.#indexes.set(field.name, { field, index });
    for (const slot of this.#slots.values()) {
      this.#enter(index, field, slot);
    }
    return index;
  }
  #enter(index: Index, field: FieldInfo, slot: Slot): void {
    const key = indexKey(field, slot.row[field.name] ?? null);
    if (key === null) {
      return;
    }
    const there = index.get(key);
    if (there === undefined) {
      index.set(key, slot);
    } else if (there instanceof Set) {
      there.add(slot);
    } else {
      index.set(key, new Set([there, slot]));
    }
  }
  #leave(index: Index, field: FieldInfo, slot: Slot): void {
    const key = indexKey(field, slot.row[field.name] ?? null);
    if (key === null) {
      return;
    }
    const there = index.get(key);
    if (there === slot) {
      index.delete(key);
    } else if (there instanceof Set) {
      there.delete(slot);
      if (there.size === 0) {
        index.delete(key);
      }
    }
  }
}
