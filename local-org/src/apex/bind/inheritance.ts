/** Overriding, abstract methods and interfaces. */
import type { ApexType, MethodSymbol, UserType } from '../types.ts';
import type { Tools } from '../check/body.ts';
import { isException } from '../check/conversions.ts';
import { accessOf, topLevelOf, type Access } from './access.ts';
import type { PlatformCallable } from './platformTypes.ts';
import { nameOf, signatureOf } from './signatures.ts';
import { ID, SOBJECT, STRING } from './typePool.ts';
import type { Open } from './world.ts';

/** A public method may override a global one. */
const ACCESS_RANK: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 2 };

/** `void Outer.Inner.foo(Integer)`. */
const describe = (method: MethodSymbol): string =>
  `${method.returnType.name} ${method.owner.name}.${signatureOf(method.name, method.parameterTypes)}`;
const accessOfMethod = (method: MethodSymbol): Access => accessOf(method.declaration.modifiers, method.owner);

export function checkInheritance(tools: Tools, type: UserType): void {
  if (type.declaration.kind !== 'Class') {
    return;
  }
  checkException(tools, type);
  for (const overloads of type.methods.values()) {
    for (const method of overloads) {
      checkOverride(tools, type, method);
    }
  }
  if (!type.declaration.modifiers.isAbstract) {
    checkAbstract(tools, type);
  }
  checkInterfaces(tools, type);
}

function checkException(tools: Tools, type: UserType): void {
  const { world } = tools;
  const isNamed = /exception$/i.test(type.name);
  const { at } = type.declaration;
  if (isException(type) && !isNamed) {
    world.report(type.file, at, 'EXCEPTION_NAME', type.name);
    return;
  } else if (isNamed && !isException(type)) {
    world.report(type.file, at, 'EXCEPTION_SUPER', type.superType?.name ?? type.name);
  }
  if (!isException(type)) {
    return;
  }
  for (const one of type.constructors) {
    const [first, second] = one.parameterTypes;
    const isText = first?.kind === 'primitive' && first.name === 'String';
    const isCause = (of: ApexType | undefined): boolean =>
      of?.kind === 'platform' && of.class.name === 'System.Exception';
    const isTaken =
      (one.parameterTypes.length === 1 && (isText || isCause(first))) ||
      (one.parameterTypes.length === 2 && isText && isCause(second));
    if (isTaken && one.declaration !== null) {
      world.report(
        type.file,
        one.declaration.at,
        'EXCEPTION_CONSTRUCTOR',
        signatureOf('void <init>', one.parameterTypes),
      );
    }
  }
}

const sameParameters = (one: readonly ApexType[], other: readonly ApexType[]): boolean =>
  one.length === other.length && one.every((type, index) => type === other[index]);

/** The method of a superclass that has the same name and parameters. */
function overridden(type: UserType, method: MethodSymbol): MethodSymbol | null {
  for (let parent = type.superType; parent?.kind === 'user'; parent = parent.superType) {
    const found = parent.methods
      .get(method.name.toLowerCase())
      ?.find((one) => sameParameters(one.parameterTypes, method.parameterTypes));
    if (
      found !== undefined &&
      (found.isVirtual || accessOfMethod(found) !== 'private' || topLevelOf(parent) === topLevelOf(type))
    ) {
      return found;
    }
  }
  return null;
}

/** Before API 65 an abstract method of another file could be private: what implements it needs no `override`. */
const isForeignPrivate = (type: UserType, base: MethodSymbol): boolean =>
  accessOfMethod(base) === 'private' && topLevelOf(base.owner) !== topLevelOf(type);

/** The same for a platform class that may be extended. */
function overriddenPlatform(tools: Tools, type: UserType, method: MethodSymbol): PlatformCallable | null {
  let parent: ApexType | null = type.superType;
  while (parent?.kind === 'user') {
    parent = parent.superType;
  }
  if (parent === null) {
    return null;
  }
  return (
    tools.world.platform
      .methods(parent, method.name.toLowerCase())
      .find((one) => sameParameters(one.parameterTypes, method.parameterTypes)) ?? null
  );
}

