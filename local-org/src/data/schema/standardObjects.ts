/** Objects of the platform as the org's features shape them. */
import { STANDARD_OBJECTS } from '../standard/index.ts';
import { parseStandardField, type StandardFile } from '../standard/parse.ts';
import { COUNTRIES } from '../standard/places.ts';
import { LANGUAGES, MEANINGFUL } from '../standard/values.ts';
import type { FieldInfo, ObjectInfo, PicklistValue } from '../schema.ts';
import { addField, newDraft, type ObjectDraft } from './draft.ts';
import { completeField, SYSTEM_FIELDS } from './field.ts';

/** Objects whose fields can be hidden by field permissions; on all others every field is seen. */
const FIELD_SECURITY: ReadonlySet<string> = new Set([
  'Account',
  'Contact',
  'Opportunity',
  'OpportunityLineItem',
  'OpportunityContactRole',
  'Product2',
  'Pricebook2',
  'PricebookEntry',
  'Task',
  'Event',
  'Case',
  'Lead',
  'Campaign',
  'CampaignMember',
  'Contract',
  'Order',
  'OrderItem',
  'Asset',
  'Solution',
  'Quote',
  'QuoteLineItem',
  'ContentVersion',
  'Idea',
  'Individual',
  'WorkOrder',
  'AccountContactRelation',
  'User',
]);

/** Organization-wide defaults of a new org. */
const SHARING: Readonly<Record<string, ObjectInfo['sharingModel']>> = {
  Contact: 'controlledByParent',
  Asset: 'controlledByParent',
  Campaign: 'fullAccess',
  Task: 'private',
  Event: 'private',
  Order: 'controlledByParent',
  Quote: 'controlledByParent',
  User: 'read',
  Pricebook2: 'readWrite',
};

export function standardObjects(features: ReadonlySet<string>): readonly ObjectDraft[] {
  return [...STANDARD_OBJECTS]
    .filter(([, file]) => file.feature === undefined || features.has(file.feature))
    .map(([name, file]) => standardObject(name, file, features));
}

function standardObject(name: string, file: StandardFile, features: ReadonlySet<string>): ObjectDraft {
  const traits = new Set(file.traits.split(' '));
  const history = [...traits].find((trait) => trait.startsWith('history'));
  const draft = newDraft(name, {
    label: file.label,
    labelPlural: file.plural,
    kind: traits.has('event') ? 'platformEvent' : 'standard',
    keyPrefix: file.prefix ?? null,
    sharingModel: traits.has('parentShared') ? 'controlledByParent' : (SHARING[name] ?? 'readWrite'),
    isCreateable: traits.has('create'),
    isUpdateable: traits.has('update'),
    isDeletable: traits.has('delete'),
    isUndeletable: traits.has('undelete'),
    isSetup: traits.has('setup'),
    isQueryable: !traits.has('event') && !traits.has('hidden'),
    publishBehavior: traits.has('event') ? 'immediately' : null,
    hasActivities: traits.has('activities'),
    hasFeed: traits.has('feed'),
    hasHistory: history !== undefined,
    historyName: history?.split(':')[1] ?? null,
    isShared: traits.has('share'),
  });
  const system = new Set(file.system.split(' '));
  if (!traits.has('event')) {
    addField(draft, SYSTEM_FIELDS.id);
  }
  if (system.has('deleted')) {
    addField(draft, SYSTEM_FIELDS.deleted);
  }
  for (const [fieldName, text] of Object.entries(file.fields)) {
    const { field, childRelationship, feature } = parseStandardField(fieldName, text, !FIELD_SECURITY.has(name));
    if (feature === null || features.has(feature)) {
      addField(draft, withValues(name, field), childRelationship);
    }
  }
  for (const flag of file.flags?.split(' ') ?? []) {
    addField(draft, completeField({ name: flag, type: 'boolean', isAlwaysVisible: true }));
  }
  addAudit(draft, system, features);
  draft.hasOwner = draft.fields.get('ownerid')?.isRequired ?? false;
  return draft;
}

function addAudit(draft: ObjectDraft, system: ReadonlySet<string>, features: ReadonlySet<string>): void {
  const fields: FieldInfo[] = [
    ...(system.has('currency') && features.has('multiCurrency') ? [SYSTEM_FIELDS.currency] : []),
    ...(system.has('created') || system.has('occurred') ? [SYSTEM_FIELDS.createdDate, SYSTEM_FIELDS.createdById] : []),
    ...(system.has('modified') ? [SYSTEM_FIELDS.modifiedDate, SYSTEM_FIELDS.modifiedById] : []),
    ...(system.has('stamp') ? [SYSTEM_FIELDS.stamp] : []),
    ...(draft.hasActivities ? [SYSTEM_FIELDS.activity] : []),
    ...(system.has('viewed') ? [SYSTEM_FIELDS.viewed, SYSTEM_FIELDS.referenced] : []),
  ];
  for (const field of fields) {
    addField(draft, field);
  }
}

const plain = (value: string, label = value, isDefault = false): PicklistValue => ({
  value,
  label,
  isDefault,
  isActive: true,
});

function withValues(object: string, field: FieldInfo): FieldInfo {
  const meaningful = MEANINGFUL[`${object}.${field.name}`];
  if (meaningful) {
    return { ...field, picklist: meaningful };
  }
  if (/CountryCode$/.test(field.name)) {
    return { ...field, picklist: [...COUNTRIES].map(([code, label]) => plain(code, label)) };
  }
  if (field.name === 'LanguageLocaleKey') {
    return { ...field, picklist: LANGUAGES.map((language) => plain(language)) };
  }
  return field;
}
