import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './types.ts';

interface ProjectFile {
  readonly namespace?: string;
  readonly packageDirectories: readonly { readonly path: string }[];
}

/** Reads what the checks need to know from the `sfdx-project.json` in `root`. */
export function readProject(root: string): Project {
  const file = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as ProjectFile;
  return {
    root,
    packageDirectories: file.packageDirectories.map(({ path }) => path),
    namespace: file.namespace ?? '',
  };
}
