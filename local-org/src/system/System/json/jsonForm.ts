/** What a platform object gives for its JSON, and takes from it: named members, or one value in its place. */
import type { ApexValue, Runtime } from '../../../runtime/runtime.ts';

export interface JsonForm {
  toJsonForm(runtime: Runtime): ReadonlyMap<string, ApexValue> | ApexValue;
}

export function hasJsonForm(value: object): value is object & JsonForm {
  return 'toJsonForm' in value && typeof value.toJsonForm === 'function';
}
