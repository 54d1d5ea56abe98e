import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Finding, Project } from '../types.ts';
import { withoutBaseline } from './baseline.ts';
import { apexSources, relativeTo } from './sources.ts';
import { BUILD, HOME, installScanner, jvms, requireJava, run } from './toolbox.ts';

interface Rules {
  readonly selectors: readonly string[];
  /** Rules that are not run, each with its reason. */
  readonly leftOut: Readonly<Record<string, string>>;
}

interface Result {
  readonly violations: readonly {
    readonly engine: string;
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly message: string;
    readonly url: string;
  }[];
  /** What an engine wrote to its log as an error: a file it could not read is a file nobody scanned. */
  readonly errors: readonly string[];
}

const RULES = join(HOME, 'config', 'apex', 'scanner.json');

const NO_NODE = 'Node could not be started to run the scanner: install Node again.';

function scannerCheck(
  name: string,
  proves: string,
  engines: Readonly<Record<string, string>>,
  selectorsOf: (rules: Rules) => readonly string[],
): Check {
  return {
    name,
    proves,
    readsNamespace: false,
    async run(project: Project): Promise<readonly Finding[]> {
      if (apexSources(project).length === 0) {
        return [];
      }
      await requireJava();
      await installScanner();
      const rules = JSON.parse(readFileSync(RULES, 'utf8')) as Rules;
      const result = await scan(project, engines, selectorsOf(rules));
      return withoutBaseline(project, name, [
        ...unexplained(name, rules),
        ...result.errors.map((message) => broken(name, project, message)),
        ...result.violations
          .filter(({ rule }) => !(rule in rules.leftOut))
          .map(({ engine, rule, file, line, message, url }) => ({
            check: `${name}/${rule}`,
            file: relativeTo(project.root, file),
            line,
            message,
            fix: `Correct it, or suppress it on the line with NOPMD and the reason (${engine}${url ? `: ${url}` : ''}).`,
          })),
      ]);
    },
  };
}

async function scan(
  project: Project,
  engines: Readonly<Record<string, string>>,
  selectors: readonly string[],
): Promise<Result> {
  mkdirSync(BUILD, { recursive: true });
  const folder = mkdtempSync(join(BUILD, 'scanner-'));
  try {
    const output = join(folder, 'result.json');
    const folders = project.packageDirectories.map((each) => join(project.root, each));
    const task = JSON.stringify({ engines, selectors, folders, output });
    const script = join(HOME, 'scripts', 'tools', 'run-scanner.mjs');
    const done = await jvms.pass(() => run(process.execPath, [script, task], NO_NODE));
    if (done.code !== 0) {
      throw new Error(`The scanner failed: ${(done.stderr || done.stdout).trim().slice(-800)}`);
    }
    return JSON.parse(readFileSync(output, 'utf8')) as Result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unexplained(check: string, rules: Rules): readonly Finding[] {
  return Object.entries(rules.leftOut)
    .filter(([, reason]) => reason.trim() === '')
    .map(([rule]) => ({
      check,
      file: 'config/apex/scanner.json',
      line: 1,
      message: `The rule ${rule} is left out without a reason.`,
      fix: 'Write the reason beside it.',
    }));
}

function broken(check: string, project: Project, message: string): Finding {
  const path = /file '([^']+)'/.exec(message)?.[1];
  const first = message.split('\n').slice(0, 2).join(' ').replaceAll(`${project.root}/`, '');
  return {
    check: `${check}/engine`,
    file: path === undefined ? 'sfdx-project.json' : relativeTo(project.root, path),
    line: 1,
    message: first.replace(/\s+/g, ' '),
    fix: 'Make the file readable for the scanner: what it could not read, it did not scan.',
  };
}

/** The rules that the marketplace's security review runs, and the recommended ones we keep. */
export const scanner: Check = scannerCheck(
  'apex/scanner',
  "The source passes the marketplace's security rules and the recommended rules that config/apex/scanner.json keeps.",
  {
    pmd: '@salesforce/code-analyzer-pmd-engine',
    regex: '@salesforce/code-analyzer-regex-engine',
    'retire-js': '@salesforce/code-analyzer-retirejs-engine',
  },
  (rules) => rules.selectors,
);

/** Follows data from where it enters to where it is used; takes a minute and more, so it runs on request only. */
export const deepScanner: Check = scannerCheck(
  'apex/deep-scanner',
  'No path through the code reaches a record without the rights it needs.',
  { sfge: '@salesforce/code-analyzer-sfge-engine' },
  () => ['sfge'],
);
