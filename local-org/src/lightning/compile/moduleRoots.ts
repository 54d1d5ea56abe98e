/** Where modules of each namespace lie: a folder that holds one folder a module, as `lwc/` of a source tree does. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface ModuleRoot {
  /** Of the modules in it: `c`, `ns`, `lightning`, `shell` … */
  readonly namespace: string;
  readonly folder: string;
}
export interface FoundModule {
  readonly namespace: string;
  readonly name: string;
  readonly folder: string;
  /** The file the module is named by. */
  readonly entry: string;
}

/** A module's own file, in the order the platform prefers them; CSS-only modules have nothing else. */
const ENDINGS = ['.ts', '.js', '.css'];

export function findModule(roots: readonly ModuleRoot[], namespace: string, name: string): FoundModule | null {
  // The name comes from an address: nothing that leads out of the folder is one.
  if (!/^\w+$/.test(name)) {
    return null;
  }
  for (const root of roots) {
    if (root.namespace !== namespace) {
      continue;
    }
    const folder = join(root.folder, name);
    const entry = ENDINGS.map((ending) => join(folder, `${name}${ending}`)).find(existsSync);
    if (entry !== undefined) {
      return { namespace, name, folder, entry };
    }
  }
  return null;
}
