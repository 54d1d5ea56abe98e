import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Finding, Project } from '../types.ts';

/** The text of an element that has nothing but text, where it begins or ends with white space. */
const PADDED = /<(\w+)>(?=\s+[^<\s]|[^<]*[^<\s]\s+<)[^<]*<\/\1>/g;

/** White space around a text is part of it: an org would show a label with the line breaks of its file. */
export async function paddedTexts({ root, packageDirectories }: Project): Promise<readonly Finding[]> {
  const findings = [];
  for (const directory of packageDirectories) {
    for (const file of await metaFiles(root, directory)) {
      findings.push(...paddedTextsIn(file, await readFile(join(root, file), 'utf8')));
    }
  }
  return findings;
}

export function paddedTextsIn(file: string, xml: string): readonly Finding[] {
  return [...xml.matchAll(PADDED)].map(({ 1: element, index }) => ({
    check: 'format/text',
    file,
    line: xml.slice(0, index).split('\n').length,
    message: `The text of <${element}> begins or ends with white space, which an org would keep.`,
    fix: 'Put the text directly between the tags, however long the line gets.',
  }));
}

async function metaFiles(root: string, directory: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, directory), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('-meta.xml'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
