/** Finds types by their text while the program runs: `Type.forName('Map<String, List<Account>>')`. Reports nothing. */
import type { ApexType } from '../types.ts';
import type { TypeResolver, TypeScope } from '../bind/typeResolver.ts';
import type { World } from '../bind/world.ts';

export type TypeFinder = (text: string, namespace: string) => ApexType | null;

export function typeFinder(world: World, resolver: TypeResolver): TypeFinder {
  return (text, namespace) =>
    new Reading(world, resolver, text, { file: '', namespace, apiVersion: 0, type: null }).whole();
}

class Reading {
  readonly #world: World;
  readonly #resolver: TypeResolver;
  readonly #scope: TypeScope;
  readonly #tokens: readonly string[];
  #index = 0;

  constructor(world: World, resolver: TypeResolver, text: string, scope: TypeScope) {
    this.#world = world;
    this.#resolver = resolver;
    this.#scope = scope;
    this.#tokens = text.match(/[\w.]+|\[\s*\]|\S/g) ?? [];
  }

  whole(): ApexType | null {
    const type = this.#type();
    return this.#index === this.#tokens.length ? type : null;
  }

  #type(): ApexType | null {
    const name = this.#tokens[this.#index++] ?? '';
    const args = this.#tokens[this.#index] === '<' ? this.#arguments() : [];
    let type = args === null ? null : this.#named(name, args);
    while (type !== null && /^\[\s*\]$/.test(this.#tokens[this.#index] ?? '')) {
      this.#index++;
      type = this.#world.pool.list(type);
    }
    return type;
  }

  #arguments(): readonly ApexType[] | null {
    const args: ApexType[] = [];
    do {
      this.#index++;
      const one = this.#type();
      if (one === null) {
        return null;
      }
      args.push(one);
    } while (this.#tokens[this.#index] === ',');
    return this.#tokens[this.#index++] === '>' ? args : null;
  }

  #named(name: string, args: readonly ApexType[]): ApexType | null {
    const names = name.split('.');
    const { pool, platform, catalog } = this.#world;
    const user = args.length === 0 ? this.#resolver.findUser(names, this.#scope) : null;
    if (user !== null) {
      return user;
    }
    const simple = name.toLowerCase().replace(/^system\./, '');
    const wanted = simple === 'map' ? 2 : simple === 'list' || simple === 'set' ? 1 : 0;
    const builtIn = wanted === args.length ? platform.builtIn(simple, args) : null;
    if (builtIn !== null) {
      return builtIn;
    }
    const found = catalog.find(name);
    if (found !== null && wanted === 0 && found.typeParameters.length === args.length) {
      return pool.platform(found, args);
    }
    return args.length === 0 ? this.#resolver.findObject(names, this.#scope) : null;
  }
}
