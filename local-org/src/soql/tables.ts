/** All rows a query can reach: the store, and tables computed from the org. A computed table never shadows stored rows. */
import type { FieldInfo, ObjectInfo } from '../data/schema.ts';
import type { Row, Store } from '../data/store.ts';
import type { OrgContext } from '../runtime/runtime.ts';
import type { Value } from '../values/value.ts';

/** An object whose rows are computed, such as EntityDefinition. */
export interface VirtualTable {
  /** Its columns; the schema lists the same object. */
  readonly object: ObjectInfo;
  rows(org: OrgContext): readonly Row[];
}

export class Tables {
  readonly #org: OrgContext;
  readonly #store: Store;
  readonly #virtual: ReadonlyMap<string, VirtualTable>;
  readonly #computed = new Map<string, ReadonlyMap<string, Row>>();

  constructor(org: OrgContext, virtual: ReadonlyMap<string, VirtualTable>) {
    this.#org = org;
    this.#store = org.store;
    this.#virtual = virtual;
  }

  get(object: string, id: string, includeDeleted = false): Row | null {
    const computed = this.#computedRows(object);
    return computed ? (computed.get(id) ?? null) : this.#store.get(object, id, includeDeleted);
  }
  rows(object: string, includeDeleted: boolean): Iterable<Row> {
    return this.#computedRows(object)?.values() ?? this.#store.rows(object, includeDeleted);
  }
  /** Rows by an indexed field, in the order of their ids; null where the field has no index. */
  findBy(object: ObjectInfo, field: FieldInfo, value: Value): readonly Row[] | null {
    return isIndexed(field) && !this.#computedRows(object.name)
      ? this.#store.findBy(object.name, field.name, value)
      : null;
  }
  /** The columns of a computed table; null for stored rows, which have them all. */
  computedColumns(object: string): ReadonlyMap<string, FieldInfo> | null {
    const table = this.#virtual.get(object);
    return table && this.#store.count(object) === 0 ? table.object.fields : null;
  }
  #computedRows(object: string): ReadonlyMap<string, Row> | null {
    const table = this.#virtual.get(object);
    if (!table || this.#store.count(object) > 0) {
      return null;
    }
    const known = this.#computed.get(object) ?? new Map(table.rows(this.#org).map((row) => [row.Id, row]));
    this.#computed.set(object, known);
    return known;
  }
}

export function isIndexed(field: FieldInfo): boolean {
  return field.formula === null && (field.type === 'reference' || field.isUnique || field.isExternalId);
}
