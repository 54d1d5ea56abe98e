import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ruleGroups } from '../../metadata/index.ts';
import { runRules } from '../../metadata/engine.ts';
import { readModel } from '../../metadata/model/project.ts';
import { lineOf, readTree, type SourceTree } from '../../metadata/tree.ts';
import { readProject } from '../../project.ts';
import type { Finding } from '../../types.ts';
import { smallPlatform } from './platform.ts';
import { seeds } from './seeds/index.ts';
import type { Seed } from './seeds/seed.ts';

const FIXTURE = join(dirname(fileURLToPath(import.meta.url)), 'fixture');
const clean = readTree(readProject(FIXTURE));
/** Seeds that no rule can catch, each with its reason in docs/gotchas.md. */
const NOT_SEEN: readonly string[] = [];

function findingsIn(tree: SourceTree): readonly Finding[] {
  const model = readModel(tree, smallPlatform);
  return ruleGroups.flatMap(({ name, rules }) => runRules(name, rules, model));
}

function sow(seed: Seed): SourceTree {
  const files = new Map(clean.files);
  for (const [path, text] of seed.change((each) => readFileSync(join(FIXTURE, each), 'utf8'))) {
    if (text === null) {
      files.delete(path);
    } else {
      files.set(path, text);
    }
  }
  return { ...clean, files };
}

function isCaught(seed: Seed): boolean {
  const tree = sow(seed);
  const text = tree.files.get(seed.file) ?? '';
  const [first, last] = linesOf(seed, text);
  return findingsIn(tree).some(({ file, line }) => file === seed.file && line >= first && line <= last);
}

/** The lines of the sown text, found from where the file first differs from the clean one. */
function linesOf({ at, file }: Seed, text: string): readonly [first: number, last: number] {
  if (at === undefined) {
    return [1, Infinity];
  }
  const before = clean.files.get(file) ?? '';
  let difference = 0;
  while (before[difference] === text[difference]) {
    difference += 1;
  }
  const start = text.indexOf(at, Math.max(0, difference - at.length));
  return [lineOf(text, start), lineOf(text, start + at.length)];
}

describe('the metadata check', () => {
  test('finds nothing in clean source', () => {
    expect(findingsIn(clean)).toEqual([]);
  });

  test('catches the seeded defects, each in its file and on its line', () => {
    const missed = seeds.filter((seed) => !isCaught(seed));

    console.info(`Metadata: ${seeds.length - missed.length} of ${seeds.length} seeded defects caught.`);
    expect(missed.filter(({ id }) => !NOT_SEEN.includes(id)).map(({ id, kind }) => `${id} ${kind}`)).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(seeds.length * 0.05);
  });
});
