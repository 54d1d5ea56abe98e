/** Reads a Java regular expression. Flags are resolved here: the tree needs none. Throws what Java refuses. */
import { RegexError, RegexUnsupported, type RegexFlags, type RegexNode } from './ast.ts';
import { literal, member, PREDEFINED, property } from './classes.ts';
import { ClassReader } from './classReader.ts';
import { ESCAPED, readEscape } from './escapes.ts';

const NO_FLAGS: RegexFlags = {
  ignoreCase: false,
  dotAll: false,
  multiline: false,
  comments: false,
  unixLines: false,
  unicodeCase: false,
};
const FLAG: Readonly<Record<string, keyof RegexFlags>> = {
  i: 'ignoreCase',
  s: 'dotAll',
  m: 'multiline',
  x: 'comments',
  d: 'unixLines',
  u: 'unicodeCase',
};

const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';
const BEFORE_END = `(?=(?:\\r\\n|(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029])?(?![^]))`;
const WORD = '[\\p{L}\\p{Nd}_]';
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

export interface ParsedRegex {
  readonly body: RegexNode;
  readonly groupCount: number;
  readonly names: ReadonlyMap<string, number>;
  /** Begins with `\G`: matches only where the last match ended. */
  readonly isContinued: boolean;
}

export function parseRegex(source: string): ParsedRegex {
  return new Parser(source).parse();
}

class Parser {
  readonly #source: string;
  #at = 0;
  #flags = NO_FLAGS;
  #groups = 0;
  #isContinued = false;
  readonly #names = new Map<string, number>();

  constructor(source: string) {
    this.#source = source;
  }

