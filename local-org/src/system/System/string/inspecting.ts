/** Methods of String that look: predicates, positions, comparison. An index that is not found is -1. */
import { withoutNulls } from '../../support/nullChecks.ts';
import {
  compareText,
  hashCode,
  indexOfIgnoreCase,
  isDigit,
  isLetter,
  isWhitespace,
  levenshtein,
  outOfBounds,
  WHITESPACE,
} from './textTools.ts';
import type { ApexValue, Runtime } from '../../../runtime/runtime.ts';
import type { ClassDescription } from '../../define.ts';

type Methods = NonNullable<ClassDescription['methods']>;

const all = (text: string, test: (character: string) => boolean): boolean => [...text].every(test);
const differsAt = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    if (left[index] !== right[index]) {
      return index;
    }
  }
  return left.length === right.length ? -1 : length;
};
/** First of the units that are (or are not) in `set`. */
const indexOfAny = (text: string, set: string, isIn: boolean): number => {
  for (let index = 0; index < text.length; index++) {
    if (set.includes(text[index] ?? '') === isIn) {
      return index;
    }
  }
  return -1;
};
/** `lastIndexOf` with Java's rule: a start before the text finds nothing. */
const lastIndexOf = (text: string, part: string, from: number): number =>
  from < 0 ? -1 : text.lastIndexOf(part, from);
const character = (code: number): string => String.fromCodePoint(code);
const codePoint = (runtime: Runtime, text: string, index: number): number =>
  index < 0 || index >= text.length ? outOfBounds(runtime, index) : (text.codePointAt(index) ?? 0);

const tolerant: Methods = {
  // These compare with null and answer, as the string library behind them does.
  'Boolean equals(Object other)': (_runtime, self: string, other: ApexValue) =>
    typeof other === 'string' && self === other,
  'Boolean equalsIgnoreCase(String other)': (_runtime, self: string, other: string | null) =>
    other !== null && self.toLowerCase() === other.toLowerCase(),
  'static Boolean isBlank(String text)': (_runtime, text: string | null) => text === null || isWhitespace(text),
  'static Boolean isNotBlank(String text)': (_runtime, text: string | null) => text !== null && !isWhitespace(text),
  'static Boolean isEmpty(String text)': (_runtime, text: string | null) => text === null || text === '',
  'static Boolean isNotEmpty(String text)': (_runtime, text: string | null) => text !== null && text !== '',
  'Integer hashCode()': (_runtime, self: string) => hashCode(self),
  'Integer length()': (_runtime, self: string) => self.length,
  'Boolean containsWhitespace()': (_runtime, self: string) => WHITESPACE.test(self),
  'Boolean isAllLowerCase()': (_runtime, self: string) => /^\p{Ll}+$/u.test(self),
  'Boolean isAllUpperCase()': (_runtime, self: string) => /^\p{Lu}+$/u.test(self),
  'Boolean isAlpha()': (_runtime, self: string) => isLetter(self),
  'Boolean isAlphanumeric()': (_runtime, self: string) =>
    self !== '' && all(self, (one) => isLetter(one) || isDigit(one)),
  'Boolean isAlphanumericSpace()': (_runtime, self: string) =>
    all(self, (one) => one === ' ' || isLetter(one) || isDigit(one)),
  'Boolean isAlphaSpace()': (_runtime, self: string) => all(self, (one) => one === ' ' || isLetter(one)),
  'Boolean isAsciiPrintable()': (_runtime, self: string) => /^[ -~]*$/.test(self),
  'Boolean isNumeric()': (_runtime, self: string) => isDigit(self),
  'Boolean isNumericSpace()': (_runtime, self: string) => all(self, (one) => one === ' ' || isDigit(one)),
  'Boolean isWhitespace()': (_runtime, self: string) => isWhitespace(self),
  'Boolean containsIgnoreCase(String part)': (_runtime, self: string, part: string | null) =>
    part !== null && indexOfIgnoreCase(self, part) >= 0,
};

