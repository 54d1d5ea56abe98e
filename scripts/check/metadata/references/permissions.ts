import type { MetaFile } from '../model/meta-file.ts';
import type { FieldModel } from '../model/objects.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';
import { expectComponent, expectObject } from './expect.ts';
import { isKnownTab } from './tabs.ts';

/** What each kind of entry names, where that is a component of ours. */
const NAMED: readonly (readonly [entry: string, child: string, type: string])[] = [
  ['applicationVisibilities', 'application', 'CustomApplication'],
  ['classAccesses', 'apexClass', 'ApexClass'],
  ['customPermissions', 'name', 'CustomPermission'],
  ['flowAccesses', 'flow', 'Flow'],
  ['pageAccesses', 'apexPage', 'ApexPage'],
];
const OBJECT_NAMED: readonly (readonly [entry: string, child: string])[] = [
  ['objectPermissions', 'object'],
  ['customMetadataTypeAccesses', 'name'],
  ['customSettingAccesses', 'name'],
];
/** A right the platform grants only together with others. */
const DEPENDS: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/** Permission sets grant rights that exist on things that exist. */
export const permissionRule: Rule = {
  name: 'permission-set',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('PermissionSet')) {
      for (const [entry, child, type] of NAMED) {
        for (const each of childrenOf(meta.root, entry)) {
          yield* expectComponent(model, meta, childOf(each, child), type);
        }
      }
      for (const [entry, child] of OBJECT_NAMED) {
        for (const each of childrenOf(meta.root, entry)) {
          yield* expectObject(model, meta, childOf(each, child));
        }
      }
      for (const each of childrenOf(meta.root, 'tabSettings')) {
        const tab = childOf(each, 'tab');
        if (tab !== null && !isKnownTab(model, tab.text.trim())) {
          yield defect(meta.path, tab.line, `Tab ${tab.text.trim()} does not exist`, 'Name a tab that exists.');
        }
      }
      yield* objectRights(model, meta);
      yield* fieldRights(model, meta);
      yield* repeatedEntries(meta);
    }
  },
};

function* objectRights(model: ProjectModel, meta: MetaFile): Generator<Defect> {
  const readable = new Set<string>();
  const entries = childrenOf(meta.root, 'objectPermissions');
  for (const entry of entries.filter((each) => textOf(each, 'allowRead') === 'true')) {
    readable.add((textOf(entry, 'object') ?? '').toLowerCase());
  }
  for (const entry of entries) {
    for (const [right, needed] of Object.entries(DEPENDS)) {
      const lacking = textOf(entry, right) === 'true' ? needed.filter((each) => textOf(entry, each) !== 'true') : [];
      for (const each of lacking) {
        const message = `${right} on ${textOf(entry, 'object') ?? ''} depends on ${each}`;
        yield defect(
          meta.path,
          childOf(entry, each)?.line ?? entry.line,
          message,
          `Set <${each}> to true, or <${right}> to false.`,
        );
      }
    }
    const object = model.object(textOf(entry, 'object') ?? '');
    for (const field of object?.fields.values() ?? []) {
      const master = field.referenceTo[0] ?? '';
      if (
        field.type === 'MasterDetail' &&
        textOf(entry, 'allowRead') === 'true' &&
        !readable.has(master.toLowerCase())
      ) {
        const message = `Reading ${object?.name ?? ''} depends on reading its master ${master}`;
        yield defect(meta.path, entry.line, message, `Grant allowRead on ${master} in this permission set.`);
      }
    }
  }
}

/** Why a field's access cannot be granted, or null when it can. */
export function notGrantable(field: FieldModel): string | null {
  if (field.source === null && ['name', 'id', 'ownerid'].includes(field.name.toLowerCase())) {
    return 'comes with the object';
  }
  if (field.type === 'MasterDetail') {
    return 'is a master-detail relationship, always visible';
  }
  return field.required ? 'is required, always visible' : null;
}

function* fieldRights(model: ProjectModel, meta: MetaFile): Generator<Defect> {
  for (const entry of childrenOf(meta.root, 'fieldPermissions')) {
    const element = childOf(entry, 'field');
    const [object = '', name = ''] = element?.text.trim().split('.') ?? [];
    if (element === null) {
      continue;
    }
    const field = model.field(object, name);
    if (field === undefined) {
      const names = [...(model.object(object)?.fields.values() ?? [])].map((each) => each.name);
      const message = `Field ${object}.${name} does not exist`;
      yield defect(meta.path, element.line, message, `Name a field that exists.${didYouMean(name, names)}`);
      continue;
    }
    const why = notGrantable(field);
    if (why !== null) {
      const message = `${object}.${name} ${why}; the platform refuses a permission on it`;
      yield defect(meta.path, element.line, message, 'Remove the entry.');
    }
    yield* editableRight(meta, entry, field, object);
  }
}

function* editableRight(meta: MetaFile, entry: XmlElement, field: FieldModel, object: string): Generator<Defect> {
  const editable = childOf(entry, 'editable');
  if (editable?.text.trim() !== 'true') {
    return;
  }
  if (field.formula !== null || field.type === 'Summary' || field.type === 'AutoNumber') {
    const message = `${object}.${field.name} is computed and cannot be edited`;
    yield defect(meta.path, editable.line, message, 'Write <editable>false</editable>.');
  }
  if (textOf(entry, 'readable') !== 'true') {
    const message = `Editing ${object}.${field.name} depends on reading it`;
    yield defect(meta.path, editable.line, message, 'Write <readable>true</readable>.');
  }
}

const KEYS: Readonly<Record<string, string>> = {
  fieldPermissions: 'field',
  objectPermissions: 'object',
  classAccesses: 'apexClass',
  customPermissions: 'name',
  tabSettings: 'tab',
  applicationVisibilities: 'application',
};

function* repeatedEntries(meta: MetaFile): Generator<Defect> {
  const seen = new Set<string>();
  for (const entry of meta.root.children) {
    const child = KEYS[entry.name];
    const key = child === undefined ? null : `${entry.name}:${textOf(entry, child) ?? ''}`.toLowerCase();
    if (key !== null && seen.has(key)) {
      const message = `<${entry.name}> of ${key.split(':')[1] ?? ''} stands twice`;
      yield defect(meta.path, entry.line, message, 'Keep one of the two entries.');
    }
    seen.add(key ?? '');
  }
}
