/** What `npm start` deploys: the package as a managed one, in its namespace; or what it is told. */
import { existsSync, readFileSync } from 'node:fs';
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

/** Another project, as the admin of an org has it: in the org itself. The folders its `sfdx-project.json` names, or it whole. */
export function otherSource(directory: string): PackageSource {
  const file = join(directory, 'sfdx-project.json');
  const { namespace = '', packageDirectories = [{ path: '.' }] } = (
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  ) as Partial<ProjectFile>;
  return {
    namespace,
    folders: packageDirectories.map(({ path }) => ({ directory: join(directory, path), namespace, isManaged: false })),
    firm: FIRM,
  };
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
