import { nameOf } from '../model/project.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childrenOf, textOf } from '../xml.ts';

/**
 * A class named like a System or Schema class hides it from every class of the package, and a shipped global name can never
 * be taken back.
 */
export const namesRule: Rule = {
  name: 'names',
  *run(model): Generator<Defect> {
    for (const { path } of model.classes.values()) {
      const name = nameOf(path);
      if (model.standard.classNames.has(name.toLowerCase())) {
        const message = `${name} is the name of a System or Schema class, which this class would hide`;
        yield defect(path, 1, message, 'Choose a name of our own.');
      }
    }
    yield* uniqueNames(model.metas.filter((each) => each.kind?.isPart === false));
    const labels = new Map<string, string>();
    for (const meta of model.ofType('CustomLabels')) {
      for (const label of childrenOf(meta.root, 'labels')) {
        const name = textOf(label, 'fullName') ?? '';
        const other = labels.get(name.toLowerCase());
        if (other !== undefined) {
          yield defect(
            meta.path,
            label.line,
            `Label ${name} is defined twice; the other is in ${other}`,
            'Rename one.',
          );
        }
        labels.set(name.toLowerCase(), meta.path);
      }
    }
  },
};

function* uniqueNames(
  metas: readonly { path: string; fullName: string; kind: { type: string } | null }[],
): Generator<Defect> {
  const seen = new Map<string, string>();
  for (const { path, fullName, kind } of metas) {
    const key = `${kind?.type ?? ''}:${fullName}`.toLowerCase();
    const other = seen.get(key);
    // Labels of several features share no file name that matters; an object may be extended from several folders.
    if (other !== undefined && kind?.type !== 'CustomLabels' && kind?.type !== 'CustomObject') {
      yield defect(path, 1, `${kind?.type ?? ''} ${fullName} is defined twice; the other is ${other}`, 'Rename one.');
    }
    seen.set(key, path);
  }
}
