/** A platform event on its way to the bus: its fields with defaults, checked as a record's are. */
import type { DmlError, Runtime } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import { checkValues } from './checks.ts';
import { planObject } from './plan.ts';
import { applyDefaults, applyInput } from './prepare.ts';
import { newWork, type DmlCall, type Values } from './work.ts';

export function prepareEvent(
  runtime: Runtime,
  row: SObjectValue,
): { readonly values: Values; readonly errors: readonly DmlError[] } {
  const { object } = row;
  const call: DmlCall = {
    runtime,
    object,
    plan: planObject(object),
    store: runtime.org.store,
    access: runtime.access,
    options: {},
    isAllOrNone: false,
    isRollUp: false,
  };
  const work = newWork(0, row, true, null);
  applyInput(call, work);
  applyDefaults(call, work);
  checkValues(call, work);
  return { values: work.values, errors: work.errors };
}
