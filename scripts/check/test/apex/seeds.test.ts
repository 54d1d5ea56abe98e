import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apexChecks } from '../../apex/index.ts';
import { HOME } from '../../apex/toolbox.ts';
import type { Finding, Project } from '../../types.ts';
import { catches, stageFixture, stageSeeds, type Seed } from './seeds.ts';

const GOTCHAS = join(HOME, 'docs', 'gotchas.md');

const roots: string[] = [];

afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

function stage(): Project {
  const project = stageFixture();
  roots.push(project.root);
  return project;
}

async function checkAll(project: Project): Promise<readonly Finding[]> {
  return (await Promise.all(apexChecks.map((check) => check.run(project)))).flat();
}

describe('clean classes', () => {
  test('pass every check, namespaced and plain', async () => {
    const project = stage();

    const namespaced = await checkAll(project);
    const plain = await Promise.all(
      apexChecks.filter((check) => check.readsNamespace).map((check) => check.run({ ...project, namespace: '' })),
    );

    expect([...namespaced, ...plain.flat()]).toEqual([]);
  });
});

describe('seeded defects', () => {
  let seeds: readonly Seed[] = [];
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    const project = stage();
    seeds = stageSeeds(project);
    findings = await checkAll(project);
  });

  const missed = (): readonly string[] =>
    seeds.filter((seed) => catches(seed, findings).length === 0).map((seed) => basename(seed.file));

  test('are many enough, and each says where it is and who must find it', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(60);
    expect(seeds.filter((seed) => seed.line === 0 || seed.by.length === 0)).toEqual([]);
  });

  test('are caught, 95 of 100 at least', () => {
    expect(missed().length / seeds.length, `missed: ${missed().join(', ')}`).toBeLessThanOrEqual(0.05);
  });

  test('that are not caught stand in the guide to what the checks cannot see', () => {
    const guide = existsSync(GOTCHAS) ? readFileSync(GOTCHAS, 'utf8') : '';

    expect(missed().filter((name) => !guide.includes(name))).toEqual([]);
  });

  test('leave the clean classes beside them without a finding', () => {
    expect(findings.filter((finding) => !finding.file.includes('/seeds/'))).toEqual([]);
  });

  test('are reported with a fix and a line that exists', () => {
    expect(findings.filter((finding) => finding.fix === '' || finding.message === '' || finding.line < 1)).toEqual([]);
  });
});
