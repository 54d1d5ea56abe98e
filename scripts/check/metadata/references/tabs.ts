import type { ProjectModel } from '../model/project.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf } from '../xml.ts';
import { expectComponent } from './expect.ts';

const OTHER_STANDARD = new Set(
  [
    'home',
    'Chatter',
    'report',
    'Dashboard',
    'File',
    'Feed',
    'People',
    'Forecasting3',
    'CollaborationGroup',
    'OtherUserProfile',
    'AppLauncher',
    'DuplicateRecordSet',
    'LightningUsage',
  ].map((each) => each.toLowerCase()),
);

/** A tab of ours, or a standard one: `standard-home`, `standard-Account`. */
export function isKnownTab(model: ProjectModel, name: string): boolean {
  if (!name.startsWith('standard-')) {
    return model.has('CustomTab', name);
  }
  const plain = name.slice('standard-'.length);
  return OTHER_STANDARD.has(plain.toLowerCase()) || model.object(plain)?.kind === 'standard';
}

/** A tab shows an object, a page or a component that exists. */
export const tabRule: Rule = {
  name: 'tab',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('CustomTab')) {
      const isObject = childOf(meta.root, 'customObject')?.text.trim() === 'true';
      if (isObject && model.object(meta.fullName) === undefined) {
        const message = `The tab shows ${meta.fullName}, which does not exist`;
        yield defect(meta.path, 1, message, 'Name the tab file after an object that exists.');
      }
      yield* expectComponent(model, meta, childOf(meta.root, 'flexiPage'), 'FlexiPage');
      const component = childOf(meta.root, 'lwcComponent');
      const bundle = model.bundles.get(component?.text.trim() ?? '');
      if (component !== null && bundle === undefined) {
        const message = `Component ${component.text.trim()} does not exist`;
        yield defect(meta.path, component.line, message, 'Name a component that exists.');
      } else if (component !== null && bundle?.targets.includes('lightning__Tab') === false) {
        const message = `Component ${bundle.name} is not made for tabs`;
        yield defect(meta.path, component.line, message, 'Add the target lightning__Tab to its configuration.');
      }
    }
  },
};
