/** An object while the schema is being built; finished ones are `ObjectInfo` and never change. */
import type {
  FieldInfo,
  FieldSetInfo,
  ObjectInfo,
  PicklistValue,
  RecordTypeInfo,
  ValidationRuleInfo,
} from '../schema.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface ObjectDraft extends Mutable<
  Omit<ObjectInfo, 'fields' | 'childRelationships' | 'recordTypes' | 'validationRules' | 'fieldSets' | 'nameField'>
> {
  readonly fields: Map<string, FieldInfo>;
  /** Lower-case field to the name of the relationship seen from the parent. */
  readonly childNames: Map<string, string>;
  recordTypes: RecordTypeInfo[];
  validationRules: ValidationRuleInfo[];
  readonly fieldSets: Map<string, FieldSetInfo>;
  hasActivities: boolean;
  hasHistory: boolean;
  hasFeed: boolean;
  /** Name of the history object where it is not the object's own with `History`. */
  historyName: string | null;
  isShared: boolean;
  /** Why Apex code shares rows of it: values of the share's `RowCause`. */
  sharingReasons: PicklistValue[];
}

export function newDraft(name: string, parts: Partial<ObjectDraft>): ObjectDraft {
  return {
    name,
    namespace: '',
    label: name,
    labelPlural: `${name}s`,
    kind: 'standard',
    keyPrefix: null,
    fields: new Map(),
    childNames: new Map(),
    recordTypes: [],
    validationRules: [],
    fieldSets: new Map(),
    sharingModel: 'readWrite',
    isCreateable: true,
    isUpdateable: true,
    isDeletable: true,
    isUndeletable: true,
    isQueryable: true,
    hasOwner: false,
    isProtected: false,
    publishBehavior: null,
    isSetup: false,
    hasActivities: false,
    hasHistory: false,
    hasFeed: false,
    historyName: null,
    isShared: false,
    sharingReasons: [],
    ...parts,
  };
}

export function addField(draft: ObjectDraft, field: FieldInfo, childName: string | null = null): void {
  const key = field.name.toLowerCase();
  draft.fields.set(key, field);
  if (childName !== null) {
    draft.childNames.set(key, childName);
  }
}

export function addFields(draft: ObjectDraft, fields: readonly FieldInfo[]): void {
  for (const field of fields) {
    addField(draft, field);
  }
}
