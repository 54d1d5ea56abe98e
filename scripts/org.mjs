// `npm run org`: bundles the local org when its source changed, then runs its command line. Plain JavaScript, because
// loading some hundred TypeScript files one by one takes longer than most of what people ask of the local org.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'local-org', 'src');
const target = join(root, 'build', 'local-org');
const LONGEST_RUN = 3_600_000;

/** What the bundle was made of: every file with its size and time, and the versions of what it builds on. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const entry of readdirSync(source, { recursive: true }).sort()) {
    const { size, mtimeMs } = statSync(join(source, entry));
    hash.update(`${entry}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The folder of the bundle, made anew when the source is another one; whole at any moment, whoever else makes it. */
export async function bundleLocalOrg() {
  const folder = join(target, fingerprint());
  if (!existsSync(folder)) {
    const { build } = await import('esbuild');
    const unfinished = `${folder}.${process.pid}`;
    await build({
      entryPoints: {
        main: join(source, 'cli', 'main.ts'),
        worker: join(source, 'cli', 'worker.ts'),
        conformance: join(source, 'cli', 'conformance', 'main.ts'),
        orgWorker: join(source, 'server', 'worker.ts'),
        serve: join(source, 'server', 'serve.ts'),
      },
      outdir: unfinished,
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
    removeOld();
    if (existsSync(folder)) {
      rmSync(unfinished, { recursive: true });
    } else {
      renameSync(unfinished, folder);
    }
  }
  return folder;
}

/** A run that has begun still loads parts of its bundle, so one that may be in use stays. */
function removeOld() {
  for (const name of readdirSync(target)) {
    const folder = join(target, name);
    if (Date.now() - statSync(folder).mtimeMs > LONGEST_RUN) {
      rmSync(folder, { recursive: true });
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await import(join(await bundleLocalOrg(), 'main.mjs'));
}
