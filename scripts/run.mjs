// The way in for every verb of package.json. Plain JavaScript without a dependency, because a fresh clone has none:
// it installs what the lockfile names and the machine lacks, then hands over to the TypeScript script of that name.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What the packages ask for: older releases of a line lack parts of Node they use.
const MINIMUM_NODE = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const startedAt = Math.round(Date.now() - performance.now());

/** Compares contents, not dates: a checkout or a copied folder changes dates and nothing else. */
export function isInstalled(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) {
    return false;
  }
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const present = packagesOf(installed);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const isRoot = path === '';
    const isForAnotherMachine = optional === true && present[path] === undefined;
    return isRoot || isForAnotherMachine || present[path]?.version === version;
  });
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

function run(command, args) {
  const env = { STARTED_AT: String(startedAt), ...process.env };
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) {
    console.error(`${command} could not be started: ${error.message}`);
    return 1;
  }
  return signal ? 1 : (status ?? 1);
}

function main([verb, ...args]) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = MINIMUM_NODE;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    console.error(
      `Node ${process.versions.node} is too old. Install Node ${MINIMUM_NODE.join('.')} or newer: https://nodejs.org`,
    );
    return 1;
  }
  const script = ['.ts', '.mjs'].map((ending) => join(root, 'scripts', `${verb}${ending}`)).find(existsSync);
  if (!verb || !script) {
    console.error(`There is no scripts/${verb ?? '<verb>'}.ts. "npm run" lists the verbs.`);
    return 2;
  }
  if (!isInstalled(root)) {
    console.log('Installing the packages that package-lock.json names (npm ci) …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    if (run(npm, ['ci']) !== 0) {
      console.error(
        'The packages could not be installed. Check the connection to the npm registry, then run this again.',
      );
      return 1;
    }
  }
  return run(process.execPath, [...(script.endsWith('.ts') ? ['--import', 'tsx'] : []), script, ...args]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2));
}
