import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import type { ConfigFile } from '../../generate/erase.ts';
import { generate } from '../../generate/index.ts';
import type { Check, Finding, Project } from '../types.ts';

/** Components, their tests, the scripts, and the local org's pages: four worlds with different globals. */
const CONFIGS = [
  'tsconfig.json',
  'tsconfig.test.json',
  'tsconfig.scripts.json',
  'tsconfig.lightning.json',
  'tsconfig.e2e.json',
];

export const tsc: Check = {
  name: 'tsc',
  proves: 'Components, tests and scripts agree with their types, and components with the Apex classes they call.',
  readsNamespace: false,
  run(project) {
    const problems = generate(project.root, project.packageDirectories).map((problem) => ({
      check: 'tsc/generate',
      ...problem,
    }));
    const configs = CONFIGS.filter((config) => existsSync(join(project.root, config)));
    // The programs share most of their library files; parsing those once saves about half of the time.
    const parsed = new Map<string, ts.SourceFile>();
    const findings = configs.flatMap((config) => checkProgram(project, config, parsed));
    // A component that a test imports belongs to both programs, and would be reported by both.
    const distinct = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
    return Promise.resolve([...problems, ...distinct.values()]);
  },
};

function checkProgram(project: Project, config: string, parsed: Map<string, ts.SourceFile>): Finding[] {
  const path = join(project.root, config);
  const read: ConfigFile = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (read.error) {
    return [toFinding(project, config, read.error)];
  }
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    project.root,
    undefined,
    path,
  );
  const program = ts.createProgram(fileNames, options, createHost(options, parsed));
  return [...errors, ...ts.getPreEmitDiagnostics(program)].map((diagnostic) => toFinding(project, config, diagnostic));
}

function createHost(options: ts.CompilerOptions, parsed: Map<string, ts.SourceFile>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  return {
    ...host,
    getSourceFile(file, languageVersion, onError, force) {
      // A bound source file carries its program's options, so only declarations of others may be shared.
      if (!file.includes('/node_modules/')) {
        return read(file, languageVersion, onError, force);
      }
      const known = parsed.get(file) ?? read(file, languageVersion, onError, force);
      if (known) {
        parsed.set(file, known);
      }
      return known;
    },
  };
}

function toFinding(project: Project, config: string, diagnostic: ts.Diagnostic): Finding {
  const { file, start } = diagnostic;
  return {
    check: `tsc/TS${diagnostic.code}`,
    file: file ? relative(project.root, file.fileName).split('\\').join('/') : config,
    line: file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 1,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
    fix: fixFor(diagnostic.code),
  };
}

/** TypeScript's messages say what is wrong, seldom what to do; these are the ones that newcomers meet here. */
function fixFor(code: number): string {
  switch (code) {
    case 2307:
      return 'Correct the name, or add what it names: Apex method, label, field, permission or component.';
    case 2339:
    case 2551:
      return 'Use a member that the type has; where the Apex class renamed a field, follow it.';
    case 2532:
    case 2322:
    case 18048:
      return 'Handle the case that the value is missing, or give the type that is asked for.';
    default:
      return 'Change the code until its types agree.';
  }
}
