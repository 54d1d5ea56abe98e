/** Where the source of an SFDX project lies. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UsageError } from './arguments.ts';

const PROJECT = 'sfdx-project.json';
export const isProject = (directory: string): boolean => existsSync(join(directory, PROJECT));

/** The package directories that sfdx-project.json names, none inside another; without the file the folder whole. */
export function sourceFolders(directory: string): readonly string[] {
  if (!isProject(directory)) {
    return [directory];
  }
  // Projects made on Windows write backslashes, and the command line takes them.
  const folders = [
    ...new Set(packageDirectories(join(directory, PROJECT)).map((path) => join(directory, path.replaceAll('\\', '/')))),
  ];
  return folders.filter(
    (folder) => existsSync(folder) && !folders.some((other) => other !== folder && isInside(folder, other)),
  );
}

interface ProjectFile {
  readonly packageDirectories?: readonly { readonly path?: string }[];
}
function packageDirectories(file: string): readonly string[] {
  try {
    const { packageDirectories: listed = [] } = JSON.parse(readFileSync(file, 'utf8')) as ProjectFile;
    return listed.flatMap(({ path }) => (path === undefined ? [] : [path]));
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`);
  }
}

function isInside(folder: string, other: string): boolean {
  const path = relative(other, folder);
  return path !== '' && !path.startsWith('..');
}
