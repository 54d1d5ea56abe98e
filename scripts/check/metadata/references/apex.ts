import { codeOnly, withoutComments } from '../code.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { lineOf } from '../tree.ts';

const LABEL = /\b(?:System\s*\.\s*)?Label\s*\.\s*(\w+)(?:\s*\.\s*(\w+))?/g;
const PERMISSION = /\bcheckPermission\s*\(\s*'([^']*)'/g;
const TRIGGER = /\btrigger\s+\w+\s+on\s+(\w+)/;
/** `Label` also names things that are no custom label: `Label.get`, `describe.getLabel()`. */
const LABEL_METHODS = new Set(['get', 'translationexists']);

/** Labels, custom permissions and objects that Apex names in ways the compilers' stand-ins do not all check. */
export const apexReferencesRule: Rule = {
  name: 'apex',
  *run(model): Generator<Defect> {
    const labels = [...model.labels.values()].map(({ name }) => name);
    for (const { path, text } of [...model.classes.values(), ...model.triggers]) {
      for (const match of codeOnly(text).matchAll(LABEL)) {
        const before = text.slice(0, match.index).trimEnd();
        const name =
          match[2] !== undefined && ['c', model.namespace].includes(match[1] ?? '') ? match[2] : (match[1] ?? '');
        if (!before.endsWith('.') && !LABEL_METHODS.has(name.toLowerCase()) && !model.labels.has(name.toLowerCase())) {
          const fix = `Create it, or name one that exists.${didYouMean(name, labels)}`;
          yield defect(path, lineOf(text, match.index), `Label ${name} does not exist`, fix);
        }
      }
      for (const match of withoutComments(text).matchAll(PERMISSION)) {
        const name = match[1] ?? '';
        if (!model.has('CustomPermission', name)) {
          const message = `Custom permission ${name} does not exist, so checkPermission() is always false`;
          yield defect(path, lineOf(text, match.index), message, 'Create it, or name one that exists.');
        }
      }
    }
    for (const { path, text } of model.triggers) {
      const match = TRIGGER.exec(codeOnly(text));
      if (match !== null && model.object(match[1] ?? '') === undefined) {
        const message = `The trigger is on ${match[1] ?? ''}, which does not exist`;
        yield defect(path, lineOf(text, match.index), message, 'Name an object that exists.');
      }
    }
  },
};
