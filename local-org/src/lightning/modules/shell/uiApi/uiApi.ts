/** What pages ask the User Interface API. */
import * as records from 'lightning/uiRecordApi';
import { getJson } from 'shell/fetch';
import type { Layout, ObjectInfo, PicklistFields, RecordValue } from './types.ts';

export { faultOf, type Fault } from 'shell/fault';
export type * from './types.ts';
export { RECORD_CHANGED, type RecordChange } from 'shell/recordStore';

export const UI_API = '/services/data/v67.0/ui-api';

/** The record type of objects that have none. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** A field's value as text; nothing where there is none. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? '' : JSON.stringify(value);
  }
}

/** How pages head a field: the name of a record by the object it is of. */
export function pageLabel({ label, fields }: ObjectInfo, name: string): string {
  const field = fields[name];
  return field?.nameField === true && field.label === 'Name' ? `${label} Name` : (field?.label ?? name);
}

/** What does not change while a page is open is asked for once. */
const known = new Map<string, Promise<unknown>>();

export function getOnce<T>(path: string): Promise<T> {
  const found = known.get(path);
  if (found !== undefined) {
    return found as Promise<T>;
  }
  const asked = getJson<T>(path);
  known.set(path, asked);
  asked.catch(() => known.delete(path));
  return asked;
}

export const objectInfo = (name: string): Promise<ObjectInfo> => getOnce(`${UI_API}/object-info/${name}`);

export function layout(
  objectName: string,
  type: 'Full' | 'Compact',
  mode: 'View' | 'Edit' | 'Create',
  recordTypeId: string | null,
): Promise<Layout> {
  const query = new URLSearchParams({ layoutType: type, mode, ...(recordTypeId === null ? {} : { recordTypeId }) });
  return getOnce(`${UI_API}/layout/${objectName}?${query.toString()}`);
}

export async function picklists(objectName: string, recordTypeId: string | null): Promise<PicklistFields> {
  const { picklistFieldValues } = await getOnce<{ readonly picklistFieldValues: PicklistFields }>(
    `${UI_API}/object-info/${objectName}/picklist-values/${recordTypeId ?? MASTER_RECORD_TYPE}`,
  );
  return picklistFieldValues;
}

/** Fields the user can't see are left out. */
export function readRecord(objectName: string, id: string, fields: readonly string[]): Promise<RecordValue> {
  const optional = fields.map((name) => `${objectName}.${name}`).join(',');
  return getJson(`${UI_API}/records/${id}?optionalFields=${encodeURIComponent(optional)}`);
}

/** What a record is and is called, by its id alone. */
export async function identify(id: string): Promise<{ readonly objectName: string; readonly name: string }> {
  const record = await getJson<RecordValue>(`${UI_API}/records/${id}?layoutTypes=Compact&modes=View`);
  const { nameFields } = await objectInfo(record.apiName);
  const [whole = '', ...parts] = nameFields.map((name) => textOf(record.fields[name]?.value));
  // Compact layouts have the names of people in parts.
  return { objectName: record.apiName, name: whole || parts.filter((part) => part !== '').join(' ') || id };
}

export type FieldValues = Readonly<Record<string, unknown>>;

/** Writes go through the cache that components read from, so that all of them see the change. */
export const createRecord = (apiName: string, fields: FieldValues): Promise<{ readonly id: string }> =>
  records.createRecord({ apiName, fields });
export const updateRecord = (id: string, fields: FieldValues): Promise<{ readonly id: string }> =>
  records.updateRecord({ fields: { ...fields, Id: id } });
export const deleteRecord = (id: string): Promise<void> => records.deleteRecord(id);

/** Icons of the design system by object. */
export async function objectIcon(objectName: string): Promise<string> {
  const icons = await getOnce<Readonly<Record<string, string>>>('/_/org/icons');
  return icons[objectName] ?? 'standard:custom';
}