  parse(): ParsedRegex {
    if (this.#source.startsWith('\\G')) {
      this.#isContinued = true;
      this.#at = 2;
    }
    const body = this.#choice();
    if (this.#at < this.#source.length) {
      throw new RegexError("Unmatched closing ')'", this.#at - 1);
    }
    return { body, groupCount: this.#groups, names: this.#names, isContinued: this.#isContinued };
  }

  #choice(): RegexNode {
    const flags = this.#flags;
    const options = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      options.push(this.#sequence());
    }
    this.#flags = flags;
    return options.length === 1 ? (options[0] as RegexNode) : { kind: 'choice', options };
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = [];
    for (;;) {
      this.#skipComments();
      const next = this.#source[this.#at];
      if (next === undefined || next === '|' || next === ')') {
        return { kind: 'sequence', items };
      }
      const atom = this.#atom();
      if (atom !== null) {
        items.push(...this.#repeated(atom));
      }
    }
  }

  #skipComments(): void {
    while (this.#flags.comments && /[\s#]/.test(this.#source[this.#at] ?? '')) {
      if (this.#source[this.#at] === '#') {
        const end = this.#source.slice(this.#at).search(/[\n\r\u0085\u2028\u2029]/);
        this.#at = end < 0 ? this.#source.length : this.#at + end;
      } else {
        this.#at++;
      }
    }
  }

  /** A quantifier binds to the last character of a quoted run. */
  #repeated(atom: readonly RegexNode[]): readonly RegexNode[] {
    let last = atom.at(-1);
    if (last === undefined) {
      return atom;
    }
    for (;;) {
      this.#skipComments();
      const quantifier = this.#quantifier();
      if (quantifier === null) {
        return [...atom.slice(0, -1), last];
      }
      const mode = this.#source[this.#at] === '+' ? 'possessive' : this.#source[this.#at] === '?' ? 'lazy' : 'greedy';
      this.#at += mode === 'greedy' ? 0 : 1;
      last = { kind: 'repeat', body: last, quantifier, mode };
      const doubled = /^[*+?]/.exec(this.#source.slice(this.#at))?.[0];
      if (doubled !== undefined) {
        throw new RegexError(`Dangling meta character '${doubled}'`, this.#at);
      }
    }
  }

  #quantifier(): string | null {
    const next = this.#source[this.#at];
    if (next === '*' || next === '+' || next === '?') {
      this.#at++;
      return next;
    }
    if (next !== '{') {
      return null;
    }
    const match = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.#source.slice(this.#at));
    if (!match) {
      const counted = /^\{\d+,?\d*/.exec(this.#source.slice(this.#at))?.[0];
      throw counted === undefined
        ? new RegexError('Illegal repetition', this.#at + 1)
        : new RegexError('Unclosed counted closure', this.#at + counted.length);
    }
    if (match[3] && Number(match[3]) < Number(match[1])) {
      throw new RegexError('Illegal repetition range', this.#at + match[0].length - 1);
    }
    this.#at += match[0].length;
    return match[0];
  }

  /** Null for what stands for nothing: a flag group, an empty quotation. */
  #atom(): readonly RegexNode[] | null {
    const next = this.#source[this.#at] ?? '';
    switch (next) {
      case '(':
        return this.#group();
      case '[': {
        const reader = new ClassReader(this.#source, this.#at, this.#flags);
        const source = reader.read();
        this.#at = reader.at;
        return text(source);
      }
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw new RegexError(`Dangling meta character '${next}'`, this.#at);
      case '{':
        throw new RegexError('Illegal repetition', this.#at);
      case '.':
        this.#at++;
        return text(this.#flags.dotAll ? '[^]' : this.#flags.unixLines ? '[^\\n]' : `[^${LINE_END}]`);
      case '^':
        this.#at++;
        return text(
          this.#flags.multiline ? `(?:(?<![^])|(?<=\\n|\\r(?!\\n)|[\\u0085\\u2028\\u2029])(?=[^]))` : '(?<![^])',
        );
      case '$':
        this.#at++;
        return text(this.#flags.multiline ? `(?=\\r\\n|(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029]|(?![^]))` : BEFORE_END);
      default:
        return this.#character();
    }
  }

  #character(): readonly RegexNode[] {
    const code = this.#source.codePointAt(this.#at) ?? 0;
    this.#at += code > 0xffff ? 2 : 1;
    return this.#literal(code);
  }
  #literal(code: number): readonly RegexNode[] {
    const { ignoreCase, unicodeCase } = this.#flags;
    const inside = member(code, ignoreCase, unicodeCase);
    const plain = literal(String.fromCodePoint(code));
    return text(inside === plain ? plain : `[${inside}]`);
  }

  #group(): readonly RegexNode[] | null {
    const start = this.#at;
    const rest = this.#source.slice(start);
    const flags = /^\(\?([ismxduU]*)(?:-([ismxduU]*))?([:)])/.exec(rest);
    if (flags && flags[0] !== '(?:') {
      const outer = this.#flags;
      this.#flags = this.#withFlags(flags[1] ?? '', flags[2] ?? '');
      this.#at += flags[0].length;
      if (flags[3] === ')') {
        return null;
      }
      const body = this.#closed(start);
      this.#flags = outer;
      return [{ kind: 'plain', body }];
    }
    const look = /^\(\?(?:=|!|<=|<!)/.exec(rest)?.[0];
    if (look !== undefined) {
      this.#at += look.length;
      return [{ kind: 'look', opening: look as '(?=', body: this.#closed(start) }];
    }
    if (rest.startsWith('(?:') || rest.startsWith('(?>')) {
      this.#at += 3;
      const body = this.#closed(start);
      return [rest[2] === '>' ? { kind: 'atomic', body } : { kind: 'plain', body }];
    }
    const name = /^\(\?<([A-Za-z][A-Za-z0-9]*)>/.exec(rest);
    if (!name && rest.startsWith('(?<')) {
      const letters = /^\(\?<([A-Za-z][A-Za-z0-9]*)?/.exec(rest);
      throw letters?.[1] === undefined
        ? new RegexError('capturing group name does not start with a Latin letter', start + 3)
        : new RegexError("named capturing group is missing trailing '>'", start + letters[0].length);
    }
    if (!name && rest.startsWith('(?')) {
      throw new RegexError('Unknown inline modifier', start + 2);
    }
    this.#at += name?.[0].length ?? 1;
    this.#groups++;
    const number = this.#groups;
    if (name?.[1] !== undefined) {
      if (this.#names.has(name[1])) {
        throw new RegexError(`Named capturing group <${name[1]}> is already defined`, this.#at - 1);
      }
      this.#names.set(name[1], number);
    }
    return [{ kind: 'group', number, name: name?.[1] ?? null, body: this.#closed(start) }];
  }

  #closed(_start: number): RegexNode {
    const body = this.#choice();
    if (this.#source[this.#at] !== ')') {
      throw new RegexError('Unclosed group', this.#source.length);
    }
    this.#at++;
    return body;
  }

  #withFlags(on: string, off: string): RegexFlags {
    if ((on + off).includes('U')) {
      throw new RegexUnsupported('regular expression flag (?U)');
    }
    const set = (letters: string, value: boolean): Partial<RegexFlags> =>
      Object.fromEntries([...letters].map((letter) => [FLAG[letter] ?? letter, value]));
    return { ...this.#flags, ...set(on, true), ...set(off, false) };
  }

  #escape(): readonly RegexNode[] | null {
    const next = this.#source[this.#at + 1];
    if (next === undefined) {
      throw new RegexError('Unexpected internal error', this.#source.length);
    }
    if (next === 'Q') {
      const end = this.#source.indexOf('\\E', this.#at + 2);
      const quoted = this.#source.slice(this.#at + 2, end < 0 ? undefined : end);
      this.#at = end < 0 ? this.#source.length : end + 2;
      return [...quoted].flatMap((character) => this.#literal(character.codePointAt(0) ?? 0));
    }
    if (next === 'E') {
      this.#at += 2;
      return null;
    }
    const digits = /^[1-9]\d*/.exec(this.#source.slice(this.#at + 1))?.[0];
    return digits === undefined ? this.#named(next) : this.#reference(digits);
  }

  /** As many digits as name a group that exists; the first always counts. */
  #reference(digits: string): readonly RegexNode[] {
    let taken = 1;
    while (taken < digits.length && Number(digits.slice(0, taken + 1)) <= this.#groups) {
      taken++;
    }
    this.#at += 1 + taken;
    if (this.#flags.ignoreCase) {
      throw new RegexUnsupported('regular expression with a back reference that ignores case');
    }
    return [{ kind: 'reference', number: Number(digits.slice(0, taken)) }];
  }

  #named(next: string): readonly RegexNode[] {
    const simple: Readonly<Record<string, string>> = {
      A: '(?<![^])',
      z: '(?![^])',
      Z: BEFORE_END,
      b: BOUNDARY,
      B: `(?!${BOUNDARY})`,
      R: `(?:\\r\\n|[\\n\\x0B\\f\\r\\u0085\\u2028\\u2029])`,
    };
    const source = simple[next];
    if (source !== undefined) {
      this.#at += 2;
      return text(source);
    }
    if (next === 'k') {
      const name = /^<([A-Za-z][A-Za-z0-9]*)>/.exec(this.#source.slice(this.#at + 2))?.[1];
      if (name === undefined || !this.#names.has(name)) {
        throw new RegexError(
          name === undefined
            ? "\\k is not followed by '<' for named capturing group"
            : `named capturing group <${name}> does not exist`,
          this.#at + (name === undefined ? 2 : 3 + name.length),
        );
      }
      this.#at += name.length + 4;
      return [{ kind: 'namedReference', name }];
    }
    if (next === 'G' || next === 'X' || next === 'N') {
      throw new RegexUnsupported(`regular expression with \\${next}`);
    }
    if (ESCAPED.has(next)) {
      const predefined = PREDEFINED[next.toLowerCase()];
      this.#at += 2;
      if (predefined !== undefined) {
        return text(`[${next === next.toLowerCase() ? '' : '^'}${predefined}]`);
      }
      const name = /^(?:\{([^}]+)\}|([A-Za-z]))/.exec(this.#source.slice(this.#at));
      this.#at += name?.[0].length ?? 0;
      return text(`[${next === 'P' ? '^' : ''}${property(name?.[1] ?? name?.[2] ?? '', this.#at - 1)}]`);
    }
    const { code, length } = readEscape(this.#source, this.#at);
    this.#at += length;
    return this.#literal(code);
  }
}

const text = (source: string): readonly RegexNode[] => [{ kind: 'text', source }];
