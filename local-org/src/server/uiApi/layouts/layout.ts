/** Layouts as the UI API shows them to a user. Source: User Interface API Developer Guide, "Record Layout". */
import { createHash } from 'node:crypto';
import type { FieldInfo, ObjectInfo } from '../../../data/schema.ts';
import type { ServedOrg } from '../../servedOrg.ts';
import { fieldLabel } from '../../uiModel/columns.ts';
import type { LayoutItem, LayoutSection, PageLayout } from '../../uiModel/layout.ts';
import { MASTER_RECORD_TYPE } from '../objectInfo.ts';
import { partsOf } from '../../uiModel/compoundFields.ts';

export const LAYOUT_TYPES = ['Full', 'Compact'] as const;
export const LAYOUT_MODES = ['View', 'Edit', 'Create'] as const;
export type LayoutType = (typeof LAYOUT_TYPES)[number];
export type LayoutMode = (typeof LAYOUT_MODES)[number];

export interface LayoutValue {
  readonly eTag: string;
  readonly id: string;
  readonly layoutType: LayoutType;
  readonly mode: LayoutMode;
  readonly objectApiName: string;
  readonly recordTypeId: string;
  readonly saveOptions: readonly never[];
  readonly sections: readonly SectionValue[];
}
interface SectionValue {
  readonly collapsible: boolean;
  readonly columns: number;
  readonly heading: string;
  readonly id: string;
  readonly layoutRows: readonly { readonly layoutItems: readonly ItemValue[] }[];
  readonly rows: number;
  readonly useHeading: boolean;
}
interface ItemValue {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly {
    readonly apiName: string | null;
    readonly componentType: 'Field' | 'EmptySpace';
    readonly label: string | null;
  }[];
  readonly lookupIdApiName: string | null;
  readonly required: boolean;
  readonly sortable: boolean;
}

export interface LayoutRequest {
  readonly object: ObjectInfo;
  readonly type: LayoutType;
  readonly mode: LayoutMode;
  readonly recordTypeId: string | null;
}

export function layoutValue(org: ServedOrg, userId: string, request: LayoutRequest): LayoutValue {
  const { object, type } = request;
  const sections =
    type === 'Compact'
      ? [compactSection(org, object)]
      : pageLayoutOf(org, userId, object, request.recordTypeId ?? MASTER_RECORD_TYPE).sections;
  return layoutOfSections(org, userId, request, sections);
}

/** Any sections as this user sees them. */
export function layoutOfSections(
  org: ServedOrg,
  userId: string,
  request: LayoutRequest,
  sections: readonly LayoutSection[],
): LayoutValue {
  const { object, type, mode } = request;
  const recordTypeId = request.recordTypeId ?? MASTER_RECORD_TYPE;
  const shown = sections
    .map((section, index) => sectionValue(org, userId, request, section, index))
    .filter((section) => section.rows > 0);
  return {
    eTag: createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32),
    id: layoutId(object, type),
    layoutType: type,
    mode,
    objectApiName: object.name,
    recordTypeId,
    saveOptions: [],
    sections: shown,
  };
}

const layoutId = (object: ObjectInfo, type: LayoutType): string =>
  `00h${(object.keyPrefix ?? '000').padEnd(3, '0')}00000000${type === 'Full' ? '1' : '2'}AAA`;

/** The layout assigned to the user's profile for the record type, else the object's first. */
export function pageLayoutOf(org: ServedOrg, userId: string, object: ObjectInfo, recordTypeId: string): PageLayout {
  const { store } = org.local.parts;
  const user = store.get('User', userId);
  const profile = store.get('Profile', (user?.['ProfileId'] as string | null) ?? '')?.['Name'] as string | undefined;
  const recordType = store.get('RecordType', recordTypeId)?.['DeveloperName'] as string | undefined;
  return org.ui.layout(object, profile ?? null, recordType ?? null);
}

function compactSection(org: ServedOrg, object: ObjectInfo): LayoutSection {
  return {
    label: '',
    hasViewHeading: false,
    hasEditHeading: false,
    columns: [org.ui.compactFields(object).map((field) => ({ field, behavior: 'Readonly' as const }))],
  };
}

const EMPTY: ItemValue = {
  editableForNew: false,
  editableForUpdate: false,
  label: '',
  layoutComponents: [{ apiName: null, componentType: 'EmptySpace', label: null }],
  lookupIdApiName: null,
  required: false,
  sortable: false,
};

function sectionValue(
  org: ServedOrg,
  userId: string,
  { object, type, mode }: LayoutRequest,
  section: LayoutSection,
  index: number,
): SectionValue {
  const columns = section.columns.map((column) =>
    column.flatMap((item) => itemValue(org, userId, object, item, mode) ?? []),
  );
  const height = Math.max(0, ...columns.map((column) => column.length));
  const isEmpty = columns.every((column) => column.every((item) => item === EMPTY));
  const rows = isEmpty ? [] : Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? EMPTY));
  return {
    collapsible: type === 'Full' && section.hasViewHeading,
    columns: Math.max(1, columns.length),
    heading: section.label,
    id: `01B${(object.keyPrefix ?? '000').padEnd(3, '0')}${String(index + 1).padStart(9, '0')}AAA`,
    layoutRows: rows.map((layoutItems) => ({ layoutItems })),
    rows: rows.length,
    useHeading: mode === 'View' ? section.hasViewHeading : section.hasEditHeading,
  };
}

/** Null: the user may not see it, or it has no place in this mode. */
function itemValue(
  org: ServedOrg,
  userId: string,
  object: ObjectInfo,
  item: LayoutItem,
  mode: LayoutMode,
): ItemValue | null {
  if (item.field === null) {
    return EMPTY;
  }
  const { security } = org.local.parts.context;
  const field = object.fields.get(item.field.toLowerCase());
  if (field === undefined || !security.canReadField(userId, object, field)) {
    return null;
  }
  const parts = partsOf(object, field).filter((part) => security.canReadField(userId, object, part));
  const isEditable = (part: FieldInfo): boolean =>
    item.behavior !== 'Readonly' && security.canEditField(userId, object, part);
  const editableForNew = parts.some((part) => isEditable(part) && part.isCreateable);
  if (mode === 'Create' && !editableForNew && isStamp(field)) {
    return null;
  }
  return {
    editableForNew,
    editableForUpdate: parts.some((part) => isEditable(part) && part.isUpdateable),
    label: parts.length > 1 && field.type === 'string' ? 'Name' : fieldLabel(object, field),
    layoutComponents: parts.map((part) => ({ apiName: part.name, componentType: 'Field', label: part.label })),
    lookupIdApiName: field.type === 'reference' ? field.name : null,
    required:
      editableForNew &&
      (item.behavior === 'Required' || parts.some((part) => part.isRequired && part.type !== 'boolean')),
    sortable: false,
  };
}

/** Who made and changed a record is not known before there is one. */
const isStamp = (field: FieldInfo): boolean => field.name === 'CreatedById' || field.name === 'LastModifiedById';

/** API names of all fields of a layout. */
export function layoutFields(layout: LayoutValue): readonly string[] {
  return layout.sections.flatMap((section) =>
    section.layoutRows.flatMap(({ layoutItems }) =>
      layoutItems.flatMap((item) => item.layoutComponents.flatMap(({ apiName }) => apiName ?? [])),
    ),
  );
}
