/**
 * Records of custom metadata types: deployed rows that code reads without a query. `getInstance` and `getAll` give the
 * first 255 characters of a text (Apex Reference, Custom Metadata Type Methods); a query gives all of it.
 */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { Row, Store } from '../../data/store.ts';
import type { CustomMetadataSource } from '../../metadata/tree.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import type { Value } from '../../values/value.ts';
import { MetadataRelations } from './metadataRelations.ts';

export const CUT_LENGTH = 255;

export function cut(value: Value): Value {
  return typeof value === 'string' && value.length > CUT_LENGTH ? value.slice(0, CUT_LENGTH) : value;
}

const text = (row: Row, field: string): string => {
  const value = row[field];
  return typeof value === 'string' ? value : '';
};

/** Key of a record in `getAll()` and argument of `getInstance()`: the developer name, qualified outside its namespace. */
export function recordKey(row: Row, namespace: string): string {
  const prefix = text(row, 'NamespacePrefix');
  return prefix === '' || prefix.toLowerCase() === namespace.toLowerCase()
    ? text(row, 'DeveloperName')
    : `${prefix}__${text(row, 'DeveloperName')}`;
}

/** By developer name, qualified name or id. Names compare in any case. */
export function findRecord(runtime: Runtime, object: ObjectInfo, key: string, namespace: string): Row | null {
  const folded = key.toLowerCase();
  let other: Row | null = null;
  for (const row of runtime.org.store.rows(object.name)) {
    if (runtime.org.packages.hidesRecord(object, row, namespace)) {
      continue;
    }
    if (
      row.Id === key ||
      (key.length === 15 && row.Id.slice(0, 15) === key) ||
      text(row, 'QualifiedApiName').toLowerCase() === folded ||
      recordKey(row, namespace).toLowerCase() === folded
    ) {
      return row;
    }
    other ??= text(row, 'DeveloperName').toLowerCase() === folded ? row : null;
  }
  return other;
}

export function customMetadataValue(
  runtime: Runtime,
  object: ObjectInfo,
  record: string,
  field: FieldInfo,
  namespace: string,
): Value {
  return findRecord(runtime, object, record, namespace)?.[field.name] ?? null;
}

/** Stores a record under its id, or as the one it is already; gives the id it has then. */
export type PlaceRecord = (object: ObjectInfo, row: Row) => string;

/** Puts the deployed records into the store. Throws on a value no field of the type takes. */
export function seedCustomMetadata(
  store: Store,
  schema: OrgSchema,
  records: readonly CustomMetadataSource[],
  place: PlaceRecord = (object, row) => {
    store.insert(object.name, row);
    return row.Id;
  },
): void {
  const relations = new MetadataRelations(store, schema);
  for (const record of records) {
    const object = schema.find(record.object, record.namespace);
    if (object === null) {
      throw new Error(`${record.file}: no such custom metadata type: ${record.object}`);
    }
    const prefix = record.namespace === '' ? '' : `${record.namespace}__`;
    const row: Record<string, Value> & { Id: string } = {
      Id: store.nextId(object.name),
      DeveloperName: record.developerName,
      MasterLabel: record.label,
      Label: record.label,
      Language: 'en_US',
      NamespacePrefix: record.namespace === '' ? null : record.namespace,
      QualifiedApiName: `${prefix}${record.developerName}`,
      IsProtected: record.isProtected,
    };
    for (const field of object.fields.values()) {
      if (field.type === 'boolean' && field.isCustom) {
        row[field.name] = field.defaultFormula?.trim().toLowerCase() === 'true';
      }
    }
    for (const value of record.values) {
      const field = schema.findField(object, value.field, record.namespace);
      if (field === null) {
        throw new Error(`${record.file}: no field ${value.field} in ${object.name}`);
      }
      row[field.name] = readValue(field, value.text, record.file);
    }
    relations.note(object, place(object, row), record.namespace);
  }
  relations.resolve();
}

function readValue(field: FieldInfo, written: string | null, file: string): Value {
  if (written === null || written === '') {
    return field.type === 'boolean' ? false : null;
  }
  switch (field.type) {
    case 'boolean':
      return written.trim().toLowerCase() === 'true';
    case 'integer':
      return Number(written);
    case 'double':
    case 'currency':
    case 'percent': {
      const number = ApexDecimal.parse(written)?.withScale(field.scale, 'HALF_UP') ?? null;
      return number ?? bad(field, written, file);
    }
    case 'date': {
      const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
      return parts === null
        ? bad(field, written, file)
        : ApexDate.of(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    }
    case 'datetime': {
      const instant = Date.parse(written);
      return Number.isNaN(instant) ? bad(field, written, file) : new ApexDatetime(instant);
    }
    case 'time': {
      const instant = Date.parse(`1970-01-01T${written.replace(/Z?$/, 'Z')}`);
      return Number.isNaN(instant) ? bad(field, written, file) : new ApexTime(instant);
    }
    default:
      return written;
  }
}

function bad(field: FieldInfo, written: string, file: string): never {
  throw new Error(`${file}: ${field.name} cannot hold "${written}"`);
}
