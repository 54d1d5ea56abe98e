/** The state of emitting one function: its temporaries, what is known not to be null, and the chain being built. */
import type { Expression, Position } from '../ast.ts';
import type { ApexType, LocalVariable, UserType } from '../types.ts';
import type { ProgramEmitter } from './programEmitter.ts';

export interface FunctionKind {
  readonly owner: UserType;
  readonly isStatic: boolean;
  /** `return` of a constructor gives the object. */
  readonly isConstructor: boolean;
  readonly nonNull: ReadonlySet<LocalVariable>;
}

export class BodyEmitter {
  readonly shared: ProgramEmitter;
  readonly owner: UserType;
  readonly isStatic: boolean;
  readonly isConstructor: boolean;
  readonly nonNull: ReadonlySet<LocalVariable>;
  /** Tests that end a `?.` chain early, for the chain being emitted. */
  guards: string[] = [];
  #temporaries = 0;
  #names = 0;

  constructor(shared: ProgramEmitter, kind: FunctionKind) {
    this.shared = shared;
    this.owner = kind.owner;
    this.isStatic = kind.isStatic;
    this.isConstructor = kind.isConstructor;
    this.nonNull = kind.nonNull;
  }

  get file(): string {
    return this.owner.file;
  }
  /** A variable of the whole function. */
  temporary(): string {
    this.#temporaries += 1;
    return `$t${this.#temporaries}`;
  }
  /** A name for a variable of a block. */
  fresh(): string {
    this.#names += 1;
    return `$v${this.#names}`;
  }
  get declaredTemporaries(): string {
    return this.#temporaries === 0
      ? ''
      : ` let ${Array.from({ length: this.#temporaries }, (_value, index) => `$t${index + 1}`).join(', ')};`;
  }
  line(text: string, at: Position = 0): void {
    this.shared.lines.line(text, at);
  }
  /** What a statement starts with: the counter of its line. */
  count(at: Position): string {
    return this.shared.hasCoverage ? `$c[${this.shared.coverage.slot(this.file, at)}]++; ` : '';
  }
  constant(value: unknown, identity?: unknown): string {
    return this.shared.constants.name(value, identity);
  }
  typeOf(expression: Expression): ApexType {
    return this.shared.facts.typeOf(expression);
  }
  refusal(at: Position, fallback = 'code that does not compile'): string {
    return this.shared.refusal(this.file, at, fallback);
  }
}

/** Ends a run that goes on for too long. */
export const TICK = 'if (--$ticks < 0) $tick();';
