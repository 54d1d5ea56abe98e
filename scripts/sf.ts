import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotInstalledError } from './installApart.ts';
import { cliScript } from './sf/cli.ts';
import { fill, show, UsageError } from './sf/commandLine.ts';
import { VALUES, VERBS, type Value, type Verb } from './sf/verbs.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const verbs: Readonly<Record<string, Verb>> = VERBS;
const values: Readonly<Record<string, Value>> = VALUES;

function usage(): string {
  const verbLines = Object.entries(verbs).map(([name, { does }]) => `  ${name.padEnd(16)} ${does}`);
  const valueLines = Object.entries(values).map(([name, value]) => {
    const otherwise = value.default === undefined ? 'must be given' : `otherwise ${value.default}`;
    return `  ${`${name}=`.padEnd(16)} ${value.about} (${otherwise})`;
  });
  return ['npm run sf -- <verb> [name=value …] [more flags of the CLI]', ...verbLines, '', ...valueLines].join('\n');
}

async function main([name = '', ...words]: readonly string[]): Promise<number> {
  const verb = verbs[name];
  if (verb === undefined) {
    console.log(usage());
    return name === '' ? 0 : 2;
  }
  const command = fill(verb, words);
  if (verb.needsBuild && run(join(root, 'scripts/run.mjs'), ['build-lwc']) !== 0) {
    console.error('The components were not built, so nothing was sent.');
    return 1;
  }
  console.log(show(command));
  return run(await cliScript(), command);
}

function run(script: string, args: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error: unknown) {
  if (!(error instanceof UsageError || error instanceof NotInstalledError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
