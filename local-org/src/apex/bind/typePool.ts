/** Makes each type once: two types of one pool are the same type exactly when they are the same object. */
import type { ApexType, PrimitiveName } from '../types.ts';
import type { PlatformClass } from '../../system/define.ts';
import type { ObjectInfo } from '../../data/schema.ts';

export const VOID: ApexType = { kind: 'void', name: 'void' };
export const NULL: ApexType = { kind: 'null', name: 'null' };
/** Stands for a type that could not be found out; an error has been reported where it came from. */
export const UNKNOWN: ApexType = { kind: 'unknown', name: 'unknown' };

const primitive = (name: PrimitiveName): ApexType => ({ kind: 'primitive', name });
export const BOOLEAN = primitive('Boolean');
export const INTEGER = primitive('Integer');
export const LONG = primitive('Long');
export const DOUBLE = primitive('Double');
export const DECIMAL = primitive('Decimal');
export const STRING = primitive('String');
export const ID = primitive('Id');
export const DATE = primitive('Date');
export const DATETIME = primitive('Datetime');
export const TIME = primitive('Time');
export const BLOB = primitive('Blob');
export const OBJECT = primitive('Object');
/** The generic row: any object's rows fit. */
export const SOBJECT: ApexType = { kind: 'sobject', name: 'SObject', object: null };

/** Lower-case name to primitive. */
export const PRIMITIVES: ReadonlyMap<string, ApexType> = new Map(
  [BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME, BLOB, OBJECT].map((type) => [
    type.name.toLowerCase(),
    type,
  ]),
);

export class TypePool {
  readonly #made = new Map<string, ApexType>();
  readonly #numbers = new Map<object, number>();

  list(element: ApexType): ApexType {
    return this.#once(`L${this.#number(element)}`, () => ({ kind: 'list', name: `List<${element.name}>`, element }));
  }
  set(element: ApexType): ApexType {
    return this.#once(`S${this.#number(element)}`, () => ({ kind: 'set', name: `Set<${element.name}>`, element }));
  }
  map(key: ApexType, value: ApexType): ApexType {
    return this.#once(`M${this.#number(key)},${this.#number(value)}`, () => ({
      kind: 'map',
      name: `Map<${key.name},${value.name}>`,
      key,
      value,
    }));
  }
  query(element: ApexType): ApexType {
    return this.#once(`Q${this.#number(element)}`, () => ({ kind: 'query', name: `List<${element.name}>`, element }));
  }
  sobject(object: ObjectInfo): ApexType {
    return this.#once(`O${this.#number(object)}`, () => ({ kind: 'sobject', name: object.name, object }));
  }
  platform(platformClass: PlatformClass, typeArguments: readonly ApexType[] = []): ApexType {
    const key = [platformClass, ...typeArguments].map((part) => this.#number(part)).join(',');
    // Two classes are built in and print without their namespace.
    const name = platformClass.name.replace(/^System\.(System|Exception)$/, '$1');
    return this.#once(`P${key}`, () => ({
      kind: 'platform',
      name: typeArguments.length === 0 ? name : `${name}<${typeArguments.map((one) => one.name).join(',')}>`,
      class: platformClass,
      typeArguments,
    }));
  }

  #number(of: object): number {
    let number = this.#numbers.get(of);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(of, number);
    }
    return number;
  }
  #once(key: string, make: () => ApexType): ApexType {
    let type = this.#made.get(key);
    if (type === undefined) {
      type = make();
      this.#made.set(key, type);
    }
    return type;
  }
}

/** The row of a grouped query: generic, its fields are read with `get`. */
export const AGGREGATE: ApexType = { kind: 'sobject', name: 'AggregateResult', object: null };
