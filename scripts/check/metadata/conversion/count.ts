import { isGenerated, type SourceTree } from '../tree.ts';
import { parseXml, childrenOf } from '../xml.ts';

/**
 * Counts the components of a source tree by walking it, without the packaging library, so that the two can be compared:
 * `type` to number. Parts of objects and labels count one by one.
 */
export function countComponents({ files, packageDirectories }: SourceTree): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (type: string, name: string): void => {
    found.set(type, (found.get(type) ?? new Set()).add(name));
  };
  for (const [path, text] of files) {
    if (!packageDirectories.some((folder) => path.startsWith(`${folder}/`)) || isGenerated(path, files)) {
      continue;
    }
    const folders = path.split('/');
    const name = folders.at(-1) ?? '';
    const bundle = /\/lwc\/([^/]+)\//.exec(path)?.[1];
    if (bundle !== undefined) {
      add('lwc', bundle);
    } else if (name.endsWith('.labels-meta.xml')) {
      for (const label of childrenOf(parseXml(text).root, 'labels')) {
        add('labels', childrenOf(label, 'fullName')[0]?.text.trim() ?? '');
      }
    } else if (/\.(?:cls|trigger)(?:-meta\.xml)?$/.test(name)) {
      add(name.includes('.cls') ? 'classes' : 'triggers', name.replace(/\.(?:cls|trigger)(?:-meta\.xml)?$/, ''));
    } else if (name.endsWith('-meta.xml')) {
      const object = /\/objects\/([^/]+)\//.exec(path)?.[1];
      const plain = decodeURIComponent(name.replace(/-meta\.xml$/, ''));
      const suffix = plain.slice(plain.lastIndexOf('.') + 1);
      add(suffix, object === undefined ? plain : `${object}/${plain}`);
    }
  }
  return found;
}
