/** Which lines can run, and the counter of each: one slot per file and line. */
import { lineOf, type Position } from '../ast.ts';

export interface CoverageTable {
  /** File and line of each slot. */
  readonly slots: readonly { readonly file: string; readonly line: number }[];
}

export class CoverageSlots implements CoverageTable {
  readonly slots: { readonly file: string; readonly line: number }[] = [];
  readonly #numbers = new Map<string, number>();

  slot(file: string, at: Position): number {
    const line = lineOf(at);
    const key = `${line} ${file}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.slots.length;
      this.slots.push({ file, line });
      this.#numbers.set(key, number);
    }
    return number;
  }
}