const OBJECT_METHODS: ReadonlySet<string> = new Set(['tostring0', 'hashcode0', 'equals1']);

/** Those of them a class overrides by keyword; `equals` is one it only has. */
const OVERRIDABLE: ReadonlySet<string> = new Set(['tostring0', 'hashcode0']);

function checkOverride({ world, conversions, resolver }: Tools, type: UserType, method: MethodSymbol): void {
  const { modifiers, at } = method.declaration;
  const base = overridden(type, method);
  if (base === null) {
    const signature = method.name.toLowerCase() + String(method.parameterTypes.length);
    const hidesText = signature === 'tostring0' && !modifiers.isOverride;
    if (hidesText && overriddenPlatform({ world, conversions, resolver }, type, method) === null) {
      world.report(type.file, at, 'OVERRIDE_NEEDED', describe(method));
    } else if (
      modifiers.isOverride &&
      !OVERRIDABLE.has(signature) &&
      world.unknownParentOf(type) === null &&
      overriddenPlatform({ world, conversions, resolver }, type, method) === null
    ) {
      world.report(type.file, at, 'OVERRIDE_NOTHING', describe(method));
    }
    return;
  }
  if (base.isStatic && method.isStatic) {
    return;
  }
  if (base.isStatic !== method.isStatic) {
    world.report(type.file, at, 'OVERRIDE_STATIC', describe(base), describe(method));
    return;
  }
  if (!base.isVirtual) {
    world.report(type.file, at, 'OVERRIDE_FINAL', describe(method));
  } else if (!modifiers.isOverride && !isForeignPrivate(type, base)) {
    world.report(type.file, at, 'OVERRIDE_NEEDED', describe(method));
  } else if (ACCESS_RANK[accessOfMethod(method)] < ACCESS_RANK[accessOfMethod(base)]) {
    world.report(type.file, at, 'OVERRIDE_NARROWS', describe(method));
  }
  if (base.returnType !== method.returnType) {
    world.report(type.file, at, 'RETURN_TYPES_CLASH', method.returnType.name, base.returnType.name, type.name);
  }
}

/** A concrete class has a body for every abstract method of its superclasses. */
function checkAbstract({ world }: Tools, type: UserType): void {
  const implemented: MethodSymbol[] = [];
  for (let current: ApexType | null = type; current?.kind === 'user'; current = current.superType) {
    for (const method of [...current.methods.values()].flat()) {
      if (!method.isAbstract) {
        implemented.push(method);
      } else if (
        current !== type &&
        !implemented.some(
          (one) =>
            one.name.toLowerCase() === method.name.toLowerCase() &&
            sameParameters(one.parameterTypes, method.parameterTypes),
        )
      ) {
        world.report(type.file, type.declaration.at, 'IMPLEMENT_ABSTRACT', type.name, describe(method));
      }
    }
  }
}

interface Wanted {
  readonly name: string;
  readonly parameterTypes: readonly ApexType[];
  readonly returnType: ApexType;
  readonly key: string | null;
  readonly text: string;
}

/** Everything the interfaces of a class ask for; those of superclasses were checked with them unless they are abstract. */
function checkInterfaces(tools: Tools, type: UserType): void {
  const isConcrete = type.declaration.kind === 'Class' && !type.declaration.modifiers.isAbstract;
  const wanted = new Map<string, Wanted[]>();
  for (let current: ApexType | null = type; current?.kind === 'user'; current = current.superType) {
    for (const one of current.interfaces.flatMap((parent) => wantedBy(tools, parent))) {
      const id = one.key ?? signatureOf(one.name.toLowerCase(), one.parameterTypes);
      wanted.set(id, [...(wanted.get(id) ?? []), one]);
    }
  }
  for (const alternatives of wanted.values()) {
    const [first] = alternatives;
    if (first !== undefined) {
      checkImplementation(tools, type, first, alternatives, isConcrete);
    }
  }
}

