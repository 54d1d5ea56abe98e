/**
 * Builds an org's schema: the standard model as the features shape it, then each source tree on top. The same input
 * gives the same schema, key prefixes included.
 */
import type { FieldSource, ObjectSource, SourceTree } from '../metadata/tree.ts';
import type { ChildRelationship, FieldInfo, ObjectInfo, OrgSchema } from './schema.ts';
import { companionsOf } from './schema/companions.ts';
import { customField, picklistValue } from './schema/customField.ts';
import { addObjectParts, customObject, sharingOf } from './schema/customObject.ts';
import { addField, type ObjectDraft } from './schema/draft.ts';
import { assignKeyPrefixes } from './schema/keyPrefixes.ts';
import { Schema } from './schema/orgSchema.ts';
import { standardObjects } from './schema/standardObjects.ts';
import { STANDARD_VALUE_SETS } from './standard/values.ts';

export interface SchemaOptions {
  /** `communities`, `multiCurrency`, `personAccounts`, `stateAndCountryPicklists`. */
  readonly features?: ReadonlySet<string>;
  /** Currencies beside the first, with multi-currency. */
  readonly currencies?: readonly string[];
  /** Lower-case object name to the key prefix an earlier load gave it. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
}

export function buildSchema(trees: readonly SourceTree[], options: SchemaOptions = {}): OrgSchema {
  const features = options.features ?? new Set<string>();
  const drafts = new Map<string, ObjectDraft>(
    standardObjects(features).map((draft) => [draft.name.toLowerCase(), draft]),
  );
  for (const tree of trees) {
    applyObjects(drafts, tree, features);
    applyValueSets(drafts, tree);
  }
  for (const draft of [...drafts.values()]) {
    for (const made of companionsOf(draft)) {
      drafts.set(made.name.toLowerCase(), drafts.get(made.name.toLowerCase()) ?? made);
    }
  }
  if (features.has('personAccounts')) {
    copyContactFields(drafts);
  }
  setCurrencies(drafts, options.currencies ?? ['USD', 'EUR']);
  assignKeyPrefixes([...drafts.values()], options.keyPrefixes ?? new Map());
  resolveReferences(drafts);
  return new Schema(finish(drafts));
}

function applyObjects(drafts: Map<string, ObjectDraft>, tree: SourceTree, features: ReadonlySet<string>): void {
  for (const source of tree.objects.values()) {
    for (const name of source.name === 'Activity' ? ['Task', 'Event'] : [source.name]) {
      const draft =
        drafts.get(name.toLowerCase()) ?? (name.includes('__') ? customObject(source, tree, features) : null);
      // A standard object that the local org does not model stays unknown; code that names it is refused.
      if (draft !== null) {
        drafts.set(name.toLowerCase(), draft);
        applySource(draft, source, tree);
      }
    }
  }
}

function applySource(draft: ObjectDraft, source: ObjectSource, tree: SourceTree): void {
  if (draft.kind === 'standard') {
    draft.sharingModel = sharingOf(source.sharingModel) ?? draft.sharingModel;
  }
  for (const field of source.fields) {
    if (field.name.includes('__')) {
      customField(field, tree, draft.name).forEach((made) =>
        addField(draft, adjust(draft, made.field), made.childName),
      );
    } else {
      adjustStandard(draft, field);
    }
  }
  addObjectParts(draft, source);
}

/** Fields of settings, custom metadata and events have no field permissions of their own. */
function adjust(draft: ObjectDraft, field: FieldInfo): FieldInfo {
  return draft.kind === 'custom' || draft.kind === 'standard' ? field : { ...field, isAlwaysVisible: true };
}

function adjustStandard(draft: ObjectDraft, source: FieldSource): void {
  const known = draft.fields.get(source.name.toLowerCase());
  if (known) {
    const values = source.values?.map((value) => picklistValue(value));
    addField(draft, {
      ...known,
      helpText: source.helpText ?? known.helpText,
      picklist: values ?? known.picklist,
      isRequired: known.isRequired || source.isRequired,
    });
  }
}

function applyValueSets(drafts: ReadonlyMap<string, ObjectDraft>, tree: SourceTree): void {
  for (const [set, values] of tree.standardValueSets) {
    for (const path of STANDARD_VALUE_SETS[set] ?? []) {
      const [object = '', name = ''] = path.toLowerCase().split('.');
      const draft = drafts.get(object);
      const field = draft?.fields.get(name);
      if (draft && field) {
        addField(draft, { ...field, picklist: values.map((value) => picklistValue(value)) });
      }
    }
  }
}

/** With person accounts, each custom field of Contact shows on Account with `__pc`. */
function copyContactFields(drafts: ReadonlyMap<string, ObjectDraft>): void {
  const account = drafts.get('account');
  for (const field of drafts.get('contact')?.fields.values() ?? []) {
    if (account && /__c$/.test(field.name)) {
      addField(account, {
        ...field,
        name: field.name.replace(/__c$/, '__pc'),
        relationshipName: field.relationshipName?.replace(/__r$/, '__pr') ?? null,
        isRequired: false,
      });
    }
  }
}

function setCurrencies(drafts: ReadonlyMap<string, ObjectDraft>, currencies: readonly string[]): void {
  const picklist = currencies.map((value) => ({ value, label: value, isDefault: false, isActive: true }));
  for (const draft of drafts.values()) {
    const field = draft.fields.get('currencyisocode');
    if (field) {
      addField(draft, { ...field, picklist });
    }
  }
}

/** Words of the standard model for "any object that …", and targets that the org does not have. */
function resolveReferences(drafts: ReadonlyMap<string, ObjectDraft>): void {
  const all = [...drafts.values()];
  const named = (test: (draft: ObjectDraft) => boolean): readonly string[] =>
    all
      .filter(test)
      .map((draft) => draft.name)
      .sort();
  const isRecord = (draft: ObjectDraft): boolean =>
    draft.kind === 'custom' || (draft.kind === 'standard' && draft.keyPrefix !== null && draft.isUndeletable);
  const groups: Readonly<Record<string, readonly string[]>> = {
    '*activities': named((draft) => draft.hasActivities && draft.name !== 'Contact' && draft.name !== 'Lead'),
    '*attachable': named((draft) => isRecord(draft) && draft.name !== 'Attachment' && draft.name !== 'Note'),
    '*all': named(
      (draft) =>
        (isRecord(draft) && draft.name !== 'ContentDocument') ||
        draft.name === 'User' ||
        draft.name === 'Organization' ||
        draft.name === 'ContentWorkspace' ||
        draft.name === 'Order',
    ),
  };
  for (const draft of all) {
    for (const [key, field] of [...draft.fields]) {
      if (field.type !== 'reference') {
        continue;
      }
      const isCustomTarget = field.referenceTo.some((target) => target.includes('__'));
      const targets = field.referenceTo.flatMap(
        (target) =>
          groups[target] ??
          (drafts.has(target.toLowerCase()) ? [drafts.get(target.toLowerCase())?.name ?? target] : []),
      );
      if (targets.length > 0) {
        draft.fields.set(key, { ...field, referenceTo: targets });
      } else if (!isCustomTarget && !field.isCustom) {
        draft.fields.delete(key);
        draft.childNames.delete(key);
      }
    }
  }
}

function finish(drafts: ReadonlyMap<string, ObjectDraft>): readonly ObjectInfo[] {
  const children = new Map<string, ChildRelationship[]>();
  for (const draft of drafts.values()) {
    for (const [key, field] of draft.fields) {
      if (field.type === 'reference' && key !== 'createdbyid' && key !== 'lastmodifiedbyid') {
        const name = draft.childNames.get(key) ?? null;
        for (const target of field.referenceTo) {
          const list = children.get(target.toLowerCase()) ?? [];
          list.push({ childObject: draft.name, field: field.name, name });
          children.set(target.toLowerCase(), list);
        }
      }
    }
  }
  return [...drafts.values()].map((draft) => {
    const {
      childNames: _childNames,
      hasActivities: _a,
      hasHistory: _h,
      hasFeed: _f,
      historyName: _n,
      isShared: _s,
      ...info
    } = draft;
    const nameField = [...draft.fields.values()].find((field) => field.isNameField)?.name ?? null;
    return { ...info, nameField, childRelationships: children.get(draft.name.toLowerCase()) ?? [] };
  });
}
