/**
 * Formula text to tree. Precedence, loosest first: `||`, `&&`, equality, comparison, `+ - &`, `^`, `* /`, unary. That
 * a power binds looser than a product is the platform's own grammar (github.com/salesforce/formula-engine, Formula.g4).
 */
import { FormulaProblem } from './problem.ts';
import { tokenize, type Token } from './tokens.ts';
import type { FormulaNode, Operator } from './tree.ts';

const LEVELS: readonly Readonly<Record<string, Operator>>[] = [
  { '||': '||' },
  { '&&': '&&' },
  { '=': '=', '==': '=', '<>': '<>', '!=': '<>' },
  { '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  { '+': '+', '-': '-', '&': '&' },
  { '^': '^' },
  { '*': '*', '/': '/' },
];

class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get #token(): Token {
    return this.#tokens[this.#position] ?? { kind: 'end', text: '', at: 0 };
  }
  #isSign(text: string): boolean {
    return this.#token.kind === 'sign' && this.#token.text === text;
  }
  #expect(text: string): void {
    if (!this.#isSign(text)) {
      throw new FormulaProblem(`Syntax error. Missing '${text}'`, this.#token.at);
    }
    this.#position++;
  }

  whole(): FormulaNode {
    const node = this.#level(0);
    if (this.#token.kind !== 'end') {
      throw new FormulaProblem(`Syntax error. Extra ${this.#token.text}`, this.#token.at);
    }
    return node;
  }

  #level(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (operators === undefined) {
      return this.#unary();
    }
    let left = this.#level(level + 1);
    for (;;) {
      const { at, kind, text } = this.#token;
      const operator = kind === 'sign' ? operators[text] : undefined;
      if (operator === undefined) {
        return left;
      }
      this.#position++;
      left = { kind: 'binary', at, operator, left, right: this.#level(level + 1) };
    }
  }

  #unary(): FormulaNode {
    const { at, kind, text } = this.#token;
    if (kind === 'sign' && (text === '+' || text === '-' || text === '!')) {
      this.#position++;
      return { kind: 'unary', at, operator: text, operand: this.#unary() };
    }
    if (kind === 'name' && text.toUpperCase() === 'NOT') {
      this.#position++;
      return { kind: 'unary', at, operator: '!', operand: this.#unary() };
    }
    return this.#primary();
  }

  #primary(): FormulaNode {
    const token = this.#token;
    this.#position++;
    const { at, text } = token;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', at, text };
      case 'text':
        return { kind: 'text', at, value: text };
      case 'name':
        return this.#isSign('(') ? this.#call(token) : named(token);
      case 'sign':
        if (text === '(') {
          const inner = this.#level(0);
          this.#expect(')');
          return inner;
        }
        throw new FormulaProblem(`Syntax error. Found '${text}'`, at);
      default:
        throw new FormulaProblem('Syntax error. Found end of formula', at);
    }
  }

  #call(name: Token): FormulaNode {
    this.#position++;
    const parameters: FormulaNode[] = [];
    if (!this.#isSign(')')) {
      parameters.push(this.#level(0));
      while (this.#isSign(',')) {
        this.#position++;
        parameters.push(this.#level(0));
      }
    }
    this.#expect(')');
    return { kind: 'call', at: name.at, name: name.text, parameters };
  }
}

function named({ text, at }: Token): FormulaNode {
  switch (text.toUpperCase()) {
    case 'TRUE':
    case 'FALSE':
      return { kind: 'boolean', at, value: text.toUpperCase() === 'TRUE' };
    case 'NULL':
      return { kind: 'null', at };
    default:
      return { kind: 'path', at, parts: text.split('.') };
  }
}

/** Throws a FormulaProblem where the text is no formula. */
export function parseFormula(source: string): FormulaNode {
  return new Parser(tokenize(source)).whole();
}
