/** What DML needs to know of an object, found once per org: which fields to default, to require, to check, to compute. */
import type { FieldInfo, ObjectInfo } from '../schema.ts';
import { isStored } from './work.ts';

export interface ObjectPlan {
  readonly defaulted: readonly FieldInfo[];
  readonly required: readonly FieldInfo[];
  readonly unique: readonly FieldInfo[];
  readonly checkboxes: readonly FieldInfo[];
  readonly autoNumbers: readonly FieldInfo[];
  readonly formulas: ReadonlyMap<string, FieldInfo>;
  readonly masters: readonly FieldInfo[];
}

export function planObject(object: ObjectInfo): ObjectPlan {
  const fields = [...object.fields.values()];
  const stored = fields.filter(isStored);
  return {
    defaulted: stored.filter(
      (field) =>
        field.isCreateable && (field.defaultFormula !== null || field.picklist.some((value) => value.isDefault)),
    ),
    required: stored.filter((field) => field.isRequired && !field.isAutoNumber && field.type !== 'boolean'),
    unique: stored.filter((field) => field.isUnique),
    checkboxes: stored.filter((field) => field.type === 'boolean'),
    autoNumbers: stored.filter((field) => field.isAutoNumber),
    formulas: new Map(
      fields.filter((field) => field.formula !== null).map((field) => [field.name.toLowerCase(), field]),
    ),
    masters: stored.filter((field) => field.isMasterDetail),
  };
}
