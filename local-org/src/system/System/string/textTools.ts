/** What several String methods share: bounds, character classes of Java, code points. Indexes count UTF-16 units. */
import type { Runtime } from '../../../runtime/runtime.ts';

export const isLetter = (text: string): boolean => /^\p{L}+$/u.test(text);
export const isDigit = (text: string): boolean => /^\p{Nd}+$/u.test(text);
/** `Character.isWhitespace`: Unicode spaces but not the no-break ones, and the control separators. */
export const WHITESPACE = /[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;
export const isWhitespace = (text: string): boolean => [...text].every((character) => WHITESPACE.test(character));

export function outOfBounds(runtime: Runtime, index: number): never {
  return runtime.fail('System.StringException', `Index out of bounds: ${index}`);
}

/** `substring` with the platform's two messages. */
export function substring(runtime: Runtime, text: string, start: number, end: number | null): string {
  if (start < 0 || start > text.length) {
    runtime.fail('System.StringException', `Starting position out of bounds: ${start}`);
  }
  if (end !== null && (end < start || end > text.length)) {
    runtime.fail('System.StringException', `Ending position out of bounds: ${end}`);
  }
  return text.slice(start, end ?? undefined);
}

/** Java's `String.hashCode`. */
export function hashCode(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** Java's `String.compareTo`: the difference of the first units that differ, else of the lengths. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = left.charCodeAt(index) - right.charCodeAt(index);
    if (difference !== 0) {
      return difference;
    }
  }
  return left.length - right.length;
}

/** First index of `part` at or after `from` without regard to case, as Commons Lang searches; -1 when there is none. */
export function indexOfIgnoreCase(text: string, part: string, from = 0): number {
  const start = Math.max(0, from);
  if (start > text.length - part.length + 1) {
    return -1;
  }
  return part === '' ? start : text.toLowerCase().indexOf(part.toLowerCase(), start);
}

/** Edit distance; `limit` cuts it: past it the answer is -1. */
export function levenshtein(left: string, right: string, limit = Infinity): number {
  let row = Array.from({ length: right.length + 1 }, (_none, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const distance = row[right.length] ?? 0;
  return distance > limit ? -1 : distance;
}

/** Runs of the same character type; a capital joins the small letters behind it when `camelCase` is asked for. */
export function byCharacterType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  let type = '';
  for (const character of text) {
    const here = characterType(character);
    const last = parts.at(-1);
    if (last !== undefined && here === type) {
      parts[parts.length - 1] = last + character;
    } else if (camelCase && last !== undefined && here === 'lower' && type === 'upper') {
      const capital = [...last].at(-1) ?? '';
      const head = last.slice(0, -capital.length);
      parts.splice(-1, 1, ...(head === '' ? [] : [head]), capital + character);
    } else {
      parts.push(character);
    }
    type = here;
  }
  return parts;
}

const TYPES: readonly (readonly [string, RegExp])[] = [
  ['upper', /\p{Lu}/u],
  ['lower', /\p{Ll}/u],
  ['title', /\p{Lt}/u],
  ['modifier', /\p{Lm}/u],
  ['letter', /\p{Lo}/u],
  ['digit', /\p{Nd}/u],
  ['letterNumber', /\p{Nl}/u],
  ['number', /\p{No}/u],
  ['space', /\p{Zs}/u],
  ['line', /\p{Zl}/u],
  ['paragraph', /\p{Zp}/u],
  ['control', /\p{Cc}/u],
  ['format', /\p{Cf}/u],
  ['dash', /\p{Pd}/u],
  ['open', /\p{Ps}/u],
  ['close', /\p{Pe}/u],
  ['connector', /\p{Pc}/u],
  ['punctuation', /\p{Po}/u],
  ['initial', /\p{Pi}/u],
  ['final', /\p{Pf}/u],
  ['math', /\p{Sm}/u],
  ['currency', /\p{Sc}/u],
  ['accent', /\p{Sk}/u],
  ['symbol', /\p{So}/u],
];
const characterType = (character: string): string =>
  TYPES.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';

/** The other case of one character, where it is one character too: Java's `Character.toUpperCase` and its like. */
const single = (character: string, changed: string): string => ([...changed].length === 1 ? changed : character);
export const upperCharacter = (character: string): string => single(character, character.toUpperCase());
export const lowerCharacter = (character: string): string =>
  character === '\u0130' ? 'i' : single(character, character.toLowerCase());
const TITLES: Readonly<Record<string, string>> = { Ǆ: 'ǅ', ǆ: 'ǅ', Ǉ: 'ǈ', ǉ: 'ǈ', Ǌ: 'ǋ', ǌ: 'ǋ', Ǳ: 'ǲ', ǳ: 'ǲ' };

export function capitalize(text: string): string {
  const [first = ''] = text;
  return (TITLES[first] ?? upperCharacter(first)) + text.slice(first.length);
}
export function uncapitalize(text: string): string {
  const [first = ''] = text;
  return lowerCharacter(first) + text.slice(first.length);
}
/** The case of every letter the other way round. */
export function swapCase(text: string): string {
  return [...text]
    .map((character) =>
      /\p{Lu}|\p{Lt}/u.test(character)
        ? lowerCharacter(character)
        : /\p{Ll}/u.test(character)
          ? upperCharacter(character)
          : character,
    )
    .join('');
}
