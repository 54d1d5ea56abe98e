import {
  AnnotationContext,
  ClassBodyDeclarationContext,
  CompilationUnitContext,
  ElementValuePairContext,
  ModifierContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import { existsSync } from 'node:fs';
import type { Check, Finding, Project } from '../types.ts';
import { apexSources, filesOf, relativeTo, type ApexSource } from './sources.ts';
import type { Report } from './soql/paths.ts';
import { all, isTest, lineOf, treeOf } from './tree.ts';

const NAME = 'apex/rules';

/** The project's own rules about classes, tests, triggers and suppressions. */
export const rules: Check = {
  name: NAME,
  proves: 'Classes state their sharing, tests assert, triggers are one line and every suppression gives its reason.',
  readsNamespace: false,
  run(project: Project): Promise<readonly Finding[]> {
    const findings = orphans(project);
    for (const source of apexSources(project)) {
      const report: Report = (node, message, fix) =>
        findings.push({ check: NAME, file: source.file, line: lineOf(node), message, fix });
      checkSuppressions(source, (line, message, fix) =>
        findings.push({ check: NAME, file: source.file, line, message, fix }),
      );
      if (!existsSync(`${source.path}-meta.xml`)) {
        report(null, `${source.name} has no -meta.xml file, so a deployment leaves it out.`, 'Add the file.');
      }
      const { root, problems } = treeOf(source);
      // The SOQL check reports the syntax; a broken tree would only add noise.
      if (problems.length > 0) {
        continue;
      }
      if (root instanceof TriggerUnitContext) {
        checkTrigger(root, report);
      } else if (root instanceof CompilationUnitContext) {
        checkClass(source, root, report);
      }
      checkAnnotations(root, report);
    }
    return Promise.resolve(findings);
  },
};

function orphans(project: Project): Finding[] {
  return filesOf(project)
    .filter((path) => /\.(cls|trigger)-meta\.xml$/.test(path) && !existsSync(path.replace(/-meta\.xml$/, '')))
    .map((path) => ({
      check: NAME,
      file: relativeTo(project.root, path),
      line: 1,
      message: 'This metadata belongs to no source file.',
      fix: 'Remove it, or add the source.',
    }));
}

function checkTrigger(root: TriggerUnitContext, report: Report): void {
  const members = root.triggerBlock().triggerBlockMember_list();
  const only = members[0]?.statement();
  if (members.length !== 1 || !only || !/^[\w.]+\(\);$/.test(only.getText())) {
    report(
      members[0] ?? root,
      'A trigger is one line: it calls the dispatcher and nothing else.',
      'Move the logic into an action class of its own.',
    );
  }
}

function checkClass(source: ApexSource, root: CompilationUnitContext, report: Report): void {
  const type = root.typeDeclaration();
  const words = type.modifier_list().map((each) => each.getText().toLowerCase());
  const test = isTest(source);
  const isClass = (type.classDeclaration() as unknown) !== null;
  if (isClass && !test && !words.some((word) => word.endsWith('sharing'))) {
    report(
      type,
      `${source.name} does not state its sharing.`,
      'Write "with sharing", or the exception and its reason.',
    );
  }
  for (const modifier of all(root, ModifierContext)) {
    if ((modifier.GLOBAL() as unknown) !== null) {
      report(modifier, 'What is global can never be taken back once a version is promoted.', 'Make it public.');
    }
  }
  if (test) {
    all(root, ClassBodyDeclarationContext).forEach((member) => checkTestMethod(member, report));
  }
}

function checkTestMethod(member: ClassBodyDeclarationContext, report: Report): void {
  const words = member.modifier_list().map((each) => each.getText().toLowerCase());
  const declaration = member.memberDeclaration() as ReturnType<ClassBodyDeclarationContext['memberDeclaration']> | null;
  const method = declaration?.methodDeclaration() ?? null;
  if (method === null || !words.some((word) => /^(@istest\b|testmethod$)/.test(word))) {
    return;
  }
  const name = method.id().getText();
  if ((method.VOID() as unknown) === null) {
    report(method, `The test method ${name} returns a value.`, 'Make it void.');
  }
  // A helper counts if its name says so: assertTidy(shelf) asserts.
  if (!/\bassert\w*[.(]/i.test(method.block().getText())) {
    report(method, `The test method ${name} asserts nothing.`, 'Assert what must hold afterwards.');
  }
}

const FLAGS = /^(cacheable|continuation|seealldata|isparallel|oninstall|callout|required)$/i;

function checkAnnotations(root: unknown, report: Report): void {
  for (const annotation of all(root, AnnotationContext)) {
    for (const pair of all(annotation, ElementValuePairContext)) {
      const value = pair.elementValue().getText();
      if (FLAGS.test(pair.id().getText()) && !/^(true|false)$/i.test(value)) {
        report(pair, `${pair.id().getText()} is true or false, not ${value}.`, 'Write true or false.');
      }
    }
  }
}

/** A reason is a few words, not a dash. */
const REASON = /\w+\W+\w+\W+\w+/;

function checkSuppressions(source: ApexSource, report: (line: number, message: string, fix: string) => void): void {
  source.lines.forEach((text, index) => {
    const annotation = /@SuppressWarnings\s*\([^)]*\)(.*)$/i.exec(text);
    const comment = /\bNOPMD\b(.*)$/.exec(text);
    const after = annotation?.[1]?.match(/(?:\/\/|\/\*)(.*)$/)?.[1] ?? comment?.[1];
    if ((annotation !== null || comment !== null) && !REASON.test(after ?? '')) {
      report(index + 1, 'This suppression gives no reason.', 'Write the reason in a comment on the same line.');
    }
    if (/code-analyzer-suppress/i.test(text)) {
      report(index + 1, 'Code Analyzer markers are switched off here.', 'Use NOPMD and the reason on the line itself.');
    }
  });
}
