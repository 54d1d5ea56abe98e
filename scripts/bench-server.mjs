// `npm run bench:server`: bundles the served org and the driver of its load, then runs both; then measures what a person
// waits for at `npm start` (`--no-product` leaves that out).
import { spawnSync } from 'node:child_process';
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
const words = process.argv.slice(2);
const product = join(root, 'scripts', 'bench-product.ts');
const isLoadMet =
  (await main(
    root,
    bundle,
    words.filter((word) => word !== '--no-product'),
  )) === 0;
const isProductMet =
  words.includes('--no-product') ||
  spawnSync(process.execPath, ['--import', 'tsx', product], { cwd: root, stdio: 'inherit' }).status === 0;
process.exitCode = isLoadMet && isProductMet ? 0 : 1;
