/** Everything a browser loads that is not data: the page, the base components, modules, styles and icons. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { SOURCE_FOLDER } from '../sourceFolder.ts';
import { addressOf, INTERNAL, type Addresses } from './addresses.ts';
import { ModuleBuilder } from './compile/moduleBuilder.ts';
import { findModule, type ModuleRoot } from './compile/moduleRoots.ts';
import { vendor } from './compile/vendor.ts';
import { componentProperties } from './componentProperties.ts';
import { BOOT_SCRIPT, PAGE } from './page.ts';

const require = createRequire(import.meta.url);
const YEAR_IN_SECONDS = 31_536_000;
const OWN_MODULES = join(SOURCE_FOLDER, 'lightning', 'modules');
/** Namespaces of the local org's own modules, one folder each. */
const OWN_NAMESPACES = ['lightning', 'force', 'shell'];

export interface LightningOptions {
  /** A folder for what is built once. */
  readonly cache: string;
  /** Folders of components by namespace: `lwc/` folders of the sources. */
  readonly components: readonly ModuleRoot[];
  /** One more element for the end of the page. */
  readonly tag?: string;
}

export async function lightningHost(app: FastifyInstance, options: LightningOptions): Promise<void> {
  const roots: readonly ModuleRoot[] = [
    ...OWN_NAMESPACES.map((namespace) => ({ namespace, folder: join(OWN_MODULES, namespace) })),
    ...options.components,
  ];
  const base = await vendor(join(options.cache, 'vendor'));
  const addresses: Addresses = {
    vendorVersion: base.version,
    isVendored: (specifier) => base.has(specifier),
    hasModule: (namespace, name) => findModule(roots, namespace, name) !== null,
  };
  const builder = new ModuleBuilder({
    roots,
    address: (specifier, importer) => addressOf(specifier, importer, addresses),
  });

  await app.register(fastifyStatic, {
    root: base.folder,
    prefix: `${INTERNAL}/vendor/${base.version}/`,
    immutable: true,
    maxAge: YEAR_IN_SECONDS * 1000,
  });
  for (const [prefix, folder] of assetFolders()) {
    await app.register(fastifyStatic, {
      root: folder,
      prefix: `${INTERNAL}/assets/${prefix}/`,
      decorateReply: false,
      maxAge: '1d',
    });
  }
  app.get<{ Params: { namespace: string; file: string } }>(
    `${INTERNAL}/modules/:namespace/:file`,
    async ({ params }, reply) => {
      const built = await builder.build(params.namespace, params.file.replace(/\.js$/, ''));
      return built === null ? reply.callNotFound() : script(reply, built.code);
    },
  );
  app.get<{ Params: { namespace: string; name: string } }>(
    `${INTERNAL}/properties/:namespace/:name`,
    ({ params }, reply) => {
      const found = findModule(roots, params.namespace, params.name);
      return found === null ? reply.callNotFound() : reply.send(componentProperties(found));
    },
  );
  app.get(`${INTERNAL}/boot.js`, (_request, reply) => script(reply, BOOT_SCRIPT(base.version)));
  const page = PAGE.replace('</body>', () => `${options.tag ?? ''}</body>`);
  for (const path of ['/', '/lightning', '/lightning/*']) {
    app.get(path, (_request, reply) =>
      reply.type('text/html;charset=utf-8').header('cache-control', 'no-store').send(page),
    );
  }
}

function script(reply: FastifyReply, code: string): FastifyReply {
  return reply.type('text/javascript;charset=utf-8').header('cache-control', 'no-cache').send(code);
}

/** Style sheets of both versions of the design system; icons come with the first. */
function assetFolders(): readonly (readonly [string, string])[] {
  const packages = dirname(dirname(require.resolve('lightning-base-components/package.json')));
  const first = join(packages, '@salesforce-ux', 'design-system', 'assets');
  const folders = [
    ['icons', join(first, 'icons')],
    ['images', join(first, 'images')],
    ['slds1', join(first, 'styles')],
    ['slds2', join(packages, '@salesforce-ux', 'design-system-2', 'dist', 'css', 'bundled')],
  ] as const;
  return folders.filter(([, folder]) => existsSync(folder));
}
