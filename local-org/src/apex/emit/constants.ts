/** Values the program text refers to by name: platform functions, objects, decimals, enum values. Each once. */
export class Constants {
  readonly values: unknown[] = [];
  readonly #prefix: string;
  readonly #names = new Map<unknown, string>();

  constructor(prefix = '$k') {
    this.#prefix = prefix;
  }

  /** The name of a value; equal `identity`, equal name. */
  name(value: unknown, identity: unknown = value): string {
    let name = this.#names.get(identity);
    if (name === undefined) {
      name = `${this.#prefix}${this.values.length}`;
      this.values.push(value);
      this.#names.set(identity, name);
    }
    return name;
  }
  /** Declares all names; `source` is the array they are read from. */
  declaration(source: string): string {
    return this.values.length === 0
      ? ''
      : `const ${this.values.map((_value, index) => `${this.#prefix}${index}=${source}[${index}]`).join(',')};`;
  }
}
