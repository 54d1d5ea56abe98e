/** Escapes that stand for one character, and the letters that stand for a class. */
import { RegexError } from './ast.ts';

/** `\d` and its like. */
export const ESCAPED: ReadonlySet<string> = new Set(['d', 'D', 'w', 'W', 's', 'S', 'h', 'H', 'v', 'V', 'p', 'P']);
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };
const FORMS: readonly (readonly [RegExp, number])[] = [
  [/^\\0([0-3]?[0-7]{1,2})/, 8],
  [/^\\x([0-9a-fA-F]{2})/, 16],
  [/^\\x\{([0-9a-fA-F]{1,6})\}/, 16],
  [/^\\u([0-9a-fA-F]{4})/, 16],
];

/** The character an escape at `at` means, and how long the escape is. */
export function readEscape(source: string, at: number): { readonly code: number; readonly length: number } {
  const rest = source.slice(at);
  for (const [form, base] of FORMS) {
    const match = form.exec(rest);
    if (match) {
      return surrogatePair(rest, parseInt(match[1] ?? '', base), match[0].length);
    }
  }
  const next = rest[1] ?? '';
  if (next === 'c' && rest.length > 2) {
    return { code: rest.charCodeAt(2) ^ 64, length: 3 };
  }
  const control = CONTROLS[next];
  if (control !== undefined) {
    return { code: control, length: 2 };
  }
  if (/[A-Za-z]/.test(next)) {
    const reason: Readonly<Record<string, string>> = {
      x: 'Illegal hexadecimal escape sequence',
      u: 'Illegal Unicode escape sequence',
      c: 'Illegal control escape sequence',
    };
    const digits = /^\\[xu]([0-9a-fA-F]*)/.exec(rest);
    throw new RegexError(reason[next] ?? 'Illegal/unsupported escape sequence', at + (digits?.[0].length ?? 1));
  }
  const code = rest.codePointAt(1) ?? 0;
  return { code, length: code > 0xffff ? 3 : 2 };
}

/** Two `\u` escapes can write one character. */
function surrogatePair(rest: string, code: number, length: number): { readonly code: number; readonly length: number } {
  const low = code >= 0xd800 && code < 0xdc00 ? /^\\u(d[c-f][0-9a-f]{2})/i.exec(rest.slice(length))?.[1] : undefined;
  return low === undefined
    ? { code, length }
    : { code: ((code - 0xd800) << 10) + (parseInt(low, 16) - 0xdc00) + 0x10000, length: length + 6 };
}
