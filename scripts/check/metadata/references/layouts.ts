import type { MetaFile } from '../model/meta-file.ts';
import { objectNameOf, type FieldModel } from '../model/objects.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, descendants, textOf, type XmlElement } from '../xml.ts';
import { expectComponent, expectField } from './expect.ts';

/** Columns that related lists, list views and search layouts name in words of their own. */
export const STANDARD_COLUMNS = new Set([
  'NAME',
  'CREATED_DATE',
  'CREATEDBY_USER',
  'CREATEDBY_USER.ALIAS',
  'LAST_UPDATE',
  'UPDATEDBY_USER',
  'UPDATEDBY_USER.ALIAS',
  'OWNER.ALIAS',
  'OWNER.FIRST_NAME',
  'OWNER.LAST_NAME',
  'OWNER_NAME',
  'RECORDTYPE',
  'CURRENCY_ISO_CODE',
  'LAST_ACTIVITY',
  'OBJECT_ID',
  'MasterLabel',
  'DeveloperName',
  'NamespacePrefix',
]);
const STANDARD_ACTIONS =
  /^(?:FeedItem|LogACall|NewTask|NewEvent|SendEmail|Global|Edit|Delete|Clone|Share|Submit|ChangeOwner|ChangeOwnerOne|New|Follow|PrintableView|ChangeRecordType|EditHierarchy|Sync|Customize|[A-Z]\w+\.(?:New|Edit|Delete|Clone|Share|Follow|PrintableView|ChangeOwner))/;

const RELATED_LISTS = [
  'RelatedActivityList',
  'RelatedContentNoteList',
  'RelatedEntityHistoryList',
  'RelatedFileList',
  'RelatedHistoryList',
  'RelatedNoteList',
  'RelatedProcessHistoryList',
];

/** Layouts, compact layouts and search layouts name fields, related lists and actions that exist. */
export const layoutRule: Rule = {
  name: 'layout',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('Layout')) {
      const object = meta.fullName.split('-')[0] ?? '';
      if (model.object(object) === undefined) {
        yield defect(meta.path, 1, `The layout is of ${object}, which does not exist`, 'Rename or remove the layout.');
        continue;
      }
      yield* layoutFields(model, meta, object);
      yield* relatedLists(model, meta, object);
      yield* actions(model, meta);
    }
    for (const meta of model.ofType('CompactLayout')) {
      for (const element of childrenOf(meta.root, 'fields')) {
        yield* expectField(model, meta, element, objectNameOf(meta));
      }
    }
    for (const meta of model.ofType('CustomObject')) {
      yield* searchLayouts(model, meta);
      const compact = childOf(meta.root, 'compactLayoutAssignment');
      const name = compact?.text.trim() ?? 'SYSTEM';
      if (
        compact !== null &&
        name !== 'SYSTEM' &&
        model.object(meta.fullName)?.parts.has(`compactLayout:${name}`) !== true
      ) {
        const message = `${meta.fullName} has no compact layout ${name}`;
        yield defect(meta.path, compact.line, message, 'Create it, or name one that exists.');
      }
    }
  },
};

function* layoutFields(model: ProjectModel, meta: MetaFile, object: string): Generator<Defect> {
  const placed = new Set<string>();
  for (const item of [...descendants(meta.root)].filter(({ name }) => name === 'layoutItems')) {
    const element = childOf(item, 'field');
    if (element === null) {
      continue;
    }
    const field = yield* expectField(model, meta, element, object);
    const name = element.text.trim();
    if (placed.has(name.toLowerCase())) {
      yield defect(meta.path, element.line, `${name} stands on the layout twice`, 'Remove one of the two.');
    }
    placed.add(name.toLowerCase());
    const behavior = childOf(item, 'behavior');
    const isReadOnly = field !== null && (field.formula !== null || ['Summary', 'AutoNumber'].includes(field.type));
    if (isReadOnly && behavior?.text.trim() !== 'Readonly') {
      const message = `${name} cannot be edited, the layout makes it ${behavior?.text.trim() ?? 'editable'}`;
      yield defect(meta.path, behavior?.line ?? element.line, message, 'Write <behavior>Readonly</behavior>.');
    }
  }
  for (const field of model.object(object)?.fields.values() ?? []) {
    const isDemanded =
      field.source === null ? isTextName(model, object, field) : field.required || field.type === 'MasterDetail';
    if (isDemanded && !placed.has(field.name.toLowerCase())) {
      const message = `The layout lacks ${field.name}, which is required`;
      yield defect(meta.path, 1, message, `Place ${field.name} on the layout.`);
    }
  }
}

