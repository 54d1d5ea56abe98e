/** Objects that source trees bring: custom objects, settings, custom metadata and platform events, with their system fields. */
import type { ObjectSource, SourceTree } from '../../metadata/tree.ts';
import type { FieldInfo, ObjectInfo, ObjectKind } from '../schema.ts';
import { addField, addFields, newDraft, type ObjectDraft } from './draft.ts';
import { completeField, SYSTEM_FIELDS } from './field.ts';

const { id, deleted, createdDate, createdById, modifiedDate, modifiedById, stamp } = SYSTEM_FIELDS;
const AUDIT = [createdDate, createdById, modifiedDate, modifiedById, stamp] as const;

const SHARING: Readonly<Record<string, ObjectInfo['sharingModel']>> = {
  Private: 'private',
  Read: 'read',
  ReadWrite: 'readWrite',
  ReadWriteTransfer: 'readWrite',
  FullAccess: 'fullAccess',
  ControlledByParent: 'controlledByParent',
};

export function sharingOf(text: string | null): ObjectInfo['sharingModel'] | null {
  return text === null ? null : (SHARING[text] ?? null);
}

export function kindOf(source: ObjectSource): ObjectKind {
  if (/__mdt$/i.test(source.name)) {
    return 'customMetadata';
  }
  if (/__e$/i.test(source.name)) {
    return 'platformEvent';
  }
  return source.customSettingsType === null
    ? 'custom'
    : source.customSettingsType === 'List'
      ? 'listSetting'
      : 'hierarchySetting';
}

export function customObject(source: ObjectSource, tree: SourceTree, features: ReadonlySet<string>): ObjectDraft {
  const kind = kindOf(source);
  const isRecord = kind === 'custom';
  const isSetting = kind === 'listSetting' || kind === 'hierarchySetting';
  const hasMaster = source.fields.some((field) => field.type === 'MasterDetail');
  const sharing = sharingOf(source.sharingModel);
  const draft = newDraft(source.name, {
    namespace: source.namespace,
    label: source.label ?? source.name,
    labelPlural: source.pluralLabel ?? source.label ?? source.name,
    kind,
    sharingModel: hasMaster ? 'controlledByParent' : (sharing ?? 'readWrite'),
    isCreateable: kind !== 'customMetadata',
    isUpdateable: isRecord || isSetting,
    isDeletable: isRecord || isSetting,
    isUndeletable: isRecord,
    isQueryable: kind !== 'platformEvent',
    hasOwner: isRecord && !hasMaster,
    isProtected: source.visibility === 'Protected' || source.visibility === 'PackageProtected',
    publishBehavior:
      kind === 'platformEvent'
        ? source.publishBehavior === 'PublishAfterCommit'
          ? 'afterCommit'
          : 'immediately'
        : null,
    hasActivities: isRecord && source.enableActivities,
    hasHistory: isRecord && source.enableHistory,
    hasFeed: isRecord && source.enableFeeds,
    isShared: isRecord && !hasMaster && (sharing === 'private' || sharing === 'read'),
  });
  addFields(draft, systemFields(source, kind, draft, hasTab(source, tree), features));
  return draft;
}

const hasTab = (source: ObjectSource, tree: SourceTree): boolean =>
  tree.others.some((one) => one.type === 'tab' && source.name.toLowerCase().endsWith(one.name.toLowerCase()));

