/** Which values fit where without a cast. Every rule was asked of the platform's own compiler. */
import type { ApexType } from '../types.ts';
import { DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER, LONG, OBJECT, SOBJECT, STRING } from '../bind/typePool.ts';
import type { World } from '../bind/world.ts';

/** Primitive to the primitives it becomes by itself, in arguments as well as in assignments. */
const WIDENINGS: ReadonlyMap<ApexType, readonly ApexType[]> = new Map([
  [INTEGER, [LONG, DOUBLE, DECIMAL]],
  [LONG, [DOUBLE, DECIMAL]],
  [DOUBLE, [DECIMAL]],
  [ID, [STRING]],
  [STRING, [ID]],
  [DATE, [DATETIME]],
]);

export const isNumeric = (type: ApexType): boolean =>
  type === INTEGER || type === LONG || type === DOUBLE || type === DECIMAL;

/** What compares rows compares accounts. */
const COMPARATOR = 'System.Comparator';

export class Conversions {
  readonly #world: World;
  constructor(world: World) {
    this.#world = world;
  }

  /** Whether a value may be assigned: what an argument may, and a Decimal to a Double. */
  isAssignable(from: ApexType, to: ApexType): boolean {
    return (from === DECIMAL && to === DOUBLE) || this.#fits(from, to);
  }

  /** Whether a value fits a parameter. */
  isArgument(from: ApexType, to: ApexType): boolean {
    return this.#fits(from, to) || isSameInterface(from, to);
  }

  #fits(from: ApexType, to: ApexType): boolean {
    if (from === to || from.kind === 'unknown' || to.kind === 'unknown') {
      return true;
    }
    if (from.kind === 'void' || to.kind === 'void') {
      return false;
    }
    if (from.kind === 'null' || to === OBJECT) {
      return true;
    }
    switch (from.kind) {
      case 'primitive':
        return WIDENINGS.get(from)?.includes(to) ?? false;
      case 'sobject':
        return to === SOBJECT;
      case 'query':
        return this.#isRow(from.element, to) || this.#fits(this.#world.pool.list(from.element), to);
      case 'list':
        return to.kind === 'list' ? this.#isElement(from.element, to.element) : this.#inherits(from, to);
      case 'map':
        return to.kind === 'map'
          ? from.key === to.key && this.isAssignable(from.value, to.value)
          : this.#inherits(from, to);
      case 'set':
      case 'platform':
      case 'user':
        return this.#inherits(from, to);
    }
  }

  /** A query may stand where one row is wanted. */
  #isRow(element: ApexType, to: ApexType): boolean {
    return to.kind === 'sobject' && (element === to || element === SOBJECT || to === SOBJECT);
  }

  /** Lists of rows fit each other where one of them is generic. */
  #isElement(from: ApexType, to: ApexType): boolean {
    return this.isAssignable(from, to) || (from === SOBJECT && to.kind === 'sobject');
  }

  #inherits(from: ApexType, to: ApexType): boolean {
    return this.#isSame(from, to) || this.superTypesOf(from).some((parent) => this.#inherits(parent, to));
  }

  /** The same class with arguments that fit: a `List<Account>` is an `Iterable<SObject>`. */
  #isSame(parent: ApexType, to: ApexType): boolean {
    return (
      parent === to ||
      (parent.kind === 'platform' &&
        to.kind === 'platform' &&
        parent.class.name === COMPARATOR &&
        to.class.name === COMPARATOR &&
        this.#fits(to.typeArguments[0] ?? OBJECT, parent.typeArguments[0] ?? OBJECT)) ||
      (parent.kind === 'platform' &&
        to.kind === 'platform' &&
        parent.class === to.class &&
        parent.typeArguments.every((argument, index) => this.#fits(argument, to.typeArguments[index] ?? OBJECT)))
    );
  }

  superTypesOf(type: ApexType): readonly ApexType[] {
    if (type.kind === 'user') {
      return type.superType === null ? type.interfaces : [type.superType, ...type.interfaces];
    }
    return this.#world.platform.superTypes(type);
  }

  isSubtype(from: ApexType, to: ApexType): boolean {
    return this.#inherits(from, to);
  }

  /** Whether a cast can succeed for some value. */
  isCastable(from: ApexType, to: ApexType): boolean {
    if (this.isAssignable(from, to)) {
      return true;
    }
    if (from.kind === 'void' || to.kind === 'void') {
      return false;
    }
    if (from === OBJECT) {
      return true;
    }
    switch (from.kind) {
      case 'primitive':
        return to.kind === 'primitive' && ((isNumeric(from) && isNumeric(to)) || (from === DATETIME && to === DATE));
      case 'sobject':
        return from === SOBJECT && to.kind === 'sobject';
      case 'query':
        return (
          this.isCastable(this.#world.pool.list(from.element), to) ||
          (to.kind === 'sobject' && this.isCastable(from.element, to))
        );
      case 'list':
        return to.kind === 'list' ? this.isCastable(from.element, to.element) : this.#meet(from, to);
      case 'set':
        return to.kind === 'set' ? false : this.#meet(from, to);
      case 'map':
        return to.kind === 'map'
          ? this.isCastable(from.key, to.key) && this.isCastable(from.value, to.value)
          : this.#meet(from, to);
      default:
        return this.#meet(from, to);
    }
  }

  /** Whether some class could be both: one inherits from the other, or one is an interface and the other is open. */
  #meet(from: ApexType, to: ApexType): boolean {
    if (this.isSubtype(to, from) || this.isSubtype(from, to)) {
      return true;
    }
    return (isInterface(from) && isOpen(to)) || (isInterface(to) && isOpen(from));
  }
}

/** Where an argument is an interface the type arguments are not compared: an `Iterable<Object>` fits `Iterable<String>`. */
const isSameInterface = (from: ApexType, to: ApexType): boolean =>
  from.kind === 'platform' && to.kind === 'platform' && from.class === to.class && isInterface(from);

export function isInterface(type: ApexType): boolean {
  return type.kind === 'user' ? type.form === 'interface' : type.kind === 'platform' && type.class.form === 'interface';
}

/** May have subclasses that are not known here. */
function isOpen(type: ApexType): boolean {
  if (isInterface(type)) {
    return true;
  }
  if (type.kind === 'user') {
    return type.form === 'class' && (type.declaration.modifiers.isVirtual || type.declaration.modifiers.isAbstract);
  }
  return type.kind === 'platform' && (type.class.isVirtual || type.class.isAbstract);
}

export const isEnum = (type: ApexType): boolean =>
  type.kind === 'user' ? type.form === 'enum' : type.kind === 'platform' && type.class.form === 'enum';

export function isException(type: ApexType): boolean {
  let current: ApexType | null = type;
  while (current?.kind === 'user') {
    current = current.superType;
  }
  return current?.kind === 'platform' && current.class.form === 'exception';
}
