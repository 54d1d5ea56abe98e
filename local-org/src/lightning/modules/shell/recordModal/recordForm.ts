/** What a form for a record starts with, and what it sends. */
import { getJson } from 'shell/fetch';
import { fieldNames, sectionsOf, type Section } from 'shell/layoutModel';
import {
  createRecord,
  identify,
  layout,
  objectInfo,
  picklists,
  readRecord,
  UI_API,
  updateRecord,
  type FieldInfo,
  type FieldValue,
  type Layout,
  type ObjectInfo,
  type PicklistFields,
  type RecordTypeInfo,
  type RecordValue,
} from 'shell/uiApi';

export type FormKind = 'new' | 'edit' | 'clone';
export interface FormRequest {
  readonly kind: FormKind;
  readonly objectName: string;
  readonly recordId: string | null;
  readonly recordTypeId: string | null;
  /** Values a link brings along, as text. */
  readonly defaults: Readonly<Record<string, string>>;
}
export interface Form {
  readonly info: ObjectInfo;
  readonly sections: readonly Section[];
  readonly record: RecordValue;
  readonly picklists: PicklistFields;
  /** Values that are not in the record: defaults of the link. */
  readonly draft: Readonly<Record<string, FieldValue>>;
}
interface Defaults {
  readonly layout: Layout;
  readonly record: RecordValue;
}

/** The record types a person chooses from; none where there is no choice. */
export async function recordTypeChoices({
  kind,
  objectName,
  recordTypeId,
}: FormRequest): Promise<readonly RecordTypeInfo[]> {
  if (kind !== 'new' || recordTypeId !== null) {
    return [];
  }
  const { recordTypeInfos } = await objectInfo(objectName);
  const types = Object.values(recordTypeInfos).filter(({ available, master }) => available && !master);
  return types.length > 1 ? types : [];
}

export async function openForm(request: FormRequest): Promise<Form> {
  return request.kind === 'edit' ? editForm(request) : createForm(request);
}

async function createForm({ kind, objectName, recordId, recordTypeId, defaults }: FormRequest): Promise<Form> {
  const source = kind === 'clone' ? `clone/${recordId ?? ''}` : `create/${objectName}`;
  const query = recordTypeId === null ? '' : `?recordTypeId=${recordTypeId}`;
  const [info, start] = await Promise.all([
    objectInfo(objectName),
    getJson<Defaults>(`${UI_API}/record-defaults/${source}${query}`),
  ]);
  return {
    info,
    sections: sectionsOf(start.layout, info, 'Create'),
    record: start.record,
    picklists: await picklists(objectName, start.record.recordTypeId),
    draft: await draftOf(info, defaults),
  };
}

async function editForm({ objectName, recordId, defaults }: FormRequest): Promise<Form> {
  const info = await objectInfo(objectName);
  const { recordTypeId } = await readRecord(objectName, recordId ?? '', info.nameFields);
  const sections = sectionsOf(await layout(objectName, 'Full', 'Edit', recordTypeId), info, 'Edit');
  const [record, values, draft] = await Promise.all([
    readRecord(objectName, recordId ?? '', [...info.nameFields, ...fieldNames(sections)]),
    picklists(objectName, recordTypeId),
    draftOf(info, defaults),
  ]);
  return { info, sections, record, picklists: values, draft };
}

async function draftOf(info: ObjectInfo, defaults: Readonly<Record<string, string>>): Promise<Form['draft']> {
  const entries = await Promise.all(
    Object.entries(defaults).map(async ([name, text]) => {
      const field = info.fields[name];
      return field === undefined ? [] : [[name, await valueOf(field, text)] as const];
    }),
  );
  return Object.fromEntries(entries.flat());
}

const NUMBERS = ['Currency', 'Percent', 'Double', 'Int', 'Long'];

async function valueOf(field: FieldInfo, text: string): Promise<FieldValue> {
  if (field.reference) {
    return { value: text, displayValue: await nameOf(text) };
  }
  const value = field.dataType === 'Boolean' ? text === 'true' : NUMBERS.includes(field.dataType) ? Number(text) : text;
  return { value, displayValue: null };
}

/** A lookup shows the name of what it points to; its id where that can't be read. */
async function nameOf(id: string): Promise<string> {
  try {
    return (await identify(id)).name;
  } catch {
    return id;
  }
}

/** The id of what was saved. */
export async function saveForm(request: FormRequest, form: Form, draft: Form['draft']): Promise<string> {
  const changed = Object.fromEntries(Object.entries(draft).map(([name, { value }]) => [name, value]));
  if (request.kind === 'edit' && request.recordId !== null) {
    if (Object.keys(changed).length > 0) {
      await updateRecord(request.recordId, changed);
    }
    return request.recordId;
  }
  const { record, info, sections } = form;
  const shown = fieldNames(sections).filter((name) => info.fields[name]?.createable === true);
  const started = Object.fromEntries(
    shown.flatMap((name) => {
      const value = record.fields[name]?.value ?? null;
      return value === null ? [] : [[name, value] as const];
    }),
  );
  const type = info.fields['RecordTypeId'] === undefined ? {} : { RecordTypeId: record.recordTypeId };
  const { id } = await createRecord(request.objectName, { ...type, ...started, ...changed });
  return id;
}
