/** Reads a bracketed class of Java and gives it as JavaScript for the `v` flag, where union and intersection exist. */
import { RegexError, type RegexFlags } from './ast.ts';
import { member, PREDEFINED, property, range } from './classes.ts';
import { ESCAPED, readEscape } from './escapes.ts';

export class ClassReader {
  readonly #source: string;
  readonly #flags: RegexFlags;
  at: number;

  constructor(source: string, at: number, flags: RegexFlags) {
    this.#source = source;
    this.at = at;
    this.#flags = flags;
  }

  /** From the opening bracket to behind the closing one. */
  read(): string {
    this.at++;
    const isNegated = this.#source[this.at] === '^';
    this.at += isNegated ? 1 : 0;
    const operands: string[] = [];
    let members = '';
    let isFirst = true;
    for (;;) {
      this.#skipBlanks();
      const next = this.#source[this.at];
      if (next === undefined) {
        throw new RegexError('Unclosed character class', this.#source.length - 1);
      }
      if (next === ']' && !(isFirst && members === '')) {
        this.at++;
        return finish([...operands, members], isNegated);
      }
      if (this.#source.startsWith('&&', this.at)) {
        this.at += 2;
        operands.push(members);
        members = '';
        isFirst = false;
        continue;
      }
      members += next === '[' ? this.read() : this.#member();
      isFirst = false;
    }
  }

  #skipBlanks(): void {
    while (this.#flags.comments && /\s/.test(this.#source[this.at] ?? '')) {
      this.at++;
    }
  }

  #member(): string {
    const next = this.#source[this.at + 1] ?? '';
    if (this.#source[this.at] === '\\') {
      if (next === 'Q') {
        return this.#quoted();
      }
      if (ESCAPED.has(next)) {
        return this.#predefined(next);
      }
    }
    const { ignoreCase, unicodeCase } = this.#flags;
    const from = this.#character();
    const after = this.#source[this.at + 1];
    if (this.#source[this.at] !== '-' || after === undefined || after === ']' || after === '[') {
      return member(from, ignoreCase, unicodeCase);
    }
    this.at++;
    const to = this.#character();
    if (to < from) {
      throw new RegexError('Illegal character range', this.at - 1);
    }
    return range(from, to, ignoreCase, unicodeCase);
  }

  #character(): number {
    if (this.#source[this.at] === '\\') {
      const { code, length } = readEscape(this.#source, this.at);
      this.at += length;
      return code;
    }
    const code = this.#source.codePointAt(this.at) ?? 0;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  #quoted(): string {
    const end = this.#source.indexOf('\\E', this.at + 2);
    const text = this.#source.slice(this.at + 2, end < 0 ? undefined : end);
    this.at = end < 0 ? this.#source.length : end + 2;
    return [...text]
      .map((character) => member(character.codePointAt(0) ?? 0, this.#flags.ignoreCase, this.#flags.unicodeCase))
      .join('');
  }

  #predefined(letter: string): string {
    this.at += 2;
    const known = PREDEFINED[letter.toLowerCase()];
    if (known !== undefined) {
      return letter === letter.toLowerCase() ? `[${known}]` : `[^${known}]`;
    }
    const name = /^(?:\{([^}]+)\}|([A-Za-z]))/.exec(this.#source.slice(this.at));
    this.at += name?.[0].length ?? 0;
    return `[${letter === 'P' ? '^' : ''}${property(name?.[1] ?? name?.[2] ?? '', this.at - 1)}]`;
  }
}

/** Operands of `&&` become nested classes; an empty one restricts nothing. */
function finish(operands: readonly string[], isNegated: boolean): string {
  const filled = operands.filter((operand) => operand !== '');
  const body = filled.length === 1 ? (filled[0] ?? '') : filled.map((operand) => `[${operand}]`).join('&&');
  return `[${isNegated ? '^' : ''}${body}]`;
}
