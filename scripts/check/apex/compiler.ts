import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Finding, Project } from '../types.ts';
import { withoutBaseline } from './baseline.ts';
import { apexSources, relativeTo } from './sources.ts';
import { BUILD, compileJava, compilerJar, java } from './toolbox.ts';

const NAME = 'apex/compiler';

/** What the front end knows without being told about the platform's classes and the org's objects. */
const BUILT_IN =
  'void string integer long double decimal boolean date datetime time id object blob list set map sobject iterator iterable'.split(
    ' ',
  );

/**
 * The front end runs without the platform's types, so these say only that a name is not ours; the semantics check,
 * which knows the platform, reports the real ones.
 */
const ABOUT_NAMES = [
  /^Invalid type: /,
  /^Invalid class: /,
  /^Variable does not exist: /,
  /^External string does not exist: /,
  /^Method does not exist or incorrect signature: /,
  /^Constructor not defined: /,
  /^DML requires SObject /,
  /^Exception class must extend another Exception class: /,
  /^Catch block variable must be of type exception: /,
  /^Throw expression must be of type exception: /,
  /^runAs requires /,
  /^Loop must iterate over collection: /,
  /^@Override specified for non-overriding method: String [\w.]+\.getTypeName\(\)/,
];

/** Messages that compare types: only believed when every type they name is known to the front end. */
const COMPARES_TYPES =
  /^(Illegal |Incompatible |Inequality |Exact equality |Initial expression |Invalid |Condition |Comparison |Operation |Expression |List index |Class |Method (?!is not visible|already defined)|Loop |No default |Exception type |Logical |@Override |Non-virtual)|is not a valid switch|'when expression'|^(?!Future).* do not support /;

/**
 * Runs the compiler front end of the platform itself over all Apex and keeps what does not depend on types it
 * cannot see: annotation and signature rules, visibility, duplicates, control flow.
 */
export const compiler: Check = {
  name: NAME,
  proves: "The Apex passes Salesforce's own compiler front end.",
  readsNamespace: true,
  async run(project: Project): Promise<readonly Finding[]> {
    const sources = apexSources(project);
    if (sources.length === 0) {
      return [];
    }
    const jar = compilerJar();
    const classes = await compileJava('ApexCompile', [jar]);
    mkdirSync(BUILD, { recursive: true });
    const folder = mkdtempSync(join(BUILD, 'compiler-'));
    try {
      const list = join(folder, 'sources.txt');
      writeFileSync(list, sources.map((each) => each.path).join('\n'));
      const done = await java([jar, classes], 'ApexCompile', [project.namespace || '-', list]);
      if (done.code !== 0) {
        throw new Error(`The Apex compiler front end failed: ${done.stderr.trim().slice(-600)}`);
      }
      const known = knownTypes(sources.filter((each) => each.kind === 'class').map((each) => each.name));
      return withoutBaseline(project, NAME, read(project, done.stdout, known));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Our own types, less exceptions: their parent is a platform class, so the front end misjudges them. */
function knownTypes(classes: readonly string[]): ReadonlySet<string> {
  const own = classes.map((each) => each.toLowerCase()).filter((each) => !each.endsWith('exception'));
  return new Set([...BUILT_IN, ...own]);
}

function read(project: Project, report: string, known: ReadonlySet<string>): readonly Finding[] {
  const prefix = project.namespace === '' ? '' : `${project.namespace}.`;
  return report
    .replaceAll(prefix === '' ? '\0' : prefix, '')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t'))
    .filter(([, , message = '']) => believable(message, known))
    .map(([line = '1', path = '', message = '']) => ({
      check: NAME,
      file: relativeTo(project.root, path),
      line: Number(line),
      message,
      fix: 'Correct the code: the org refuses it with the same words.',
    }));
}

function believable(message: string, known: ReadonlySet<string>): boolean {
  if (ABOUT_NAMES.some((each) => each.test(message))) {
    return false;
  }
  if (!COMPARES_TYPES.test(message)) {
    return true;
  }
  // The first word is English and has a capital letter, unless the message starts with the type itself.
  const typed = message.replace(/^\S+(?=.* is not a valid switch)/, '<$&>').replace(/^[^<\s]+/, '');
  const names = typed.match(/(?<=^<)[\w.]+|\b(?:[A-Z]\w*\.)*[A-Z]\w*\b/g) ?? [];
  return names.every((name) => known.has(name.toLowerCase()) || known.has(name.split('.')[0]?.toLowerCase() ?? ''));
}
