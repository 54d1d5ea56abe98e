/** Objects the platform makes beside another: its shares, its history, its feed. */
import type { FieldInfo } from '../schema.ts';
import { parseValues } from '../standard/parse.ts';
import { addField, addFields, newDraft, type ObjectDraft } from './draft.ts';
import { completeField, SYSTEM_FIELDS } from './field.ts';

const { id, deleted, createdDate, createdById, modifiedDate, modifiedById, stamp } = SYSTEM_FIELDS;

/** Key prefixes: standard shares have their own, all custom ones one; histories and feeds share theirs. */
const SHARE_PREFIX: Readonly<Record<string, string>> = {
  Account: '00r',
  Contact: '03s',
  Opportunity: '00t',
  Case: '01n',
  Lead: '01o',
  Campaign: '08s',
};
const CUSTOM_SHARE_PREFIX = '02c';
const HISTORY_PREFIX = '017';
const FEED_PREFIX = '0D5';

const isCustom = (draft: ObjectDraft): boolean => draft.kind === 'custom';
const companionName = (draft: ObjectDraft, suffix: string): string =>
  isCustom(draft) ? draft.name.replace(/__c$/i, `__${suffix}`) : `${draft.name}${suffix}`;
/** `ParentId` of custom objects' companions, `AccountId` of AccountShare. */
const parentField = (draft: ObjectDraft): string => (isCustom(draft) ? 'ParentId' : `${draft.name}Id`);

function parentLookup(draft: ObjectDraft, name: string): FieldInfo {
  return completeField({
    name,
    type: 'reference',
    referenceTo: [draft.name],
    relationshipName: name.slice(0, -2),
    isRequired: true,
    isUpdateable: false,
    onDelete: 'cascade',
    isAlwaysVisible: true,
  });
}

export function companionsOf(draft: ObjectDraft): readonly ObjectDraft[] {
  return [
    ...(draft.isShared ? [share(draft)] : []),
    ...(draft.hasHistory ? [history(draft)] : []),
    ...(draft.hasFeed ? [feed(draft)] : []),
  ];
}

function companion(
  draft: ObjectDraft,
  name: string,
  label: string,
  keyPrefix: string | null,
  isWritable: boolean,
): ObjectDraft {
  return newDraft(name, {
    namespace: draft.namespace,
    label: `${label}: ${draft.label}`,
    labelPlural: `${label}: ${draft.label}`,
    keyPrefix,
    isCreateable: isWritable,
    isUpdateable: isWritable,
    isDeletable: isWritable,
    isUndeletable: false,
    sharingModel: 'controlledByParent',
  });
}

function share(draft: ObjectDraft): ObjectDraft {
  const made = companion(
    draft,
    companionName(draft, 'Share'),
    'Share',
    isCustom(draft) ? CUSTOM_SHARE_PREFIX : (SHARE_PREFIX[draft.name] ?? null),
    true,
  );
  const level = (name: string, isRequired: boolean): FieldInfo =>
    completeField({
      name,
      type: 'picklist',
      length: 40,
      picklist: parseValues('Read|Edit|All'),
      isRestrictedPicklist: true,
      isRequired,
      isAlwaysVisible: true,
    });
  addField(made, id);
  addField(made, parentLookup(draft, parentField(draft)), 'Shares');
  addFields(made, [
    level(isCustom(draft) ? 'AccessLevel' : `${draft.name}AccessLevel`, true),
    ...(draft.name === 'Account'
      ? [level('OpportunityAccessLevel', false), level('CaseAccessLevel', false), level('ContactAccessLevel', false)]
      : []),
    completeField({
      name: 'UserOrGroupId',
      type: 'reference',
      referenceTo: ['Group', 'User'],
      relationshipName: 'UserOrGroup',
      isRequired: true,
      isUpdateable: false,
      isAlwaysVisible: true,
    }),
    completeField({
      name: 'RowCause',
      type: 'picklist',
      length: 40,
      picklist: [
        ...parseValues(
          'Owner|Manual*|Rule|ImplicitChild|ImplicitParent|ImplicitPerson|Team|Territory|TerritoryManual|TerritoryRule|GuestRule',
        ),
        ...draft.sharingReasons,
      ],
      isUpdateable: false,
      isAlwaysVisible: true,
    }),
    modifiedDate,
    modifiedById,
    deleted,
  ]);
  return made;
}

function history(draft: ObjectDraft): ObjectDraft {
  const made = companion(draft, draft.historyName ?? companionName(draft, 'History'), 'History', HISTORY_PREFIX, false);
  const fixed = (name: string, type: FieldInfo['type']): FieldInfo =>
    completeField({ name, type, isCreateable: false, isUpdateable: false, isAlwaysVisible: true });
  addFields(made, [id, deleted]);
  addField(made, parentLookup(draft, parentField(draft)), 'Histories');
  addFields(made, [
    createdById,
    createdDate,
    fixed('Field', 'picklist'),
    fixed('DataType', 'picklist'),
    fixed('OldValue', 'anytype'),
    fixed('NewValue', 'anytype'),
  ]);
  return made;
}

function feed(draft: ObjectDraft): ObjectDraft {
  const made = companion(draft, companionName(draft, 'Feed'), 'Feed', FEED_PREFIX, false);
  made.isDeletable = true;
  const fixed = (name: string, type: FieldInfo['type'], parts: Partial<FieldInfo> = {}): FieldInfo =>
    completeField({ name, type, isCreateable: false, isUpdateable: false, isAlwaysVisible: true, ...parts });
  addField(made, id);
  addField(made, parentLookup(draft, 'ParentId'), 'Feeds');
  addFields(made, [
    fixed('Type', 'picklist'),
    createdById,
    createdDate,
    deleted,
    modifiedDate,
    stamp,
    fixed('CommentCount', 'integer'),
    fixed('LikeCount', 'integer'),
    fixed('Title', 'string'),
    fixed('Body', 'textarea', { length: 10_000 }),
    fixed('LinkUrl', 'url'),
    fixed('IsRichText', 'boolean'),
    fixed('RelatedRecordId', 'reference', { referenceTo: ['ContentVersion'], relationshipName: 'RelatedRecord' }),
    fixed('InsertedById', 'reference', { referenceTo: ['User'], relationshipName: 'InsertedBy' }),
  ]);
  return made;
}
