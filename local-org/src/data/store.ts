/**
 * Where rows live. Synchronous, because Apex is. Rows are immutable: a change replaces the row, and the undo log keeps
 * the one before. The store knows ids, indexes and deletion; rules belong to the layers above it.
 */
import type { Value } from '../values/value.ts';

/** A stored row: declared API name of each stored field to its value. A missing key means null. Formulas are not stored. */
export type Row = Readonly<Record<string, Value>> & { readonly Id: string };

export interface Savepoint {
  readonly position: number;
}

/** A change as listeners (journal, indexes) see it; `before` is null for an insert, `after` for a removal. */
export interface Change {
  readonly object: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

export interface Store {
  /** The next id of that object, 18 characters. Ids are never reused, not even after a rollback. */
  nextId(object: string): string;
  /** The next number of an auto-number field; like ids, never given twice. */
  nextNumber(object: string, field: string): number;
  /** Rows in the recycle bin are found only when asked for. The id may have 15 characters. */
  get(object: string, id: string, includeDeleted?: boolean): Row | null;
  /** Rows by insertion order, without those in the recycle bin unless asked for. */
  rows(object: string, includeDeleted?: boolean): Iterable<Row>;
  count(object: string): number;
  /** Rows whose indexed field (reference, unique or external id) has that value; case folded unless the field is case sensitive. */
  findBy(object: string, field: string, value: Value, includeDeleted?: boolean): readonly Row[];
  insert(object: string, row: Row): void;
  update(object: string, row: Row): void;
  /** Moves a row to the recycle bin (`IsDeleted` true) or takes it back. */
  setDeleted(object: string, id: string, isDeleted: boolean): void;
  /** Removes for good. */
  purge(object: string, id: string): void;

  /** Commits are kept beyond the process. */
  readonly isDurable: boolean;

  savepoint(): Savepoint;
  rollback(to: Savepoint): void;
  /** Ends the transaction: what was done since the last commit goes to the journal and can't be undone any more. */
  commit(): void;
}
