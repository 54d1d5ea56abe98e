/**
 * Reads literals. A string leaves here decoded, a number without its suffix; whatever the platform's compiler refuses
 * in a literal is refused here with its words.
 */
import type { ApexToken } from '@apexdevtools/apex-parser';
import type { Position } from '../ast.ts';
import { positionOf, SyntaxFault } from './syntaxFault.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};
const MAXIMUM_INTEGER = 2_147_483_647n;
const MAXIMUM_LONG = 9_223_372_036_854_775_807n;

/** The value of `'...'`. */
export function decodeString(token: ApexToken): string {
  const body = token.text.slice(1, -1);
  return decodeEscapes(body, positionOf(token));
}

/**
 * The value of a multi-line string: the text starts on the line after the opening quotes, indentation that all lines
 * share (the closing quotes count as a line) and blanks at line ends are dropped, then escapes are read.
 */
export function decodeMultilineString(token: ApexToken): string {
  const body = token.text.slice(3, -3).replace(/\r\n?/g, '\n').slice(1);
  const lines = body.split('\n');
  const last = lines.length - 1;
  const indents = lines.filter((line, index) => index === last || line.trim() !== '').map(indentOf);
  const shared = Math.min(...indents);
  const text = lines.map((line) => line.slice(shared).replace(/[ \t]+$/, '')).join('\n');
  return decodeEscapes(text, positionOf(token));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Throws unless every backslash in `body` starts an escape the platform knows. */
export function decodeEscapes(body: string, at: Position): string {
  if (!body.includes('\\')) {
    return body;
  }
  return body.replace(
    /\\(?:u([0-9a-fA-F]{4})|([^]|$))/g,
    (sequence, code: string | undefined, character: string | undefined) => {
      if (code !== undefined) {
        return String.fromCharCode(Number.parseInt(code, 16));
      }
      const decoded = ESCAPES[character ?? ''];
      if (decoded === undefined) {
        throw new SyntaxFault(at, illegalSequence(body, sequence));
      }
      return decoded;
    },
  );
}

function illegalSequence(body: string, sequence: string): string {
  const start = `Illegal string literal: Invalid string literal '${body}'.`;
  if (sequence !== '\\u') {
    return `${start} Illegal character sequence ${sequence}' in string literal.`;
  }
  const digits = body.slice(body.indexOf('\\u') + 2, body.indexOf('\\u') + 6);
  return digits.length === 4
    ? `${start} Illegal unicode sequence. \\u${digits}' in string literal.`
    : `${start} Illegal unicode sequence. Less than four hex digits \\${body}' in string literal.`;
}

/** The lowest value of a type has no literal: its digits alone are out of range. */
export function integerValue(token: ApexToken): string {
  return inRange(token.text, MAXIMUM_INTEGER, token, 'Illegal integer');
}

export function longValue(token: ApexToken): string {
  return inRange(token.text.slice(0, -1), MAXIMUM_LONG, token, 'Illegal long');
}

function inRange(digits: string, maximum: bigint, token: ApexToken, message: string): string {
  const value = BigInt(digits);
  if (value > maximum) {
    throw new SyntaxFault(positionOf(token), message);
  }
  return value.toString();
}

/** `1.50` is a Decimal of scale 2, `1.5d` a Double. */
export function fractionLiteral(token: ApexToken): { readonly type: 'decimal' | 'double'; readonly value: string } {
  const text = token.text.startsWith('.') ? `0${token.text}` : token.text;
  return /d$/i.test(text) ? { type: 'double', value: text.slice(0, -1) } : { type: 'decimal', value: text };
}
