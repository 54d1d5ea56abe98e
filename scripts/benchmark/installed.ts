/** What `npm ci` leaves on the disk. */
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Installed {
  readonly packages: number;
  readonly megabytes: number;
}

export function measureInstalled(root: string): Installed {
  const folder = join(root, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(folder, '.package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, unknown>>;
  };
  return { packages: Object.keys(packages).length, megabytes: bytesIn(folder) / 1_000_000 };
}

function bytesIn(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesIn(path) : entry.isSymbolicLink() ? 0 : lstatSync(path).size;
  }
  return bytes;
}
