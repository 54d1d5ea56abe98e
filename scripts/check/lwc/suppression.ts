import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles, type SourceFile } from '../../generate/files.ts';
import type { Check, Finding } from '../types.ts';

const FOLDERS = ['scripts', 'types', 'e2e'];
const SUFFIXES = ['.ts', '.js', '.mjs', '.html', '.css'];
/** Defects on purpose, and what other tools wrote. */
const NOT_OURS = /(^|\/)(node_modules|fixtures?|seeds|generated)\//;
/** A quote in front makes it a text about directives. */
const COMMENT = String.raw`(?<!['"\`])(?:\/\/|\/\*|<!--)\s*`;
const REASONED = new RegExp(`${COMMENT}eslint-disable(?:-next-line|-line)?\\b(?<rest>.*)`);
const EXPECTED = new RegExp(`${COMMENT}@ts-expect-error\\b(?<rest>.*)`);
const FORBIDDEN = new RegExp(`${COMMENT}(?<directive>@ts-ignore|@ts-nocheck)\\b`);
/** Shorter than this is no reason. */
const SHORTEST_REASON = 10;

export const suppression: Check = {
  name: 'suppression',
  proves: 'Whoever silenced a rule or the compiler said why, on the same line.',
  readsNamespace: false,
  run(project) {
    const folders = [...project.packageDirectories, ...FOLDERS];
    const below = SUFFIXES.flatMap((suffix) => readFiles(project.root, folders, suffix));
    const atRoot = readdirSync(project.root)
      .filter((name) => /\.(ts|js)$/.test(name))
      .map((path) => ({ path, text: readFileSync(join(project.root, path), 'utf8') }));
    const sources = [...below, ...atRoot];
    return Promise.resolve(sources.filter(({ path }) => !NOT_OURS.test(path)).flatMap(checkSource));
  },
};

function checkSource({ path, text }: SourceFile): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const message = problemOf(line);
    const fix = 'Write the reason behind the directive, or mend what it hides and remove it.';
    return message ? [{ check: 'suppression', file: path, line: index + 1, message, fix }] : [];
  });
}

function problemOf(line: string): string | undefined {
  const forbidden = FORBIDDEN.exec(line)?.groups?.['directive'];
  if (forbidden) {
    return `${forbidden} hides every error and stays when the error is gone; @ts-expect-error with a reason does not`;
  }
  const rules = REASONED.exec(line)?.groups?.['rest'];
  if (rules !== undefined) {
    const [names = '', reason = ''] = rules.split(' -- ');
    if (!/[a-z]/.test(names)) {
      return 'the directive silences every rule and gives no reason for any: name the rules';
    }
    return isReason(reason) ? undefined : 'the directive gives no reason; it stands behind two dashes';
  }
  const expected = EXPECTED.exec(line)?.groups?.['rest'];
  return expected === undefined || isReason(expected) ? undefined : 'the directive gives no reason';
}

function isReason(text: string): boolean {
  return (
    text
      .replace(/\*\/|-->/g, '')
      .replace(/^[\s:-]+/, '')
      .trim().length >= SHORTEST_REASON
  );
}
