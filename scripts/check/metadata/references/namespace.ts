import { withoutComments } from '../code.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { isGenerated, lineOf } from '../tree.ts';

/**
 * Source never writes the namespace: the platform adds it to a package's own names, and without a namespace the prefixed
 * name does not exist. Code that must build a full name asks `OrgFeatures`.
 */
export const namespaceRule: Rule = {
  name: 'namespace',
  *run(model): Generator<Defect> {
    if (model.namespace === '') {
      return;
    }
    const prefixed = new RegExp(`\\b${model.namespace}__(\\w+)|@salesforce/[\\w/]*\\b${model.namespace}\\.`, 'g');
    for (const [path, text] of model.tree.files) {
      const isOurs = model.tree.packageDirectories.some((folder) => path.startsWith(`${folder}/`));
      if (!isOurs || isGenerated(path, model.tree.files) || path.includes('/__tests__/')) {
        continue;
      }
      // An Apex test of the namespaced reading has to spell a prefixed name: texts in tests are data.
      const source = path.endsWith('.cls') && path.includes('/tests/') ? withoutTexts(text) : withoutComments(text);
      for (const match of source.matchAll(prefixed)) {
        const message = `${match[0]} carries the namespace; it does not exist in the plain reading`;
        yield defect(path, lineOf(text, match.index), message, `Leave out ${model.namespace}.`);
      }
    }
  },
};

function withoutTexts(text: string): string {
  return withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'/g, (each) => ' '.repeat(each.length));
}
