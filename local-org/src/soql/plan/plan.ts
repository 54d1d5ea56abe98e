/** A query made ready for one schema: every name resolved, every rule checked. Holds no data and no user. */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { Row } from '../../data/store.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import type { Value } from '../../values/value.ts';
import type { Literal, Query } from '../ast.ts';
import type { Execution, Predicate, Read } from '../execution.ts';
import type { FieldUse, ObjectUse } from './uses.ts';
import type { ValueKind } from '../values/kinds.ts';
import type { Step } from './resolvePath.ts';

export type Filter<T = Row> = (execution: Execution) => Predicate<T>;

/** Something with a value per row: a field, or a function of one. */
export interface Expression {
  readonly at: number;
  /** As messages name it: the last part of the path, or the function. */
  readonly name: string;
  readonly key: string;
  readonly kind: ValueKind;
  readonly field: FieldInfo;
  /** False for what a function made of the field. */
  readonly isPlain: boolean;
  /** Set for a field of the query's own object, without a path. */
  readonly isOwn: boolean;
  readonly bind: (execution: Execution) => Read;
}

/** Candidate rows by an index: the values the field must have one of; null when the run can't tell. */
export interface IndexChoice {
  readonly field: FieldInfo;
  readonly values: (execution: Execution) => readonly Value[] | null;
}

export interface OrderTerm<T = Row> {
  readonly kind: ValueKind;
  readonly isDescending: boolean;
  readonly nullsFirst: boolean;
  /** Lower-case picklist value to its place; null for other fields. */
  readonly places: ReadonlyMap<string, number> | null;
  readonly bind: (execution: Execution) => Read<T>;
}

/** What one row becomes: fields, rows of lookups, lists of children. */
export interface Shape {
  readonly object: ObjectInfo;
  readonly isPolymorphic: boolean;
  readonly fields: ShapeField[];
  readonly parents: ShapeParent[];
  readonly children: ShapeChild[];
  readonly queried: Set<string>;
}
export interface ShapeField {
  readonly name: string;
  readonly field: FieldInfo;
  /** toLabel and its like; null for the plain value. */
  readonly transform: ((execution: Execution) => (value: Value) => Value) | null;
  /** Not asked for: the foreign key of a lookup that was walked. Apex sees it, API clients do not. */
  readonly isImplied?: boolean;
}
export interface ShapeParent {
  readonly step: Step;
  readonly shape: Shape;
  /** TYPEOF: shapes by lower-case object name; `shape` is the ELSE. */
  readonly byType: ReadonlyMap<string, Shape> | null;
}
export interface ShapeChild {
  readonly name: string;
  readonly link: FieldInfo;
  readonly plan: Plan;
}

export interface GroupRow {
  readonly keys: readonly Value[];
  /** Which keys this row sums over (ROLLUP and CUBE). */
  readonly isTotal: readonly boolean[];
  readonly aggregates: readonly Value[];
}
export interface AggregateCall {
  readonly key: string;
  readonly function: 'COUNT' | 'COUNT_DISTINCT' | 'SUM' | 'AVG' | 'MIN' | 'MAX';
  /** Null for COUNT(Id): counts rows. */
  readonly of: Expression | null;
}
export interface Grouping {
  readonly isGrouped: boolean;
  readonly keys: readonly Expression[];
  /** Masks of the keys that are summed over; one empty mask for a plain GROUP BY. */
  readonly totals: readonly (readonly boolean[])[];
  readonly aggregates: readonly AggregateCall[];
  readonly columns: readonly { readonly name: string; readonly read: Read<GroupRow> }[];
  readonly having: Filter<GroupRow> | null;
  readonly order: readonly OrderTerm<GroupRow>[];
}

/** `:name` in a filter, and the column it is compared with; for the compiler's check. */
export interface BindUse {
  readonly text: string;
  readonly at: number;
  readonly field: FieldInfo | null;
  readonly takesMany: boolean;
}

export interface Plan {
  readonly query: Query;
  readonly object: ObjectInfo;
  readonly kind: 'rows' | 'count' | 'aggregate';
  readonly filter: Filter | null;
  readonly indexes: readonly IndexChoice[];
  readonly order: readonly OrderTerm[];
  readonly limit: Literal | null;
  readonly offset: Literal | null;
  readonly shape: Shape | null;
  readonly grouping: Grouping | null;
  readonly fieldUses: readonly FieldUse[];
  readonly objectUses: readonly ObjectUse[];
  readonly bindUses: readonly BindUse[];
  /** Child queries, nested ones included: each counts as an aggregate query. */
  readonly childQueryCount: number;
}

export type ProjectedRow = SObjectValue;
