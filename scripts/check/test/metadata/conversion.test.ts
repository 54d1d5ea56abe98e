import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareWithConversion } from '../../metadata/conversion/index.ts';
import { readTree } from '../../metadata/tree.ts';
import { readProject } from '../../project.ts';

const FIXTURE = join(dirname(fileURLToPath(import.meta.url)), 'fixture');
const TIME = 'force-app/main/time/';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'metadata-check-'));
  cpSync(FIXTURE, root, { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function messages(): Promise<readonly string[]> {
  const project = readProject(root);
  return (await compareWithConversion(project, readTree(project))).map(({ message }) => message);
}

test('every component of clean source arrives in metadata format', async () => {
  expect(await messages()).toEqual([]);
});

test('a class that loses its meta file is noticed, although the library drops it in silence', async () => {
  rmSync(join(root, `${TIME}classes/ProjectController.cls-meta.xml`));

  expect(await messages()).toEqual(['classes ProjectController is lost in conversion']);
});

test('a part whose own name differs from its file is noticed on both sides', async () => {
  const file = join(root, `${TIME}objects/Project__c/fieldSets/Card.fieldSet-meta.xml`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('<fullName>Card<', '<fullName>Tile<'));

  expect(await messages()).toEqual([
    'fieldSet Project__c/Card.fieldSet is lost in conversion',
    'fieldSet Project__c/Tile.fieldSet appears only in conversion',
  ]);
});
