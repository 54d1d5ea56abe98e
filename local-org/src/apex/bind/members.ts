/** Second and third phase: supertypes, then the members of each type with their types resolved. */
import type { Member, MethodDeclaration, Parameter, TypeReference } from '../ast.ts';
import type { ApexType, ConstructorSymbol, MethodSymbol, UserType } from '../types.ts';
import { checkMethodName, checkVariableName } from './identifiers.ts';
import { signatureOf } from './signatures.ts';
import { VOID } from './typePool.ts';
import { textOf, type TypeResolver, type TypeScope } from './typeResolver.ts';
import type { Open, World } from './world.ts';

export const scopeOf = (type: UserType): TypeScope => ({
  file: type.file,
  namespace: type.namespace,
  apiVersion: type.apiVersion,
  type,
});

export function bindSuperTypes(world: World, resolver: TypeResolver, type: UserType): void {
  const { declaration } = type;
  const scope = scopeOf(type);
  if (declaration.kind === 'Interface') {
    type.interfaces = resolveInterfaces(world, resolver, type, scope, declaration.extendsTypes);
  } else if (declaration.kind === 'Class') {
    if (declaration.extendsType !== null) {
      type.superType = resolveSuper(world, resolver, type, scope, declaration.extendsType);
    }
    type.interfaces = resolveInterfaces(world, resolver, type, scope, declaration.implementsTypes);
  }
}

function resolveSuper(
  world: World,
  resolver: TypeResolver,
  type: UserType,
  scope: TypeScope,
  written: TypeReference,
): ApexType | null {
  const found = resolver.resolve(written, scope);
  if (found.kind === 'unknown') {
    const known = world.catalog.knownName(textOf(written));
    if (known !== null) {
      world.unknownParents.set(type, known);
    }
    const exception = world.catalog.find('System.Exception');
    return known !== null && /exception$/i.test(known) && exception !== null ? world.pool.platform(exception) : null;
  }
  const isClass =
    found.kind === 'user'
      ? found.form === 'class'
      : found.kind === 'platform' && (found.class.form === 'class' || found.class.form === 'exception');
  if (!isClass || found === type) {
    const isInterface = found.kind === 'user' && found.form === 'interface';
    if (found === type) {
      world.report(type.file, written.at, 'CIRCULAR', found.name);
    } else {
      world.report(
        type.file,
        written.at,
        isInterface ? 'CLASS_INVALID' : 'SUPER_INVALID',
        isInterface ? textOf(written) : found.name,
      );
    }
    return null;
  }
  const isOpen =
    found.kind === 'user'
      ? isExtensible(found)
      : found.kind === 'platform' &&
        (found.class.isVirtual || found.class.isAbstract || found.class.name === 'System.Exception');
  if (!isOpen) {
    world.report(type.file, written.at, 'SUPER_FINAL', found.name);
    return null;
  }
  return found;
}

/** Exceptions may always be extended. */
function isExtensible(type: UserType): boolean {
  const { modifiers } = type.declaration;
  return modifiers.isVirtual || modifiers.isAbstract || /exception$/i.test(type.name);
}

function resolveInterfaces(
  world: World,
  resolver: TypeResolver,
  type: UserType,
  scope: TypeScope,
  written: readonly TypeReference[],
): readonly ApexType[] {
  const interfaces: ApexType[] = [];
  for (const reference of written) {
    const found = resolver.resolve(reference, scope);
    const isInterface =
      found.kind === 'user'
        ? found.form === 'interface'
        : found.kind === 'platform' && found.class.form === 'interface';
    if (found.kind === 'unknown') {
      continue;
    }
    if (!isInterface || found === type) {
      world.report(type.file, reference.at, 'INTERFACE_INVALID', textOf(reference));
    } else if (interfaces.includes(found)) {
      world.report(type.file, reference.at, 'INTERFACE_REPEATED', textOf(reference));
    } else {
      interfaces.push(found);
    }
  }
  return interfaces;
}

/** Cuts classes loose that inherit from themselves, so that later walks end. */
export function breakCycles(world: World, types: readonly UserType[]): void {
  for (const type of types.filter(isOwnAncestor)) {
    world.report(type.file, type.declaration.at, 'CIRCULAR', type.name);
    type.superType = null;
    type.interfaces = [];
  }
}

function isOwnAncestor(type: UserType): boolean {
  const seen = new Set<ApexType>();
  const reaches = (current: ApexType | null): boolean => {
    if (current === type) {
      return true;
    }
    if (current?.kind !== 'user' || seen.has(current)) {
      return false;
    }
    seen.add(current);
    return [current.superType, ...current.interfaces].some(reaches);
  };
  return [type.superType, ...type.interfaces].some(reaches);
}

export function bindMembers(world: World, resolver: TypeResolver, type: UserType): void {
  const { declaration } = type;
  const scope = scopeOf(type);
  if (declaration.kind === 'Interface') {
    for (const method of declaration.methods) {
      addMethod(world, resolver, type, scope, method, true);
    }
  } else if (declaration.kind === 'Enum') {
    checkEnum(world, type);
  } else {
    for (const member of declaration.members) {
      addMember(world, resolver, type, scope, member);
    }
    if (type.constructors.length === 0) {
      (type as Open<UserType>).constructors.push({ owner: type, parameterTypes: [], key: 'new', declaration: null });
    }
  }
}

