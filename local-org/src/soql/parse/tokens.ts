/** Cuts a SOQL text into tokens. Comments and white space vanish; every token knows its offset in the text. */

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'date' | 'datetime' | 'time' | 'bind' | 'symbol' | 'end';
  /** As written; a string's value with its escapes resolved; a bind without its colon. */
  readonly text: string;
  readonly at: number;
}

/** A query that is not SOQL; `at` is the offset in its text. */
export class SoqlSyntaxError extends Error {
  override readonly name = 'SoqlSyntaxError';
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y],
  ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/iy],
  ['date', /\d{4}-\d{2}-\d{2}/y],
  ['time', /\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?/iy],
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_][\w]*/y],
  ['symbol', /<=|>=|!=|<>|[=<>(),.:%]/y],
];

/** `:name`, `:object.field`, and `:0` in compiled queries; text of a dynamic query may hold no other expression. */
const BIND = /:\s*(\d+|[A-Za-z_]\w*(?:\s*\.\s*\w+)*)/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readString(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  for (let index = start + 1; index < text.length; index++) {
    const character = text[index];
    if (character === "'") {
      return { value, end: index + 1 };
    }
    if (character !== '\\') {
      value += character;
      continue;
    }
    const escaped = text[++index] ?? '';
    if (escaped === 'u') {
      value += String.fromCharCode(Number.parseInt(text.slice(index + 1, index + 5), 16));
      index += 4;
    } else if (escaped === '%' || escaped === '_') {
      // Kept: LIKE must still know that the wildcard was escaped.
      value += `\\${escaped}`;
    } else {
      value += ESCAPES[escaped] ?? escaped;
    }
  }
  throw new SoqlSyntaxError("line 1:-1 mismatched character '<EOF>' expecting '''", start);
}

/** Whether a colon starts a bind: in a date literal (`LAST_N_DAYS:30`) it does not. */
function isDateLiteralColon(previous: Token | undefined): boolean {
  return previous?.kind === 'word' && /^(?:last|next)_n_|_ago$/i.test(previous.text);
}

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  scan: while (at < text.length) {
    if (text[at] === "'") {
      const { value, end } = readString(text, at);
      tokens.push({ kind: 'string', text: value, at });
      at = end;
      continue;
    }
    BIND.lastIndex = at;
    const bind = isDateLiteralColon(tokens.at(-1)) ? null : BIND.exec(text);
    if (bind) {
      tokens.push({ kind: 'bind', text: (bind[1] ?? '').replace(/\s+/g, ''), at });
      at = BIND.lastIndex;
      continue;
    }
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match) {
        if (kind !== 'space') {
          tokens.push({ kind, text: match[0], at });
        }
        at = pattern.lastIndex;
        continue scan;
      }
    }
    throw new SoqlSyntaxError(`line 1:${at} no viable alternative at character '${text[at]}'`, at);
  }
  tokens.push({ kind: 'end', text: '<EOF>', at: text.length });
  return tokens;
}
