/**
 * Roll-up summaries: when children change, the parents they left and joined are computed anew and saved together, once
 * each. The save is an ordinary update with the parent's own order of execution, so grandparents follow by themselves.
 */
import type { FieldInfo, ObjectInfo, OrgSchema, RollUp } from '../../data/schema.ts';
import { ROLL_UP_OPTION } from '../../data/dml/options.ts';
import type { Row } from '../../data/store.ts';
import type { Runtime, RowView } from '../../runtime/runtime.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import type { Value } from '../../values/value.ts';
import { filterField, matches } from '../filters.ts';
import { decimalOf, FormulaNumber, numberOf, ZERO } from '../formula/number.ts';

export interface Summary {
  readonly parent: ObjectInfo;
  readonly field: FieldInfo;
  readonly rollUp: RollUp;
  readonly relationship: FieldInfo;
}

export interface ChildChange {
  readonly before: RowView | null;
  readonly after: RowView | null;
}

/** Reads a child, computed fields included. */
export type ViewOf = (object: ObjectInfo, row: Row) => RowView;

/** Lower-case child object to the summaries that count it. */
export function summariesByChild(schema: OrgSchema): ReadonlyMap<string, readonly Summary[]> {
  const byChild = new Map<string, Summary[]>();
  for (const parent of schema.objects.values()) {
    for (const field of parent.fields.values()) {
      const { rollUp } = field;
      const child = rollUp === null ? null : schema.find(rollUp.childObject, parent.namespace);
      const relationship =
        rollUp === null || child === null ? null : schema.findField(child, rollUp.relationshipField, parent.namespace);
      if (rollUp !== null && child !== null && relationship !== null) {
        const key = child.name.toLowerCase();
        byChild.set(key, [...(byChild.get(key) ?? []), { parent, field, rollUp, relationship }]);
      }
    }
  }
  return byChild;
}

export function rollUpChanges(
  runtime: Runtime,
  child: ObjectInfo,
  summaries: readonly Summary[],
  changes: readonly ChildChange[],
  viewOf: ViewOf,
): void {
  const byParent = new Map<string, { readonly parent: ObjectInfo; readonly summaries: Set<Summary> }>();
  for (const summary of summaries) {
    for (const id of parentsOf(runtime, child, summary, changes)) {
      const entry = byParent.get(id) ?? { parent: summary.parent, summaries: new Set() };
      entry.summaries.add(summary);
      byParent.set(id, entry);
    }
  }
  const rowsByObject = new Map<ObjectInfo, Map<string, Map<FieldInfo, Value>>>();
  for (const [id, { parent, summaries: concerned }] of byParent) {
    const stored = runtime.org.store.get(parent.name, id);
    if (stored === null || stored['IsDeleted'] === true) {
      continue;
    }
    for (const summary of concerned) {
      const value = compute(runtime, child, summary, id, viewOf);
      if (!isSame(stored[summary.field.name] ?? null, value)) {
        const rows = rowsByObject.get(parent) ?? new Map<string, Map<FieldInfo, Value>>();
        rowsByObject.set(parent, rows);
        rows.set(id, (rows.get(id) ?? new Map<FieldInfo, Value>()).set(summary.field, value));
      }
    }
  }
  for (const [parent, rows] of rowsByObject) {
    save(runtime, parent, rows);
  }
}

/** Parents whose summary a change can touch: a field that counts is new, other or gone. */
function parentsOf(
  runtime: Runtime,
  child: ObjectInfo,
  summary: Summary,
  changes: readonly ChildChange[],
): ReadonlySet<string> {
  const { rollUp, relationship } = summary;
  const watched = [
    relationship.name,
    ...(rollUp.childField === null ? [] : [rollUp.childField]),
    ...rollUp.filters.map((item) => filterField(runtime, child, item).name),
  ];
  const ids = new Set<string>();
  for (const { before, after } of changes) {
    if (before !== null && after !== null && watched.every((name) => isSame(before.get(name), after.get(name)))) {
      continue;
    }
    for (const id of [before?.get(relationship.name), after?.get(relationship.name)]) {
      if (typeof id === 'string' && id !== '') {
        ids.add(id);
      }
    }
  }
  return ids;
}

function compute(runtime: Runtime, child: ObjectInfo, summary: Summary, parentId: string, viewOf: ViewOf): Value {
  const { rollUp, field, relationship } = summary;
  const rows = runtime.org.store
    .findBy(child.name, relationship.name, parentId)
    .filter((row) => row['IsDeleted'] !== true)
    .map((row) => viewOf(child, row))
    .filter((row) => rollUp.filters.every((item) => matches(runtime, child, item, row)));
  const number = (value: FormulaNumber): Value =>
    field.type === 'integer' ? value.toNumber() : decimalOf(value, field.scale);
  if (rollUp.operation === 'count') {
    return number(new FormulaNumber(rows.length));
  }
  const source =
    rollUp.childField === null
      ? null
      : runtime.org.schema.findField(child, rollUp.childField, summary.parent.namespace);
  if (source === null) {
    return runtime.unsupported(`The roll-up summary ${summary.parent.name}.${field.name} without a field to summarize`);
  }
  const values = rows.map((row) => row.get(source.name)).filter((value) => value !== null);
  if (rollUp.operation === 'sum') {
    return number(values.reduce((total: FormulaNumber, value) => total.plus(numberOf(value) ?? ZERO), ZERO));
  }
  const sign = rollUp.operation === 'min' ? 1 : -1;
  const best = values.reduce<Value>(
    (found, value) => (found === null || sign * runtime.compare(value, found) < 0 ? value : found),
    null,
  );
  const bestNumber = numberOf(best);
  return bestNumber === null ? best : number(bestNumber);
}

function isSame(left: Value, right: Value): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') {
    return false;
  }
  return left instanceof ApexDecimal && right instanceof ApexDecimal
    ? left.equals(right)
    : left.constructor === right.constructor && JSON.stringify(left) === JSON.stringify(right);
}

function save(runtime: Runtime, parent: ObjectInfo, rows: ReadonlyMap<string, ReadonlyMap<FieldInfo, Value>>): void {
  const updates = [...rows].map(([id, values]) => {
    const row = runtime.newRow(parent);
    row.id = id;
    for (const [field, value] of values) {
      row.set(field.name, value);
    }
    return row;
  });
  const access = { userId: runtime.access.userId, isUserMode: false, isSharingEnforced: false };
  runtime.org.dml.execute(runtime, {
    operation: 'update',
    rows: updates,
    isAllOrNone: true,
    access,
    externalIdField: null,
    options: { [ROLL_UP_OPTION]: true },
  });
}
