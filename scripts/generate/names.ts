import { basename } from 'node:path';
import { listFiles, readFiles } from './files.ts';

/** The names of the custom labels, as `@salesforce/label/c.<name>` has them. */
export function readLabels(root: string, folders: readonly string[]): Set<string> {
  const files = readFiles(root, folders, '.labels-meta.xml');
  return new Set(files.flatMap(({ text }) => [...text.matchAll(/<fullName>([^<]+)<\/fullName>/g)].map(firstGroup)));
}

export function readCustomPermissions(root: string, folders: readonly string[]): Set<string> {
  const suffix = '.customPermission-meta.xml';
  return new Set(listFiles(root, folders, suffix).map((path) => basename(path, suffix)));
}

/** Every `@salesforce/schema/…` path that a component names, so that paths over relationships can be declared. */
export function readSchemaImports(root: string, folders: readonly string[]): Set<string> {
  const files = readFiles(root, folders, '.ts').filter(({ path }) => path.includes('/lwc/'));
  return new Set(
    files.flatMap(({ text }) => [...text.matchAll(/from\s+'@salesforce\/schema\/([^']+)'/g)].map(firstGroup)),
  );
}

export function declareLabels(labels: ReadonlySet<string>): string {
  return declareEach('@salesforce/label/c.', labels, 'const text: string;\n  export default text;');
}

/** The platform gives true or undefined, never false. */
export function declareCustomPermissions(permissions: ReadonlySet<string>): string {
  return declareEach(
    '@salesforce/customPermission/',
    permissions,
    'const granted: true | undefined;\n  export default granted;',
  );
}

function declareEach(prefix: string, names: ReadonlySet<string>, body: string): string {
  return [...names]
    .sort()
    .map((name) => `declare module '${prefix}${name}' {\n  ${body}\n}`)
    .join('\n');
}

function firstGroup(match: RegExpMatchArray): string {
  return match[1] ?? '';
}
