/** What is known at run time about a class, interface or enum of the source; made once per linked program. */
import type { ApexType, MethodSymbol, UserType } from '../apex/types.ts';
import type { ApexValue } from './runtime.ts';
import type { EnumValue } from './enumValue.ts';

/** A variable or property of an object, reachable by name: JSON, `String.valueOf` and dynamic binds use it. */
export interface MemberSlot {
  readonly name: string;
  readonly type: ApexType;
  readonly isTransient: boolean;
  /** The property of the JavaScript object that stores it. */
  readonly slot: string;
  /** Properties with code read and write through it; fields do not. */
  readonly getter: string | null;
  readonly setter: string | null;
}

export interface MethodSlot {
  readonly symbol: MethodSymbol;
  /** Name of the JavaScript method. */
  readonly slot: string;
}

/** The JavaScript class of a user class. */
export interface LinkedClass {
  readonly prototype: object;
  new (): UserObject;
}

type Callable = (...args: readonly ApexValue[]) => ApexValue;

export class ClassInfo {
  readonly type: UserType;
  /** `Outer.Inner`. */
  readonly name: string;
  readonly parent: ClassInfo | null;
  /** Lower-case names of every type its objects are instances of, its own first; generic ones also without arguments. */
  readonly ancestors: ReadonlySet<string>;
  /** Own and inherited, base class first. */
  readonly members: readonly MemberSlot[];
  /** Lower-case name to instance methods, own ones first. */
  readonly methods: ReadonlyMap<string, readonly MethodSlot[]>;
  /** Lower-case name to static methods. */
  readonly staticMethods: ReadonlyMap<string, readonly MethodSlot[]>;
  readonly enumValues: readonly EnumValue[];
  /** Set by the link; null for interfaces and enums. */
  linkedClass: LinkedClass | null = null;
  /** Static methods by key, constructors by key. */
  statics: Readonly<Record<string, Callable>> = {};
  constructors: Readonly<Record<string, Callable>> = {};

  constructor(
    parts: Pick<ClassInfo, 'type' | 'parent' | 'ancestors' | 'members' | 'methods' | 'staticMethods' | 'enumValues'>,
  ) {
    this.type = parts.type;
    this.name = parts.type.name;
    this.parent = parts.parent;
    this.ancestors = parts.ancestors;
    this.members = parts.members;
    this.methods = parts.methods;
    this.staticMethods = parts.staticMethods;
    this.enumValues = parts.enumValues;
  }

  findMethods(name: string, argumentCount: number): readonly MethodSlot[] {
    return (this.methods.get(name.toLowerCase()) ?? []).filter(
      (one) => one.symbol.parameterTypes.length === argumentCount,
    );
  }
}

/** Objects of user classes that are no exceptions. */
export class UserObject {
  declare readonly apexType: string;
  declare readonly classInfo: ClassInfo;
}

/** The class of a user object or user exception; null for every other value. */
export function classInfoOf(value: unknown): ClassInfo | null {
  return typeof value === 'object' && value !== null && 'classInfo' in value
    ? ((value as UserObject).classInfo ?? null)
    : null;
}

export function readMember(target: object, member: MemberSlot): ApexValue {
  const slots = target as Record<string, unknown>;
  return member.getter === null
    ? (slots[member.slot] as ApexValue)
    : (slots[member.getter] as () => ApexValue).call(target);
}
export function writeMember(target: object, member: MemberSlot, value: ApexValue): void {
  const slots = target as Record<string, unknown>;
  if (member.setter === null) {
    slots[member.slot] = value;
  } else {
    (slots[member.setter] as (value: ApexValue) => void).call(target, value);
  }
}
