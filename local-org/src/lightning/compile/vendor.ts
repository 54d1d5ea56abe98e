/**
 * The base components and the framework as one file, with a small file beside it for each module, so that a page loads
 * few files. Built once per version of what it is made of and kept in a folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type OnLoadResult, type Plugin } from 'esbuild';
import { SOURCE_FOLDER } from '../../sourceFolder.ts';
import { componentFiles } from './componentFiles.ts';

const require = createRequire(import.meta.url);
const BASE_COMPONENTS = dirname(require.resolve('lightning-base-components/package.json'));
/** Exposed, but they import modules that the package does not have; navigation is the local org's own. */
const LEFT_OUT = new Set(['lightning/barcodeScanner', 'lightning/primitiveFigure', 'lightning/navigation']);
/** Synthetic shadow first: it must be there before the framework and every component. */
const FRAMEWORK = ['@lwc/synthetic-shadow', 'lwc'];

export interface Vendor {
  /** Holds `all.js` and one file a module: `lightning/button.js`, `lwc.js`. */
  readonly folder: string;
  /** Part of every address, so that browsers may keep the files for good. */
  readonly version: string;
  has(specifier: string): boolean;
}

interface Manifest {
  readonly modules: readonly string[];
}

/** Builds into a folder below `cache` unless it is there already. */
export async function vendor(cache: string): Promise<Vendor> {
  const version = fingerprint();
  const folder = join(cache, version);
  if (!existsSync(join(folder, 'manifest.json'))) {
    const target = `${folder}.${process.pid}`;
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    await buildVendor(target);
    rmSync(folder, { recursive: true, force: true });
    renameSync(target, folder);
  }
  const { modules } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const names = new Set(modules);
  return { folder, version, has: (specifier) => names.has(specifier) };
}

/** Changes with the versions of the packages and with this folder's own code. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of ['lightning-base-components', 'lwc', 'esbuild']) {
    hash.update(readFileSync(join(dirname(BASE_COMPONENTS), name, 'package.json')));
  }
  for (const file of ['vendor.ts', 'componentFiles.ts', 'compileFile.ts', 'corrections.ts']) {
    hash.update(readFileSync(join(SOURCE_FOLDER, 'lightning', 'compile', file)));
  }
  return hash.digest('hex').slice(0, 16);
}

interface BaseComponents {
  readonly exposed: readonly string[];
  /** Modules that are named rather than found by folder: labels, formats, gates. */
  readonly named: ReadonlyMap<string, string>;
}
function readBaseComponents(): BaseComponents {
  const { lwc } = JSON.parse(readFileSync(join(BASE_COMPONENTS, 'package.json'), 'utf8')) as {
    readonly lwc: {
      readonly expose: readonly string[];
      readonly modules: readonly { readonly name?: string; readonly path?: string }[];
    };
  };
  return {
    exposed: lwc.expose.filter((name) => !LEFT_OUT.has(name)),
    named: new Map(
      lwc.modules.flatMap(({ name, path }) =>
        name === undefined || path === undefined ? [] : [[name, join(BASE_COMPONENTS, path)] as const],
      ),
    ),
  };
}

