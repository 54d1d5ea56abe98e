import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lwcChecks } from '../../lwc/index.ts';
import type { Finding, Project } from '../../types.ts';
import { CopiedProject, readSeeds, seedFolder } from './project.ts';

const control = new CopiedProject();
const seeded = new CopiedProject();
let findings: readonly Finding[] = [];

beforeAll(async () => {
  seeded.addSeeds();
  findings = await runAll(seeded);
});

afterAll(() => {
  control.remove();
  seeded.remove();
});

async function runAll(project: Project): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const check of lwcChecks) {
    found.push(...(await check.run(project)));
  }
  return found;
}

describe('the checks of Lightning components', () => {
  test.each(readSeeds().map((seed) => [seed.name, seed.kind, seed] as const))('catch %s: %s', (_name, _kind, seed) => {
    const inBundle = findings.filter((finding) => finding.file.startsWith(`${seedFolder(seed.name)}/`));

    expect(inBundle).toContainEqual(
      expect.objectContaining({
        check: expect.stringMatching(new RegExp(`^${seed.check}(/|$)`)) as string,
        file: `${seedFolder(seed.name)}/${seed.file}`,
        line: seed.line,
        message: expect.stringContaining(seed.message) as string,
      }),
    );
  });

  test('find nothing in the same project without the seeds', async () => {
    expect(await runAll(control)).toEqual([]);
  });

  test('find nothing in components beside the seeds', () => {
    const seedFolders = readSeeds().map((seed) => `${seedFolder(seed.name)}/`);

    expect(findings.filter((finding) => !seedFolders.some((folder) => finding.file.startsWith(folder)))).toEqual([]);
  });
});
