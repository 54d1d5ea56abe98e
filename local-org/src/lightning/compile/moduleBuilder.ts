/**
 * Builds one component module: its own files in one file of JavaScript, everything else by address. Built when asked
 * for, kept until a file of it changes.
 */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { componentFiles } from './componentFiles.ts';
import { findModule, type FoundModule, type ModuleRoot } from './moduleRoots.ts';

export interface ModuleBuilderOptions {
  readonly roots: readonly ModuleRoot[];
  /** The address of a module outside of the one that is built; null for a module the local org does not have. */
  readonly address: (specifier: string, importer: FoundModule) => string | null;
}
export interface BuiltModule {
  readonly code: string;
  /** Why it can't run; the code then throws the same words. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

interface Kept {
  readonly stamp: string;
  readonly built: BuiltModule;
}

export class ModuleBuilder {
  readonly #options: ModuleBuilderOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #running = new Map<string, Promise<BuiltModule>>();

  constructor(options: ModuleBuilderOptions) {
    this.#options = options;
  }

  /** Null when there is no such module. */
  async build(namespace: string, name: string): Promise<BuiltModule | null> {
    const found = findModule(this.#options.roots, namespace, name);
    if (found === null) {
      return null;
    }
    const key = `${namespace}/${name}`;
    const stamp = stampOf(found.folder);
    const kept = this.#kept.get(key);
    if (kept?.stamp === stamp) {
      return kept.built;
    }
    const running = this.#running.get(key);
    if (running !== undefined) {
      return running;
    }
    const work = this.#build(found).then((built) => {
      this.#kept.set(key, { stamp, built });
      return built;
    });
    this.#running.set(key, work);
    return work.finally(() => this.#running.delete(key));
  }

  async #build(found: FoundModule): Promise<BuiltModule> {
    const warnings: string[] = [];
    try {
      const result = await build({
        entryPoints: [found.entry],
        bundle: true,
        format: 'esm',
        target: 'es2022',
        write: false,
        logLevel: 'silent',
        absWorkingDir: found.folder,
        plugins: [
          outsideModules(found, this.#options.address),
          componentFiles({
            namespaceOf: () => found.namespace,
            onWarning: (path, message) => warnings.push(`${path}: ${message}`),
          }),
        ],
      });
      return { code: result.outputFiles[0]?.text ?? '', errors: [], warnings };
    } catch (error) {
      const errors = messagesOf(error);
      const text = `${found.namespace}/${found.name}: ${errors.join('\n')}`;
      return { code: `throw new Error(${JSON.stringify(text)});\nexport default undefined;\n`, errors, warnings };
    }
  }
}

function messagesOf(error: unknown): readonly string[] {
  const { errors } = error as { readonly errors?: readonly { readonly text: string }[] };
  return errors?.map(({ text }) => text) ?? [(error as Error).message];
}

/** Names, sizes and times of a module's files, tests left out. */
function stampOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
    .map((entry) => {
      const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name));
      return `${entry.parentPath}/${entry.name} ${size} ${mtimeMs}`;
    })
    .sort()
    .join('\n');
}

/** Bare imports leave the module: they become addresses. Relative ones stay inside. */
function outsideModules(found: FoundModule, address: ModuleBuilderOptions['address']): Plugin {
  return {
    name: 'outside-modules',
    setup(build) {
      build.onResolve({ filter: /^(lwc|@lwc\/|@salesforce\/|[a-z][A-Za-z0-9]*\/)/ }, ({ path, kind }) => {
        if (kind === 'entry-point') {
          return null;
        }
        const target = address(path, found);
        return target === null
          ? { errors: [{ text: `The local org does not have the module ${path}` }] }
          : { path: target, external: true };
      });
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, importer }) => {
        // TypeScript modules import each other without an ending or with that of the JavaScript they become.
        const base = join(resolveDir === '' ? dirname(importer) : resolveDir, path.replace(/\.js$/, ''));
        const file = ['.ts', '.js'].map((ending) => `${base}${ending}`).find((one) => statOrNull(one));
        return file === undefined ? null : { path: file };
      });
    },
  };
}

const statOrNull = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
