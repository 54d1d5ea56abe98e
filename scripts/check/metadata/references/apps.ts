import type { MetaFile } from '../model/meta-file.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, descendants, textOf, type XmlElement } from '../xml.ts';
import { expectComponent, expectField, expectObject } from './expect.ts';
import { isKnownTab } from './tabs.ts';

const OVERRIDABLE = [
  'Accept',
  'CancelEdit',
  'Clone',
  'Delete',
  'Edit',
  'Follow',
  'List',
  'New',
  'SaveEdit',
  'Tab',
  'View',
];

/** Apps, object overrides and quick actions name tabs, pages and fields that exist. */
export const appRule: Rule = {
  name: 'app',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('CustomApplication')) {
      for (const tab of [...childrenOf(meta.root, 'tabs'), ...childrenOf(meta.root, 'defaultLandingTab')]) {
        if (!isKnownTab(model, tab.text.trim())) {
          yield defect(meta.path, tab.line, `Tab ${tab.text.trim()} does not exist`, 'Name a tab that exists.');
        }
      }
      yield* expectComponent(model, meta, childOf(meta.root, 'utilityBar'), 'FlexiPage');
      yield* overrides(model, meta);
    }
    for (const meta of model.ofType('CustomObject')) {
      yield* overrides(model, meta);
    }
  },
};

function* overrides(model: ProjectModel, meta: MetaFile): Generator<Defect> {
  for (const each of meta.root.children.filter(
    ({ name }) => name === 'actionOverrides' || name === 'profileActionOverrides',
  )) {
    const type = textOf(each, 'type')?.toLowerCase();
    const action = childOf(each, 'actionName');
    if (action !== null && !OVERRIDABLE.includes(action.text.trim())) {
      const fix = `Use one of ${OVERRIDABLE.join(', ')}.`;
      yield defect(meta.path, action.line, `There is no action ${action.text.trim()} to override`, fix);
    }
    const content = childOf(each, 'content');
    if (type === 'flexipage') {
      yield* expectComponent(model, meta, content, 'FlexiPage');
    } else if (type === 'lightningcomponent' && content !== null) {
      yield* expectBundle(model, meta, content);
    }
    const object = childOf(each, 'pageOrSobjectType');
    if (object !== null && !object.text.trim().startsWith('standard-')) {
      yield* expectObject(model, meta, object);
    }
  }
}

function* expectBundle(model: ProjectModel, meta: MetaFile, element: XmlElement): Generator<Defect> {
  const name = element.text.trim().replace(/^c[:_]+/, '');
  if (!model.bundles.has(name)) {
    yield defect(meta.path, element.line, `Component ${name} does not exist`, 'Name a component that exists.');
  }
}

/** A quick action's object is the first part of its name; global actions have none. */
export const quickActionRule: Rule = {
  name: 'quick-action',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('QuickAction')) {
      const [owner = '', name] = meta.fullName.split('.');
      if (name !== undefined && model.object(owner) === undefined) {
        yield defect(meta.path, 1, `The action is of ${owner}, which does not exist`, 'Rename the action.');
      }
      const target = childOf(meta.root, 'targetObject');
      yield* expectObject(model, meta, target);
      const object = target?.text.trim() ?? owner;
      if (model.object(object) === undefined) {
        continue;
      }
      const parent = childOf(meta.root, 'targetParentField');
      if (parent !== null) {
        yield* expectField(model, meta, parent, object);
      }
      for (const item of [...descendants(meta.root)].filter((each) => each.name === 'quickActionLayoutItems')) {
        const field = childOf(item, 'field');
        if (field !== null) {
          yield* expectField(model, meta, field, object);
        }
      }
      for (const override of childrenOf(meta.root, 'fieldOverrides')) {
        const field = childOf(override, 'field');
        if (field !== null) {
          yield* expectField(model, meta, field, object);
        }
      }
      const component = childOf(meta.root, 'lightningWebComponent');
      if (component !== null) {
        yield* actionComponent(model, meta, component);
      }
    }
  },
};

function* actionComponent(model: ProjectModel, meta: MetaFile, element: XmlElement): Generator<Defect> {
  const bundle = model.bundles.get(element.text.trim());
  if (bundle === undefined) {
    yield defect(
      meta.path,
      element.line,
      `Component ${element.text.trim()} does not exist`,
      'Name a component that exists.',
    );
  } else if (!bundle.targets.some((each) => each === 'lightning__RecordAction' || each === 'lightning__GlobalAction')) {
    const message = `Component ${bundle.name} is not made for actions`;
    yield defect(meta.path, element.line, message, 'Add the target lightning__RecordAction to its configuration.');
  }
}