function systemFields(
  source: ObjectSource,
  kind: ObjectKind,
  draft: ObjectDraft,
  isViewed: boolean,
  features: ReadonlySet<string>,
): readonly FieldInfo[] {
  switch (kind) {
    case 'customMetadata':
      return [id, ...customMetadataFields()];
    case 'platformEvent':
      return [
        completeField({
          name: 'ReplayId',
          type: 'string',
          label: 'Replay ID',
          length: 1333,
          isCreateable: false,
          isUpdateable: false,
          isAlwaysVisible: true,
        }),
        completeField({
          name: 'EventUuid',
          type: 'string',
          label: 'Event UUID',
          length: 36,
          isCreateable: false,
          isUpdateable: false,
          isAlwaysVisible: true,
        }),
        createdDate,
        createdById,
      ];
    case 'listSetting':
    case 'hierarchySetting':
      return [
        id,
        deleted,
        completeField({
          name: 'Name',
          type: 'string',
          length: kind === 'listSetting' ? 38 : 80,
          isNameField: true,
          isRequired: kind === 'listSetting',
          isUnique: kind === 'listSetting',
          isAlwaysVisible: true,
        }),
        completeField({
          name: 'SetupOwnerId',
          type: 'reference',
          label: 'Location',
          referenceTo: ['Organization', 'Profile', 'User'],
          relationshipName: 'SetupOwner',
          isAlwaysVisible: true,
        }),
        ...AUDIT,
      ];
    default:
      return [
        id,
        ...(draft.hasOwner ? [SYSTEM_FIELDS.owner] : []),
        deleted,
        nameField(source),
        ...(source.recordTypes.length > 0 ? [SYSTEM_FIELDS.recordType] : []),
        ...(features.has('multiCurrency') ? [SYSTEM_FIELDS.currency] : []),
        ...AUDIT,
        ...(source.enableActivities ? [SYSTEM_FIELDS.activity] : []),
        ...(isViewed ? [SYSTEM_FIELDS.viewed, SYSTEM_FIELDS.referenced] : []),
      ];
  }
}

function nameField(source: ObjectSource): FieldInfo {
  const isAutoNumber = source.nameField?.type === 'AutoNumber';
  return completeField({
    name: 'Name',
    type: 'string',
    label: source.nameField?.label ?? 'Name',
    length: 80,
    isNameField: true,
    isAlwaysVisible: true,
    isAutoNumber,
    autoNumberFormat: isAutoNumber ? (source.nameField?.displayFormat ?? '{0}') : null,
    autoNumberStart: source.nameField?.startingNumber ?? 1,
  });
}

function customMetadataFields(): readonly FieldInfo[] {
  const text = (name: string, label: string, length: number, parts: Partial<FieldInfo> = {}): FieldInfo =>
    completeField({ name, type: 'string', label, length, isAlwaysVisible: true, ...parts });
  return [
    text('DeveloperName', 'Custom Metadata Record Name', 40, { isNameField: false, isRequired: true }),
    text('MasterLabel', 'Label', 40, { isRequired: true }),
    completeField({ name: 'Language', type: 'picklist', label: 'Master Language', length: 40, isAlwaysVisible: true }),
    text('NamespacePrefix', 'Namespace Prefix', 15, { isCreateable: false, isUpdateable: false }),
    text('Label', 'Label', 40, { isNameField: true }),
    text('QualifiedApiName', 'Qualified API Name', 70, { isCreateable: false, isUpdateable: false }),
    SYSTEM_FIELDS.stamp,
  ];
}

/** What every object has besides: record types, validation rules, field sets. */
export function addObjectParts(draft: ObjectDraft, source: ObjectSource): void {
  draft.validationRules.push(
    ...source.validationRules.map((rule) => ({ ...rule, errorField: rule.errorField?.toLowerCase() ?? null })),
  );
  for (const set of source.fieldSets) {
    draft.fieldSets.set(set.name.toLowerCase(), set);
  }
  draft.sharingReasons.push(
    ...source.sharingReasons.map(({ name, label }) => ({ value: name, label, isDefault: false, isActive: true })),
  );
  for (const type of source.recordTypes) {
    draft.recordTypes.push({
      developerName: type.name,
      label: type.label,
      isActive: type.isActive,
      isDefault: false,
      picklistValues: new Map(
        [...type.picklistValues].map(([field, list]) => [field.toLowerCase(), list.map((one) => one.value)]),
      ),
      picklistDefaults: new Map(
        [...type.picklistValues].flatMap(([field, list]) =>
          list.filter((one) => one.isDefault).map((one) => [field.toLowerCase(), one.value] as const),
        ),
      ),
    });
  }
  if (draft.recordTypes.length > 0 && !draft.fields.has('recordtypeid')) {
    addField(draft, SYSTEM_FIELDS.recordType);
  }
}
