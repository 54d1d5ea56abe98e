/** What a page layout becomes on a page: sections of rows of cells, each with the fields it shows. */
import type { FieldInfo, Layout, LayoutItem, LayoutSection, ObjectInfo } from '../uiApi/types.ts';

export interface Cell {
  readonly key: string;
  readonly label: string;
  /** The first is what an input edits; `CreatedBy` and its moment share a cell. */
  readonly fields: readonly FieldInfo[];
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
  const cells = section.layoutRows.flatMap((row, at) =>
    row.layoutItems.map((item, column) => cellOf(item, `${key}-${at}-${column}`, info, mode)),
  );
  return {
    key,
    heading: section.heading,
    hasHeading: section.useHeading && section.heading !== '',
    columns: section.columns,
    // A form for a new record leaves out what nobody can fill in.
    cells:
      mode === 'View' ? cells : cells.filter(({ isEditable, isBlank }) => isEditable || isBlank || mode === 'Edit'),
  };
}

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
    isAddress: first?.dataType === 'Address' || (fields.length > 1 && addressOf(first?.apiName ?? '') !== null),
    isEditable: isAllowed && canWrite,
    isRequired: item.required,
    isBlank: first === undefined,
  };
}

/** `Billing` of `BillingCity` and `BillingAddress`; null for other fields. */
export function addressOf(field: string): string | null {
  return /^(\w*?)(?:Street|City|State|PostalCode|Country|Address)(?:Code)?$/.exec(field)?.[1] ?? null;
}

/** Every field a section needs, lookups by their own name; an address needs its parts. */
export function fieldNames(sections: readonly Section[]): readonly string[] {
  const names = sections.flatMap(({ cells }) =>
    cells.flatMap(({ fields, isAddress }) =>
      isAddress
        ? ADDRESS_PARTS.map((part) => `${addressOf(fields[0]?.apiName ?? '') ?? ''}${part}`)
        : fields.flatMap((field) => [field.apiName, ...(field.controllerName === null ? [] : [field.controllerName])]),
    ),
  );
  return [...new Set(names)];
}
