import { LIGHTNING_TARGETS } from '../../lightning-targets.ts';
import type { LightningBundle, TargetConfig } from '../model/lightning.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf } from '../xml.ts';

const PROPERTY_TYPES = ['String', 'Integer', 'Boolean', 'Color', 'Date', 'DateTime', 'ContentReference', 'SObject'];
const APEX_TYPE =
  /^(?:apex|@salesforce\/schema|lightning)[:/]\/?|^(?:String|Integer|Boolean|Number|Date|DateTime|SObject)\[\]$|^\{/;
const CONFIG_CHILDREN = [
  'property',
  'objects',
  'supportedFormFactors',
  'propertyType',
  'actionType',
  'event',
  'dynamicProperties',
  'hasStep',
];

/** The configuration file of a Lightning component: its target configurations are opaque to the Metadata API's types. */
export const lightningRule: Rule = {
  name: 'lightning-config',
  *run(model): Generator<Defect> {
    for (const bundle of model.bundles.values()) {
      if (bundle.meta === null) {
        continue;
      }
      const { path, root } = bundle.meta;
      for (const target of childrenOf(childOf(root, 'targets'), 'target')) {
        const name = target.text.trim();
        if (!LIGHTNING_TARGETS.includes(name)) {
          const fix = `Use a target that exists.${didYouMean(name, LIGHTNING_TARGETS)}`;
          yield defect(path, target.line, `The target ${name} does not exist`, fix);
        }
      }
      if (bundle.isExposed && bundle.targets.length === 0) {
        yield defect(path, 1, 'An exposed component has no target', 'Add <targets>, or set <isExposed> to false.');
      }
      for (const config of bundle.configs) {
        yield* checkConfig(path, bundle, config);
      }
    }
  },
};

function* checkConfig(path: string, bundle: LightningBundle, config: TargetConfig): Generator<Defect> {
  for (const target of config.targets.filter((each) => !bundle.targets.includes(each))) {
    const message = `The target configuration is for ${target}, which <targets> does not list`;
    yield defect(path, config.element.line, message, 'Add the target, or correct its name.');
  }
  for (const child of config.element.children.filter(({ name }) => !CONFIG_CHILDREN.includes(name))) {
    const fix = `Remove it.${didYouMean(child.name, CONFIG_CHILDREN)}`;
    yield defect(path, child.line, `<${child.name}> is no element of <targetConfig>`, fix);
  }
  for (const [name, property] of config.properties) {
    const type = property.attributes.get('type') ?? '';
    if (!PROPERTY_TYPES.includes(type) && !APEX_TYPE.test(type)) {
      const fix = `Use one of ${PROPERTY_TYPES.join(', ')}.`;
      yield defect(path, property.line, `Property ${name} has the type "${type}", which does not exist`, fix);
    }
    if (!bundle.api.has(name)) {
      const fix = `Add @api ${name} to the script, or correct the name.${didYouMean(name, bundle.api)}`;
      yield defect(path, property.line, `The component has no @api property ${name}`, fix);
    }
  }
}
