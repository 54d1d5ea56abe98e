import { PROSE } from '../prose.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { descendants, isLeaf } from '../xml.ts';

/** Formulas have a rule of their own. */
const FORMULAS = new Set(['formula', 'errorConditionFormula']);
const CUSTOM = /\b[A-Za-z]\w*?__(?:c|mdt|e|r)\b/g;

/** Whatever element it stands in: a text in the form of a custom name must be the name of something that exists. */
export const customNameRule: Rule = {
  name: 'custom-name',
  *run(model): Generator<Defect> {
    const names = new Map<string, string>();
    for (const object of model.objects.values()) {
      names.set(object.name.toLowerCase(), object.name);
      for (const field of object.fields.values()) {
        names.set(field.name.toLowerCase(), field.name);
        if (field.relationshipName !== null) {
          names.set(field.relationshipName.toLowerCase(), field.relationshipName);
        }
      }
      for (const name of object.childRelationships.keys()) {
        names.set(name, name);
      }
    }
    const custom = [...names.values()].filter((name) => name.includes('__'));
    for (const meta of model.metas) {
      for (const element of descendants(meta.root)) {
        if (
          !isLeaf(element) ||
          PROSE.has(element.name) ||
          FORMULAS.has(element.name) ||
          (element.name === 'value' && meta.kind?.type === 'CustomLabels')
        ) {
          continue;
        }
        for (const [name] of element.text.matchAll(CUSTOM)) {
          const plain = model.namespace === '' ? name : name.replace(new RegExp(`^${model.namespace}__`), '');
          if (!names.has(plain.toLowerCase())) {
            const fix = `Name something that exists.${didYouMean(name, custom)}`;
            yield defect(meta.path, element.line, `Nothing is named ${name}`, fix);
          }
        }
      }
    }
  },
};
