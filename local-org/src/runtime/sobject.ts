/**
 * A row in memory. It knows which fields were set or queried: reading any other field of a queried row is an error of
 * the platform's, reading an unset field of a new row gives null.
 */
import type { FieldInfo, ObjectInfo } from '../data/schema.ts';
import type { Value } from '../values/value.ts';
import type { ApexList } from './collections.ts';

/** A stored value, the parent row of a lookup, or the rows of a child relationship. */
export type FieldContent = Value | SObjectValue | ApexList;

/** A row error left by `addError` in a trigger; `field` is null for the whole row. */
export interface RowError {
  readonly message: string;
  readonly field: string | null;
}

/** What `setOptions` gave a row: set values by lower-case path, as those of a whole statement. */
export interface RowOptions {
  flatten(): Readonly<Record<string, Value>>;
}

export class SObjectValue {
  readonly object: ObjectInfo;
  /** Lower-case field, relationship or alias name to content. */
  readonly content = new Map<string, FieldContent>();
  /** Null for a row made by code; else the lower-case names the query selected. */
  queriedFields: ReadonlySet<string> | null = null;
  readonly errors: RowError[] = [];
  /** True for `Trigger.new` after saving and for `Trigger.old`: a write is an error. */
  isReadOnly = false;
  /** Aggregate results keep the aliases as written, in order. */
  readonly isAggregate: boolean;
  /** The row this one was cloned from, for `getCloneSourceId`. */
  cloneSourceId: string | null = null;
  isClone = false;
  /** `Database.DMLOptions` given by `setOptions`. */
  dmlOptions: RowOptions | null = null;
  /** Names as they were written, for `getPopulatedFieldsAsMap` and JSON, by lower-case name. */
  readonly spelling = new Map<string, string>();

  constructor(object: ObjectInfo, isAggregate = false) {
    this.object = object;
    this.isAggregate = isAggregate;
  }

  /** The stored content or null; no check whether it was queried. */
  peek(name: string): FieldContent {
    return this.content.get(name.toLowerCase()) ?? null;
  }
  has(name: string): boolean {
    return this.content.has(name.toLowerCase());
  }
  set(name: string, value: FieldContent): void {
    const folded = name.toLowerCase();
    this.content.set(folded, value);
    if (!this.spelling.has(folded)) {
      this.spelling.set(folded, name);
    }
  }
  get id(): string | null {
    const id = this.content.get('id');
    return typeof id === 'string' ? id : null;
  }
  set id(id: string | null) {
    if (id === null) {
      this.content.delete('id');
    } else {
      this.set('Id', id);
    }
  }
  field(name: string): FieldInfo | null {
    return this.object.fields.get(name.toLowerCase()) ?? null;
  }
}
