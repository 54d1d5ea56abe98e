import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { readFiles } from './files.ts';

/** A Lightning web component (or module) in TypeScript. */
export interface Bundle {
  readonly name: string;
  /** Its folder, relative to the root. */
  readonly folder: string;
  /** Its main file, relative to the root. */
  readonly script: string;
  readonly text: string;
}

/** The bundles of all feature folders: `…/lwc/<name>/<name>.ts`. */
export function readBundles(root: string, folders: readonly string[]): Bundle[] {
  return readFiles(root, folders, '.ts').flatMap(({ path, text }) => {
    const folder = dirname(path);
    const name = basename(folder);
    return basename(dirname(folder)) === 'lwc' && basename(path) === `${name}.ts`
      ? [{ name, folder, script: path, text }]
      : [];
  });
}

/**
 * A stub per bundle, so that one `paths` entry, `c/*`, finds bundles of every feature folder: tsconfig allows a single
 * star, and the platform's layout would need two.
 */
export function declareBundle(bundle: Bundle, generatedFolder: string): string {
  const target = relative(generatedFolder, bundle.script.replace(/\.ts$/, '')).split('\\').join('/');
  const lines = [`export * from '${target}';`];
  if (/^export default /m.test(bundle.text)) {
    lines.push(`export { default } from '${target}';`);
  }
  return `${lines.join('\n')}\n`;
}

/** The local org's own modules, `<namespace>/<name>`, and the base components they build on: the same stubs for both. */
export function declareLocalOrgModules(root: string, generatedFolder: string): ReadonlyMap<string, string> {
  const own = 'local-org/src/lightning/modules';
  const base = 'node_modules/lightning-base-components/src/lightning';
  const stubs = new Map<string, string>();
  const add = (namespace: string, folder: string, ending: string): void => {
    for (const name of foldersOf(join(root, folder))) {
      const script = `${folder}/${name}/${name}${ending}`;
      if (existsSync(join(root, script))) {
        const text = readFileSync(join(root, script), 'utf8');
        const bundle = { name, folder: `${folder}/${name}`, script: script.replace(/\.d\.ts$/, '.ts'), text };
        stubs.set(
          `modules/${namespace}/${name}.d.ts`,
          declareBundle(bundle, `${generatedFolder}/modules/${namespace}`),
        );
      }
    }
  };
  add('lightning', base, '.d.ts');
  for (const namespace of foldersOf(join(root, own))) {
    add(namespace, `${own}/${namespace}`, '.ts');
  }
  return stubs;
}

function foldersOf(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];
}
