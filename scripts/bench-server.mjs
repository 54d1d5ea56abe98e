// `npm run bench:server`: bundles the served org and the driver of its load, then runs both.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleLocalOrg } from './org.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = join(root, 'build', 'bench', 'benchServer.mjs');
await build({
  entryPoints: [join(root, 'local-org', 'bench', 'server', 'main.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const bundle = await bundleLocalOrg();
const { main } = await import(outfile);
process.exitCode = await main(root, bundle, process.argv.slice(2));
