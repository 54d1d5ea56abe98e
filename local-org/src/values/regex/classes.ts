/** Character classes of Java as JavaScript text for the `v` flag: predefined, POSIX, Unicode, and letters without case. */
import { RegexError, RegexUnsupported } from './ast.ts';

/** The inside of a class, without brackets. */
export const PREDEFINED: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'A-Za-z0-9_',
  s: ' \\t\\n\\x0B\\f\\r',
  h: ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029',
};

const PROPERTIES: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: 'A-Za-z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r',
  all: '\\u{0}-\\u{10FFFF}',
  L1: '\\x00-\\xFF',
  LC: '\\p{Lu}\\p{Ll}\\p{Lt}',
  LD: '\\p{L}\\p{Nd}',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaAlphabetic: '\\p{Alphabetic}',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  javaTitleCase: '\\p{Lt}',
  javaWhitespace: '\\t-\\r\\x1C-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000',
  javaSpaceChar: '\\p{Z}',
  javaDefined: '\\P{Cn}',
  javaISOControl: '\\x00-\\x1F\\x7F-\\x9F',
  javaIdentifierIgnorable: '\\x00-\\x08\\x0E-\\x1B\\x7F-\\x9F\\p{Cf}',
  IsAlphabetic: '\\p{Alphabetic}',
  IsIdeographic: '\\p{Ideographic}',
  IsLetter: '\\p{L}',
  IsLowercase: '\\p{Lowercase}',
  IsUppercase: '\\p{Uppercase}',
  IsTitlecase: '\\p{Lt}',
  IsPunctuation: '\\p{P}',
  IsControl: '\\p{Cc}',
  IsWhite_Space: '\\p{White_Space}',
  IsWhiteSpace: '\\p{White_Space}',
  IsDigit: '\\p{Nd}',
  IsHex_Digit: '\\p{Hex_Digit}',
  IsAssigned: '\\P{Cn}',
  IsEmoji: '\\p{Emoji}',
};
const BLOCKS: Readonly<Record<string, string>> = {
  basiclatin: '\\u{0}-\\u{7F}',
  'latin-1supplement': '\\u{80}-\\u{FF}',
  latinextendeda: '\\u{100}-\\u{17F}',
  'latinextended-a': '\\u{100}-\\u{17F}',
  'latinextended-b': '\\u{180}-\\u{24F}',
  greek: '\\u{370}-\\u{3FF}',
  greekandcoptic: '\\u{370}-\\u{3FF}',
  cyrillic: '\\u{400}-\\u{4FF}',
  hebrew: '\\u{590}-\\u{5FF}',
  arabic: '\\u{600}-\\u{6FF}',
  thai: '\\u{E00}-\\u{E7F}',
  hiragana: '\\u{3040}-\\u{309F}',
  katakana: '\\u{30A0}-\\u{30FF}',
  cjkunifiedideographs: '\\u{4E00}-\\u{9FFF}',
  hangulsyllables: '\\u{AC00}-\\u{D7AF}',
  combiningdiacriticalmarks: '\\u{300}-\\u{36F}',
  generalpunctuation: '\\u{2000}-\\u{206F}',
  mongolian: '\\u{1800}-\\u{18AF}',
};

const isKnown = (source: string): boolean => {
  try {
    new RegExp(`[${source}]`, 'v');
    return true;
  } catch {
    return false;
  }
};

/** The inside of a class for `\p{name}`. */
export function property(name: string, index: number): string {
  const own = PROPERTIES[name];
  if (own !== undefined) {
    return own;
  }
  const [key = '', value] = name.split('=');
  if (/^In/.test(name) || /^(blk|block)$/i.test(key)) {
    const block = BLOCKS[(value ?? name.slice(2)).replace(/[ _]/g, '').toLowerCase()];
    if (block === undefined) {
      throw new RegexUnsupported(`regular expression with the Unicode block ${name}`);
    }
    return block;
  }
  const script = /^Is(\w+)$/.exec(name)?.[1] ?? (/^(sc|script)$/i.test(key) ? value : undefined);
  const title = (text: string): string => text.toLowerCase().replace(/(^|_)[a-z]/g, (unit) => unit.toUpperCase());
  const general = /^(gc|general_category)$/i.test(key) ? value : (script ?? name);
  const candidates = [`\\p{${general ?? ''}}`, ...(script === undefined ? [] : [`\\p{Script=${title(script)}}`])];
  const found = (
    /^[A-Z][a-z]?$/.test(general ?? '') || script !== undefined || value !== undefined ? candidates : []
  ).find(isKnown);
  if (found === undefined) {
    throw new RegexError(`Unknown character property name {${name}}`, index);
  }
  return found;
}

const SYNTAX = /[\\^$.*+?()[\]{}|/\-&!#%,:;<=>@`~]/;

/** One character as JavaScript text, in a class or outside. */
export function literal(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (SYNTAX.test(character)) {
    return /[\^$.*+?()[\]{}|\\/]/.test(character) ? `\\${character}` : `\\u{${code.toString(16)}}`;
  }
  return code < 32 || code > 126 ? `\\u{${code.toString(16)}}` : character;
}

/** The same letter in its other case, where there is one: in ASCII only unless `unicode`. */
function otherCase(code: number, unicode: boolean): number | null {
  if (code < 128 || unicode) {
    const character = String.fromCodePoint(code);
    const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
    const other = lower === character ? upper : lower;
    const point = other.codePointAt(0);
    return other !== character && [...other].length === 1 && point !== undefined ? point : null;
  }
  return null;
}

const point = (code: number): string => literal(String.fromCodePoint(code));

/** The inside of a class for a character, with its other case where case is ignored. */
export function member(code: number, ignoreCase: boolean, unicode: boolean): string {
  const other = ignoreCase ? otherCase(code, unicode) : null;
  return point(code) + (other === null ? '' : point(other));
}

/** The inside of a class for a range, with the other case of its letters. */
export function range(from: number, to: number, ignoreCase: boolean, unicode: boolean): string {
  let source = `${point(from)}-${point(to)}`;
  if (!ignoreCase) {
    return source;
  }
  if (unicode && to > 127) {
    throw new RegexUnsupported('regular expression with (?iu) and a class range beyond ASCII');
  }
  for (const [first, last, shift] of [
    [65, 90, 32],
    [97, 122, -32],
  ] as const) {
    const [low, high] = [Math.max(from, first), Math.min(to, last)];
    source += low <= high ? `${point(low + shift)}-${point(high + shift)}` : '';
  }
  return source;
}