const strict: Methods = {
  'Integer charAt(Integer index)': (runtime, self: string, index: number) =>
    index < 0 || index >= self.length ? outOfBounds(runtime, index) : self.charCodeAt(index),
  'Integer codePointAt(Integer index)': codePoint,
  'Integer codePointBefore(Integer index)': (runtime, self: string, index: number) => {
    if (index < 1 || index > self.length) {
      outOfBounds(runtime, index);
    }
    return [...self.slice(Math.max(0, index - 2), index)].at(-1)?.codePointAt(0) ?? 0;
  },
  'Integer codePointCount(Integer begin, Integer finish)': (runtime, self: string, begin: number, end: number) =>
    begin < 0 || end > self.length || begin > end
      ? outOfBounds(runtime, begin < 0 ? begin : end)
      : [...self.slice(begin, end)].length,
  'Integer offsetByCodePoints(Integer index, Integer offset)': (
    runtime,
    self: string,
    index: number,
    offset: number,
  ) => {
    const points = offset >= 0 ? [...self.slice(index)] : [...self.slice(0, index)].reverse();
    if (index < 0 || index > self.length || Math.abs(offset) > points.length) {
      outOfBounds(runtime, index);
    }
    const moved = points.slice(0, Math.abs(offset)).join('').length;
    return offset >= 0 ? index + moved : index - moved;
  },
  'Integer compareTo(String other)': (_runtime, self: string, other: string) => compareText(self, other),
  'Boolean contains(String part)': (_runtime, self: string, part: string) => self.includes(part),
  'Boolean containsAny(String characters)': (_runtime, self: string, set: string) => indexOfAny(self, set, true) >= 0,
  'Boolean containsNone(String characters)': (_runtime, self: string, set: string) => indexOfAny(self, set, true) < 0,
  'Boolean containsOnly(String characters)': (_runtime, self: string, set: string) => indexOfAny(self, set, false) < 0,
  'Integer countMatches(String part)': (_runtime, self: string, part: string) =>
    part === '' ? 0 : self.split(part).length - 1,
  'String difference(String other)': (_runtime, self: string, other: string) => {
    const at = differsAt(self, other);
    return at < 0 ? '' : other.slice(at);
  },
  'Boolean endsWith(String suffix)': (_runtime, self: string, suffix: string) => self.endsWith(suffix),
  'Boolean endsWithIgnoreCase(String suffix)': (_runtime, self: string, suffix: string) =>
    self.toLowerCase().endsWith(suffix.toLowerCase()),
  'Boolean startsWith(String prefix)': (_runtime, self: string, prefix: string) => self.startsWith(prefix),
  'Boolean startsWithIgnoreCase(String prefix)': (_runtime, self: string, prefix: string) =>
    self.toLowerCase().startsWith(prefix.toLowerCase()),
  'Integer getLevenshteinDistance(String other)': (_runtime, self: string, other: string) => levenshtein(self, other),
  'Integer getLevenshteinDistance(String other, Integer threshold)': (
    runtime,
    self: string,
    other: string,
    limit: number,
  ) =>
    limit < 0
      ? runtime.fail('System.StringException', 'Threshold must not be negative')
      : levenshtein(self, other, limit),
  'Integer indexOf(String part)': (_runtime, self: string, part: string) => self.indexOf(part),
  'Integer indexOf(String part, Integer index)': (_runtime, self: string, part: string, from: number) =>
    self.indexOf(part, from),
  'Integer indexOfAny(String characters)': (_runtime, self: string, set: string) => indexOfAny(self, set, true),
  'Integer indexOfAnyBut(String characters)': (_runtime, self: string, set: string) =>
    set === '' ? -1 : indexOfAny(self, set, false),
  'Integer indexOfChar(Integer code)': (_runtime, self: string, code: number) => self.indexOf(character(code)),
  'Integer indexOfChar(Integer code, Integer index)': (_runtime, self: string, code: number, from: number) =>
    self.indexOf(character(code), from),
  'Integer indexOfDifference(String other)': (_runtime, self: string, other: string) => differsAt(self, other),
  'Integer indexOfIgnoreCase(String part)': (_runtime, self: string, part: string) => indexOfIgnoreCase(self, part),
  'Integer indexOfIgnoreCase(String part, Integer index)': (_runtime, self: string, part: string, from: number) =>
    indexOfIgnoreCase(self, part, from),
  'Integer lastIndexOf(String part)': (_runtime, self: string, part: string) => self.lastIndexOf(part),
  'Integer lastIndexOf(String part, Integer index)': (_runtime, self: string, part: string, from: number) =>
    lastIndexOf(self, part, from),
  'Integer lastIndexOfChar(Integer code)': (_runtime, self: string, code: number) => self.lastIndexOf(character(code)),
  'Integer lastIndexOfChar(Integer code, Integer index)': (_runtime, self: string, code: number, from: number) =>
    lastIndexOf(self, character(code), from),
  'Integer lastIndexOfIgnoreCase(String part)': (_runtime, self: string, part: string) =>
    self.toLowerCase().lastIndexOf(part.toLowerCase()),
  'Integer lastIndexOfIgnoreCase(String part, Integer index)': (_runtime, self: string, part: string, from: number) =>
    lastIndexOf(self.toLowerCase(), part.toLowerCase(), from),
};

export const inspecting: Methods = { ...tolerant, ...withoutNulls(strict) };
