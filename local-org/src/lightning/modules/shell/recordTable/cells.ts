/** What stands in a cell of a list: the value a column's path leads to, and where it links. */
import type { FieldInfo, FieldValue, ObjectInfo, RecordValue } from '../uiApi/types.ts';

export interface Column {
  /** `Name`, `Account.Name`. */
  readonly fieldApiName: string;
  readonly label: string;
  /** Path of the id that the cell links to. */
  readonly lookupId?: string | null;
  readonly sortable?: boolean;
}
export interface Cell {
  readonly key: string;
  readonly label: string;
  readonly url: string | null;
  readonly text: string;
  /** Of the row's own fields; null for those behind a relationship. */
  readonly field: FieldInfo | null;
  readonly isName: boolean;
}

export function cellOf(column: Column, record: RecordValue, info: ObjectInfo): Cell {
  const path = column.fieldApiName.split('.');
  const isOwn = path.length === 1;
  const found = valueAt(record, path);
  const field = isOwn ? (info.fields[column.fieldApiName] ?? null) : null;
  const isName = field?.nameField === true;
  return {
    key: column.fieldApiName,
    label: column.label,
    url: isName ? recordUrl(record.apiName, record.id) : parentUrl(column, record),
    text: textOf(found),
    field: isName ? null : field,
    isName,
  };
}

function parentUrl({ lookupId, fieldApiName }: Column, record: RecordValue): string | null {
  const path = fieldApiName.split('.');
  if (path.length < 2 || lookupId === null || lookupId === undefined) {
    return null;
  }
  const parent = valueAt(record, path.slice(0, -1))?.value as RecordValue | null | undefined;
  return parent?.id === undefined ? null : recordUrl(parent.apiName, parent.id);
}

const recordUrl = (objectName: string, id: string | null): string => `/lightning/r/${objectName}/${id ?? ''}/view`;

export function valueAt(record: RecordValue, path: readonly string[]): FieldValue | undefined {
  const [first = '', ...rest] = path;
  const content = record.fields[first];
  if (rest.length === 0 || content === undefined) {
    return content;
  }
  const parent = content.value as RecordValue | null;
  return parent === null ? undefined : valueAt(parent, rest);
}

function textOf(found: FieldValue | undefined): string {
  const { displayValue = null, value = null } = found ?? {};
  return displayValue ?? (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
}
