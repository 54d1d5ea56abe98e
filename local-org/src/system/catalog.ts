/**
 * Finds classes of the platform by name: those the local org simulates, and the names of those it does not, so that
 * a use of one is refused as unsupported and not taken for a name that exists nowhere.
 */
import type { PlatformClass } from './define.ts';
import knownNames from './known.json' with { type: 'json' };

/** Namespace to class to members: `size:0 add:12 Name`, a method with the argument counts of its overloads in base 36. */
export type KnownNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Namespaces that need not be written. */
const IMPLICIT = ['system.', 'schema.'] as const;

interface KnownClass {
  readonly name: string;
  readonly members: string;
}

export class PlatformCatalog {
  /** Lower-case full name to class. */
  readonly #classes = new Map<string, PlatformClass>();
  readonly #known = new Map<string, KnownClass>();
  /** Lower-case name to the spelling. */
  readonly #namespaces = new Map<string, string>();
  /** Figures of the overloads by method; a property is a key of its own, `name` against `name()`. */
  readonly #members = new Map<string, ReadonlyMap<string, string>>();

  constructor(classes: readonly PlatformClass[], known: KnownNames = knownNames) {
    for (const one of classes) {
      this.#classes.set(one.name.toLowerCase(), one);
      const namespace = one.name.slice(0, one.name.indexOf('.'));
      this.#namespaces.set(namespace.toLowerCase(), namespace);
    }
    for (const [namespace, entries] of Object.entries(known)) {
      this.#namespaces.set(namespace.toLowerCase(), namespace);
      for (const [name, members] of Object.entries(entries)) {
        const full = `${namespace}.${name}`;
        this.#known.set(full.toLowerCase(), { name: full, members });
      }
    }
  }

  get classes(): Iterable<PlatformClass> {
    return this.#classes.values();
  }

  isNamespace(name: string): boolean {
    return this.#namespaces.has(name.toLowerCase());
  }

  /** By full name, or without the namespaces System and Schema; in any case. */
  find(name: string): PlatformClass | null {
    const folded = name.toLowerCase();
    const exact = this.#classes.get(folded);
    if (exact !== undefined) {
      return exact;
    }
    for (const namespace of IMPLICIT) {
      const found = this.#classes.get(namespace + folded);
      if (found !== undefined) {
        return found;
      }
    }
    return null;
  }

  /** The full name of a class that exists on the platform, simulated or not; null when there is none. */
  knownName(name: string): string | null {
    const folded = name.toLowerCase();
    return (
      [folded, ...IMPLICIT.map((namespace) => namespace + folded)]
        .map((one) => this.#known.get(one)?.name)
        .find((one) => one !== undefined) ?? null
    );
  }

  /** How many overloads with so many arguments the platform has; 0 when the method is not known at all. */
  knownOverloads(className: string, method: string, argumentCount: number): number {
    const counts = this.#membersOf(className).get(`${method.toLowerCase()}()`) ?? '';
    const wanted = argumentCount.toString(36);
    return [...counts].filter((count) => count === wanted).length;
  }

  /** Whether the platform's class has a member of that name, of any kind. */
  knowsMember(className: string, name: string): boolean {
    const members = this.#membersOf(className);
    return members.has(name.toLowerCase()) || members.has(`${name.toLowerCase()}()`);
  }

  /** Whether the platform's class has a property or constant of that name. */
  knowsProperty(className: string, name: string): boolean {
    return this.#membersOf(className).has(name.toLowerCase());
  }

  #membersOf(className: string): ReadonlyMap<string, string> {
    const folded = className.toLowerCase();
    let members = this.#members.get(folded);
    if (members === undefined) {
      const words = (this.#known.get(folded)?.members ?? '').split(' ').filter((word) => word !== '');
      members = new Map(
        words.map((word) => {
          const [name = '', counts] = word.split(':');
          return counts === undefined ? [name.toLowerCase(), ''] : [`${name.toLowerCase()}()`, counts];
        }),
      );
      this.#members.set(folded, members);
    }
    return members;
  }
}
