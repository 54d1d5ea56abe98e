/** A foreign project on disk: the folders its source lies in, its commit, and the test classes that are its own. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { metadataFiles } from '../../metadata/walk.ts';
import { sourceFolders } from '../project.ts';

export interface Project {
  readonly name: string;
  readonly commit: string;
  /** What it needs comes first. */
  readonly sources: readonly string[];
  /** Classes of the project itself: tests of what it only needs are not run. */
  readonly classes: readonly string[];
}
export interface ProjectLabels {
  readonly name: string | null;
  readonly commit: string | null;
}

/** `DIR`, or `DIR+DIR…`: the first folder is the project, those after it are what it needs. */
export function readProject(operand: string, labels: ProjectLabels): Project {
  const [own = '', ...needed] = existsSync(operand) ? [operand] : operand.split('+');
  const missing = [own, ...needed].find((directory) => !existsSync(directory));
  if (missing !== undefined) {
    throw new Error(`There is no folder ${missing}`);
  }
  const sources = sourceFolders(own);
  return {
    name: labels.name ?? basename(resolve(own)),
    commit: labels.commit ?? commitOf(own),
    sources: [...needed.flatMap(sourceFolders), ...sources],
    classes: sources.flatMap(metadataFiles).flatMap((file) => (file.suffix === 'cls' ? [file.name] : [])),
  };
}

/** From a file `.commit`, which an export without history may carry, or from git. */
function commitOf(directory: string): string {
  const file = join(directory, '.commit');
  if (existsSync(file)) {
    return readFileSync(file, 'utf8').trim();
  }
  // A folder inside another project's repository has no commit of its own.
  if (!existsSync(join(directory, '.git'))) {
    return 'unknown';
  }
  try {
    const text = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim();
  } catch {
    return 'unknown';
  }
}