function checkEnum(world: World, type: UserType): void {
  const seen = new Set<string>();
  for (const value of type.declaration.kind === 'Enum' ? type.declaration.values : []) {
    if (seen.has(value.name.toLowerCase())) {
      world.report(type.file, value.at, 'DUPLICATE_FIELD', value.name);
    }
    seen.add(value.name.toLowerCase());
  }
}

function addMember(world: World, resolver: TypeResolver, type: UserType, scope: TypeScope, member: Member): void {
  switch (member.kind) {
    case 'Field':
    case 'Property': {
      checkVariableName(world, type.file, member.at, member.name);
      const name = member.name.toLowerCase();
      const memberType = resolver.resolve(member.type, scope);
      if (memberType === VOID) {
        world.report(type.file, member.type.at, member.kind === 'Field' ? 'VOID_VARIABLE' : 'VOID_PROPERTY');
      }
      if (type.fields.has(name) || type.properties.has(name)) {
        world.report(type.file, member.at, 'DUPLICATE_FIELD', member.name);
        return;
      }
      const isStatic = member.modifiers.isStatic;
      if (member.kind === 'Field') {
        (type as Open<UserType>).fields.set(name, {
          owner: type,
          name: member.name,
          type: memberType,
          isStatic,
          isFinal: member.modifiers.isFinal,
          declaration: member,
        });
      } else {
        (type as Open<UserType>).properties.set(name, {
          owner: type,
          name: member.name,
          type: memberType,
          isStatic,
          declaration: member,
        });
      }
      return;
    }
    case 'Method':
      addMethod(world, resolver, type, scope, member, false);
      return;
    case 'Constructor': {
      if (member.name.toLowerCase() !== type.declaration.name.toLowerCase()) {
        world.report(type.file, member.at, 'CONSTRUCTOR_NAME', member.name);
        return;
      }
      const parameterTypes = resolveParameters(world, resolver, type, scope, member.parameters);
      const symbol: ConstructorSymbol = {
        owner: type,
        parameterTypes,
        key: keyOf('new', parameterTypes),
        declaration: member,
      };
      if (type.constructors.some((one) => one.key === symbol.key)) {
        world.report(
          type.file,
          member.at,
          'DUPLICATE_METHOD',
          '<init>',
          `void ${type.name}.${signatureOf('<init>', parameterTypes)}`,
          type.name,
        );
      }
      (type as Open<UserType>).constructors.push(symbol);
      return;
    }
    case 'Initializer':
      if (member.isStatic && type.outer !== null) {
        world.report(type.file, member.at, 'STATIC_BLOCK_IN_INNER');
      }
      return;
    default:
      return;
  }
}

const MAXIMUM_PARAMETERS = 32;

function resolveParameters(
  world: World,
  resolver: TypeResolver,
  type: UserType,
  scope: TypeScope,
  parameters: readonly Parameter[],
): readonly ApexType[] {
  if (parameters.length > MAXIMUM_PARAMETERS) {
    world.report(type.file, parameters[MAXIMUM_PARAMETERS]?.at ?? 0, 'PARAMETER_COUNT', String(MAXIMUM_PARAMETERS));
  }
  const names = new Set<string>();
  return parameters.map((parameter) => {
    const name = parameter.name.toLowerCase();
    if (names.has(name)) {
      world.report(type.file, parameter.at, 'DUPLICATE_VARIABLE', parameter.name);
    }
    names.add(name);
    const found = resolver.resolve(parameter.type, scope);
    if (found === VOID) {
      world.report(type.file, parameter.type.at, 'VOID_PARAMETER');
    }
    return found;
  });
}

function addMethod(
  world: World,
  resolver: TypeResolver,
  type: UserType,
  scope: TypeScope,
  declaration: MethodDeclaration,
  isInterface: boolean,
): void {
  const { modifiers } = declaration;
  checkMethodName(world, type.file, declaration.at, declaration.name);
  const parameterTypes = resolveParameters(world, resolver, type, scope, declaration.parameters);
  const symbol: MethodSymbol = {
    owner: type,
    name: declaration.name,
    returnType: declaration.returnType === null ? VOID : resolver.resolve(declaration.returnType, scope),
    parameterTypes,
    isStatic: modifiers.isStatic || modifiers.isTestMethod,
    isAbstract: isInterface || modifiers.isAbstract,
    isVirtual: isInterface || modifiers.isAbstract || modifiers.isVirtual || modifiers.isOverride,
    key: keyOf(declaration.name, parameterTypes),
    declaration,
  };
  const name = declaration.name.toLowerCase();
  const overloads = type.methods.get(name) ?? [];
  if (overloads.some((one) => one.key === symbol.key)) {
    world.report(
      type.file,
      declaration.at,
      'DUPLICATE_METHOD',
      declaration.name,
      `${symbol.returnType.name} ${type.name}.${signatureOf(declaration.name, parameterTypes)}`,
      type.name,
    );
    return;
  }
  (type as Open<UserType>).methods.set(name, [...overloads, symbol]);
}

/** Letters, digits, `$` and `_` only; the same for the same name in any case and the same parameter types. */
export function keyOf(name: string, parameterTypes: readonly ApexType[]): string {
  const mangle = (type: ApexType): string =>
    type.name.toLowerCase().replace(/\./g, '_').replace(/[<,]/g, '$_').replace(/>/g, '_$');
  return [name.toLowerCase(), ...parameterTypes.map(mangle)].join('$');
}
