/** Walks over the tokens of a query; words are compared without case. */
import { SoqlSyntaxError, tokenize, type Token } from './tokens.ts';

/** Words that no field, relationship or object can be named. */
const NEVER_NAMES: ReadonlySet<string> = new Set(['SELECT', 'FROM', 'WHERE', 'AND', 'OR', 'NOT', 'NULL']);

export class Cursor {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)] as Token;
  }
  next(): Token {
    const token = this.peek();
    this.#index++;
    return token;
  }
  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toUpperCase() === word;
  }
  areWords(...words: readonly string[]): boolean {
    return words.every((word, index) => this.isWord(word, index));
  }
  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }
  /** Takes the words if they all stand next; says whether it did. */
  take(...words: readonly string[]): boolean {
    if (!this.areWords(...words)) {
      return false;
    }
    this.#index += words.length;
    return true;
  }
  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) {
      return false;
    }
    this.#index++;
    return true;
  }
  expect(word: string): void {
    if (!this.take(word)) {
      this.fail(`expecting '${word.toLowerCase()}'`);
    }
  }
  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) {
      this.fail(`expecting '${symbol}'`);
    }
  }
  /** A word where a value should stand is taken for a date literal that lacks its number. */
  expectColon(): void {
    if (this.takeSymbol(':')) {
      return;
    }
    const token = this.peek();
    throw new SoqlSyntaxError(`expecting a colon, found '${token.text}'`, token.at);
  }
  expectName(): Token {
    if (this.peek().kind !== 'word' || NEVER_NAMES.has(this.peek().text.toUpperCase())) {
      this.fail('expecting a name');
    }
    return this.next();
  }
  /** The platform's words for a token that does not belong: `unexpected token: 'x'`. */
  fail(_expected: string): never {
    const token = this.peek();
    throw new SoqlSyntaxError(`unexpected token: ${token.kind === 'end' ? '<EOF>' : `'${token.text}'`}`, token.at);
  }
}
