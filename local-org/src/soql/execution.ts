/** What one run of a query has at hand. Made anew for each run; plans never keep one. */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../data/schema.ts';
import type { Row } from '../data/store.ts';
import type { AccessContext, ApexValue, Runtime } from '../runtime/runtime.ts';
import type { Value } from '../values/value.ts';
import type { Tables } from './tables.ts';
import type { Calendar } from './time/dateLiterals.ts';
import type { FiscalSettings } from './time/dateFunctions.ts';
import type { Zone } from './time/zone.ts';
import type { Plan } from './plan/plan.ts';
import type { ResolvedField } from './plan/resolvePath.ts';

export interface Execution {
  readonly runtime: Runtime;
  /** Of the code that asks. */
  readonly namespace: string;
  readonly schema: OrgSchema;
  readonly tables: Tables;
  readonly access: AccessContext;
  readonly zone: Zone;
  /** Read on first use. */
  calendar(): Calendar;
  fiscal(): FiscalSettings;
  bind(text: string): ApexValue;
  /** Adds to the query rows of the transaction. */
  countRows(plan: Plan, count: number): void;
}

/** Reads one value off a row; made once per run, called once per row. */
export type Read<T = Row> = (item: T) => Value;
export type Predicate<T = Row> = (item: T) => boolean;

/** A row by field name: stored values, and formulas computed on demand. */
function computed(execution: Execution, object: ObjectInfo, row: Row, field: FieldInfo): Value {
  const { runtime } = execution;
  const get = (name: string): Value => {
    const found = object.fields.get(name.toLowerCase());
    return found ? ownValue(execution, object, row, found) : null;
  };
  return runtime.org.declarative.formulaValue(runtime, object, field, { get });
}

/** A missing checkbox is false, as on the platform. */
export function ownValue(execution: Execution, object: ObjectInfo, row: Row, field: FieldInfo): Value {
  const value =
    field.formula !== null && field.rollUp === null
      ? computed(execution, object, row, field)
      : (row[field.name] ?? null);
  return value === null && field.type === 'boolean' ? false : value;
}

/** Finds the row a lookup of `row` points to. */
function targetOf(execution: Execution, id: Value): { readonly object: ObjectInfo; readonly row: Row } | null {
  if (typeof id !== 'string') {
    return null;
  }
  const object = execution.schema.byKeyPrefix(id.slice(0, 3));
  const row = object && execution.tables.get(object.name, id);
  return object && row ? { object, row } : null;
}

/** The row at the end of a path's lookups, with its object. */
export function bindParent(
  execution: Execution,
  resolved: Pick<ResolvedField, 'steps' | 'object'>,
): (row: Row) => { readonly object: ObjectInfo; readonly row: Row } | null {
  const { steps } = resolved;
  return (start) => {
    let row = start;
    let object = resolved.object;
    for (const step of steps) {
      const id = row[step.lookup.name] ?? null;
      if (step.isPolymorphic) {
        const target = targetOf(execution, id);
        if (!target) {
          return null;
        }
        ({ row, object } = target);
        continue;
      }
      object = step.targets[0] as ObjectInfo;
      const parent = typeof id === 'string' ? execution.tables.get(object.name, id) : null;
      if (!parent) {
        return null;
      }
      row = parent;
    }
    return { row, object };
  };
}

/** A field of whichever object a polymorphic lookup points to. */
export function polymorphicValue(execution: Execution, object: ObjectInfo, row: Row, name: string): Value {
  const folded = name.toLowerCase();
  if (folded === 'type') {
    return object.name;
  }
  const field =
    object.fields.get(folded) ??
    (folded === 'name' && object.nameField !== null ? object.fields.get(object.nameField.toLowerCase()) : undefined);
  return field ? ownValue(execution, object, row, field) : null;
}

export function bindField(execution: Execution, resolved: ResolvedField): Read {
  const { field, object, steps } = resolved;
  const isStored = field.formula === null || field.rollUp !== null;
  if (steps.length === 0) {
    const { name } = field;
    if (!isStored) {
      return (row) => ownValue(execution, object, row, field);
    }
    return field.type === 'boolean' ? (row) => row[name] ?? false : (row) => row[name] ?? null;
  }
  const parentOf = bindParent(execution, resolved);
  const missing = field.type === 'boolean' ? false : null;
  const isPolymorphic = steps.at(-1)?.isPolymorphic === true;
  const written = resolved.key.slice(resolved.key.lastIndexOf('.') + 1);
  return (row) => {
    const parent = parentOf(row);
    if (!parent) {
      return missing;
    }
    return isPolymorphic
      ? polymorphicValue(execution, parent.object, parent.row, written)
      : ownValue(execution, object, parent.row, field);
  };
}
