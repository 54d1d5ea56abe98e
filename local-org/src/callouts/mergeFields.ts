/**
 * Formulas in headers and bodies of callouts: `{!$Credential.Name.Field}`, `{!'Bearer ' & $Credential.Name.Token}`,
 * `{!BASE64ENCODE(BLOB($Credential.Name.User & ':' & $Credential.Name.Password))}`. (Salesforce Help, "Create and Edit
 * Custom Authentication External Credentials".)
 */
export class MergeFault extends Error {}

/** A value of `$Credential` by the names behind it; null for one there is none of. */
export type CredentialLookup = (path: readonly string[]) => string | null;

export function merge(text: string, lookup: CredentialLookup): string {
  return text.replace(/\{!([^}]*)\}/g, (_whole, formula: string) => new Formula(formula, lookup).value());
}
export const hasMergeField = (text: string): boolean => /\{!\s*[^}]*\$Credential/i.test(text);

const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\$?[A-Za-z_][\w.]*)|([&+(),]))/y;

class Formula {
  readonly #text: string;
  readonly #lookup: CredentialLookup;
  #at = 0;
  constructor(text: string, lookup: CredentialLookup) {
    this.#text = text;
    this.#lookup = lookup;
  }

  value(): string {
    const value = this.#sum();
    if (this.#text.slice(this.#at).trim() !== '') {
      throw this.#fault();
    }
    return value;
  }
  #fault(): MergeFault {
    return new MergeFault(`The formula {!${this.#text}} is not simulated`);
  }
  #sum(): string {
    let value = this.#term();
    while (this.#takes('&') || this.#takes('+')) {
      value += this.#term();
    }
    return value;
  }
  #term(): string {
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.#text);
    if (found === null) {
      throw this.#fault();
    }
    this.#at = TOKEN.lastIndex;
    const [, single, double, name, sign] = found;
    const literal = single ?? double;
    if (literal !== undefined) {
      return literal.replace(/\\(.)/g, '$1');
    }
    if (sign === '(') {
      const value = this.#sum();
      this.#expect(')');
      return value;
    }
    return name === undefined ? this.#unknown() : this.#named(name);
  }
  #named(name: string): string {
    const [head = '', ...path] = name.split('.');
    if (head.toLowerCase() === '$credential') {
      return this.#lookup(path) ?? this.#unknown();
    }
    this.#expect('(');
    const value = this.#sum();
    this.#expect(')');
    switch (name.toUpperCase()) {
      case 'BLOB':
      case 'TEXT':
        return value;
      case 'BASE64ENCODE':
        return Buffer.from(value, 'utf8').toString('base64');
      case 'URLENCODE':
        return encodeURIComponent(value);
      case 'UPPER':
        return value.toUpperCase();
      case 'LOWER':
        return value.toLowerCase();
      default:
        return this.#unknown();
    }
  }
  #unknown(): never {
    throw this.#fault();
  }
  #takes(sign: string): boolean {
    const rest = /^\s*/.exec(this.#text.slice(this.#at))?.[0].length ?? 0;
    if (this.#text[this.#at + rest] !== sign) {
      return false;
    }
    this.#at += rest + 1;
    return true;
  }
  #expect(sign: string): void {
    if (!this.#takes(sign)) {
      throw this.#fault();
    }
  }
}
