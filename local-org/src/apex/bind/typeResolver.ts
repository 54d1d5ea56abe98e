/**
 * What a written type means. A simple name is looked for in the inner types of the class, of its outer class and of
 * their supertypes, among top-level types of the namespace, then on the platform, then among the org's objects.
 */
import type { Position, TypeReference } from '../ast.ts';
import type { ApexType, UserType } from '../types.ts';
import { isVisibleType } from './access.ts';
import { isKnownObject } from './knownObjects.ts';
import { AGGREGATE, UNKNOWN, VOID } from './typePool.ts';
import type { World } from './world.ts';

/** Where a name is looked up from. */
export interface TypeScope {
  readonly file: string;
  readonly namespace: string;
  readonly apiVersion: number;
  /** The innermost class; null outside of one. */
  readonly type: UserType | null;
}

/** How many type arguments the collections take. */
const COLLECTION_ARGUMENTS: Readonly<Record<string, number>> = { list: 1, set: 1, map: 2 };
const MAXIMUM_TYPE_DEPTH = 10;

export class TypeResolver {
  readonly #world: World;
  constructor(world: World) {
    this.#world = world;
  }

  /** Resolves and remembers; reports what does not exist and answers `unknown` for it. */
  resolve(reference: TypeReference, scope: TypeScope): ApexType {
    const before = this.#world.writtenTypes.get(reference);
    if (before !== undefined) {
      return before;
    }
    let type = this.#element(reference, scope);
    for (let depth = 0; depth < reference.arrayDepth; depth++) {
      type = this.#world.pool.list(type);
    }
    this.#world.writtenTypes.set(reference, type);
    return type;
  }

  #element(reference: TypeReference, scope: TypeScope): ApexType {
    const last = reference.parts.at(-1);
    const args = (last?.typeArguments ?? []).map((one) => this.resolve(one, scope));
    const names = reference.parts.map((part) => part.name);
    const found = this.find(names, args, scope, reference.at);
    if (found !== null) {
      return found;
    }
    this.#world.report(scope.file, reference.at, 'TYPE_MISSING', textOf(reference));
    return UNKNOWN;
  }

  /** Null when nothing has that name. Reports wrong type arguments, hidden types and what is not simulated. */
  find(names: readonly string[], args: readonly ApexType[], scope: TypeScope, at: Position): ApexType | null {
    return this.findSimulated(names, args, scope, at) ?? this.#refuseKnown(names, scope, at);
  }

  #refuseKnown(names: readonly string[], scope: TypeScope, at: Position): ApexType | null {
    const dotted = names.join('.');
    const known =
      dynamicName(names) ??
      this.#world.catalog.knownName(dotted) ??
      (names.length <= 2 && isKnownObject(names.at(-1) ?? '') ? dotted : null);
    if (known === null) {
      return null;
    }
    this.#world.report(scope.file, at, 'UNSUPPORTED', known);
    return UNKNOWN;
  }

  /** As `find`, but null for what exists on the platform and is not simulated. */
  findSimulated(names: readonly string[], args: readonly ApexType[], scope: TypeScope, at: Position): ApexType | null {
    const user = this.findUser(names, scope);
    if (user !== null) {
      if (args.length > 0) {
        this.#world.report(scope.file, at, 'TYPE_ARGUMENTS_UNEXPECTED', user.name);
      }
      if (!isVisibleType(user, scope)) {
        const isForeign = user.namespace.toLowerCase() !== scope.namespace.toLowerCase() && user.namespace !== '';
        this.#world.report(scope.file, at, 'TYPE_HIDDEN', isForeign ? `${user.namespace}.${user.name}` : user.name);
      }
      return user;
    }
    return this.findPlatform(names, args, scope, at);
  }

  /** A type of the source by its dotted name. */
  findUser(names: readonly string[], scope: TypeScope): UserType | null {
    const folded = names.map((name) => name.toLowerCase());
    const [first = ''] = folded;
    const root = this.findUserSimple(first, scope);
    if (root !== null) {
      const nested = this.#descend(root, folded.slice(1));
      if (nested !== null) {
        return nested;
      }
    }
    if (folded.length > 1 && this.#world.hasNamespace(first)) {
      const top = this.#world.findTopLevel(folded[1] ?? '', first);
      return top === null ? null : this.#descend(top, folded.slice(2));
    }
    return null;
  }

  #descend(type: UserType, names: readonly string[]): UserType | null {
    let current: UserType | null = type;
    for (const name of names) {
      current = current === null ? null : innerOf(current, name);
    }
    return current;
  }

  findUserSimple(name: string, scope: TypeScope): UserType | null {
    for (let type = scope.type; type !== null; type = type.outer) {
      if (type.name.toLowerCase() === name) {
        return type;
      }
      const inner = innerOf(type, name);
      if (inner !== null) {
        return inner;
      }
    }
    return (
      this.#world.findTopLevel(name, scope.namespace) ??
      (scope.namespace === '' ? null : this.#world.findTopLevel(name, ''))
    );
  }

  findPlatform(names: readonly string[], args: readonly ApexType[], scope: TypeScope, at: Position): ApexType | null {
    const world = this.#world;
    const folded = names.map((name) => name.toLowerCase());
    const plain = folded.length === 2 && folded[0] === 'system' ? folded.slice(1) : folded;
    if (plain.length === 1) {
      const [name = ''] = plain;
      const expected = COLLECTION_ARGUMENTS[name];
      if (expected !== undefined && args.length !== expected) {
        this.#wrongArguments(scope, at, names.join('.'), expected, args.length);
        return UNKNOWN;
      }
      const builtIn = world.platform.builtIn(name, args);
      if (builtIn !== null) {
        if (args.length > 0 && expected === undefined) {
          world.report(scope.file, at, 'TYPE_ARGUMENTS_UNEXPECTED', builtIn.name);
        }
        if (typeDepth(builtIn) > MAXIMUM_TYPE_DEPTH) {
          world.report(scope.file, at, 'TYPE_MISSING', builtIn.name);
        }
        return builtIn;
      }
      if (name === 'void') {
        return VOID;
      }
      if (name === 'aggregateresult') {
        return AGGREGATE;
      }
    }
    const dotted = names.join('.');
    const found = world.catalog.find(dotted);
    const object = this.findObject(names, scope);
    if (found !== null && !(object !== null && isOnlyStatic(found))) {
      if (found.typeParameters.length !== args.length) {
        this.#wrongArguments(scope, at, found.name, found.typeParameters.length, args.length);
        return UNKNOWN;
      }
      return world.pool.platform(found, args);
    }
    return object;
  }

  /** `Account`, `Schema.Account`, `ns__Thing__c`, `Thing__c` in its own namespace. */
  findObject(names: readonly string[], scope: TypeScope): ApexType | null {
    const qualifier = names.length === 2 ? names[0]?.toLowerCase() : undefined;
    if (
      names.length > 2 ||
      (qualifier !== undefined &&
        qualifier !== 'schema' &&
        qualifier !== 'system' &&
        !this.#world.hasNamespace(qualifier))
    ) {
      return null;
    }
    const object = this.#world.schema.find(names.at(-1) ?? '', scope.namespace);
    return object === null ? null : this.#world.pool.sobject(object);
  }

  #wrongArguments(scope: TypeScope, at: Position, name: string, expected: number, found: number): void {
    if (found === 0) {
      this.#world.report(scope.file, at, 'TYPE_ARGUMENTS_MISSING', name);
    } else if (expected === 0) {
      this.#world.report(scope.file, at, 'TYPE_ARGUMENTS_UNEXPECTED', name);
    } else {
      this.#world.report(scope.file, at, 'TYPE_ARGUMENT_COUNT', name, String(expected), String(found));
    }
  }
}

