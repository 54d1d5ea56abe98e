/** Reads the Apex frames out of a JavaScript stack. */
import { columnOf, lineOf } from '../ast.ts';
import type { CodeMode } from '../../runtime/programLink.ts';
import type { StackFrame } from '../../runtime/runtime.ts';
import type { LineTable } from '../emit/lines.ts';

export type CodeFrame = StackFrame & { readonly mode: CodeMode };

/** Anonymous blocks whose lines are still known. */
const LATE_SCRIPTS_KEPT = 50;

export class Frames {
  readonly #name: string;
  readonly #pattern: RegExp;
  readonly #tables = new Map<string, LineTable>();
  #late = 0;

  /** `name` is the file name of the program text, unlike that of any other program in this process. */
  constructor(name: string) {
    this.#name = name;
    this.#pattern = new RegExp(`(${name}(?:/\\d+)?):(\\d+):\\d+\\)?$`);
  }

  add(table: LineTable): void {
    this.#tables.set(this.#name, table);
  }
  /** The file name of a text that joins the program later. */
  addLate(table: LineTable): string {
    this.#late += 1;
    this.#tables.delete(`${this.#name}/${this.#late - LATE_SCRIPTS_KEPT}`);
    const name = `${this.#name}/${this.#late}`;
    this.#tables.set(name, table);
    return name;
  }

  of(stack: string): readonly CodeFrame[] {
    const frames: CodeFrame[] = [];
    let constructor: string | null = null;
    for (const text of stack.split('\n')) {
      const match = this.#pattern.exec(text);
      const table = match === null ? undefined : this.#tables.get(match[1] ?? '');
      const line = Number(match?.[2]) - 1;
      const described = table?.functions[table.functionOfLine[line] ?? -1];
      const at = table?.positions[line] ?? 0;
      if (described === undefined || at === 0) {
        continue;
      }
      // The frame of the constructor itself follows that of its field initializers.
      if (constructor === described.place && !described.isPartOfConstructor) {
        constructor = null;
        continue;
      }
      constructor = described.isPartOfConstructor ? described.place : null;
      frames.push({
        place: described.place,
        file: described.file,
        line: lineOf(at),
        column: columnOf(at),
        mode: described.mode,
      });
    }
    return frames;
  }
}
