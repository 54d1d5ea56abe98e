/** The folders of components in source trees: every `lwc` folder, under the namespace of its tree or `c`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFolder } from '../org/orgParts.ts';
import type { ModuleRoot } from './compile/moduleRoots.ts';

const SKIPPED = new Set(['node_modules', '__tests__']);

export function componentRoots(sources: readonly SourceFolder[]): readonly ModuleRoot[] {
  return sources.flatMap(({ directory, namespace = '' }) =>
    lwcFolders(directory).map((folder) => ({ namespace: namespace === '' ? 'c' : namespace, folder })),
  );
}

function lwcFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.name === 'lwc' ? [path] : lwcFolders(path);
    });
}
