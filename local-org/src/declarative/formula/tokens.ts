/** Splits a formula into tokens; blanks and comments are dropped. A field path with its dots and colons is one name. */
import { FormulaProblem } from './problem.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  /** Digits, the text without quotes and escapes, the name, or the sign. */
  readonly text: string;
  readonly at: number;
}

const SIGNS = [
  '||',
  '&&',
  '==',
  '!=',
  '<>',
  '<=',
  '>=',
  '(',
  ')',
  ',',
  '+',
  '-',
  '*',
  '/',
  '^',
  '&',
  '=',
  '<',
  '>',
  '!',
] as const;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  N: '\n',
  R: '\r',
  T: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};
const BLANK = /\s+/y;
const COMMENT = /\/\*[\s\S]*?\*\//y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const NAME = /[A-Za-z$][A-Za-z0-9$_:.#]*/y;

export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    return found === null ? null : found[0];
  };
  while (at < source.length) {
    const skipped = take(BLANK) ?? take(COMMENT);
    if (skipped !== null) {
      at += skipped.length;
      continue;
    }
    const character = source[at] ?? '';
    if (character === '"' || character === "'") {
      const { text, end } = quoted(source, at);
      tokens.push({ kind: 'text', text, at });
      at = end;
      continue;
    }
    const number = take(NUMBER);
    const name = number === null ? take(NAME) : null;
    const sign = number ?? name ?? SIGNS.find((one) => source.startsWith(one, at)) ?? null;
    if (sign === null) {
      throw new FormulaProblem(`Syntax error. Found '${character}'`, at);
    }
    tokens.push({ kind: number !== null ? 'number' : name !== null ? 'name' : 'sign', text: sign, at });
    at += sign.length;
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }];
}

function quoted(source: string, start: number): { readonly text: string; readonly end: number } {
  const quote = source[start];
  let text = '';
  for (let at = start + 1; at < source.length; at++) {
    const character = source[at] ?? '';
    if (character === quote) {
      return { text, end: at + 1 };
    }
    if (character === '\\') {
      const escaped = ESCAPES[source[at + 1] ?? ''];
      if (escaped === undefined) {
        throw new FormulaProblem(`Syntax error. Invalid escape '\\${source[at + 1] ?? ''}'`, at);
      }
      text += escaped;
      at++;
    } else if (character === '\n' || character === '\r') {
      throw new FormulaProblem('Syntax error. A text literal ends on its own line', at);
    } else {
      text += character;
    }
  }
  throw new FormulaProblem('Syntax error. Missing closing quotation mark', start);
}
