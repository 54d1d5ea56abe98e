import type { LabelModel } from '../model/project.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';

/** A file of labels is translated whole or not at all, and a translation fills in the same values under the same id. */
export const translatedRule: Rule = {
  name: 'translated',
  *run(model): Generator<Defect> {
    const labels = [...model.labels.values()];
    for (const meta of model.ofType('Translations')) {
      const translated = new Map<string, XmlElement>();
      for (const entry of childrenOf(meta.root, 'customLabels')) {
        translated.set(textOf(entry, 'name')?.toLowerCase() ?? '', entry);
      }
      const begun = new Set(
        labels.filter(({ name }) => translated.has(name.toLowerCase())).map(({ meta: file }) => file.path),
      );
      for (const label of labels) {
        const entry = translated.get(label.name.toLowerCase());
        if (entry !== undefined) {
          yield* sameValues(meta.path, entry, label);
        } else if (begun.has(label.meta.path)) {
          const message = `${label.name} has no translation in ${meta.path}, and other labels of its file have`;
          yield defect(
            label.meta.path,
            label.element.line,
            message,
            'Add <customLabels> with its text and name there.',
          );
        }
      }
    }
  },
};

function* sameValues(path: string, entry: XmlElement, { name, element: source }: LabelModel): Generator<Defect> {
  const element = childOf(entry, 'label');
  if (element === null) {
    return;
  }
  const parts = partsOf(textOf(source, 'value') ?? '');
  if (parts !== partsOf(element.text)) {
    const message = `The translation of ${name} has other values or another id than the label`;
    yield defect(path, element.line, message, parts === '' ? 'Leave them out.' : `Keep ${parts}.`);
  }
}

/** Placeholders, in any order, and the id of a message. */
const partsOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{\d+\}|\[[A-Z]+-\d+\]/g)].map(([part]) => part))].sort().join(' ');
