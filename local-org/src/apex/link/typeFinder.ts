/** Types by name at run time: `Outer.Inner`, `Map<String, List<Account>>`, `Integer[]`. */
import type { OrgSchema } from '../../data/schema.ts';
import { splitArguments } from '../../runtime/typeNames.ts';
import type { PlatformCatalog } from '../../system/catalog.ts';
import { PRIMITIVES, SOBJECT, TypePool } from '../bind/typePool.ts';
import type { ApexType, CheckedProgram, UserType } from '../types.ts';

export class TypeFinder {
  readonly #pool = new TypePool();
  readonly #catalog: PlatformCatalog;
  readonly #schema: OrgSchema;
  /** Lower-case name, with its namespace if it has one, to type. */
  readonly #users = new Map<string, UserType>();
  readonly #namespaces: readonly string[];

  constructor(program: CheckedProgram, catalog: PlatformCatalog, schema: OrgSchema) {
    this.#catalog = catalog;
    this.#schema = schema;
    this.#namespaces = [...new Set(program.types.map((type) => type.namespace.toLowerCase()))];
    for (const type of program.types) {
      this.#users.set(nameIn(type.namespace, type.name), type);
    }
  }

  user(name: string, namespace: string | null): UserType | null {
    const folded = name.toLowerCase();
    const asWritten = this.#users.get(folded);
    if (namespace !== null && namespace !== '') {
      return this.#users.get(nameIn(namespace, folded)) ?? null;
    }
    return (
      asWritten ??
      this.#namespaces.map((one) => this.#users.get(nameIn(one, folded))).find((one) => one !== undefined) ??
      null
    );
  }

  find(name: string, namespace: string | null): ApexType | null {
    const text = name.trim();
    if (text.endsWith('[]')) {
      const element = this.find(text.slice(0, -2), namespace);
      return element === null ? null : this.#pool.list(element);
    }
    const open = text.indexOf('<');
    const base = (open < 0 ? text : text.slice(0, open)).trim();
    const args =
      open < 0 || !text.endsWith('>')
        ? []
        : splitArguments(text.slice(open + 1, -1)).map((one) => this.find(one, namespace));
    if (args.includes(null)) {
      return null;
    }
    return this.#named(base, args as readonly ApexType[], namespace);
  }

  #named(base: string, args: readonly ApexType[], namespace: string | null): ApexType | null {
    const folded = base.toLowerCase().replace(/^(?:system|schema)\.(?!.*\.)/, '');
    const [first, second] = args;
    if (first !== undefined && (folded === 'list' || folded === 'set')) {
      return folded === 'list' ? this.#pool.list(first) : this.#pool.set(first);
    }
    if (first !== undefined && second !== undefined && folded === 'map') {
      return this.#pool.map(first, second);
    }
    const user = this.user(base, namespace);
    if (user !== null) {
      return user;
    }
    if (folded === 'sobject') {
      return SOBJECT;
    }
    const known = PRIMITIVES.get(folded);
    if (known !== undefined) {
      return known;
    }
    const platform = this.#catalog.find(base);
    if (platform !== null && platform.typeParameters.length === args.length) {
      return this.#pool.platform(platform, args);
    }
    const object = this.#schema.find(folded, namespace ?? '');
    return object === null ? null : this.#pool.sobject(object);
  }
}

const nameIn = (namespace: string, name: string): string =>
  `${namespace === '' ? '' : `${namespace}.`}${name}`.toLowerCase();
