/** Installs a folder of packages that lies apart from the root, because only one verb or check needs what it brings. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** How long another process may hold the lock before it is taken for dead: several times what an install takes. */
const LONGEST_INSTALL = 300_000;

/** The packages could not be fetched; the message says how to fetch them by hand. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError';
}

const installing = new Map<string, Promise<string>>();

/** Gives the folder's `node_modules`, complete. The only step that may need the network. */
export function installApart(folder: string): Promise<string> {
  const done = installing.get(folder) ?? installOnce(folder);
  installing.set(folder, done);
  return done;
}

async function installOnce(folder: string): Promise<string> {
  const modules = join(folder, 'node_modules');
  const lock = join(ROOT, 'build', `install-${relative(ROOT, folder).replaceAll(/[\\/]/g, '-')}.lock`);
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  while (!isComplete(folder)) {
    if (!take(lock)) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    try {
      await install(folder);
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return modules;
}

/** npm writes this file last, so it tells a finished install from a broken one. */
function isComplete(folder: string): boolean {
  const written = join(folder, 'node_modules', '.package-lock.json');
  return existsSync(written) && holdsWanted(folder, written);
}

/** The folder's own packages in the versions it asks for; what they bring follows from the lockfile. */
function holdsWanted(folder: string, written: string): boolean {
  const { packages } = read<{ readonly packages: Readonly<Record<string, { readonly version?: string }>> }>(written);
  const { devDependencies } = read<{ readonly devDependencies: Readonly<Record<string, string>> }>(
    join(folder, 'package.json'),
  );
  return Object.entries(devDependencies).every(
    ([name, version]) => packages[`node_modules/${name}`]?.version === version,
  );
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** Making a folder succeeds for one process only. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LONGEST_INSTALL) {
      rmSync(lock, { recursive: true, force: true });
    }
    return false;
  }
}

async function install(folder: string): Promise<void> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const errors: Buffer[] = [];
  const code = await new Promise<number>((resolve) => {
    const child = spawn(npm, ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', () => {
      resolve(-1);
    });
    child.on('close', (status) => {
      resolve(status ?? -1);
    });
  });
  if (code !== 0) {
    const said = Buffer.concat(errors).toString().trim().split('\n').slice(-3).join(' ');
    throw new NotInstalledError(
      `The packages of ${relative(ROOT, folder)} could not be fetched: run "npm ci --prefix ${relative(ROOT, folder)}" where a package registry can be reached.${said === '' ? '' : ` npm said: ${said}`}`,
    );
  }
}
