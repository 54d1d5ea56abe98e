/** Collects compile errors. A position reports one message once. */
import type { Position } from '../ast.ts';
import type { CompileError } from '../types.ts';
import { messageText, type MessageCode } from '../check/messages.ts';

export class Faults {
  readonly errors: CompileError[] = [];
  readonly #seen = new Set<string>();

  report(file: string, at: Position, code: MessageCode, ...values: readonly string[]): void {
    const message = messageText(code, values);
    const key = `${file}\n${at}\n${message}`;
    if (!this.#seen.has(key)) {
      this.#seen.add(key);
      this.errors.push({ file, at, message, isUnsupported: code === 'UNSUPPORTED' });
    }
  }
}
