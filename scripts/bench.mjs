// `npm run bench`: bundles the benchmarks of the local org as its command line is bundled, then runs them.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleLocalOrg } from './org.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = join(root, 'build', 'bench', 'bench.mjs');
await build({
  entryPoints: [join(root, 'local-org', 'bench', 'main.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
await bundleLocalOrg();
const { main } = await import(outfile);
process.exitCode = await main(root, process.argv.slice(2));
