import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installApart, NotInstalledError } from '../../installApart.ts';
import { MissingToolError } from '../types.ts';

/** The repository these checks belong to: tools and build output lie here even when a fixture is being checked. */
export const HOME = fileURLToPath(new URL('../../..', import.meta.url));

export const BUILD = join(HOME, 'build');

const SCANNER = join(HOME, 'scripts', 'tools');

/** A short run is over before the optimising compiler pays for itself; both Java tools are such runs. */
const SHORT_RUN = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xss16m', '-Xmx2g'];

export interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Only a program that could not be started at all rejects. */
export function run(program: string, args: readonly string[], missing: string, cwd: string = HOME): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', () => reject(new MissingToolError(missing)));
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

/** Lets two through at a time: a third JVM on two cores makes all three slower. */
export class Gate {
  #free = 2;
  readonly #waiting: (() => void)[] = [];

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#free -= 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) {
        next();
      } else {
        this.#free += 1;
      }
    }
  }
}

export const jvms = new Gate();

const NO_JAVA =
  'The Apex checks need a Java development kit, version 17 or newer, and found none: install it (on Debian and Ubuntu: apt-get install openjdk-17-jdk-headless) and run the check again.';

/** Runs a Java program; at most two run at once in this process. */
export function java(
  classpath: readonly string[],
  main: string,
  args: readonly string[],
  cwd: string = HOME,
): Promise<Output> {
  return jvms.pass(() => run('java', [...SHORT_RUN, '-cp', classpath.join(':'), main, ...args], NO_JAVA, cwd));
}

/** Rejects where Java is missing; an engine that can't start it would only write that to its log. */
export async function requireJava(): Promise<void> {
  await run('java', ['-version'], NO_JAVA);
}

/** Installs the scanner's engines if they are absent; the only step of the check that may need the network. */
export async function installScanner(): Promise<string> {
  try {
    return await installApart(SCANNER);
  } catch (error) {
    throw error instanceof NotInstalledError ? new MissingToolError(error.message) : error;
  }
}

/** The folder of jars inside the scanner's PMD engine, which also holds the Apex semantics checker and type stubs. */
export async function pmdJars(): Promise<string> {
  return join(await installScanner(), '@salesforce', 'code-analyzer-pmd-engine', 'dist', 'java-lib');
}

/** The one jar in a folder whose name starts so; the version is part of the name and changes with the engine. */
export function jarNamed(folder: string, prefix: string): string {
  const name = readdirSync(folder).find((each) => each.startsWith(prefix) && each.endsWith('.jar'));
  if (name === undefined) {
    throw new MissingToolError(`${folder} has no ${prefix}*.jar: run "npm ci --prefix scripts/tools" again.`);
  }
  return join(folder, name);
}

/** The compiler front end that the Prettier plugin for Apex brings along. */
export function compilerJar(): string {
  const lib = join(HOME, 'node_modules', 'prettier-plugin-apex', 'vendor', 'apex-ast-serializer', 'lib');
  const jar = join(lib, 'apex-jorje-lsp.jar');
  if (!existsSync(jar)) {
    throw new MissingToolError('The Apex compiler front end is not installed: run "npm ci" in the project\'s root.');
  }
  return jar;
}

/** Compiles one of our Java programs once per content and class path, and returns the folder of its classes. */
export async function compileJava(name: string, classpath: readonly string[]): Promise<string> {
  const source = fileURLToPath(new URL(`java/${name}.java`, import.meta.url));
  const key = createHash('sha256').update(readFileSync(source)).update(classpath.join(':')).digest('hex').slice(0, 12);
  const target = join(BUILD, 'java', `${name}-${key}`);
  if (!existsSync(target)) {
    mkdirSync(join(BUILD, 'java'), { recursive: true });
    // Compiled aside and renamed, because two checks may get here at the same moment.
    const aside = mkdtempSync(join(BUILD, 'java', `${name}-`));
    const path = classpath.length === 0 ? [] : ['-cp', classpath.join(':')];
    const done = await run('javac', ['-nowarn', '-d', aside, ...path, source], NO_JAVA);
    if (done.code !== 0) {
      throw new Error(`javac refused ${basename(source)}: ${done.stderr.trim()}`);
    }
    moveInto(aside, target);
  }
  return target;
}

/** Renames unless somebody else was first; either way the target is then complete. */
export function moveInto(aside: string, target: string): void {
  try {
    renameSync(aside, target);
  } catch (error) {
    if (!existsSync(target)) {
      throw error;
    }
    rmSync(aside, { recursive: true, force: true });
  }
}
