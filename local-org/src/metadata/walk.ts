/**
 * The metadata files of a folder: each with the type its place and ending give it. What `.forceignore` names is left
 * out. Order is by path, so reading is repeatable.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { forceIgnore } from './forceIgnore.ts';

export interface MetadataFile {
  readonly file: string;
  /** The ending: `object`, `field`, `md`, `cls` … */
  readonly suffix: string;
  /** File name without the ending. */
  readonly name: string;
  /** Name of the object folder for parts of an object; null elsewhere. */
  readonly objectFolder: string | null;
}

const SKIPPED: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  'lwc',
  'aura',
  'staticresources-src',
  '__tests__',
  '.sfdx',
  '.sf',
  'build',
]);
/** Endings that a plain (not decomposed) tree uses without `-meta.xml`. */
const PLAIN: ReadonlySet<string> = new Set([
  'object',
  'labels',
  'permissionset',
  'permissionsetgroup',
  'profile',
  'customPermission',
  'role',
  'queue',
  'group',
  'globalValueSet',
  'standardValueSet',
  'md',
  'translation',
  'objectTranslation',
  'sharingRules',
  'duplicateRule',
  'matchingRule',
  'settings',
  'mutingpermissionset',
  'namedCredential',
  'externalCredential',
  'notiftype',
]);

export function metadataFiles(directory: string): readonly MetadataFile[] {
  const found: MetadataFile[] = [];
  visit(directory, null, { isIgnored: forceIgnore(directory), found });
  return found;
}

interface Walk {
  readonly isIgnored: (path: string) => boolean;
  readonly found: MetadataFile[];
}

function visit(directory: string, objectFolder: string | null, walk: Walk): void {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const isObjects = basename(directory) === 'objects';
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (walk.isIgnored(path)) {
      continue;
    }
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !(basename(directory) === 'staticresources')) {
        visit(path, isObjects ? entry.name : objectFolder, walk);
      }
      continue;
    }
    const file = describe(path, entry.name, objectFolder);
    if (file !== null) {
      walk.found.push(file);
    }
  }
}

function describe(file: string, fileName: string, objectFolder: string | null): MetadataFile | null {
  const stem = fileName.endsWith('-meta.xml') ? fileName.slice(0, -'-meta.xml'.length) : fileName;
  const dot = stem.lastIndexOf('.');
  if (dot < 0) {
    return null;
  }
  const [name, suffix] = [stem.slice(0, dot), stem.slice(dot + 1)];
  const isApex = (suffix === 'cls' || suffix === 'trigger') && stem === fileName;
  const isMeta = stem !== fileName && suffix !== 'cls' && suffix !== 'trigger';
  // Read-me files end as records of custom metadata do.
  const isPlain = PLAIN.has(suffix) && (suffix !== 'md' || basename(dirname(file)) === 'customMetadata');
  return isApex || isMeta || isPlain ? { file, suffix, name, objectFolder } : null;
}
