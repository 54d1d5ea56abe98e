/** Turns the signature texts of platform classes into types, with type parameters replaced by what they stand for. */
import type { ApexType } from '../types.ts';
import { splitArguments } from '../../runtime/typeNames.ts';
import type { OrgSchema } from '../../data/schema.ts';
import type { PlatformCatalog } from '../../system/catalog.ts';
import type { PlatformClass, PlatformMethod, PlatformProperty, TypeText } from '../../system/define.ts';
import { OBJECT, PRIMITIVES, SOBJECT, UNKNOWN, VOID, type TypePool } from './typePool.ts';

export interface PlatformCallable {
  readonly owner: PlatformClass;
  readonly method: PlatformMethod;
  readonly parameterTypes: readonly ApexType[];
  readonly returnType: ApexType;
}
export interface PlatformValue {
  readonly owner: PlatformClass;
  readonly property: PlatformProperty;
  readonly type: ApexType;
}
type Bindings = ReadonlyMap<string, ApexType>;
const NO_BINDINGS: ReadonlyMap<string, ApexType> = new Map();
const NO_METHODS: readonly PlatformCallable[] = [];

export class PlatformTypes {
  readonly catalog: PlatformCatalog;
  readonly #pool: TypePool;
  readonly #schema: OrgSchema;
  readonly #texts = new Map<TypeText, ApexType>();
  readonly #methods = new Map<ApexType, Map<string, readonly PlatformCallable[]>>();

  constructor(catalog: PlatformCatalog, pool: TypePool, schema: OrgSchema) {
    this.catalog = catalog;
    this.#pool = pool;
    this.#schema = schema;
  }

  /** The class that has the members of a type: `System.String` of String, `System.List` of a list. */
  classOf(type: ApexType): PlatformClass | null {
    switch (type.kind) {
      case 'primitive':
        return this.catalog.find(`System.${type.name}`);
      case 'list':
      case 'query':
        return this.catalog.find('System.List');
      case 'set':
        return this.catalog.find('System.Set');
      case 'map':
        return this.catalog.find('System.Map');
      case 'sobject':
        return this.catalog.find('System.SObject');
      case 'platform':
        return type.class;
      default:
        return null;
    }
  }

  /** The platform's name of a type's class, simulated or not. */
  classNameOf(type: ApexType): string {
    const names: Partial<Record<ApexType['kind'], string>> = {
      list: 'System.List',
      query: 'System.List',
      set: 'System.Set',
      map: 'System.Map',
      sobject: 'System.SObject',
    };
    return type.kind === 'platform' ? type.class.name : (names[type.kind] ?? `System.${type.name}`);
  }

  /** Extended class and implemented interfaces, with type arguments filled in. */
  superTypes(type: ApexType): readonly ApexType[] {
    const owner = this.classOf(type);
    if (owner === null) {
      return [];
    }
    const bindings = this.#bindings(type, owner);
    const parents = owner.extends === null ? owner.implements : [owner.extends, ...owner.implements];
    return parents.map((text) => this.typeOf(text, bindings));
  }

  /** Methods of that lower-case name, own ones first, inherited ones behind; an override hides what it overrides. */
  methods(type: ApexType, name: string): readonly PlatformCallable[] {
    let byName = this.#methods.get(type);
    if (byName === undefined) {
      byName = new Map();
      this.#methods.set(type, byName);
    }
    let found = byName.get(name);
    if (found === undefined) {
      found = this.#collect(type, name);
      byName.set(name, found);
    }
    return found;
  }

  #collect(type: ApexType, name: string): readonly PlatformCallable[] {
    const owner = this.classOf(type);
    if (owner === null) {
      return NO_METHODS;
    }
    const bindings = this.#bindings(type, owner);
    const own = owner.methods
      .filter((method) => method.name.toLowerCase() === name)
      .map((method) => this.#callable(owner, method, bindings));
    const inherited = this.superTypes(type).flatMap((parent) => this.methods(parent, name));
    const isNew = (candidate: PlatformCallable): boolean =>
      !own.some(
        (one) =>
          one.parameterTypes.length === candidate.parameterTypes.length &&
          one.parameterTypes.every((parameter, index) => parameter === candidate.parameterTypes[index]),
      );
    return [...own, ...inherited.filter(isNew)];
  }

