/** Finds which rows of an upsert exist: by id, or by a key field whose value may stand once in a chunk of 200. */
import { indexKey } from '../store/indexKey.ts';
import type { FieldInfo, ObjectInfo } from '../schema.ts';
import type { Store } from '../store.ts';
import type { DmlError } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import type { Value } from '../../values/value.ts';
import { coerce } from './coerce.ts';
import { dmlError } from './errors.ts';

export interface UpsertKey {
  /** Null for a row that is new. */
  readonly id: string | null;
  readonly errors: readonly DmlError[];
}

export function resolveUpsert(
  store: Store,
  object: ObjectInfo,
  field: FieldInfo | null,
  rows: readonly SObjectValue[],
): readonly UpsertKey[] {
  if (field === null || field.type === 'id') {
    return rows.map((row) => ({ id: row.id, errors: [] }));
  }
  const seen = new Map<unknown, number>();
  const keys = rows.map((row) => {
    const content = row.peek(field.name);
    const key = indexKey(field, coerce(field, isValue(content) ? content : null));
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return key;
  });
  return rows.map((row, index): UpsertKey => {
    const key = keys[index] ?? null;
    const value = coerce(field, row.peek(field.name) as Value);
    if (key === null || value === null) {
      return { id: null, errors: [dmlError('keyMissing', [field.name], [field.name])] };
    }
    if ((seen.get(key) ?? 0) > 1) {
      return { id: null, errors: [dmlError('keyTwice', [String(value)], [field.name])] };
    }
    const found = findByKey(store, object, field, value);
    return found.length > 1
      ? {
          id: null,
          errors: [dmlError('keyAmbiguous', [field.name, found.map((one) => one.Id).join(', ')], [field.name])],
        }
      : { id: found[0]?.Id ?? null, errors: [] };
  });
}

/** External ids and unique fields have an index; a name is looked up in the rows. */
export function findByKey(
  store: Store,
  object: ObjectInfo,
  field: FieldInfo,
  value: Value,
): readonly { readonly Id: string }[] {
  return store.findBy(object.name, field.name, value);
}

const isValue = (content: unknown): content is Value =>
  typeof content !== 'object' || content === null || !('content' in content || 'items' in content);