async function buildVendor(target: string): Promise<void> {
  const base = readBaseComponents();
  const modules = [...FRAMEWORK, ...base.exposed];
  const cache = new Map<string, OnLoadResult>();
  const options: BuildOptions = {
    bundle: true,
    format: 'esm',
    target: 'es2022',
    absWorkingDir: SOURCE_FOLDER,
    define: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
    plugins: [baseComponentModules(base), componentFiles({ namespaceOf: () => 'lightning', cache })],
  };
  const exported = await exportsOf(modules, options);
  await build({
    ...options,
    stdin: {
      contents: modules.map((name, index) => `import * as m${index} from '${name}'; export { m${index} };`).join('\n'),
      resolveDir: SOURCE_FOLDER,
    },
    outfile: join(target, 'all.js'),
  });
  for (const [index, name] of modules.entries()) {
    const file = join(target, `${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    const up = '../'.repeat(name.split('/').length - 1) || './';
    const names = exported.get(name) ?? [];
    const named = names
      .filter((one) => one !== 'default')
      .map((one) => `const ${one} = m.${one};\nexport { ${one} };\n`);
    const own = names.includes('default') ? 'export default m.default;\n' : '';
    writeFileSync(file, `import { m${index} as m } from '${up}all.js';\n${named.join('')}${own}`);
  }
  writeFileSync(join(target, 'manifest.json'), JSON.stringify({ modules } satisfies Manifest));
}

/** What each module exports, by a build whose output is thrown away; what it compiled is kept for the next. */
async function exportsOf(
  modules: readonly string[],
  options: BuildOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = Object.fromEntries(modules.map((name, index) => [`m${index}`, name]));
  const { metafile } = await build({
    ...options,
    entryPoints: entries,
    splitting: true,
    outdir: '/vendor',
    write: false,
    metafile: true,
  });
  const found = new Map<string, readonly string[]>();
  for (const [file, output] of Object.entries(metafile?.outputs ?? {})) {
    const index = /\bm(\d+)\.js$/.exec(file)?.[1];
    if (index !== undefined) {
      found.set(modules[Number(index)] ?? '', output.exports);
    }
  }
  return found;
}

/** Finds modules of the base components; what depends on the user comes from the page's context. */
function baseComponentModules(base: BaseComponents): Plugin {
  return {
    name: 'base-component-modules',
    setup(build) {
      build.onResolve({ filter: /^lightning\/iconSvgTemplates/ }, ({ path }) => ({ path, namespace: 'icons' }));
      build.onLoad({ filter: /.*/, namespace: 'icons' }, () => ({
        contents: ICONS,
        loader: 'js',
        resolveDir: SOURCE_FOLDER,
      }));
      build.onResolve({ filter: /^@salesforce\/(i18n|client)\// }, ({ path }) => ({ path, namespace: 'user' }));
      build.onLoad({ filter: /.*/, namespace: 'user' }, ({ path }) => ({
        contents: `import fallback from '${base.named.get(path) ?? ''}'; export default globalThis.lightningContext?.modules?.['${path}'] ?? fallback;`,
        loader: 'js',
        resolveDir: SOURCE_FOLDER,
      }));
      build.onResolve({ filter: /^(@salesforce\/|assert$)/ }, ({ path }) => {
        const file = base.named.get(path);
        return file === undefined
          ? { errors: [{ text: `${path} is not part of the base components` }] }
          : { path: file };
      });
      build.onResolve({ filter: /^lightning\/\w+$/ }, ({ path }) => {
        const [, name = ''] = path.split('/');
        const folder = join(BASE_COMPONENTS, 'src', path);
        const file = ['.js', '.css'].map((ending) => join(folder, `${name}${ending}`)).find(existsSync);
        return file === undefined
          ? { errors: [{ text: `${path} is not part of the base components` }] }
          : { path: file, ...(file.endsWith('.css') ? { namespace: 'component' } : {}) };
      });
    },
  };
}

/**
 * The icons are some 1,700 templates; here each is one template that points into the design system's sprite. A name
 * the library is asked for is `utility_add`; `then` must be absent, because the library comes out of a promise.
 */
const ICONS = `
import { registerTemplate } from 'lwc';
const templates = new Map();
function template(category, symbol) {
  const href = '/_/assets/icons/' + category + '-sprite/svg/symbols.svg#' + symbol;
  const icon = ($api, $cmp) => [
    $api.h('svg', { className: $cmp.computedClass, attrs: { focusable: 'false', 'data-key': symbol, 'aria-hidden': 'true' }, key: 0, svg: true }, [
      $api.h('use', { attrs: { 'xlink:href': href, href }, key: 1, svg: true }, []),
    ]),
  ];
  icon.stylesheets = [];
  return registerTemplate(icon);
}
export default new Proxy({}, {
  get(_target, name) {
    if (typeof name !== 'string' || name === 'then') {
      return undefined;
    }
    if (!templates.has(name)) {
      const at = name.indexOf('_');
      templates.set(name, template(name.slice(0, at), name.slice(at + 1)));
    }
    return templates.get(name);
  },
});
`;