  /** All methods of an interface and what it extends: what a user class must implement. */
  allMethods(type: ApexType): readonly PlatformCallable[] {
    const owner = this.classOf(type);
    const names = new Set<string>();
    const visit = (one: PlatformClass | null): void => {
      for (const method of one?.methods ?? []) {
        names.add(method.name.toLowerCase());
      }
    };
    visit(owner);
    for (const parent of this.superTypes(type)) {
      visit(this.classOf(parent));
    }
    return [...names].flatMap((name) => this.methods(type, name));
  }

  constructors(type: ApexType): readonly PlatformCallable[] {
    const owner = this.classOf(type);
    if (owner === null) {
      return NO_METHODS;
    }
    const own =
      owner.constructors.length === 0 && owner.form === 'exception'
        ? this.#exceptionConstructors()
        : owner.constructors;
    const bindings = this.#bindings(type, owner);
    return own.map((method) => this.#callable(owner, method, bindings));
  }

  /** Exceptions of the platform have the constructors of `System.Exception` unless they declare their own. */
  #exceptionConstructors(): readonly PlatformMethod[] {
    return this.catalog.find('System.Exception')?.constructors ?? [];
  }

  property(type: ApexType, name: string): PlatformValue | null {
    const owner = this.classOf(type);
    if (owner === null) {
      return null;
    }
    const property = owner.properties.find((one) => one.name.toLowerCase() === name);
    if (property !== undefined) {
      return { owner, property, type: this.typeOf(property.type, this.#bindings(type, owner)) };
    }
    for (const parent of this.superTypes(type)) {
      const inherited = this.property(parent, name);
      if (inherited !== null) {
        return inherited;
      }
    }
    return null;
  }

  #callable(owner: PlatformClass, method: PlatformMethod, bindings: Bindings): PlatformCallable {
    return {
      owner,
      method,
      parameterTypes: method.parameters.map((parameter) => this.typeOf(parameter.type, bindings)),
      returnType: this.typeOf(method.returns, bindings),
    };
  }

  #bindings(type: ApexType, owner: PlatformClass): Bindings {
    if (owner.typeParameters.length === 0) {
      return NO_BINDINGS;
    }
    const given = typeArgumentsOf(type);
    return new Map(owner.typeParameters.map((name, index) => [name, given[index] ?? OBJECT]));
  }

  /** Reads a type text of a signature. A name that is no platform type must be an object of the org. */
  typeOf(text: TypeText, bindings: Bindings = NO_BINDINGS): ApexType {
    if (bindings.size > 0) {
      return this.#read(text, bindings);
    }
    let type = this.#texts.get(text);
    if (type === undefined) {
      type = this.#read(text, bindings);
      this.#texts.set(text, type);
    }
    return type;
  }

  #read(text: TypeText, bindings: Bindings): ApexType {
    const trimmed = text.trim();
    if (trimmed.endsWith('[]')) {
      return this.#pool.list(this.#read(trimmed.slice(0, -2), bindings));
    }
    const open = trimmed.indexOf('<');
    const name = open < 0 ? trimmed : trimmed.slice(0, open);
    const args = open < 0 ? [] : splitArguments(trimmed.slice(open + 1, -1)).map((one) => this.#read(one, bindings));
    return bindings.get(name) ?? this.#named(name, args);
  }

  #named(name: string, args: readonly ApexType[]): ApexType {
    const folded = name.toLowerCase().replace(/^system\./, '');
    if (folded === 'void') {
      return VOID;
    }
    const builtIn = this.builtIn(folded, args);
    if (builtIn !== null) {
      return builtIn;
    }
    const found = this.catalog.find(name);
    if (found !== null) {
      return this.#pool.platform(found, args);
    }
    const object = this.#schema.find(name.replace(/^schema\./i, ''));
    return object === null ? UNKNOWN : this.#pool.sobject(object);
  }

  /** Primitives, collections and the generic row by lower-case name without namespace. */
  builtIn(name: string, args: readonly ApexType[]): ApexType | null {
    const [first = OBJECT, second = OBJECT] = args;
    switch (name) {
      case 'list':
        return this.#pool.list(first);
      case 'set':
        return this.#pool.set(first);
      case 'map':
        return this.#pool.map(first, second);
      case 'sobject':
        return SOBJECT;
      default:
        return PRIMITIVES.get(name) ?? null;
    }
  }
}

export function typeArgumentsOf(type: ApexType): readonly ApexType[] {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'query':
      return [type.element];
    case 'map':
      return [type.key, type.value];
    case 'platform':
      return type.typeArguments;
    default:
      return [];
  }
}
