/** Says why code cannot be emitted: the compile error at its position, else the nearest on its line. */
import { columnOf, lineOf, type Position } from '../ast.ts';
import type { CompileError } from '../types.ts';

export class Refusals {
  readonly #byLine = new Map<string, CompileError[]>();

  constructor(errors: readonly CompileError[]) {
    for (const error of errors) {
      const line = keyOf(error.file, error.at);
      const known = this.#byLine.get(line);
      if (known === undefined) {
        this.#byLine.set(line, [error]);
      } else {
        known.push(error);
      }
    }
  }

  /** An expression that ends the run. */
  expression(file: string, at: Position, fallback: string): string {
    const message = this.#nearest(file, at) ?? fallback;
    return `$refuse(${JSON.stringify(message.replace(/^UNSUPPORTED: /, ''))}, ${JSON.stringify(`${file}:${lineOf(at)}:${columnOf(at)}`)})`;
  }

  #nearest(file: string, at: Position): string | null {
    const errors = this.#byLine.get(keyOf(file, at)) ?? [];
    const [nearest] = errors.toSorted((left, right) => Math.abs(left.at - at) - Math.abs(right.at - at));
    return nearest?.message ?? null;
  }
}

const keyOf = (file: string, at: Position): string => `${file}:${lineOf(at)}`;
