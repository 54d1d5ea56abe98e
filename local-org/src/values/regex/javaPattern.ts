/**
 * A Java regular expression as a JavaScript one. Possessive and atomic parts become a lookahead that captures and a
 * reference to the capture, so groups are renumbered: `groups[n]` is the JavaScript group of Java's group n.
 */
import type { RegexNode } from './ast.ts';
import { parseRegex } from './parse.ts';

export interface JavaMatch {
  readonly start: number;
  readonly end: number;
  /** By Java's number, the whole match first; null for a group that took no part. */
  readonly groups: readonly ({ readonly start: number; readonly end: number } | null)[];
}

export class JavaPattern {
  readonly source: string;
  readonly groupCount: number;
  readonly names: ReadonlyMap<string, number>;
  readonly isContinued: boolean;
  readonly #groups: readonly number[];
  readonly #find: RegExp;
  readonly #matches: RegExp;
  readonly #lookingAt: RegExp;

  /** Throws RegexError or RegexUnsupported. */
  constructor(source: string) {
    const parsed = parseRegex(source);
    const writer = new Writer(parsed.names);
    const script = writer.write(parsed.body);
    this.source = source;
    this.groupCount = parsed.groupCount;
    this.names = parsed.names;
    this.isContinued = parsed.isContinued;
    this.#groups = writer.groups;
    this.#find = new RegExp(script, 'dgv');
    this.#lookingAt = new RegExp(script, 'dyv');
    this.#matches = new RegExp(`(?:${script})(?![^])`, 'dyv');
  }

  /** The next match at or after `from`; `lastEnd` is where `\G` stands. */
  find(text: string, from: number, lastEnd = from): JavaMatch | null {
    if (this.isContinued) {
      return lastEnd < from ? null : this.#run(this.#lookingAt, text, lastEnd);
    }
    return from > text.length ? null : this.#run(this.#find, text, from);
  }
  matches(text: string): JavaMatch | null {
    return this.#run(this.#matches, text, 0);
  }
  lookingAt(text: string): JavaMatch | null {
    return this.#run(this.#lookingAt, text, 0);
  }

  #run(script: RegExp, text: string, from: number): JavaMatch | null {
    script.lastIndex = from;
    const match = script.exec(text);
    const indices = match?.indices;
    if (!match || !indices) {
      return null;
    }
    const groups = [0, ...this.#groups.slice(1)].map((group) => {
      const at = indices[group];
      return at === undefined ? null : { start: at[0], end: at[1] };
    });
    return { start: match.index, end: match.index + match[0].length, groups };
  }
}

class Writer {
  /** Java's group number to JavaScript's. */
  readonly groups: number[] = [0];
  readonly #names: ReadonlyMap<string, number>;
  #count = 0;

  constructor(names: ReadonlyMap<string, number>) {
    this.#names = names;
  }

  write(node: RegexNode): string {
    switch (node.kind) {
      case 'text':
        return node.source;
      case 'sequence':
        return node.items.map((item) => this.write(item)).join('');
      case 'choice':
        return node.options.map((option) => this.write(option)).join('|');
      case 'plain':
        return `(?:${this.write(node.body)})`;
      case 'look':
        return `${node.opening}${this.write(node.body)})`;
      case 'group':
        this.#count++;
        this.groups[node.number] = this.#count;
        return `(${this.write(node.body)})`;
      case 'atomic':
        return this.#atomic(() => this.write(node.body));
      case 'repeat': {
        const repeated = (): string => `${this.#unit(node.body)}${node.quantifier}${node.mode === 'lazy' ? '?' : ''}`;
        return node.mode === 'possessive' ? this.#atomic(repeated) : repeated();
      }
      case 'reference':
        return this.#reference(node.number);
      case 'namedReference':
        return this.#reference(this.#names.get(node.name) ?? 0);
    }
  }

  /** What a quantifier may follow. */
  #unit(node: RegexNode): string {
    const source = this.write(node);
    const isUnit =
      node.kind === 'group' ||
      node.kind === 'plain' ||
      (node.kind === 'text' && !source.startsWith('(?') && !/^\(/.test(source));
    return isUnit ? source : `(?:${source})`;
  }

  #atomic(body: () => string): string {
    this.#count++;
    const number = this.#count;
    return `(?:(?=(${body()}))\\${number})`;
  }

  /** Java fails at a group that has not matched, JavaScript takes it for empty: one that opens later never matches. */
  #reference(number: number): string {
    const group = this.groups[number];
    return group === undefined ? '(?!)' : `(?:\\${group})`;
  }
}
