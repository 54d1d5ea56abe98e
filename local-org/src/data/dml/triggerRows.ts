/** Rows as triggers and rules see them: every stored field, and formulas computed from the row as it was when first asked. */
import type { ObjectInfo } from '../schema.ts';
import type { Runtime, RowView } from '../../runtime/runtime.ts';
import { SObjectValue, type FieldContent } from '../../runtime/sobject.ts';
import type { Value } from '../../values/value.ts';
import type { ObjectPlan } from './plan.ts';
import type { Values } from './work.ts';

/** Content whose formula fields are evaluated on demand. */
class ContentWithFormulas extends Map<string, FieldContent> {
  readonly #compute: (name: string) => Value | undefined;
  constructor(compute: (name: string) => Value | undefined) {
    super();
    this.#compute = compute;
  }
  override get(name: string): FieldContent | undefined {
    const known = super.get(name);
    if (known !== undefined) {
      return known;
    }
    const computed = this.#compute(name);
    if (computed !== undefined) {
      super.set(name, computed);
    }
    return computed;
  }
}

class TriggerRow extends SObjectValue {
  override readonly content: Map<string, FieldContent>;
  constructor(object: ObjectInfo, content: Map<string, FieldContent>) {
    super(object);
    this.content = content;
  }
}

export function viewOf(runtime: Runtime, object: ObjectInfo, plan: ObjectPlan, values: Readonly<Values>): RowView {
  const view: RowView = {
    get(name: string): Value {
      const field = object.fields.get(name.toLowerCase());
      if (field === undefined) {
        return null;
      }
      return plan.formulas.has(name.toLowerCase())
        ? runtime.org.declarative.formulaValue(runtime, object, field, view)
        : (values[field.name] ?? null);
    },
  };
  return view;
}

export function triggerRow(
  runtime: Runtime,
  object: ObjectInfo,
  plan: ObjectPlan,
  values: Readonly<Values>,
  isReadOnly: boolean,
): SObjectValue {
  const start: Values = { ...values };
  const view = viewOf(runtime, object, plan, start);
  const compute = (name: string): Value | undefined => (plan.formulas.has(name) ? view.get(name) : undefined);
  const row =
    plan.formulas.size === 0 ? new SObjectValue(object) : new TriggerRow(object, new ContentWithFormulas(compute));
  for (const name of Object.keys(start)) {
    row.set(name, start[name] ?? null);
  }
  row.isReadOnly = isReadOnly;
  return row;
}
