import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Project } from '../types.ts';

export type ApexKind = 'class' | 'trigger';

/** One `.cls` or `.trigger` file. */
export interface ApexSource {
  readonly kind: ApexKind;
  /** The file's name without its suffix, which the platform requires to be the type's name. */
  readonly name: string;
  /** Relative to the project's root, with forward slashes. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** Every file below the package directories, in a fixed order. */
export function filesOf(project: Project): readonly string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') {
          walk(path);
        }
      } else {
        found.push(path);
      }
    }
  };
  for (const directory of project.packageDirectories) {
    const folder = join(project.root, directory);
    if (existsSync(folder)) {
      walk(folder);
    }
  }
  return found;
}

export function relativeTo(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

const sources = new WeakMap<Project, readonly ApexSource[]>();

export function apexSources(project: Project): readonly ApexSource[] {
  let known = sources.get(project);
  if (known === undefined) {
    known = filesOf(project).flatMap((path) => {
      const match = /([^/\\]+)\.(cls|trigger)$/.exec(path);
      if (match === null) {
        return [];
      }
      const text = readFileSync(path, 'utf8');
      const kind: ApexKind = match[2] === 'cls' ? 'class' : 'trigger';
      const lines = text.split(/\r?\n/);
      return [{ kind, name: match[1] ?? '', file: relativeTo(project.root, path), path, text, lines }];
    });
    sources.set(project, known);
  }
  return known;
}
