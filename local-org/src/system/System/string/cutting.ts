/** Methods of String that cut, split and pad. Text is immutable: each gives a new one. */
import { withoutNulls } from '../../support/nullChecks.ts';
import { splitByPattern } from '../../../values/regex/split.ts';
import { compilePattern } from '../../support/patterns.ts';
import { byCharacterType, substring } from './textTools.ts';
import type { Runtime } from '../../../runtime/runtime.ts';
import type { ClassDescription } from '../../define.ts';

type Methods = NonNullable<ClassDescription['methods']>;

function pad(text: string, size: number, filler: string): string {
  const missing = Math.max(0, size - text.length);
  const unit = filler === '' ? ' ' : filler;
  return unit.repeat(Math.ceil(missing / unit.length)).slice(0, missing);
}
function center(text: string, size: number, filler: string): string {
  const missing = size - text.length;
  if (missing <= 0) {
    return text;
  }
  const left = pad(text, text.length + Math.floor(missing / 2), filler) + text;
  return left + pad(left, size, filler);
}
function abbreviate(runtime: Runtime, text: string, width: number, offset: number): string {
  if (width < 4) {
    runtime.fail('System.IllegalArgumentException', 'Minimum abbreviation width is 4');
  }
  if (text.length <= width) {
    return text;
  }
  const from = Math.min(
    Math.max(0, offset > text.length ? text.length : offset),
    Math.max(0, text.length - (width - 3)),
  );
  if (from <= 4) {
    return `${text.slice(0, width - 3)}...`;
  }
  if (width < 7) {
    runtime.fail('System.IllegalArgumentException', 'Minimum abbreviation width with offset is 7');
  }
  return from + width - 3 < text.length
    ? `...${text.slice(from, from + width - 6)}...`
    : `...${text.slice(text.length - (width - 3))}`;
}
function substringBetween(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}
const split = (runtime: Runtime, text: string, pattern: string, limit: number): unknown =>
  runtime.newList('String', splitByPattern(compilePattern(runtime, pattern), text, limit));
const startsWithFolded = (text: string, part: string): boolean =>
  text.slice(0, part.length).toLowerCase() === part.toLowerCase();
const endsWithFolded = (text: string, part: string): boolean =>
  text.length >= part.length && text.slice(text.length - part.length).toLowerCase() === part.toLowerCase();

const strict: Methods = {
  'String abbreviate(Integer maxWidth)': (runtime, self: string, width: number) => abbreviate(runtime, self, width, 0),
  'String abbreviate(Integer maxWidth, Integer offset)': abbreviate,
  'String center(Integer size)': (_runtime, self: string, size: number) => center(self, size, ' '),
  'String center(Integer size, String padding)': (_runtime, self: string, size: number, filler: string) =>
    center(self, size, filler),
  'String left(Integer length)': (_runtime, self: string, length: number) => self.slice(0, Math.max(0, length)),
  'String right(Integer length)': (_runtime, self: string, length: number) => (length <= 0 ? '' : self.slice(-length)),
  'String mid(Integer start, Integer length)': (_runtime, self: string, start: number, length: number) => {
    const from = Math.max(0, start);
    return length < 0 || from > self.length ? '' : self.slice(from, from + length);
  },
  'String leftPad(Integer length)': (_runtime, self: string, size: number) => pad(self, size, ' ') + self,
  'String leftPad(Integer length, String padding)': (_runtime, self: string, size: number, filler: string) =>
    pad(self, size, filler) + self,
  'String rightPad(Integer length)': (_runtime, self: string, size: number) => self + pad(self, size, ' '),
  'String rightPad(Integer length, String padding)': (_runtime, self: string, size: number, filler: string) =>
    self + pad(self, size, filler),
  'String overlay(String overlay, Integer startPosition, Integer endPosition)': (
    _runtime,
    self: string,
    overlay: string,
    first: number,
    second: number,
  ) => {
    const clamp = (position: number): number => Math.min(Math.max(0, position), self.length);
    const [start, end] = [clamp(first), clamp(second)].sort((one, other) => one - other) as [number, number];
    return self.slice(0, start) + overlay + self.slice(end);
  },
  'String remove(String part)': (_runtime, self: string, part: string) =>
    part === '' ? self : self.replaceAll(part, ''),
  'String removeEnd(String suffix)': (_runtime, self: string, part: string) =>
    part !== '' && self.endsWith(part) ? self.slice(0, -part.length) : self,
  'String removeEndIgnoreCase(String suffix)': (_runtime, self: string, part: string) =>
    part !== '' && endsWithFolded(self, part) ? self.slice(0, -part.length) : self,
  'String removeStart(String prefix)': (_runtime, self: string, part: string) =>
    self.startsWith(part) ? self.slice(part.length) : self,
  'String removeStartIgnoreCase(String prefix)': (_runtime, self: string, part: string) =>
    startsWithFolded(self, part) ? self.slice(part.length) : self,
  'List<String> split(String regularExpression)': (runtime, self: string, pattern: string) =>
    split(runtime, self, pattern, 0),
  'List<String> split(String regularExpression, Integer limit)': split,
  'List<String> splitByCharacterType()': (runtime, self: string) =>
    runtime.newList('String', byCharacterType(self, false)),
  'List<String> splitByCharacterTypeCamelCase()': (runtime, self: string) =>
    runtime.newList('String', byCharacterType(self, true)),
  'String substring(Integer startIndex)': (runtime, self: string, start: number) =>
    substring(runtime, self, start, null),
  'String substring(Integer startIndex, Integer endIndex)': substring,
  'String substringAfter(String separator)': (_runtime, self: string, separator: string) =>
    self.includes(separator) ? self.slice(self.indexOf(separator) + separator.length) : '',
  'String substringAfterLast(String separator)': (_runtime, self: string, separator: string) => {
    const at = separator === '' ? -1 : self.lastIndexOf(separator);
    return at < 0 ? '' : self.slice(at + separator.length);
  },
  'String substringBefore(String separator)': (_runtime, self: string, separator: string) =>
    self.includes(separator) ? self.slice(0, self.indexOf(separator)) : self,
  'String substringBeforeLast(String separator)': (_runtime, self: string, separator: string) =>
    separator !== '' && self.includes(separator) ? self.slice(0, self.lastIndexOf(separator)) : self,
  'String substringBetween(String tag)': (_runtime, self: string, tag: string) => substringBetween(self, tag, tag),
  'String substringBetween(String open, String close)': (_runtime, self: string, open: string, close: string) =>
    substringBetween(self, open, close),
};

export const cutting: Methods = withoutNulls(strict);
