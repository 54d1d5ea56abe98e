import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LocalOrg } from '../../../src/index.ts';
import {
  dropSnapshot,
  hasSnapshot,
  isSnapshotName,
  keepSnapshot,
  putBack,
  savedSnapshots,
} from '../../../src/server/developer/snapshots.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('an org comes back as it was when the copy was made', async () => {
  const names = (org: LocalOrg): readonly unknown[] =>
    org.query('SELECT Name FROM Account ORDER BY Name').rows.map((row) => row.peek('Name'));
  const first = await LocalOrg.create({ sources: [], store: folder });
  first.execute("insert new Account(Name = 'Before');");
  first.parts.persistence?.snapshot();
  keepSnapshot(folder, 'a copy');
  first.execute("insert new Account(Name = 'After');");
  first.close();

  putBack(folder, 'a copy');
  const second = await LocalOrg.create({ sources: [], store: folder });
  expect(names(second)).toEqual(['Before']);
  second.close();

  putBack(folder, null);
  const third = await LocalOrg.create({ sources: [], store: folder });
  expect(names(third)).toEqual([]);
  third.close();
});

test('copies are listed, and one can go', () => {
  writeFileSync(join(folder, 'snapshot.bin'), 'rows');
  keepSnapshot(folder, 'one');
  keepSnapshot(folder, 'two');
  expect(
    savedSnapshots(folder)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['one', 'two']);
  dropSnapshot(folder, 'one');
  expect(hasSnapshot(folder, 'one')).toBe(false);
  expect(readFileSync(join(folder, 'snapshots', 'two.bin'), 'utf8')).toBe('rows');
  expect(existsSync(join(folder, 'snapshot.bin'))).toBe(true);
});

test.each(['../out', '', '.hidden', 'a/b', 'a\\b', 'x'.repeat(61)])('%j is no name of a copy', (name) => {
  expect(isSnapshotName(name)).toBe(false);
});
