import type { MetaFile } from '../model/meta-file.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, descendants, textOf, type XmlElement } from '../xml.ts';
import { expectComponent, expectField, expectObject, expectPicklistValue } from './expect.ts';
import {
  COMPONENTS,
  FACET_PROPERTIES,
  TARGET_BY_PAGE,
  TEMPLATE_REGIONS,
  UTILITY_DECORATORS,
} from './page-vocabulary.ts';

/** Lightning pages place components that exist, with properties they have, on fields and regions that exist. */
export const flexipageRule: Rule = {
  name: 'page',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('FlexiPage')) {
      const object = childOf(meta.root, 'sobjectType');
      yield* expectObject(model, meta, object);
      const name = object?.text.trim() ?? '';
      const isKnown = model.object(name) !== undefined;
      for (const element of descendants(meta.root)) {
        if (element.name === 'componentInstance') {
          yield* component(model, meta, element, name);
        } else if (element.name === 'fieldItem' && isKnown) {
          yield* recordField(model, meta, element, name, element.text.trim());
        } else if (element.name === 'criteria' && isKnown) {
          yield* visibility(model, meta, element, name);
        }
      }
      yield* regions(meta);
      for (const action of [...descendants(meta.root)].filter((each) => each.name === 'actionName')) {
        yield* expectComponent(model, meta, action, 'QuickAction');
      }
    }
  },
};

function* component(model: ProjectModel, meta: MetaFile, element: XmlElement, object: string): Generator<Defect> {
  const named = childOf(element, 'componentName');
  const full = named?.text.trim() ?? '';
  const line = named?.line ?? element.line;
  const [, namespace, name = ''] = /^(?:(\w+):)?(\w+)$/.exec(full) ?? [];
  const standard = COMPONENTS[namespace ?? ''];
  yield* decorators(meta, element);
  if (standard !== undefined && !standard.includes(name)) {
    const fix = `Use a component that exists.${didYouMean(name, standard)}`;
    yield defect(meta.path, line, `The platform has no component ${full}`, fix);
  }
  if (namespace !== 'c' && namespace !== undefined) {
    return;
  }
  const bundle = model.bundles.get(name);
  if (bundle === undefined) {
    const fix = `Name one that exists.${didYouMean(name, model.bundles.keys())}`;
    yield defect(meta.path, line, `Component ${name} does not exist`, fix);
    return;
  }
  const target = TARGET_BY_PAGE[textOf(meta.root, 'type') ?? ''];
  if (!bundle.isExposed || (target !== undefined && !bundle.targets.includes(target))) {
    const fix = `Set <isExposed> to true and add the target ${target ?? ''} to its configuration.`;
    yield defect(meta.path, line, `Component ${name} is not exposed to this kind of page`, fix);
    return;
  }
  const configs = bundle.configs.filter((each) => target === undefined || each.targets.includes(target));
  const objects = configs.flatMap((each) => each.objects);
  if (object !== '' && objects.length > 0 && !objects.includes(object)) {
    const message = `Component ${name} is made for pages of ${objects.join(', ')}, not of ${object}`;
    yield defect(meta.path, line, message, `Add ${object} to the objects of its configuration.`);
  }
  const known = new Set(configs.flatMap((each) => [...each.properties.keys()]));
  for (const property of childrenOf(element, 'componentInstanceProperties')) {
    const key = childOf(property, 'name');
    if (textOf(property, 'type') === 'decorator') {
      continue;
    }
    if (key !== null && !known.has(key.text.trim())) {
      const message = `Component ${name} has no property ${key.text.trim()} on this kind of page`;
      const fix = `Remove it, or name one that its configuration has.${didYouMean(key.text.trim(), known)}`;
      yield defect(meta.path, key.line, message, fix);
    }
  }
}

/** What the utility bar knows of a utility, beside the properties of its component. */
function* decorators(meta: MetaFile, element: XmlElement): Generator<Defect> {
  for (const property of childrenOf(element, 'componentInstanceProperties')) {
    const key = childOf(property, 'name');
    if (key !== null && textOf(property, 'type') === 'decorator' && !UTILITY_DECORATORS.includes(key.text.trim())) {
      const message = `The utility bar has no property ${key.text.trim()}`;
      yield defect(meta.path, key.line, message, `Name one it has.${didYouMean(key.text.trim(), UTILITY_DECORATORS)}`);
    }
  }
}

