// `npm run org`: bundles the local org when its source changed, then runs its command line. Plain JavaScript, because
// loading some hundred TypeScript files one by one takes longer than most of what people ask of the local org.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'local-org', 'src');
const target = join(root, 'build', 'local-org');
const stamp = join(target, 'source.sha256');

/** What the bundle was made of: every file with its size and time, and the versions of what it builds on. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const entry of readdirSync(source, { recursive: true }).sort()) {
    const { size, mtimeMs } = statSync(join(source, entry));
    hash.update(`${entry}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** The folder of the bundle, built anew when the source is another one. */
export async function bundleLocalOrg() {
  const print = fingerprint();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== print) {
    const { build } = await import('esbuild');
    await build({
      entryPoints: {
        main: join(source, 'cli', 'main.ts'),
        worker: join(source, 'cli', 'worker.ts'),
        conformance: join(source, 'cli', 'conformance', 'main.ts'),
        orgWorker: join(source, 'server', 'worker.ts'),
        serve: join(source, 'server', 'serve.ts'),
      },
      outdir: target,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: 'linked',
      logLevel: 'warning',
    });
    writeFileSync(stamp, print);
  }
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await import(join(await bundleLocalOrg(), 'main.mjs'));
}
