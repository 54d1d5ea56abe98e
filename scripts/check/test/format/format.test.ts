import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstDifference, formatCheck } from '../../format/index.ts';
import { paddedTextsIn } from '../../format/texts.ts';
import type { Finding } from '../../types.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** Each defect with the line on which it must be found; 0 for a file that is as it should be. */
const files: Readonly<Record<string, readonly [line: number, text: string]>> = {
  'Good.cls': [0, 'public with sharing class Good {\n  Integer answer = 42;\n}\n'],
  'Indented.cls': [2, 'public with sharing class Indented {\n      Integer answer = 42;\n}\n'],
  'Unclosed.cls': [1, 'public with sharing class Unclosed {\n  void run() {\n'],
  'Spaced.trigger': [1, 'trigger Spaced on Account(before insert)   {\n}\n'],
  'good.ts': [0, "export const answer = '42';\n"],
  'quotes.ts': [2, 'export const one = 1;\nexport const answer = "42";\n'],
  'broken.ts': [2, 'export const one = 1;\nexport const = 2;\n'],
  'Good.labels-meta.xml': [
    0,
    '<?xml version="1.0" encoding="UTF-8" ?>\n<CustomLabels>\n    <labels />\n</CustomLabels>\n',
  ],
  'Tabs.labels-meta.xml': [
    3,
    '<?xml version="1.0" encoding="UTF-8" ?>\n<CustomLabels>\n\t<labels />\n</CustomLabels>\n',
  ],
  'broken.json': [1, '{ "a": }\n'],
  'unknown.bin': [0, '   whatever   \n'],
  'node_modules.md': [1, '*  item\n'],
};

describe('a project with defects of format', () => {
  let folder: string;
  let findings: readonly Finding[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'timesheet-sync-format-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    copyFileSync(join(root, '.prettierrc.json'), join(folder, '.prettierrc.json'));
    mkdirSync(join(folder, 'ignored'));
    writeFileSync(join(folder, '.prettierignore'), 'ignored/\n');
    writeFileSync(join(folder, 'ignored/quotes.ts'), 'export const answer = "42";\n');
    for (const [name, [, text]] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    findings = await formatCheck.run({ root: folder, packageDirectories: [], namespace: '' });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(Object.entries(files))('%s', (name, [line]) => {
    expect(findings.filter(({ file }) => file === name).map((finding) => finding.line)).toEqual(
      line === 0 ? [] : [line],
    );
  });

  test('says apart what to format and what to correct', () => {
    expect(findings.find(({ file }) => file === 'quotes.ts')?.fix).toBe('Run npm run format.');
    const broken = findings.find(({ file }) => file === 'broken.ts');
    expect(broken?.message).toMatch(/^This file does not parse: /);
    expect(broken?.fix).toBe('Correct the syntax here.');
  });

  test('finds nothing in what the ignore file names', () => {
    expect(findings.filter(({ file }) => file.startsWith('ignored/'))).toEqual([]);
  });
});

test.each([
  ['a\nb\n', 'a\nc\n', 2],
  ['a\n', 'a\nb\n', 2],
  ['a\n\n', 'a\n', 3],
])('the first difference of %j and %j', (text, formatted, line) => {
  expect(firstDifference(text, formatted)).toBe(line);
});

test.each([
  ['<a>text</a>', []],
  ['<a></a>', []],
  ['<a>\n    <b>text of\nmore lines</b>\n</a>', []],
  ['<a>\n    text\n</a>', [1]],
  ['<a>\n  <b>text </b>\n  <b> text</b>\n</a>', [2, 3]],
] satisfies readonly (readonly [string, readonly number[]])[])('white space around the texts of %j', (xml, lines) => {
  expect(paddedTextsIn('Time.labels-meta.xml', xml).map(({ line }) => line)).toEqual(lines);
});
