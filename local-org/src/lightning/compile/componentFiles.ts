/** esbuild plugin: loads files of components through the platform's compiler, templates and styles that lack included. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';
import { compileFile } from './compileFile.ts';
import { corrected } from './corrections.ts';

const COMPONENT_NAMESPACE = 'component';
const STYLE_OR_TEMPLATE = /\.(html|css)(\?scoped=true)?$/;

export interface ComponentFilesOptions {
  /** The namespace of a module by its folder. */
  readonly namespaceOf: (folder: string) => string;
  readonly onWarning?: (path: string, message: string) => void;
  /** Compiled files by path, for builds that see the same files twice. */
  readonly cache?: Map<string, OnLoadResult>;
}

export function componentFiles(options: ComponentFilesOptions): Plugin {
  const cache = options.cache ?? new Map<string, OnLoadResult>();
  return {
    name: 'component-files',
    setup(build) {
      // Every class looks for a template and styles of its name; what a module does not have is nothing.
      build.onResolve({ filter: STYLE_OR_TEMPLATE }, ({ path, importer }) => {
        const [file = '', query] = path.split('?');
        const full = file.startsWith('.') ? join(dirname(importer), file) : file;
        return existsSync(full)
          ? { path: full, namespace: COMPONENT_NAMESPACE, suffix: query === undefined ? '' : `?${query}` }
          : { path: full, namespace: 'nothing' };
      });
      build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default undefined;' }));
      const load = ({ path, suffix }: { readonly path: string; readonly suffix: string }): OnLoadResult => {
        const key = `${path}${suffix}`;
        const known = cache.get(key);
        if (known !== undefined) {
          return known;
        }
        const loaded = compiled(path, suffix, options);
        cache.set(key, loaded);
        return loaded;
      };
      build.onLoad({ filter: /.*/, namespace: COMPONENT_NAMESPACE }, load);
      build.onLoad({ filter: /\.(ts|js)$/, namespace: 'file' }, (args) =>
        isComponentFile(args.path) ? load(args) : null,
      );
    },
  };
}

/** Files of modules, not those of packages a module builds on. */
function isComponentFile(path: string): boolean {
  return !path.includes('/node_modules/') || path.includes('/lightning-base-components/src/');
}

function compiled(path: string, suffix: string, options: ComponentFilesOptions): OnLoadResult {
  const folder = moduleFolder(path);
  try {
    const { code, warnings } = compileFile({
      path,
      source: corrected(path, readFileSync(path, 'utf8')),
      namespace: options.namespaceOf(folder),
      name: basename(folder),
      isScopedStyle: suffix.includes('scoped=true') || path.endsWith('.scoped.css'),
    });
    for (const warning of warnings) {
      options.onWarning?.(path, warning);
    }
    return { contents: code, loader: 'js', resolveDir: dirname(path) };
  } catch (error) {
    return { errors: [{ text: (error as Error).message, location: { file: path } }] };
  }
}

/** The folder named as the module: files may lie in folders below it. */
function moduleFolder(path: string): string {
  let folder = dirname(path);
  while (folder !== dirname(folder)) {
    const name = basename(folder);
    if (['.ts', '.js', '.css', '.html'].some((ending) => existsSync(join(folder, `${name}${ending}`)))) {
      return folder;
    }
    folder = dirname(folder);
  }
  return dirname(path);
}