function* recordField(
  model: ProjectModel,
  meta: MetaFile,
  element: XmlElement,
  object: string,
  path: string,
): Generator<Defect> {
  const [, field] = /^Record\.([\w.]+)$/.exec(path) ?? [];
  if (field === undefined) {
    yield defect(meta.path, element.line, `${path} is no field of the record`, 'Write Record. and the field.');
  } else {
    yield* expectField(model, meta, element, object, field);
  }
}

function* visibility(model: ProjectModel, meta: MetaFile, criteria: XmlElement, object: string): Generator<Defect> {
  const left = childOf(criteria, 'leftValue');
  const text = left?.text.trim() ?? '';
  const [, path] = /^\{!Record\.([\w.]+)\}$/.exec(text) ?? [];
  const [, permission] = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/.exec(text) ?? [];
  if (left !== null && path !== undefined) {
    const field = yield* expectField(model, meta, left, object, path);
    yield* expectPicklistValue(meta, field, criteria);
  }
  if (left !== null && permission !== undefined && !model.has('CustomPermission', permission)) {
    const message = `Custom permission ${permission} does not exist`;
    yield defect(meta.path, left.line, message, 'Name a permission that exists.');
  }
}

/** Regions of the template and facets, which components refer to by name. */
function* regions(meta: MetaFile): Generator<Defect> {
  const all = childrenOf(meta.root, 'flexiPageRegions');
  const facets = new Set(
    all.filter((each) => textOf(each, 'type') === 'Facet').map((each) => textOf(each, 'name') ?? ''),
  );
  const template = textOf(childOf(meta.root, 'template'), 'name') ?? '';
  const known = TEMPLATE_REGIONS[template];
  const templateName = childOf(childOf(meta.root, 'template'), 'name');
  if (templateName !== null && known === undefined && /^(?:flexipage|home|one):/.test(template)) {
    const fix = `Use a template that exists.${didYouMean(template, Object.keys(TEMPLATE_REGIONS))}`;
    yield defect(meta.path, templateName.line, `The platform has no page template ${template}`, fix);
  }
  const used = new Set<string>();
  const identifiers = new Set<string>();
  for (const region of all.filter((each) => textOf(each, 'type') === 'Region')) {
    const name = childOf(region, 'name');
    if (name !== null && known?.includes(name.text.trim()) === false) {
      const message = `Template ${template} has no region ${name.text.trim()}`;
      yield defect(meta.path, name.line, message, `Use one of ${known.join(', ')}.`);
    }
  }
  for (const element of descendants(meta.root)) {
    for (const value of facetNames(element)) {
      used.add(value.text.trim());
      if (!facets.has(value.text.trim())) {
        const message = `The page has no facet ${value.text.trim()}`;
        yield defect(
          meta.path,
          value.line,
          message,
          `Name a facet of the page.${didYouMean(value.text.trim(), facets)}`,
        );
      }
    }
    if (element.name === 'identifier') {
      if (identifiers.has(element.text.trim())) {
        const message = `Identifier ${element.text.trim()} stands twice`;
        yield defect(meta.path, element.line, message, 'Give each item its own identifier.');
      }
      identifiers.add(element.text.trim());
    }
  }
  for (const region of all) {
    const name = childOf(region, 'name');
    if (name !== null && facets.has(name.text.trim()) && !used.has(name.text.trim())) {
      const message = `No component shows facet ${name.text.trim()}`;
      yield defect(meta.path, name.line, message, 'Refer to it, or remove it.');
    }
  }
}

/** Tabs, columns and sections show facets; our own components have no properties of that kind. */
function facetNames(element: XmlElement): readonly XmlElement[] {
  if (element.name !== 'componentInstance' || textOf(element, 'componentName')?.startsWith('flexipage:') !== true) {
    return [];
  }
  return childrenOf(element, 'componentInstanceProperties')
    .filter((each) => FACET_PROPERTIES.has(textOf(each, 'name') ?? ''))
    .flatMap((each) => childOf(each, 'value') ?? []);
}