/** An inner type, own or inherited. */
export function innerOf(type: UserType, name: string): UserType | null {
  for (let current: ApexType | null = type; current?.kind === 'user'; current = current.superType) {
    const inner = current.innerTypes.get(name);
    if (inner !== undefined) {
      return inner;
    }
  }
  for (const parent of type.interfaces) {
    const inner = parent.kind === 'user' ? innerOf(parent, name) : null;
    if (inner !== null) {
      return inner;
    }
  }
  return null;
}

/** Classes such as BusinessHours share their name with an object: as a type the name means the object. */
function isOnlyStatic(found: {
  readonly form: string;
  readonly constructors: readonly unknown[];
  readonly methods: readonly { readonly isStatic: boolean }[];
  readonly properties: readonly { readonly isStatic: boolean }[];
}): boolean {
  return (
    found.form === 'class' &&
    found.constructors.length === 0 &&
    [...found.methods, ...found.properties].every((member) => member.isStatic)
  );
}

function typeDepth(type: ApexType): number {
  switch (type.kind) {
    case 'list':
    case 'set':
      return 1 + typeDepth(type.element);
    case 'map':
      return 1 + Math.max(typeDepth(type.key), typeDepth(type.value));
    default:
      return 0;
  }
}

/** A type as it is written, without spaces. */
export function textOf(reference: TypeReference): string {
  const parts = reference.parts.map((part) =>
    part.typeArguments.length === 0 ? part.name : `${part.name}<${part.typeArguments.map(textOf).join(',')}>`,
  );
  return parts.join('.') + '[]'.repeat(reference.arrayDepth);
}

/** Types the platform makes of other metadata: flows, data transformations. */
function dynamicName(names: readonly string[]): string | null {
  const dotted = names.join('.');
  return /^(?:Flow\.Interview|DataWeaveScriptResource)\./i.test(dotted) ? dotted : null;
}
