/** Methods of String that rewrite: case, escapes, replacement, repetition. */
import { withoutNulls } from '../../support/nullChecks.ts';
import { compilePattern } from '../../support/patterns.ts';
import { replaceMatches } from '../../support/replacement.ts';
import * as escapes from './escapes.ts';
import { capitalize, swapCase, uncapitalize, WHITESPACE } from './textTools.ts';
import type { ClassDescription } from '../../define.ts';

type Methods = NonNullable<ClassDescription['methods']>;

const locale = (name: string): string => name.replaceAll('_', '-');
const SPACES = new RegExp(`${WHITESPACE.source}+`, 'g');

/** Java's trim: everything up to and including U+0020 at both ends. */
const trim = (text: string): string => text.replace(/^[\0- ]+|[\0- ]+$/g, '');

const strict: Methods = {
  'String capitalize()': (_runtime, self: string) => capitalize(self),
  'String uncapitalize()': (_runtime, self: string) => uncapitalize(self),
  'String deleteWhitespace()': (_runtime, self: string) => self.replace(SPACES, ''),
  'String normalizeSpace()': (_runtime, self: string) => trim(self.replace(SPACES, ' ').replaceAll('\u00a0', ' ')),
  'String repeat(Integer times)': (_runtime, self: string, times: number) => self.repeat(Math.max(0, times)),
  'String repeat(String separator, Integer times)': (_runtime, self: string, separator: string, times: number) =>
    Array.from({ length: Math.max(0, times) }, () => self).join(separator),
  'String replace(String target, String replacement)': (_runtime, self: string, target: string, replacement: string) =>
    self.replaceAll(target, () => replacement),
  'String replaceAll(String regularExpression, String replacement)': (
    runtime,
    self: string,
    pattern: string,
    replacement: string,
  ) => replaceMatches(runtime, compilePattern(runtime, pattern), self, replacement, Infinity),
  'String replaceFirst(String regularExpression, String replacement)': (
    runtime,
    self: string,
    pattern: string,
    replacement: string,
  ) => replaceMatches(runtime, compilePattern(runtime, pattern), self, replacement, 1),
  'String reverse()': (_runtime, self: string) => [...self].reverse().join(''),
  'String swapCase()': (_runtime, self: string) => swapCase(self),
  'String toLowerCase()': (_runtime, self: string) => self.toLowerCase(),
  'String toLowerCase(String locale)': (_runtime, self: string, name: string) => self.toLocaleLowerCase(locale(name)),
  'String toUpperCase()': (_runtime, self: string) => self.toUpperCase(),
  'String toUpperCase(String locale)': (_runtime, self: string, name: string) => self.toLocaleUpperCase(locale(name)),
  'String trim()': (_runtime, self: string) => trim(self),
  'String escapeCsv()': (_runtime, self: string) => escapes.escapeCsv(self),
  'String escapeEcmaScript()': (_runtime, self: string) => escapes.escapeEcmaScript(self),
  'String escapeHtml3()': (_runtime, self: string) => escapes.escapeHtml3(self),
  'String escapeHtml4()': (_runtime, self: string) => escapes.escapeHtml4(self),
  'String escapeJava()': (_runtime, self: string) => escapes.escapeJava(self),
  'String escapeUnicode()': (_runtime, self: string) => escapes.escapeUnicode(self),
  'String escapeXml()': (_runtime, self: string) => escapes.escapeXml(self),
  'static String escapeSingleQuotes(String text)': (_runtime, text: string) => escapes.escapeSingleQuotes(text),
  'String stripHtmlTags()': (_runtime, self: string) => escapes.stripHtmlTags(self),
  'String unescapeCsv()': (_runtime, self: string) => escapes.unescapeCsv(self),
  'String unescapeEcmaScript()': (_runtime, self: string) => escapes.unescapeCode(self),
  'String unescapeHtml3()': (_runtime, self: string) => escapes.unescapeHtml3(self),
  'String unescapeHtml4()': (_runtime, self: string) => escapes.unescapeHtml4(self),
  'String unescapeJava()': (_runtime, self: string) => escapes.unescapeCode(self),
  'String unescapeUnicode()': (_runtime, self: string) => escapes.unescapeUnicode(self),
  'String unescapeXml()': (_runtime, self: string) => escapes.unescapeXml(self),
};

export const changing: Methods = withoutNulls(strict);
