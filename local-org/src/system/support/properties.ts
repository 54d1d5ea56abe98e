/** A property that is a member of the JavaScript object behind it. */
import type { Code } from '../define.ts';

export function property(name: string): { readonly get: Code; readonly set: Code } {
  return {
    get: (_runtime, self: Record<string, unknown>) => self[name],
    set: (_runtime, self: Record<string, unknown>, value: unknown) => {
      self[name] = value;
    },
  };
}
