import { basename, dirname, relative } from 'node:path';
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