/** The name people type in is required; a counter is not. */
function isTextName(model: ProjectModel, object: string, field: FieldModel): boolean {
  return model.object(object)?.kind === 'custom' && field.name === 'Name' && field.type === 'Text';
}

function* relatedLists(model: ProjectModel, meta: MetaFile, object: string): Generator<Defect> {
  for (const list of childrenOf(meta.root, 'relatedLists')) {
    const element = childOf(list, 'relatedList');
    const [child = '', name = ''] = element?.text.trim().split('.') ?? [];
    if (element !== null && name === '' && /^Related\w+List$/.test(child) && !RELATED_LISTS.includes(child)) {
      const fix = `Use one of ${RELATED_LISTS.join(', ')}.`;
      yield defect(meta.path, element.line, `The platform has no related list ${child}`, fix);
    }
    if (element === null || name === '' || !`${child}.${name}`.includes('__c')) {
      continue;
    }
    const lookup = model.field(child, name);
    if (lookup === undefined || !lookup.referenceTo.some((each) => each.toLowerCase() === object.toLowerCase())) {
      const links = [...(model.object(object)?.childRelationships.values() ?? [])];
      const hint = didYouMean(
        `${child}.${name}`,
        links.map((each) => `${each.childObject}.${each.field}`),
      );
      const message = `${child}.${name} does not relate to ${object}`;
      yield defect(meta.path, element.line, message, `Name a lookup to ${object}.${hint}`);
      continue;
    }
    for (const column of [...childrenOf(list, 'fields'), ...childrenOf(list, 'sortField')]) {
      yield* expectColumn(model, meta, column, child);
    }
  }
}

/** A column of a list: a name in capitals, or a field. */
export function* expectColumn(
  model: ProjectModel,
  meta: MetaFile,
  column: XmlElement,
  object: string,
): Generator<Defect> {
  const isStandard = STANDARD_COLUMNS.has(column.text.trim()) || /^[A-Z]+\.[A-Z_.]+$/.test(column.text.trim());
  if (!isStandard) {
    yield* expectField(model, meta, column, object);
  }
}

function* actions(model: ProjectModel, meta: MetaFile): Generator<Defect> {
  for (const element of descendants(meta.root)) {
    if (element.name === 'quickActionName' && !STANDARD_ACTIONS.test(element.text.trim())) {
      yield* expectComponent(model, meta, element, 'QuickAction');
    }
    if (element.name === 'platformActionListItems' && textOf(element, 'actionType') === 'QuickAction') {
      const name = childOf(element, 'actionName');
      if (name !== null && !STANDARD_ACTIONS.test(name.text.trim())) {
        yield* expectComponent(model, meta, name, 'QuickAction');
      }
    }
  }
}

const SEARCH_FIELDS = /^(?:customTabListAdditionalFields|lookup\w+Fields|search\w+Fields|lookupFilterFields)$/;

function* searchLayouts(model: ProjectModel, meta: MetaFile): Generator<Defect> {
  for (const element of childOf(meta.root, 'searchLayouts')?.children ?? []) {
    if (SEARCH_FIELDS.test(element.name)) {
      yield* expectColumn(model, meta, element, meta.fullName);
    }
  }
}
