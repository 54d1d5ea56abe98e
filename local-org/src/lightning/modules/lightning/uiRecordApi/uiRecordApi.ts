/** Records for components. Source: LWC Developer Guide, "lightning/uiRecordApi". */
import { call, uiApi } from 'shell/http';
import {
  fieldNames,
  objectNameOf,
  pathOf,
  texts,
  type FieldName,
  type ObjectId,
  type ObjectName,
} from 'shell/fieldIds';
import {
  forget,
  loadedSource,
  recordSource,
  refreshRecords,
  resourceSource,
  written,
  type FieldValue,
  type RecordRepresentation,
} from 'shell/recordStore';
import { hasAll, refreshWired, wireAdapter } from 'shell/wire';

type Names = FieldName | readonly FieldName[];
interface RecordConfig {
  readonly recordId: string;
  readonly fields?: Names;
  readonly optionalFields?: Names;
  readonly layoutTypes?: string | readonly string[];
  readonly modes?: string | readonly string[];
}
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate?: boolean;
}

export const getRecord = wireAdapter<RecordConfig, RecordRepresentation>((config) => {
  const isAsked = [config.fields, config.optionalFields, config.layoutTypes].some((one) => one !== undefined);
  return isAsked && hasAll(config, ['recordId'])
    ? recordSource({
        recordId: config.recordId,
        fields: fieldNames(config.fields),
        optionalFields: fieldNames(config.optionalFields),
        layoutTypes: texts(config.layoutTypes),
        modes: texts(config.modes),
      })
    : null;
});

interface RecordsConfig {
  readonly records: readonly {
    readonly recordIds: readonly string[];
    readonly fields?: Names;
    readonly optionalFields?: Names;
  }[];
}
interface BatchResult {
  readonly hasErrors: boolean;
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

export const getRecords = wireAdapter<RecordsConfig, BatchResult>((config) => {
  const paths = (config.records ?? []).map(({ recordIds, fields, optionalFields }) =>
    uiApi(`records/batch/${recordIds.join(',')}`, {
      fields: fieldNames(fields),
      optionalFields: fieldNames(optionalFields),
    }),
  );
  return paths.length === 0 ? null : loadedSource(paths.join(' '), 'data', () => readGroups(paths));
});

/** Each group of records has fields of its own, and so a request of its own; the answer is one. */
async function readGroups(paths: readonly string[]): Promise<BatchResult> {
  const answers = (await Promise.all(paths.map((path) => call('GET', path)))) as readonly BatchResult[];
  return {
    hasErrors: answers.some(({ hasErrors }) => hasErrors),
    results: answers.flatMap(({ results }) => results),
  };
}

interface RecordUiConfig extends Omit<RecordConfig, 'recordId'> {
  readonly recordIds: string | readonly string[];
}
export const getRecordUi = wireAdapter<RecordUiConfig, unknown>((config) =>
  hasAll(config, ['recordIds', 'layoutTypes', 'modes'])
    ? resourceSource(
        uiApi(`record-ui/${texts(config.recordIds).join(',')}`, {
          layoutTypes: texts(config.layoutTypes),
          modes: texts(config.modes),
          optionalFields: fieldNames(config.optionalFields),
        }),
      )
    : null,
);

interface DefaultsConfig {
  readonly objectApiName: ObjectName;
  readonly formFactor?: string;
  readonly recordTypeId?: string;
  readonly optionalFields?: Names;
}
export const getRecordCreateDefaults = wireAdapter<DefaultsConfig, unknown>((config) =>
  hasAll(config, ['objectApiName'])
    ? resourceSource(
        uiApi(`record-defaults/create/${objectNameOf(config.objectApiName)}`, {
          formFactor: config.formFactor,
          recordTypeId: config.recordTypeId,
          optionalFields: fieldNames(config.optionalFields),
        }),
      )
    : null,
);

export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = (await call('POST', uiApi('records'), input)) as RecordRepresentation;
  written(record);
  return record;
}

export async function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
  const { Id: id, ...fields } = input.fields;
  if (typeof id !== 'string') {
    throw new TypeError('recordInput must contain an Id in its fields.');
  }
  const body = { ...input, fields };
  const record = (await call('PATCH', uiApi(`records/${id}`), body)) as RecordRepresentation;
  written(record);
  return record;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await call('DELETE', uiApi(`records/${recordId}`));
  forget(recordId);
}

/** Tells that records changed by other ways than this module: what the page has of them is read anew. */
export function notifyRecordUpdateAvailable(items: readonly { readonly recordId: string }[]): Promise<void> {
  return refreshRecords(items.map(({ recordId }) => recordId));
}
/** The older form of the same, without a promise. */
export function getRecordNotifyChange(items: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(items);
}
export const refresh = refreshWired;

interface ReadRecord {
  readonly fields: Readonly<Record<string, FieldValue>>;
}
function follow(record: ReadRecord | null | undefined, field: FieldName): FieldValue | undefined {
  const [last = '', ...above] = pathOf(field).split('.').reverse();
  const target = above.reduceRight<ReadRecord | null | undefined>(
    (at, name) => at?.fields?.[name]?.value as ReadRecord | null | undefined,
    record,
  );
  return target === null ? { value: null, displayValue: null } : target?.fields?.[last];
}
/** Undefined where the record does not have the field; null where a relationship on the way leads nowhere. */
export const getFieldValue = (record: ReadRecord | null | undefined, field: FieldName): unknown =>
  follow(record, field)?.value;
export const getFieldDisplayValue = (
  record: ReadRecord | null | undefined,
  field: FieldName,
): string | null | undefined => follow(record, field)?.displayValue;

interface Describes {
  readonly fields: Readonly<Record<string, { readonly createable: boolean; readonly updateable: boolean }>>;
}
type Source = Pick<RecordRepresentation, 'apiName' | 'fields'> & { readonly id?: string | null };

/** Fields of the record that may be set on a new one; all of them without a description of the object. */
export function generateRecordInputForCreate(record: Source, info?: Describes): RecordInput {
  return {
    apiName: record.apiName,
    fields: valuesOf(record, (name) => info?.fields[name]?.createable ?? info === undefined),
  };
}
export function generateRecordInputForUpdate(record: Source, info?: Describes): RecordInput {
  const fields = valuesOf(record, (name) => info?.fields[name]?.updateable ?? info === undefined);
  return { apiName: record.apiName, fields: { ...fields, Id: record.id } };
}

function valuesOf(record: Source, isWanted: (field: string) => boolean): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record.fields)
      .filter(([name, { value }]) => isWanted(name) && (typeof value !== 'object' || value === null))
      .map(([name, { value }]) => [name, value]),
  );
}

/** Leaves out what is as it was. */
export function createRecordInputFilteredByEditedFields(input: RecordInput, original: Source): RecordInput {
  const fields = Object.entries(input.fields).filter(
    ([name, value]) => name === 'Id' || original.fields[name]?.value !== value,
  );
  return { ...input, fields: Object.fromEntries(fields) };
}

export function getRecordInput(): RecordInput {
  return { apiName: '', fields: {} };
}
export type { FieldName, ObjectId, RecordRepresentation };
