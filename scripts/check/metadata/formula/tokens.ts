export type TokenKind = 'name' | 'string' | 'number' | 'operator' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
}

/** A formula that the platform would not compile; the offset counts from the start of the formula. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const PATTERN =
  /(\s+|\/\*[\s\S]*?\*\/)|([$A-Za-z_][\w.$:]*)|("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(\d+(?:\.\d+)?|\.\d+)|(&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>(),!])/y;

export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  while (pattern.lastIndex < source.length) {
    const offset = pattern.lastIndex;
    const match = pattern.exec(source);
    if (match === null) {
      const character = source[offset] ?? '';
      const isQuote = character === '"' || character === "'";
      throw new FormulaError(isQuote ? 'A text is never closed' : `Unexpected character ${character}`, offset);
    }
    const [, space, name, text, number] = match;
    if (space === undefined) {
      const kind =
        name !== undefined ? 'name' : text !== undefined ? 'string' : number !== undefined ? 'number' : 'operator';
      tokens.push({ kind, text: match[0], offset });
    }
  }
  return [...tokens, { kind: 'end', text: 'the end', offset: source.length }];
}
