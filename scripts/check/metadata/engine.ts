import { loadStandardModel } from '../apex/standard-model.ts';
import type { Check, Finding, Project } from '../types.ts';
import { readModel, type ProjectModel } from './model/project.ts';
import type { Rule } from './rule.ts';
import { readTree } from './tree.ts';

const SUPPRESSION = /check-ok ([\w/-]+): \S.{7,}/;
const models = new WeakMap<Project, Promise<ProjectModel>>();

/** Reads the model once per reading; the checks of one run share it. */
export function modelOf(project: Project): Promise<ProjectModel> {
  const known = models.get(project);
  if (known !== undefined) {
    return known;
  }
  const made = loadStandardModel(project.root).then((standard) => readModel(readTree(project), standard));
  models.set(project, made);
  return made;
}

/**
 * A check made of rules. Both readings give one outcome: source never writes the namespace, and a rule refuses it where it
 * does, because the prefixed name would not exist in the plain reading.
 */
export function ruleCheck(name: string, proves: string, rules: readonly Rule[]): Check {
  return {
    name,
    proves,
    readsNamespace: false,
    run: async (project) => runRules(name, rules, await modelOf(project)),
  };
}

/** Runs rules over a model, without what the source suppresses on the same line with a reason. */
export function runRules(check: string, rules: readonly Rule[], model: ProjectModel): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const found of rule.run(model)) {
      const name = `${check}/${rule.name}`;
      if (!isSuppressed(name, lineAt(model.tree.files.get(found.file) ?? '', found.line))) {
        findings.push({ check: name, ...found });
      }
    }
  }
  return findings;
}

function lineAt(text: string, line: number): string {
  return text.split('\n', line)[line - 1] ?? '';
}

function isSuppressed(name: string, line: string): boolean {
  const named = SUPPRESSION.exec(line)?.[1];
  return named !== undefined && (named === name || name.startsWith(`${named}/`));
}
