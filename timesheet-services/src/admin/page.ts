/** The page of the service: markup and styles as files, its script put together when it is first asked for. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FastifyInstance } from 'fastify';

const FOLDER = fileURLToPath(new URL('../page', import.meta.url));
const require = createRequire(import.meta.url);

export function addPage(server: FastifyInstance): void {
  let script: Promise<string> | undefined;
  const styles = join(
    dirname(require.resolve('@salesforce-ux/design-system-2/package.json')),
    'dist/css/bundled/slds2.cosmos.css',
  );
  const file = (path: string, type: string, from: string): void => {
    server.get(path, (_request, reply) => reply.type(type).send(readFileSync(from, 'utf8')));
  };
  file('/', 'text/html; charset=utf-8', join(FOLDER, 'index.html'));
  file('/_/page.css', 'text/css; charset=utf-8', join(FOLDER, 'page.css'));
  file('/_/slds2.css', 'text/css; charset=utf-8', styles);
  server.get('/_/page.js', async (_request, reply) => {
    script ??= bundled();
    return reply.type('text/javascript; charset=utf-8').send(await script);
  });
}
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, 'main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
