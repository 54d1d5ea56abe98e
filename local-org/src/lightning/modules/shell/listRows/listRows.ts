/** Rows and columns of a list view as the table takes them. */

export interface FieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}
export interface RecordValue {
  readonly apiName: string;
  /** Null where only other fields of it were read. */
  readonly id: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
export interface DisplayColumn {
  readonly fieldApiName: string;
  readonly label: string;
  /** The path of the id of the record the column's value names. */
  readonly lookupId: string | null;
  readonly sortable: boolean;
}
export interface FieldTypes {
  readonly [field: string]: { readonly dataType: string } | undefined;
}

export type Row = Readonly<Record<string, string | boolean | null>> & { readonly id: string };

export interface TableColumn {
  readonly label?: string;
  readonly fieldName?: string;
  readonly type: string;
  readonly sortable?: boolean;
  readonly hideDefaultActions?: boolean;
  readonly typeAttributes?: Readonly<Record<string, unknown>>;
  readonly cellAttributes?: Readonly<Record<string, unknown>>;
}
export interface Rights {
  readonly canEdit: boolean;
  readonly canDelete: boolean;
}

const URL_SUFFIX = '#url';
const NUMBERS = new Set(['Currency', 'Double', 'Int', 'Percent', 'Long']);

export const fieldOfColumn = (fieldName: string): string => fieldName.replace(URL_SUFFIX, '');
export const columnOfField = (column: DisplayColumn): string =>
  column.lookupId === null ? column.fieldApiName : `${column.fieldApiName}${URL_SUFFIX}`;

export function tableColumns(columns: readonly DisplayColumn[], types: FieldTypes, rights: Rights): TableColumn[] {
  const actions = [
    ...(rights.canEdit ? [{ label: 'Edit', name: 'edit' }] : []),
    ...(rights.canDelete ? [{ label: 'Delete', name: 'delete' }] : []),
  ];
  return [
    ...columns.map((column) => ({
      label: column.label,
      fieldName: columnOfField(column),
      sortable: column.sortable,
      hideDefaultActions: true,
      ...kindOf(column, types[column.fieldApiName]?.dataType ?? ''),
    })),
    ...(actions.length === 0 ? [] : [{ type: 'action', typeAttributes: { rowActions: actions } }]),
  ];
}

function kindOf(
  column: DisplayColumn,
  dataType: string,
): Pick<TableColumn, 'type' | 'typeAttributes' | 'cellAttributes'> {
  if (column.lookupId !== null) {
    const label = { fieldName: column.fieldApiName };
    return { type: 'url', typeAttributes: { label, tooltip: label, target: '_self' } };
  }
  switch (dataType) {
    case 'Boolean':
      return { type: 'boolean' };
    case 'Email':
      return { type: 'email' };
    case 'Phone':
      return { type: 'phone' };
    case 'Url':
      return { type: 'url', typeAttributes: { target: '_blank' } };
    default:
      return { type: 'text', ...(NUMBERS.has(dataType) ? { cellAttributes: { alignment: 'right' } } : {}) };
  }
}

export function tableRow(record: RecordValue, columns: readonly DisplayColumn[]): Row {
  const cells: Record<string, string | boolean | null> = {};
  for (const column of columns) {
    const field = fieldAt(record, column.fieldApiName.split('.'));
    cells[column.fieldApiName] = shown(field);
    if (column.lookupId !== null) {
      cells[columnOfField(column)] = linkAt(record, column.lookupId);
    }
  }
  return { ...cells, id: record.id ?? '' };
}

/** A row where there is no room for a table. */
export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  readonly values: readonly { readonly label: string; readonly value: string }[];
}
const FIELDS_OF_A_TILE = 3;

export function tileOf(row: Row, objectApiName: string, columns: readonly DisplayColumn[]): Tile {
  const [first, ...others] = columns;
  return {
    id: row.id,
    label: String((first === undefined ? null : row[first.fieldApiName]) ?? row.id),
    url: `/lightning/r/${objectApiName}/${row.id}/view`,
    values: others
      .map(({ fieldApiName, label }) => ({ label, value: String(row[fieldApiName] ?? '') }))
      .filter(({ value }) => value !== '')
      .slice(0, FIELDS_OF_A_TILE),
  };
}

/** Formatted for the user where the server did; as it is otherwise. */
function shown(field: FieldValue | null): string | boolean | null {
  const { displayValue = null, value = null } = field ?? {};
  if (typeof value === 'boolean') {
    return value;
  }
  return displayValue ?? (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
}

function fieldAt(record: RecordValue | null, path: readonly string[]): FieldValue | null {
  const [first = '', ...rest] = path;
  const field = record?.fields[first] ?? null;
  return rest.length === 0 ? field : fieldAt((field?.value ?? null) as RecordValue | null, rest);
}

/** `Id` names the row itself, `Account.Id` the record a lookup leads to. */
function linkAt(record: RecordValue, lookupId: string): string | null {
  const path = lookupId.split('.').slice(0, -1);
  const target = path.length === 0 ? record : ((fieldAt(record, path)?.value ?? null) as RecordValue | null);
  return target === null || target.id === null ? null : `/lightning/r/${target.apiName}/${target.id}/view`;
}

/** "5 items • Sorted by Name", as it stands over the table. */
export function summary(parts: {
  readonly shown: number;
  readonly total: number;
  readonly sortedBy: string | null;
  readonly filteredBy: readonly string[];
}): string {
  const { total, sortedBy, filteredBy } = parts;
  const count = `${parts.shown < total ? `${parts.shown} of ` : ''}${total} ${total === 1 ? 'item' : 'items'}`;
  return [
    count,
    ...(sortedBy === null ? [] : [`Sorted by ${sortedBy}`]),
    ...(filteredBy.length === 0 ? [] : [`Filtered by ${filteredBy.join(', ')}`]),
  ].join(' • ');
}
