import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, textOf } from '../xml.ts';

const MOTIF = /^Custom([1-9]|[1-9]\d|100): [A-Z][A-Za-z0-9 /()-]*$/;
const CONTENT = ['customObject', 'flexiPage', 'lwcComponent', 'auraComponent', 'page', 'url', 'scontrol'] as const;

/** A tab shows one thing and has a motif in the platform's form; the types leave all of that optional. */
export const tabsRule: Rule = {
  name: 'tabs',
  *run(model): Generator<Defect> {
    for (const { path, root } of model.ofType('CustomTab')) {
      const motif = childOf(root, 'motif');
      if (motif === null || !MOTIF.test(motif.text.trim())) {
        yield defect(path, motif?.line ?? 1, 'The tab has no motif', 'Add <motif> such as "Custom19: Wrench".');
      }
      const shown = CONTENT.filter((each) => childOf(root, each) !== null);
      if (shown.length !== 1) {
        yield defect(path, 1, `The tab shows ${shown.length} things`, `Keep one of ${CONTENT.join(', ')}.`);
      }
      if (textOf(root, 'customObject') === null && textOf(root, 'label') === null) {
        yield defect(path, 1, 'A tab that shows no object needs a label', 'Add <label>.');
      }
    }
  },
};