function wantedBy(tools: Tools, type: ApexType): readonly Wanted[] {
  if (type.kind !== 'user') {
    return tools.world.platform
      .allMethods(type)
      .filter((one) => !one.method.isStatic)
      .map((one) => ({
        name: one.method.name,
        parameterTypes: one.parameterTypes,
        returnType: one.returnType,
        key: null,
        text: `${nameOf(one.returnType)} ${one.owner.name}.${signatureOf(one.method.name, one.parameterTypes)}`,
      }));
  }
  const own = [...type.methods.values()].flat().map((one) => ({
    name: one.name,
    parameterTypes: one.parameterTypes,
    returnType: one.returnType,
    key: one.key,
    text: describe(one),
  }));
  return [...own, ...type.interfaces.flatMap((parent) => wantedBy(tools, parent))];
}

function checkImplementation(
  tools: Tools,
  type: UserType,
  wanted: Wanted,
  alternatives: readonly Wanted[],
  isConcrete: boolean,
): void {
  const { world } = tools;
  const found = findImplementation(tools, type, wanted, alternatives);
  if (found === null) {
    if (isConcrete && !isInheritedFromPlatform(tools, type, wanted)) {
      world.report(type.file, type.declaration.at, 'IMPLEMENT_INTERFACE', type.name, wanted.text);
    }
    return;
  }
  const access = accessOfMethod(found);
  if (found.owner.form === 'class' && access !== 'public' && access !== 'global') {
    world.report(type.file, found.declaration.at, 'IMPLEMENTATION_HIDDEN', type.name, wanted.text);
  }
  if (wanted.key !== null && wanted.key !== found.key) {
    (type as Open<UserType>).bridges.push({ key: wanted.key, method: found });
  }
}

function isInheritedFromPlatform({ world }: Tools, type: UserType, wanted: Wanted): boolean {
  let parent: ApexType | null = type.superType;
  while (parent?.kind === 'user') {
    parent = parent.superType;
  }
  const isCommon = OBJECT_METHODS.has(wanted.name.toLowerCase() + String(wanted.parameterTypes.length));
  return isCommon || (parent !== null && world.platform.methods(parent, wanted.name.toLowerCase()).length > 0);
}

/** A method of the class or a superclass with the wanted parameters; a list of rows may be one of a special object. */
function findImplementation(
  { conversions }: Tools,
  type: UserType,
  wanted: Wanted,
  alternatives: readonly Wanted[],
): MethodSymbol | null {
  let loose: MethodSymbol | null = null;
  for (let current: ApexType | null = type; current?.kind === 'user'; current = current.superType) {
    for (const method of current.methods.get(wanted.name.toLowerCase()) ?? []) {
      if (
        !alternatives.some(
          (one) => conversions.isAssignable(method.returnType, one.returnType) || one.returnType === method.returnType,
        )
      ) {
        continue;
      }
      if (sameParameters(method.parameterTypes, wanted.parameterTypes)) {
        return method;
      }
      if (
        method.parameterTypes.length === wanted.parameterTypes.length &&
        method.parameterTypes.every((one, index) => isLooselySame(one, wanted.parameterTypes[index] as ApexType))
      ) {
        loose ??= method;
      }
    }
  }
  return loose;
}

function isLooselySame(own: ApexType, wanted: ApexType): boolean {
  const isText = (type: ApexType): boolean => type === STRING || type === ID;
  return (
    own === wanted ||
    (isText(own) && isText(wanted)) ||
    own.kind === 'unknown' ||
    wanted.kind === 'unknown' ||
    (own.kind === 'list' && wanted.kind === 'list' && own.element.kind === 'sobject' && wanted.element === SOBJECT)
  );
}
