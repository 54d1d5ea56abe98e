/** What `npm start` deploys: the package as a managed one, in its namespace. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRM, type Firm } from '../demo/firm.ts';

export interface PackageSource {
  readonly namespace: string;
  readonly folders: readonly { readonly directory: string; readonly namespace: string; readonly isManaged: boolean }[];
  readonly firm: Firm;
}

interface ProjectFile {
  readonly namespace: string;
  readonly packageDirectories: readonly { readonly path: string }[];
}

export function packageSource(root: string): PackageSource {
  const { namespace, packageDirectories } = JSON.parse(
    readFileSync(join(root, 'sfdx-project.json'), 'utf8'),
  ) as ProjectFile;
  return {
    namespace,
    folders: packageDirectories.map(({ path }) => ({ directory: join(root, path), namespace, isManaged: true })),
    firm: FIRM,
  };
}
