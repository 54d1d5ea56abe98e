/** What a caller sent, read field by field: faces say what is wrong in their own words. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export class Fields {
  readonly #values: Readonly<Record<string, Json>>;

  constructor(values: Readonly<Record<string, Json>>) {
    this.#values = values;
  }
  /** Undefined for what is no object. */
  static of(value: Json | undefined): Fields | undefined {
    return value !== null && typeof value === 'object' && !isList(value) ? new Fields(value) : undefined;
  }

  names(): readonly string[] {
    return Object.keys(this.#values);
  }
  has(name: string): boolean {
    return name in this.#values;
  }
  raw(name: string): Json | undefined {
    return this.#values[name];
  }
  isNull(name: string): boolean {
    return this.#values[name] === null;
  }
  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }
  /** Also from a form, where every value is text. */
  number(name: string): number | undefined {
    const value = this.#values[name];
    if (typeof value === 'number') {
      return value;
    }
    return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
  }
  flag(name: string): boolean | undefined {
    const value = this.#values[name];
    if (typeof value === 'boolean') {
      return value;
    }
    return value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : undefined;
  }
  list(name: string): readonly Json[] | undefined {
    const value = this.#values[name];
    return isList(value) ? value : undefined;
  }
  texts(name: string): readonly string[] | undefined {
    const value = this.list(name);
    return value?.every((one) => typeof one === 'string') === true ? value : undefined;
  }
  object(name: string): Fields | undefined {
    return Fields.of(this.#values[name]);
  }
  /** Undefined where the caller left it out, null where it was emptied. */
  textOrNull(name: string): string | null | undefined {
    return this.isNull(name) ? null : this.text(name);
  }
}
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The query of an address; a name may come several times. */
export class Query {
  readonly #values: URLSearchParams;

  constructor(values: URLSearchParams) {
    this.#values = values;
  }
  has(name: string): boolean {
    return this.#values.has(name);
  }
  text(name: string): string | undefined {
    return this.#values.get(name) ?? undefined;
  }
  all(name: string): readonly string[] {
    return this.#values.getAll(name);
  }
  /** The fallback where it is left out; NaN for what is no whole number. */
  whole(name: string, fallback: number): number {
    const text = this.text(name);
    return text === undefined ? fallback : /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  }
  flag(name: string): boolean | undefined {
    const text = this.text(name);
    return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
  }
  /** Ordered pairs with some replaced; a value of null leaves the name out. */
  with(changes: Readonly<Record<string, string | null>>): string {
    const copy = new URLSearchParams(this.#values);
    for (const [name, value] of Object.entries(changes)) {
      copy.delete(name);
      if (value !== null) {
        copy.append(name, value);
      }
    }
    return copy.toString();
  }
}

/** Only what was sent: what is undefined stays as it is. */
export function defined<T extends object>(values: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
