/** One row on its way through a DML statement, and the statement as each step sees it. */
import type { FieldInfo, ObjectInfo } from '../schema.ts';
import type { Row, Store } from '../store.ts';
import type { AccessContext, DmlError, DmlRequest, Runtime } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexDouble, type Value } from '../../values/value.ts';
import type { ObjectPlan } from './plan.ts';

/** Declared field name to value; null and absent are the same. */
export type Values = Record<string, Value>;

export interface RowWork {
  /** Place in the statement's list. */
  readonly index: number;
  readonly input: SObjectValue;
  readonly isInsert: boolean;
  id: string | null;
  /** The stored row an update, delete or undelete starts from. */
  before: Row | null;
  values: Values;
  /** Fields the caller gave, by declared name. */
  readonly given: Set<string>;
  errors: DmlError[];
  newRow: SObjectValue | null;
  oldRow: SObjectValue | null;
}

export interface DmlCall {
  readonly runtime: Runtime;
  readonly object: ObjectInfo;
  readonly plan: ObjectPlan;
  readonly store: Store;
  readonly access: AccessContext;
  readonly options: DmlRequest['options'];
  readonly isAllOrNone: boolean;
  /** The update carries roll-up values. */
  readonly isRollUp: boolean;
}

export function newWork(index: number, input: SObjectValue, isInsert: boolean, id: string | null): RowWork {
  return {
    index,
    input,
    isInsert,
    id,
    before: null,
    values: {},
    given: new Set(),
    errors: [],
    newRow: null,
    oldRow: null,
  };
}

/** The options of a row of its own go before those of the statement. */
export const optionsOf = (call: DmlCall, work: RowWork): DmlRequest['options'] => ({
  ...call.options,
  ...work.input.dmlOptions?.flatten(),
});

export const isChanged = (work: RowWork, field: string): boolean =>
  !sameValue(work.before?.[field] ?? null, work.values[field] ?? null);

/** Equal as stored values; numbers whatever their scale. */
export function sameValue(one: Value, other: Value): boolean {
  if (one instanceof ApexDecimal) {
    return other instanceof ApexDecimal && one.equals(other);
  }
  if (one instanceof ApexDate) {
    return other instanceof ApexDate && one.day === other.day;
  }
  if (one instanceof ApexDatetime) {
    return other instanceof ApexDatetime && one.instant === other.instant;
  }
  if (one instanceof ApexTime) {
    return other instanceof ApexTime && one.milliseconds === other.milliseconds;
  }
  return one instanceof ApexDouble ? other instanceof ApexDouble && one.value === other.value : one === other;
}

/** Whether the store keeps the field: formulas and compound fields are computed. */
export const isStored = (field: FieldInfo): boolean =>
  field.formula === null && field.type !== 'address' && field.type !== 'location';

/** The row as stored: no nulls, `Id` first. */
export function rowOf(id: string, values: Values): Row {
  const row: Values = { Id: id };
  for (const name of Object.keys(values)) {
    const value = values[name] ?? null;
    if (value !== null) {
      row[name] = value;
    }
  }
  row['Id'] = id;
  return row as Row;
}
