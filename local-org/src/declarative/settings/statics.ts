/**
 * The static methods of custom settings and custom metadata types (Apex Reference, Custom Settings Methods and Custom
 * Metadata Type Methods). `SObject` in a signature means the type the method is called on, which comes as the first
 * argument; none of them counts as a query.
 */
import type { ObjectInfo } from '../../data/schema.ts';
import type { Row } from '../../data/store.ts';
import type { ApexMap } from '../../runtime/collections.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import type { Value } from '../../values/value.ts';
import { cut, findRecord, recordKey } from './customMetadata.ts';
import { mergedValue, settingRow, settingRows } from './hierarchy.ts';

type Key = string | null;

function rowOf(
  runtime: Runtime,
  object: ObjectInfo,
  row: Row,
  change: (value: Value) => Value = (value) => value,
): SObjectValue {
  const made = runtime.newRow(object);
  for (const field of object.fields.values()) {
    if (field.formula === null) {
      made.set(field.name, change(row[field.name] ?? null));
    }
  }
  return made;
}

/**
 * The setting as it counts for an owner; without a row of its own it has no id and can be inserted for that owner. Only
 * fields with a value are set: an insert gives the others their defaults.
 */
function merged(runtime: Runtime, object: ObjectInfo, ownerId: string): SObjectValue {
  const rows = settingRows(runtime, object, ownerId);
  const own = settingRow(runtime, object, ownerId);
  const made = runtime.newRow(object);
  if (own !== null) {
    made.id = own.Id;
    made.set('Name', own['Name'] ?? null);
  }
  made.set('SetupOwnerId', ownerId);
  for (const field of object.fields.values()) {
    const value = field.isCustom ? mergedValue(rows, field) : null;
    if (value !== null) {
      made.set(field.name, value);
    }
  }
  return made;
}

function listRow(runtime: Runtime, object: ObjectInfo, name: Key): SObjectValue | null {
  for (const row of runtime.org.store.rows(object.name)) {
    const own = row['Name'];
    if (own === name && name !== null) {
      return rowOf(runtime, object, row);
    }
    if (typeof own === 'string' && name !== null && own.toLowerCase() === name.toLowerCase()) {
      return runtime.unsupported(`${object.name}.getInstance with a name in another case: ${name}`);
    }
  }
  return null;
}

function getInstance(runtime: Runtime, object: ObjectInfo, key: Key): SObjectValue | null {
  switch (object.kind) {
    case 'hierarchySetting':
      return key === null ? null : merged(runtime, object, key);
    case 'listSetting':
      return listRow(runtime, object, key);
    default: {
      const row = key === null ? null : findRecord(runtime, object, key, runtime.namespace);
      return row === null ? null : rowOf(runtime, object, row, cut);
    }
  }
}

function hierarchyOnly(runtime: Runtime, object: ObjectInfo, method: string): void {
  if (object.kind !== 'hierarchySetting') {
    runtime.unsupported(`${object.name}.${method}, which only hierarchy settings have`);
  }
}

function getValues(runtime: Runtime, object: ObjectInfo, key: Key): SObjectValue | null {
  if (object.kind !== 'hierarchySetting') {
    return getInstance(runtime, object, key);
  }
  const row = key === null ? null : settingRow(runtime, object, key);
  return row === null ? null : rowOf(runtime, object, row);
}

function getAll(runtime: Runtime, object: ObjectInfo): ApexMap {
  if (object.kind === 'hierarchySetting') {
    runtime.unsupported(`${object.name}.getAll(), which hierarchy settings do not have`);
  }
  const all = runtime.newMap('String', object.name);
  const { namespace } = runtime;
  for (const row of runtime.org.store.rows(object.name)) {
    const isMetadata = object.kind === 'customMetadata';
    if (isMetadata && runtime.org.packages.hidesRecord(object, row, namespace)) {
      continue;
    }
    const name = row['Name'];
    all.put(
      isMetadata ? recordKey(row, namespace) : typeof name === 'string' ? name : null,
      rowOf(runtime, object, row, isMetadata ? cut : undefined),
    );
  }
  return all;
}

/** Signature to code: statics of `System.SObject`, whose code gets the object it is bound to behind the runtime. */
export const SETTING_STATICS = {
  'static SObject getInstance()': (runtime: Runtime, object: ObjectInfo): SObjectValue => {
    hierarchyOnly(runtime, object, 'getInstance()');
    return merged(runtime, object, runtime.access.userId);
  },
  'static SObject getInstance(String key)': getInstance,
  'static SObject getInstance(Id key)': getInstance,
  'static SObject getValues(String key)': getValues,
  'static SObject getValues(Id key)': getValues,
  'static SObject getOrgDefaults()': (runtime: Runtime, object: ObjectInfo): SObjectValue => {
    hierarchyOnly(runtime, object, 'getOrgDefaults()');
    return merged(runtime, object, runtime.org.id);
  },
  'static Map<String, SObject> getAll()': getAll,
} as const;
