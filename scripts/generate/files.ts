import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A text file of the source tree; `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A defect the generator met; it still generates what it can, so that one bad class hides no other. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** The paths below the folders whose names end in the suffix, sorted so that what is generated never depends on the disk. */
export function listFiles(root: string, folders: readonly string[], suffix: string): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('/node_modules/'))
    .sort();
}

export function readFiles(root: string, folders: readonly string[], suffix: string): SourceFile[] {
  return listFiles(root, folders, suffix).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The feature folder a path belongs to: `time` for `force-app/main/time/classes/BudgetView.cls`. */
export function featureOf(path: string): string {
  return /\/main\/([^/]+)\//.exec(path)?.[1] ?? 'main';
}
