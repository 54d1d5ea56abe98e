import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Check, Finding, Project } from '../types.ts';
import { withoutBaseline } from './baseline.ts';
import { apexSources, filesOf, relativeTo } from './sources.ts';
import { BUILD, java, pmdJars } from './toolbox.ts';

const NAME = 'apex/apex-ls';

/** What the semantics checker reads; web components and other metadata would only slow the copy down. */
const READS =
  /\.(cls|trigger|page|component)(-meta\.xml)?$|\.(object|field|fieldSet|labels|md|flow|sharingReason)-meta\.xml$/;

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly start: { readonly line: number };
      readonly category: string;
      readonly message: string;
    }[];
  }[];
}

/**
 * Runs the Apex semantics checker, which knows the platform's classes and objects and reads ours from their metadata.
 * It works on a copy, because the namespace it checks under stands in the project file.
 */
export const apexLs: Check = {
  name: NAME,
  proves: 'Every type, field, method, label and variable that Apex names exists, and the types fit.',
  readsNamespace: true,
  async run(project: Project): Promise<readonly Finding[]> {
    if (apexSources(project).length === 0) {
      return [];
    }
    const jars = await pmdJars();
    mkdirSync(BUILD, { recursive: true });
    const stage = mkdtempSync(join(BUILD, 'apex-ls-'));
    try {
      copy(project, stage);
      const args = ['-n', '-f', 'json', '-d', 'warnings', '-w', stage];
      const done = await java([join(jars, '*')], 'io.github.apexdevtools.apexls.CheckForIssues', args);
      const start = done.stdout.indexOf('{ "files"');
      if (start < 0) {
        throw new Error(`The Apex semantics checker failed: ${(done.stderr || done.stdout).trim().slice(-600)}`);
      }
      return withoutBaseline(project, NAME, read(project, JSON.parse(done.stdout.slice(start)) as Report, stage));
    } finally {
      rmSync(stage, { recursive: true, force: true });
    }
  },
};

function copy(project: Project, stage: string): void {
  for (const path of filesOf(project).filter((each) => READS.test(basename(each)))) {
    const target = join(stage, relativeTo(project.root, path));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  }
  const file = {
    packageDirectories: project.packageDirectories.map((path, index) => ({ path, default: index === 0 })),
    ...(project.namespace === '' ? {} : { namespace: project.namespace }),
    sourceApiVersion: '67.0',
  };
  writeFileSync(join(stage, 'sfdx-project.json'), JSON.stringify(file));
}

function read(project: Project, report: Report, stage: string): readonly Finding[] {
  // Both readings then say the same words, and one exemption serves both.
  const prefixed = new RegExp(project.namespace === '' ? '(?!)' : `\\b${project.namespace}(?:\\.|__)`, 'g');
  return report.files.flatMap(({ path, messages }) =>
    messages.map(({ start, category, message }) => ({
      check: NAME,
      file: relativeTo(stage, path),
      line: start.line,
      // The parser lists every token it would have taken: a thousand words that nobody reads.
      message: message
        .replace(/ expecting \{.*$/s, '')
        .replaceAll(`${stage}/`, '')
        .replace(prefixed, ''),
      fix:
        category === 'Missing'
          ? 'Correct the name, or add what it names.'
          : 'Correct the code: the org would refuse it as well.',
    })),
  );
}
