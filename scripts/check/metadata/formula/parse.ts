import { FormulaError, tokenize, type Token } from './tokens.ts';

export type FormulaNode =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'null'; readonly text: string; readonly offset: number }
  | { readonly kind: 'reference'; readonly path: string; readonly offset: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[]; readonly offset: number }
  | { readonly kind: 'unary'; readonly operator: string; readonly right: FormulaNode; readonly offset: number }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
      readonly offset: number;
    };

/** Operators from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '>', '<=', '>='],
  ['&', '+', '-'],
  ['*', '/'],
  ['^'],
];

/** Parses a Salesforce formula or throws a FormulaError where it breaks. */
export function parseFormula(source: string): FormulaNode {
  return new Parser(tokenize(source)).formula();
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  formula(): FormulaNode {
    const node = this.#level(0);
    if (this.#next.kind !== 'end') {
      throw new FormulaError(`Expected the end, found ${this.#next.text}`, this.#next.offset);
    }
    return node;
  }

  get #next(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token;
  }

  #take(): Token {
    const token = this.#next;
    this.#at += 1;
    return token;
  }

  #level(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (operators === undefined) {
      return this.#unary();
    }
    let left = this.#level(level + 1);
    while (this.#next.kind === 'operator' && operators.includes(this.#next.text)) {
      const { text, offset } = this.#take();
      left = { kind: 'binary', operator: text, left, right: this.#level(level + 1), offset };
    }
    return left;
  }

  #unary(): FormulaNode {
    const token = this.#next;
    if (token.kind === 'operator' && ['-', '+', '!'].includes(token.text)) {
      this.#take();
      return { kind: 'unary', operator: token.text, right: this.#unary(), offset: token.offset };
    }
    return this.#primary();
  }

  #primary(): FormulaNode {
    const token = this.#take();
    if (token.kind === 'string' || token.kind === 'number') {
      const text = token.kind === 'string' ? token.text.slice(1, -1) : token.text;
      return { kind: token.kind, text, offset: token.offset };
    }
    if (token.kind === 'name') {
      return this.#named(token);
    }
    if (token.text === '(') {
      const inner = this.#level(0);
      this.#expect(')');
      return inner;
    }
    throw new FormulaError(`Expected a value, found ${token.text}`, token.offset);
  }

  #named({ text, offset }: Token): FormulaNode {
    if (this.#next.text === '(') {
      return { kind: 'call', name: text.toUpperCase(), args: this.#args(), offset };
    }
    if (/^(?:true|false)$/i.test(text)) {
      return { kind: 'boolean', text, offset };
    }
    return /^null$/i.test(text) ? { kind: 'null', text, offset } : { kind: 'reference', path: text, offset };
  }

  #args(): readonly FormulaNode[] {
    const args: FormulaNode[] = [];
    this.#expect('(');
    if (this.#next.text !== ')') {
      args.push(this.#level(0));
      while (this.#next.text === ',') {
        this.#take();
        args.push(this.#level(0));
      }
    }
    this.#expect(')');
    return args;
  }

  #expect(text: string): void {
    const token = this.#take();
    if (token.text !== text) {
      throw new FormulaError(`Expected ${text}, found ${token.text}`, token.offset);
    }
  }
}
