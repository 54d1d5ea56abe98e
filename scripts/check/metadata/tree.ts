import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../types.ts';

/** The text of every file the check reads, by path relative to the project's root, with forward slashes. */
export interface SourceTree {
  readonly packageDirectories: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

const SKIPPED_FOLDERS = new Set(['node_modules', 'build', 'coverage', 'fixture', 'fixtures', 'seeds', 'generated']);
const TEXT = /\.(?:xml|cls|trigger|js|ts|html|css|json|md|page|component|cmp|svg)$/;
const EXTRA_FILES = ['sfdx-project.json', 'config/project-scratch-def.json', 'docs/troubleshooting.md'];
const EXTRA_FOLDERS = ['scripts', 'types'];

/** Reads the package directories whole, and of the rest what some rule looks at. */
export function readTree(project: Project): SourceTree {
  const files = new Map<string, string>();
  for (const folder of project.packageDirectories) {
    walk(project.root, folder, files, () => true);
  }
  for (const folder of EXTRA_FOLDERS) {
    walk(project.root, folder, files, (name) => name.endsWith('.ts'));
  }
  for (const file of EXTRA_FILES.filter((each) => existsSync(join(project.root, each)))) {
    files.set(file, readFileSync(join(project.root, file), 'utf8'));
  }
  return { packageDirectories: project.packageDirectories, files };
}

function walk(root: string, folder: string, files: Map<string, string>, wanted: (name: string) => boolean): void {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) {
    return;
  }
  for (const entry of readdirSync(absolute, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name) && !entry.name.startsWith('.')) {
        walk(root, path, files, wanted);
      }
    } else if (wanted(entry.name)) {
      files.set(path, TEXT.test(entry.name) ? readFileSync(join(root, path), 'utf8') : '');
    }
  }
}

/** True for a script that the build writes beside its TypeScript source: nobody edits it, so no rule reads it. */
export function isGenerated(path: string, files: ReadonlyMap<string, string>): boolean {
  return path.endsWith('.js') && files.has(path.replace(/\.js$/, '.ts'));
}

/** 1-based line of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}
