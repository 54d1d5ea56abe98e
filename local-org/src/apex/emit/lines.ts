/** Collects the program text line by line and remembers which Apex position each line stands for. */
import type { Position } from '../ast.ts';
import type { CodeMode } from '../../runtime/programLink.ts';

/** A function of the program as stacks show it. */
export interface EmittedFunction {
  /** `Class.Outer.Inner.method`, `Trigger.Name`, `AnonymousBlock`. */
  readonly place: string;
  readonly file: string;
  readonly mode: CodeMode;
  /** Runs field initializers inside a constructor: its frame stands for the constructor's. */
  readonly isPartOfConstructor: boolean;
}

export interface LineTable {
  /** Apex position of each line of the text, 0 for lines that stand for nothing. */
  readonly positions: readonly Position[];
  /** Index into `functions` for each line, -1 for none. */
  readonly functionOfLine: readonly number[];
  readonly functions: readonly EmittedFunction[];
}

export class LineWriter implements LineTable {
  readonly #text: string[] = [];
  readonly positions: Position[] = [];
  readonly functionOfLine: number[] = [];
  readonly functions: EmittedFunction[] = [];
  #current = -1;

  /** Lines that follow belong to that function. */
  beginFunction(described: EmittedFunction): void {
    this.functions.push(described);
    this.#current = this.functions.length - 1;
  }
  endFunction(): void {
    this.#current = -1;
  }
  line(text: string, at: Position = 0): void {
    this.#text.push(text);
    this.positions.push(at);
    this.functionOfLine.push(this.#current);
  }
  /** A line whose text is known later: fills it in by number. */
  reserve(at: Position): number {
    this.line('', at);
    return this.#text.length - 1;
  }
  fill(line: number, text: string): void {
    this.#text[line] = text;
  }
  toString(): string {
    return this.#text.join('\n');
  }
}
