/** The value a field of a new record starts with: of its record type, its picklist, its checkbox or its formula. */
import type { FieldInfo, ObjectInfo } from '../data/schema.ts';
import type { Runtime, RowView } from '../runtime/runtime.ts';
import type { Value } from '../values/value.ts';
import { storedOf } from './formula/fieldValues.ts';
import type { Typed } from './formula/typed.ts';

/** A record that has nothing yet: a default names no field. */
export const NOTHING: RowView = { get: () => null };

export function defaultOf(
  runtime: Runtime,
  object: ObjectInfo,
  field: FieldInfo,
  recordTypeId: string | null,
  compiled: () => Typed,
): Value {
  if (field.type === 'picklist' || field.type === 'multipicklist') {
    const ofType = picklistDefault(runtime, object, field, recordTypeId);
    if (ofType !== undefined) {
      return ofType;
    }
  }
  const text = field.defaultFormula?.trim() ?? '';
  if (field.type === 'boolean' && (text === '' || /^(true|false)$/i.test(text))) {
    return text.toLowerCase() === 'true';
  }
  if (text === '') {
    return null;
  }
  return storedOf(field, compiled().run({ runtime, row: NOTHING, before: null, isNew: true, isClone: false }));
}

/** Undefined where neither the record type nor the picklist has a default. */
function picklistDefault(
  runtime: Runtime,
  object: ObjectInfo,
  field: FieldInfo,
  recordTypeId: string | null,
): string | undefined {
  const name = recordTypeId === null ? null : runtime.org.store.get('RecordType', recordTypeId)?.['DeveloperName'];
  const type = typeof name === 'string' ? object.recordTypes.find((one) => one.developerName === name) : undefined;
  const folded = field.name.toLowerCase();
  const allowed = type?.picklistValues.get(folded);
  const own = field.picklist.filter((one) => one.isDefault && one.isActive).map((one) => one.value);
  const ofField = own.length === 0 ? undefined : field.type === 'multipicklist' ? own.join(';') : own[0];
  if (allowed === undefined) {
    return ofField;
  }
  return (
    type?.picklistDefaults?.get(folded) ?? (ofField !== undefined && allowed.includes(ofField) ? ofField : undefined)
  );
}
