import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Project } from '../types.ts';

/** A message that is known to be wrong: which tool says it, where, and why it is wrong. */
interface Exemption {
  readonly check: string;
  readonly file: string;
  readonly message: string;
  readonly reason: string;
}

const FILE = 'config/apex/baseline.json';

/**
 * Drops the findings that `config/apex/baseline.json` names by file and message. An entry without a reason, or one
 * that no finding matches any more, is itself a finding: the list may only shrink on its own.
 */
export function withoutBaseline(project: Project, check: string, findings: readonly Finding[]): readonly Finding[] {
  const path = join(project.root, FILE);
  if (!existsSync(path)) {
    return findings;
  }
  const text = readFileSync(path, 'utf8');
  const entries = (JSON.parse(text) as readonly Exemption[]).filter((each) => isWithin(each.check, check));
  const covers = (entry: Exemption, finding: Finding): boolean =>
    entry.file === finding.file &&
    isWithin(finding.check, entry.check) &&
    entry.message === finding.message &&
    entry.reason.trim() !== '';
  const stale = entries.filter((entry) => !findings.some((finding) => covers(entry, finding)));
  return [
    ...findings.filter((finding) => !entries.some((entry) => covers(entry, finding))),
    ...stale.map((entry) => ({
      check,
      file: FILE,
      line: lineOf(text, entry),
      message: `The exemption for "${entry.message}" in ${entry.file} has no reason or matches no finding.`,
      fix: 'Remove the entry, or give it a reason.',
    })),
  ];
}

/** `apex/scanner/ApexDoc` is within `apex/scanner`; so is `apex/scanner` itself. */
function isWithin(name: string, check: string): boolean {
  return name === check || name.startsWith(`${check}/`);
}

function lineOf(text: string, entry: Exemption): number {
  const index = text.split('\n').findIndex((line) => line.includes(JSON.stringify(entry.message)));
  return index < 0 ? 1 : index + 1;
}
