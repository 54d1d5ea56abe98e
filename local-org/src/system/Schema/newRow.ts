/** A row in memory for `newSObject(recordTypeId, loadDefaults)`: record type set, defaults of createable fields filled in. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';

export function describeRowWithDefaults(
  runtime: Runtime,
  object: ObjectInfo,
  recordTypeId: string | null,
  loadDefaults: boolean,
): SObjectValue {
  const row = runtime.newRow(object);
  if (recordTypeId !== null) {
    row.set('RecordTypeId', recordTypeId);
  }
  if (!loadDefaults) {
    return row;
  }
  for (const field of object.fields.values()) {
    if (!field.isCreateable || row.has(field.name)) {
      continue;
    }
    const value = runtime.org.declarative.defaultValue(runtime, object, field, recordTypeId);
    if (value !== null) {
      row.set(field.name, value);
    }
  }
  if (object.fields.has('eventuuid')) {
    // "EventUuid … is populated … when you create the event with newSObject(null, true)" (Platform Events Developer
    // Guide, "Get the Result of Asynchronous Platform Event Publishing with Apex Publish Callbacks").
    row.set('EventUuid', crypto.randomUUID());
  }
  return row;
}
