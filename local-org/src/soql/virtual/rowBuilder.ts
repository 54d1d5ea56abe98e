/** Rows of computed tables: a plain record whose absent columns are null. */
import type { Row } from '../../data/store.ts';
import type { Value } from '../../values/value.ts';

export function computedRow(id: string, columns: Readonly<Record<string, Value>>): Row {
  return { ...columns, Id: id };
}

/** `ns` of `ns__Thing__c`; null without one. */
export function namespaceOf(apiName: string): string | null {
  const parts = apiName.split('__');
  return parts.length > 2 ? (parts[0] ?? null) : null;
}

/** `Thing` of `ns__Thing__c`. */
export function developerNameOf(apiName: string): string {
  const parts = apiName.split('__');
  return parts.length > 2 ? (parts[1] ?? apiName) : (parts[0] ?? apiName);
}
