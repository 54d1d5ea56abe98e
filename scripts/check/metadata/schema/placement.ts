import type { MetaFile } from '../model/meta-file.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf } from '../xml.ts';
import { componentKinds } from './registry.ts';

/** The packaging library drops what has a wrong suffix or lies in a wrong folder, some of it without a word. */
export const placementRule: Rule = {
  name: 'placement',
  *run(model): Generator<Defect> {
    for (const meta of model.metas) {
      const { path, kind, root, suffix } = meta;
      if (kind === null) {
        const hint = didYouMean(suffix, componentKinds().keys());
        yield defect(path, 1, `No metadata type has the suffix ".${suffix}"`, `Rename the file.${hint}`);
        continue;
      }
      if (!isInItsFolder(meta)) {
        const where = kind.isPart ? `objects/<object>/${kind.folder}` : kind.folder;
        yield defect(path, 1, `A ${kind.type} does not belong here`, `Move the file to a folder ${where}/.`);
      }
      const named = childOf(root, 'fullName');
      if (named !== null && kind.type !== 'CustomLabels' && named.text.trim() !== meta.fullName) {
        const message = `fullName is ${named.text.trim()}, the file is named ${meta.fullName}`;
        yield defect(path, named.line, message, 'Give both the same name.');
      }
    }
  },
};

function isInItsFolder({ path, kind, fullName }: MetaFile): boolean {
  const folders = path.split('/').slice(0, -1);
  if (kind === null || kind.folder === 'lwc' || kind.folder === 'aura') {
    return true;
  }
  if (kind.isPart) {
    return folders.at(-1) === kind.folder && folders.at(-3) === 'objects';
  }
  return kind.type === 'CustomObject' ? folders.at(-1) === fullName : folders.includes(kind.folder);
}
