import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checks, deepChecks } from './check/index.ts';
import { readProject } from './check/project.ts';
import { exitCodeOf, progressOf, summaryOf } from './check/report.ts';
import { runChecks, type Outcome } from './check/run.ts';
import type { Check } from './check/types.ts';

const PARALLEL = 2;
const USAGE = `npm run check                            every check, offline
npm run check -- --list                  what the checks are and what each proves
npm run check -- --only format,licenses  these checks only
npm run check -- --files a.cls b.ts      findings in these files only
npm run check -- --deep                  with the checks that take too long for every run`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      deep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      files: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.list) {
    console.log([...checks, ...deepChecks].map(({ name, proves }) => `${name.padEnd(22)} ${proves}`).join('\n'));
    return 0;
  }
  const names = values.only.flatMap((list) => list.split(','));
  const chosen = names.length > 0 ? choose(names) : values.deep ? [...checks, ...deepChecks] : checks;
  const files = [...values.files, ...positionals].map(fromRoot);

  const start = performance.now();
  const outcomes = await runChecks(chosen, readProject(root), {
    parallel: PARALLEL,
    onStart: ({ name }) => console.log(`… ${name}`),
    onEnd: (outcome) => console.log(progressOf(inFiles(outcome, files))),
  });
  const reported = outcomes.map((outcome) => inFiles(outcome, files));
  console.log(`\n${summaryOf(reported, (performance.now() - start) / 1000)}`);
  return exitCodeOf(reported);
}

function choose(names: readonly string[]): readonly Check[] {
  const known = [...checks, ...deepChecks];
  const unknown = names.filter((name) => !known.some((check) => isMeant(name, check)));
  if (unknown.length > 0) {
    throw new Error(
      `No check is called ${unknown.join(', ')}. There are: ${known.map(({ name }) => name).join(', ')}.`,
    );
  }
  return known.filter((check) => names.some((name) => isMeant(name, check)));
}

/** `apex` means all checks of that group, such as `apex/soql`, and `metadata` those such as `metadata-schema`. */
function isMeant(name: string, check: Check): boolean {
  return check.name === name || [`${name}/`, `${name}-`].some((group) => check.name.startsWith(group));
}

function inFiles(outcome: Outcome, files: readonly string[]): Outcome {
  return files.length === 0
    ? outcome
    : { ...outcome, findings: outcome.findings.filter(({ file }) => files.includes(file)) };
}

function fromRoot(path: string): string {
  return relative(root, resolve(path)).split(sep).join('/');
}

try {
  process.exitCode = await main();
} catch (error: unknown) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
