import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { listFiles } from '../../generate/files.ts';
import { generate } from '../../generate/index.ts';
import { type Check, type Finding, MissingToolError, type Project } from '../types.ts';

const CONFIG = 'eslint.config.js';

export const eslint: Check = {
  name: 'eslint',
  proves: 'TypeScript, JavaScript, templates and styles follow the rules of ESLint, LWC, SLDS 2 and Jest.',
  readsNamespace: false,
  async run(project) {
    if (!existsSync(join(project.root, CONFIG))) {
      throw new MissingToolError(`${CONFIG} is missing at the root of the project.`);
    }
    // Rules that read types need the generated declarations, also where this check runs alone.
    generate(project.root, project.packageDirectories);
    // Tells typescript-eslint that no file changes while it works: it then reads each program once, not for every file.
    process.env['TSESTREE_SINGLE_RUN'] = 'true';
    const linter = new ESLint({ cwd: project.root, overrideConfigFile: CONFIG });
    const findings: Finding[] = [];
    for (const file of listSources(project)) {
      if (!(await linter.isPathIgnored(file))) {
        findings.push(...(await lint(linter, file)));
      }
    }
    return findings;
  },
};

function listSources({ root, packageDirectories }: Project): string[] {
  const suffixes = ['.ts', '.js', '.mjs', '.html', '.css'];
  const below = suffixes.flatMap((suffix) =>
    listFiles(root, [...packageDirectories, 'scripts', 'types', 'e2e'], suffix),
  );
  const atRoot = readdirSync(root).filter((name) => /\.(ts|js)$/.test(name));
  return [...below, ...atRoot];
}

/** File by file: a rule may throw on code that is wrong enough, and that must not hide what is wrong elsewhere. */
async function lint(linter: ESLint, file: string): Promise<Finding[]> {
  try {
    const results = await linter.lintFiles([file]);
    // A warning nobody must mend is noise, so warnings count.
    return results.flatMap(({ messages }) => messages.map((message) => toFinding(file, message)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/Occurred while linting .*:(\d+)/.exec(message)?.[1] ?? 1);
    const fix = 'Mend what other checks report on this line first; a rule of ESLint could not cope with it.';
    return [{ check: 'eslint/crash', file, line, message: message.split('\n')[0] ?? '', fix }];
  }
}

function toFinding(file: string, message: Linter.LintMessage): Finding {
  return {
    check: `eslint/${message.ruleId ?? 'parse'}`,
    file,
    line: Math.max(1, message.line),
    message: message.message,
    fix: message.fix
      ? 'Run eslint with --fix on the file.'
      : 'Follow the rule, or disable it for this line and say why after two dashes.',
  };
}
