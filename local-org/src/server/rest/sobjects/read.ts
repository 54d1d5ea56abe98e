/** Reads single records: all fields the user sees, or those asked for. */
import type { FieldInfo, ObjectInfo } from '../../../data/schema.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { ApexBlob } from '../../../values/value.ts';
import { ApiError, badRequest, notFound } from '../../errors.ts';
import { userMode } from '../../records/work.ts';
import type { ServedOrg } from '../../servedOrg.ts';
import { queryError } from '../faults.ts';
import { rowJson, type RowJson } from '../query/rowJson.ts';

/** The record as JSON; a deleted one and one that is not there differ. */
export function readRecord(
  org: ServedOrg,
  runtime: Transaction,
  object: ObjectInfo,
  id: string,
  paths: readonly string[] | null,
  base: string,
): RowJson {
  const compounds = paths === null ? compoundFields(runtime, object) : [];
  const [found] = readRecords(org, runtime, object, [id], paths, base);
  if (found === undefined) {
    throw missing(org, object, id);
  }
  for (const field of compounds) {
    found[field.name] = compoundValue(field, found);
  }
  return found;
}

export function readRecords(
  org: ServedOrg,
  runtime: Transaction,
  object: ObjectInfo,
  ids: readonly string[],
  paths: readonly string[] | null,
  base: string,
): RowJson[] {
  const { queries } = org.local.parts;
  const selected = paths === null ? allFields(runtime, object) : paths;
  for (const path of selected) {
    if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(path)) {
      throw badRequest('INVALID_FIELD', `No such column '${path}' on entity '${object.name}'.`);
    }
  }
  const names = [...new Map(selected.map((path) => [path.toLowerCase(), path])).values()];
  const soql = `SELECT ${names.join(', ')} FROM ${object.name} WHERE Id IN :ids`;
  try {
    const { shape } = queries.planOf(runtime, soql);
    const found = queries.query(runtime, soql, () => runtime.newList('Id', [...ids]), userMode(runtime.access.userId));
    return shape === null ? [] : found.rows.map((row) => rowJson(base, shape, row));
  } catch (error) {
    throw queryError(error, soql);
  }
}

export function missing(org: ServedOrg, object: ObjectInfo, id: string): ApiError {
  const row = org.local.parts.store.get(object.name, id, true);
  return row?.['IsDeleted'] === true
    ? new ApiError(404, { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] })
    : notFound();
}

function allFields(runtime: Transaction, object: ObjectInfo): readonly string[] {
  return readable(runtime, object)
    .filter((field) => !isCompound(field))
    .map((field) => field.name);
}
const isCompound = (field: FieldInfo): boolean => field.type === 'address' || field.type === 'location';

const readable = (runtime: Transaction, object: ObjectInfo): readonly FieldInfo[] =>
  [...object.fields.values()].filter((field) =>
    runtime.org.security.canReadField(runtime.access.userId, object, field),
  );

const compoundFields = (runtime: Transaction, object: ObjectInfo): readonly FieldInfo[] =>
  readable(runtime, object).filter(isCompound);

const ADDRESS_PARTS = [
  'city',
  'country',
  'countryCode',
  'geocodeAccuracy',
  'latitude',
  'longitude',
  'postalCode',
  'state',
  'stateCode',
  'street',
];

/** A compound field is its parts; null when none has a value. */
function compoundValue(field: FieldInfo, row: Readonly<RowJson>): RowJson | null {
  const prefix = field.type === 'address' ? field.name.replace(/Address$/, '') : field.name.replace(/__c$/, '__');
  const parts = field.type === 'address' ? ADDRESS_PARTS : ['latitude', 'longitude'];
  const value: RowJson = {};
  for (const part of parts) {
    const capitalized = `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
    const name = field.type === 'address' ? `${prefix}${capitalized}` : `${prefix}${capitalized}__s`;
    if (name in row) {
      value[part] = row[name];
    }
  }
  return Object.values(value).some((part) => part !== null) ? value : null;
}

/** The bytes of a blob field. */
export function readBlob(org: ServedOrg, object: ObjectInfo, id: string, field: FieldInfo): Uint8Array {
  const value = org.local.parts.store.get(object.name, id)?.[field.name];
  return value instanceof ApexBlob ? value.bytes : new Uint8Array();
}
