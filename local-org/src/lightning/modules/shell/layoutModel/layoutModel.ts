/** What a page layout becomes on a page: sections of rows of cells, each with the fields it shows. */
import type { FieldInfo, Layout, LayoutItem, LayoutSection, ObjectInfo } from '../uiApi/types.ts';

export interface Cell {
  readonly key: string;
  readonly label: string;
  /** The first is what an input edits; `CreatedBy` and its moment share a cell. */
  readonly fields: readonly FieldInfo[];
  /** What is read: the whole name and the whole address instead of their parts. */
  readonly shown: readonly FieldInfo[];
  readonly isAddress: boolean;
  readonly isEditable: boolean;
  readonly isRequired: boolean;
  readonly isBlank: boolean;
}
export interface Section {
  readonly key: string;
  readonly heading: string;
  readonly hasHeading: boolean;
  readonly columns: number;
  readonly cells: readonly Cell[];
}
export type FormMode = 'View' | 'Edit' | 'Create';

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country'] as const;

/** Sections without anything to show are left out. */
export function sectionsOf(layout: Layout, info: ObjectInfo, mode: FormMode): readonly Section[] {
  return layout.sections
    .map((section, index) => sectionOf(section, index, info, mode))
    .filter(({ cells }) => cells.some(({ isBlank }) => !isBlank));
}

function sectionOf(section: LayoutSection, index: number, info: ObjectInfo, mode: FormMode): Section {
  const key = section.id ?? String(index);
  const rows = section.layoutRows.map((row, at) =>
    row.layoutItems.map((item, column) => cellOf(item, `${key}-${at}-${column}`, info, mode)),
  );
  return {
    key,
    heading: section.heading,
    hasHeading: section.useHeading && section.heading !== '',
    columns: section.columns,
    cells: mode === 'Create' ? fillable(rows) : rows.flat(),
  };
}

/** A form for a new record leaves out what nobody can fill in; other fields stay in their columns. */
function fillable(rows: readonly (readonly Cell[])[]): readonly Cell[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => row[column] ?? []).filter(({ isEditable, isBlank }) => isEditable || isBlank),
  );
  const height = Math.max(0, ...columns.map((column) => column.findLastIndex(({ isBlank }) => !isBlank) + 1));
  return Array.from({ length: height }, (_, row) =>
    columns.map((column, index) => column[row] ?? blank(`blank-${row}-${index}`)),
  ).flat();
}
const blank = (key: string): Cell => ({
  key,
  label: '',
  fields: [],
  shown: [],
  isAddress: false,
  isEditable: false,
  isRequired: false,
  isBlank: true,
});

function cellOf(item: LayoutItem, key: string, info: ObjectInfo, mode: FormMode): Cell {
  const fields = item.layoutComponents
    .filter(({ componentType }) => componentType === 'Field')
    .flatMap(({ apiName }) => info.fields[apiName ?? ''] ?? []);
  const [first] = fields;
  const isAllowed = mode === 'Create' ? item.editableForNew : item.editableForUpdate;
  const canWrite = fields.some((field) => (mode === 'Create' ? field.createable : field.updateable));
  return {
    key,
    label: item.label === '' ? (first?.label ?? '') : item.label,
    fields,
    shown: wholeOf(fields, info),
    isAddress: first?.dataType === 'Address' || (fields.length > 1 && addressOf(first?.apiName ?? '') !== null),
    isEditable: isAllowed && canWrite,
    isRequired: item.required,
    isBlank: first === undefined,
  };
}

function wholeOf(fields: readonly FieldInfo[], info: ObjectInfo): readonly FieldInfo[] {
  const [first] = fields;
  if (first === undefined || fields.length < 2) {
    return fields;
  }
  const prefix = addressOf(first.apiName);
  const whole = fields.some(({ apiName }) => apiName === 'LastName')
    ? info.fields['Name']
    : prefix === null
      ? undefined
      : info.fields[`${prefix}Address`];
  return whole === undefined ? fields : [whole];
}

/** `Billing` of `BillingCity` and `BillingAddress`; null for other fields. */
export function addressOf(field: string): string | null {
  return /^(\w*?)(?:Street|City|State|PostalCode|Country|Address)(?:Code)?$/.exec(field)?.[1] ?? null;
}

/** Every field a section needs, lookups by their own name; an address needs its parts. */
export function fieldNames(sections: readonly Section[]): readonly string[] {
  const names = sections.flatMap(({ cells }) =>
    cells.flatMap(({ fields, shown, isAddress }) =>
      isAddress
        ? ADDRESS_PARTS.map((part) => `${addressOf(fields[0]?.apiName ?? '') ?? ''}${part}`)
        : [...fields, ...shown].flatMap((field) => [
            field.apiName,
            ...(field.controllerName === null ? [] : [field.controllerName]),
          ]),
    ),
  );
  return [...new Set(names)];
}
