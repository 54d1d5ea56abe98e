import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { forceIgnore } from '../../src/metadata/forceIgnore.ts';
import { metadataFiles } from '../../src/metadata/walk.ts';

const root = mkdtempSync(join(tmpdir(), 'project-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function ignores(patterns: readonly string[], path: string): boolean {
  writeFileSync(join(root, '.forceignore'), ['# a comment', '', ...patterns].join('\n'));
  return forceIgnore(join(root, 'app'))(join(root, path));
}

// Examples of the patterns' rules: git-scm.com/docs/gitignore, "Pattern format".
describe('patterns of .forceignore', () => {
  test.each<[readonly string[], string, boolean]>([
    [['**/profiles/**'], 'app/main/profiles/Admin.profile-meta.xml', true],
    [['**/profiles/**'], 'app/main/profile/Admin.profile-meta.xml', false],
    [['**profiles'], 'app/main/profiles/Admin.profile-meta.xml', true],
    [['profiles/'], 'app/main/profiles/Admin.profile-meta.xml', true],
    [['profiles/'], 'app/main/profiles', false],
    [['*.rule'], 'app/x.rule', true],
    [['*.rule'], 'app/x.rule-meta.xml', false],
    [['app/a/**/b.cls'], 'app/a/b.cls', true],
    [['app/a/**/b.cls'], 'app/a/c/d/b.cls', true],
    [['app/*/b.cls'], 'app/a/c/b.cls', false],
    [['/b.cls'], 'app/b.cls', false],
    [['b.cls'], 'app/b.cls', true],
    [['B?.cls'], 'app/bc.cls', true],
    [['b[0-9].cls'], 'app/b1.cls', true],
    [['b[!0-9].cls'], 'app/b1.cls', false],
    [['*.cls', '!b.cls'], 'app/b.cls', false],
    [['app/', '!b.cls'], 'app/b.cls', true],
    [['a.b'], 'app/aXb', false],
    [['b.cls  '], 'app/b.cls', true],
    [['#b.cls'], 'app/#b.cls', false],
  ])('%j on %s: %s', (patterns, path, expected) => {
    expect(ignores(patterns, path)).toBe(expected);
  });
});

test('the walk leaves out what is ignored', () => {
  mkdirSync(join(root, 'app', 'classes'), { recursive: true });
  writeFileSync(join(root, 'app', 'classes', 'Kept.cls'), '');
  writeFileSync(join(root, 'app', 'classes', 'Left.cls'), '');
  writeFileSync(join(root, '.forceignore'), '**/Left.cls');
  expect(metadataFiles(join(root, 'app')).map((file) => file.name)).toEqual(['Kept']);
});
