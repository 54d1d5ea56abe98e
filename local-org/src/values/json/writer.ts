/** Writes JSON, plain or in the platform's pretty form: `{`, two blanks a level, `"k" : v`, `[ 1, 2 ]`, `{ }`. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

export function quoted(text: string): string {
  return `"${text.replace(/["\\\u0000-\u001f]/g, (unit) => ESCAPES[unit] ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
}

export class JsonWriter {
  readonly #isPretty: boolean;
  readonly #levels: { readonly isObject: boolean; count: number; hasName: boolean }[] = [];
  readonly #parts: string[] = [];

  constructor(isPretty: boolean) {
    this.#isPretty = isPretty;
  }

  get text(): string {
    return this.#parts.join('');
  }
  get level(): 'root' | 'object' | 'array' {
    const level = this.#levels.at(-1);
    return level === undefined ? 'root' : level.isObject ? 'object' : 'array';
  }
  /** A field's name has been written and its value not yet. */
  get awaitsValue(): boolean {
    return this.#levels.at(-1)?.hasName ?? false;
  }

  startObject(): void {
    this.#open(true);
  }
  startArray(): void {
    this.#open(false);
  }
  #open(isObject: boolean): void {
    this.#beforeValue();
    this.#parts.push(isObject ? '{' : '[');
    this.#levels.push({ isObject, count: 0, hasName: false });
  }
  end(): void {
    const level = this.#levels.pop();
    if (level?.isObject === true) {
      this.#parts.push(this.#isPretty ? (level.count > 0 ? this.#newLine() : ' ') : '', '}');
    } else {
      this.#parts.push(this.#isPretty ? ' ]' : ']');
    }
  }
  name(name: string): void {
    const level = this.#levels.at(-1);
    if (level !== undefined) {
      this.#parts.push(
        level.count > 0 ? ',' : '',
        this.#isPretty ? this.#newLine() : '',
        quoted(name),
        this.#isPretty ? ' : ' : ':',
      );
      level.count++;
      level.hasName = true;
    }
  }
  /** Text that is JSON already. */
  raw(json: string): void {
    this.#beforeValue();
    this.#parts.push(json);
  }
  string(text: string): void {
    this.raw(quoted(text));
  }

  #beforeValue(): void {
    const level = this.#levels.at(-1);
    if (level?.isObject === false) {
      this.#parts.push(level.count > 0 ? (this.#isPretty ? ', ' : ',') : this.#isPretty ? ' ' : '');
      level.count++;
    } else if (level !== undefined) {
      level.hasName = false;
    }
  }
  /** Arrays stay on the line: only objects indent. */
  #newLine(): string {
    return `\n${'  '.repeat(this.#levels.filter((level) => level.isObject).length)}`;
  }
}
