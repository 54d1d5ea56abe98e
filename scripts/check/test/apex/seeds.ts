import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD } from '../../apex/toolbox.ts';
import type { Finding, Project } from '../../types.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SEEDS = join(HERE, 'seeds');

/** Checks may point at the line beside the defect: some report a method's name, some its first statement. */
const NEAR = 1;

export interface Seed {
  readonly file: string;
  readonly line: number;
  /** Names of the checks of which at least one must report it. */
  readonly by: readonly string[];
  readonly anyLine: boolean;
}

const MARK = /[ \t]*(?:\/\/ DEFECT|<!-- DEFECT) ([\w\- ]+?)(?: -->)?$/;

function metadataOf(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<${root} xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>67.0</apiVersion>
    <status>Active</status>
</${root}>
`;
}

/** Lays the clean fixture out in a folder of its own. */
export function stageFixture(): Project {
  mkdirSync(BUILD, { recursive: true });
  const root = mkdtempSync(join(BUILD, 'apex-fixture-'));
  cpSync(join(HERE, 'fixture'), root, { recursive: true });
  return { root, packageDirectories: ['force-app'], namespace: 'shelves' };
}

/** Lays all seeds beside the fixture's classes, without their marks, and returns what to expect of them. */
export function stageSeeds(project: Project): readonly Seed[] {
  const folders = { cls: 'force-app/main/seeds/classes', trigger: 'force-app/main/seeds/triggers' };
  Object.values(folders).forEach((folder) => mkdirSync(join(project.root, folder), { recursive: true }));
  return readdirSync(SEEDS)
    .filter((name) => !name.endsWith('.md'))
    .map((name) => {
      const isTrigger = name.includes('.trigger');
      const path = `${isTrigger ? folders.trigger : folders.cls}/${name}`;
      const lines = readFileSync(join(SEEDS, name), 'utf8').split('\n');
      const at = lines.findIndex((line) => MARK.test(line));
      const words = MARK.exec(lines[at] ?? '')?.[1]?.split(' ') ?? [];
      writeFileSync(join(project.root, path), lines.map((line) => line.replace(MARK, '')).join('\n'));
      if (!name.endsWith('.xml') && !words.includes('no-meta')) {
        writeFileSync(join(project.root, `${path}-meta.xml`), metadataOf(isTrigger ? 'ApexTrigger' : 'ApexClass'));
      }
      return {
        file: path,
        line: at + 1,
        by: words.filter((word) => word !== 'no-meta' && word !== 'any-line'),
        anyLine: words.includes('any-line') || name.endsWith('.xml'),
      };
    });
}

/** The findings that count as having caught a seed. */
export function catches(seed: Seed, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding) =>
      basename(finding.file) === basename(seed.file) &&
      seed.by.some((name) => finding.check === `apex/${name}` || finding.check.startsWith(`apex/${name}/`)) &&
      (seed.anyLine || Math.abs(finding.line - seed.line) <= NEAR),
  );
}
