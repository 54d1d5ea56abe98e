import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf } from '../xml.ts';
import { expectComponent } from './expect.ts';

/** Entries of a translation and the metadata type they translate. */
const ENTRIES: Readonly<Record<string, string>> = {
  customApplications: 'CustomApplication',
  customTabs: 'CustomTab',
  flowDefinitions: 'Flow',
  globalPicklists: 'GlobalValueSet',
  quickActions: 'QuickAction',
  reportTypes: 'ReportType',
};

/** A translation translates what exists: the platform refuses the whole file for one unknown name. */
export const translationRule: Rule = {
  name: 'translation',
  *run(model): Generator<Defect> {
    const labels = [...model.labels.values()].map(({ name }) => name);
    for (const meta of model.ofType('Translations')) {
      for (const [entry, type] of Object.entries(ENTRIES)) {
        for (const each of childrenOf(meta.root, entry)) {
          yield* expectComponent(model, meta, childOf(each, 'name') ?? childOf(each, 'fullName'), type);
        }
      }
      for (const each of childrenOf(meta.root, 'customLabels')) {
        const name = childOf(each, 'name');
        if (name !== null && !model.labels.has(name.text.trim().toLowerCase())) {
          const message = `Label ${name.text.trim()} does not exist`;
          yield defect(meta.path, name.line, message, `Name one that exists.${didYouMean(name.text.trim(), labels)}`);
        }
      }
    }
  },
};
