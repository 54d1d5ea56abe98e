/** Method calls: who is called, which overload, and what the call gives. */
import type { Expression } from '../ast.ts';
import type { ApexType, MethodSymbol, UserType } from '../types.ts';
import { accessOf, isVisible } from '../bind/access.ts';
import { signatureOf } from '../bind/signatures.ts';
import { SOBJECT, UNKNOWN } from '../bind/typePool.ts';
import type { PlatformCallable } from '../bind/platformTypes.ts';
import type { Body } from './body.ts';
import { constructorCall } from './constructorCalls.ts';
import { expressionType } from './expressions.ts';
import { reportMissing, targetOf } from './names.ts';
import { chooseOverload } from './overloads.ts';
import { platformCall } from './platformCalls.ts';
import { enumCall, fieldErrorCall, objectCall, settingCall } from './specialCalls.ts';

export type CallNode = Extract<Expression, { kind: 'Call' }>;

export function callType(body: Body, call: CallNode): ApexType {
  const folded = call.name.toLowerCase();
  if (call.target === null && (folded === 'this' || folded === 'super')) {
    return constructorCall(body, call, folded);
  }
  if (call.target === null) {
    const args = argumentTypes(body, call);
    return simpleCall(body, call, args);
  }
  if (call.target.kind === 'Super') {
    const parent = expressionType(body, call.target);
    return instanceCall(body, call, parent, argumentTypes(body, call), true);
  }
  const target = targetOf(body, call.target);
  const args = argumentTypes(body, call);
  switch (target.kind) {
    case 'value':
      return hiddenTypeCall(body, call, target.type, args) ?? instanceCall(body, call, target.type, args, false);
    case 'path':
      if (target.type !== null) {
        return staticCall(body, call, target.type, args);
      }
      reportMissing(body, call, target, call.name);
      return body.set(call, UNKNOWN);
    default:
      return body.set(call, UNKNOWN);
  }
}

/** `Test.isRunningTest()` where an inherited variable is named Test: a method it lacks is one of the type. */
function hiddenTypeCall(body: Body, call: CallNode, target: ApexType, args: readonly ApexType[]): ApexType | null {
  const folded = call.name.toLowerCase();
  if (call.target?.kind !== 'Name' || target.kind !== 'user' || userMethods(target, folded).length > 0) {
    return null;
  }
  const type = body.resolver.findSimulated([call.target.name], [], body.scope, call.at);
  const isStatic =
    type?.kind === 'platform' && body.world.platform.methods(type, folded).some((one) => one.method.isStatic);
  if (type === null || !isStatic) {
    return null;
  }
  body.set(call.target, type, { kind: 'type', type });
  return staticCall(body, call, type, args);
}

export function argumentTypes(body: Body, call: { readonly arguments: readonly Expression[] }): readonly ApexType[] {
  return call.arguments.map((argument) => expressionType(body, argument));
}

export function convertArguments(body: Body, args: readonly Expression[], parameterTypes: readonly ApexType[]): void {
  args.forEach((argument, index) => {
    body.convert(argument, parameterTypes[index] ?? UNKNOWN);
  });
}

/** `foo(1)`: of the class and its supertypes, else of the outer class. */
function simpleCall(body: Body, call: CallNode, args: readonly ApexType[]): ApexType {
  const folded = call.name.toLowerCase();
  for (let owner: UserType | null = body.owner; owner !== null; owner = owner.outer) {
    // Of an outer class only statics: inner classes have no outer object.
    const methods = userMethods(owner, folded).filter((method) => owner === body.owner || method.isStatic);
    if (chooseOverload(body.world, body.conversions, methods, args).kind !== 'none') {
      return userCall(body, call, owner, methods, args, { isSuper: false, isSimple: true });
    }
    const platform = platformParent(owner);
    if (platform !== null && body.world.platform.methods(platform, folded).length > 0) {
      return platformCall(body, call, platform, body.world.platform.methods(platform, folded), args, body.isStatic);
    }
  }
  const common = body.isStatic ? null : objectCall(body, call, body.owner, args);
  return common ?? missing(body, call, body.owner, args);
}

function missing(body: Body, call: CallNode, type: ApexType, args: readonly ApexType[]): ApexType {
  const parent = body.world.unknownParentOf(type);
  if (parent !== null) {
    body.refuseInherited(call.at, parent, `${call.name}()`);
  } else if (!args.some((one) => one.kind === 'unknown')) {
    body.report(call.at, 'METHOD_MISSING', signatureOf(call.name, args), type.name);
  }
  return body.set(call, UNKNOWN);
}

/** Methods of that name of a class, its supertypes and interfaces; an override hides what it overrides. */
export function userMethods(type: UserType, name: string): readonly MethodSymbol[] {
  const own = type.methods.get(name) ?? [];
  const parents = type.superType === null ? type.interfaces : [type.superType, ...type.interfaces];
  if (parents.length === 0) {
    return own;
  }
  const found = [...own];
  const keys = new Set(own.map((method) => method.key));
  for (const parent of parents) {
    for (const method of parent.kind === 'user' ? userMethods(parent, name) : []) {
      if (!keys.has(method.key)) {
        keys.add(method.key);
        found.push(method);
      }
    }
  }
  return found;
}

/** The platform class or interfaces a user class inherits from. */
export function platformParents(type: UserType): readonly ApexType[] {
  const parents = type.superType === null ? type.interfaces : [type.superType, ...type.interfaces];
  return parents.flatMap((parent) => (parent.kind === 'user' ? platformParents(parent) : [parent]));
}
function platformParent(type: UserType): ApexType | null {
  return (
    platformParents(type).find((parent) => parent.kind === 'platform' && parent.class.form !== 'interface') ?? null
  );
}

function instanceCall(
  body: Body,
  call: CallNode,
  target: ApexType,
  args: readonly ApexType[],
  isSuper: boolean,
): ApexType {
  const folded = call.name.toLowerCase();
  const { platform } = body.world;
  if (target.kind === 'unknown') {
    return body.set(call, UNKNOWN);
  }
  if (target.kind === 'void') {
    return missing(body, call, target, args);
  }
  if (target.kind === 'user') {
    const methods = userMethods(target, folded);
    if (methods.length > 0) {
      return userCall(body, call, target, methods, args, { isSuper, isSimple: false });
    }
    for (const parent of platformParents(target)) {
      const inherited = platform.methods(parent, folded);
      if (inherited.length > 0) {
        return platformCall(body, call, parent, inherited, args, false);
      }
    }
    return (
      enumCall(body, call, target, args, false) ??
      objectCall(body, call, target, args) ??
      missing(body, call, target, args)
    );
  }
  if (target.kind === 'query') {
    return queryCall(body, call, target, args);
  }
  const fieldError = fieldErrorCall(body, call, args);
  if (fieldError !== null) {
    return fieldError;
  }
  const methods = platform.methods(target, folded);
  if (methods.length === 0) {
    return (
      enumCall(body, call, target, args, false) ??
      objectCall(body, call, target, args) ??
      platformCall(body, call, target, methods, args, false)
    );
  }
  return platformCall(body, call, target, methods, args, false);
}

/** `[SELECT …].size()` is called on the list, `[SELECT …].getSObjectType()` too; what lists lack is called on the row. */
function queryCall(
  body: Body,
  call: CallNode,
  target: Extract<ApexType, { kind: 'query' }>,
  args: readonly ApexType[],
): ApexType {
  const folded = call.name.toLowerCase();
  const list = body.world.pool.list(target.element);
  const isOfList = body.world.platform.methods(list, folded).length > 0;
  const receiver = isOfList ? list : target.element;
  if (call.target !== null) {
    body.convert(call.target, receiver);
  }
  return platformCall(body, call, receiver, body.world.platform.methods(receiver, folded), args, false);
}

function staticCall(body: Body, call: CallNode, target: ApexType, args: readonly ApexType[]): ApexType {
  const folded = call.name.toLowerCase();
  if (target.kind === 'unknown') {
    return body.set(call, UNKNOWN);
  }
  if (target.kind === 'user') {
    const methods = userMethods(target, folded);
    if (methods.length > 0) {
      return userCall(body, call, target, methods, args, { isSuper: false, isSimple: false, isStaticTarget: true });
    }
    return enumCall(body, call, target, args, true) ?? missing(body, call, target, args);
  }
  if (target.kind === 'sobject' && target !== SOBJECT) {
    return settingCall(body, call, target, args);
  }
  const methods: readonly PlatformCallable[] = body.world.platform.methods(target, folded);
  if (methods.length === 0) {
    return enumCall(body, call, target, args, true) ?? platformCall(body, call, target, methods, args, true);
  }
  return platformCall(body, call, target, methods, args, true);
}

interface CallManner {
  readonly isSuper: boolean;
  /** By simple name. */
  readonly isSimple: boolean;
  /** On the name of a type. */
  readonly isStaticTarget?: boolean;
}

function userCall(
  body: Body,
  call: CallNode,
  type: UserType,
  methods: readonly MethodSymbol[],
  args: readonly ApexType[],
  manner: CallManner,
): ApexType {
  const choice = chooseOverload(body.world, body.conversions, methods, args);
  if (choice.kind === 'none') {
    return (manner.isStaticTarget ? null : objectCall(body, call, type, args)) ?? missing(body, call, type, args);
  }
  if (choice.kind === 'ambiguous') {
    return body.set(call, body.fail(call.at, 'METHOD_AMBIGUOUS', signatureOf(call.name, args)));
  }
  const method = choice.chosen;
  const { modifiers } = method.declaration;
  const access = accessOf(modifiers, method.owner);
  if (!isVisible(access, modifiers, method.owner, body.scope)) {
    body.report(call.at, 'METHOD_HIDDEN', describe(method));
  }
  checkContext(body, call, method, manner);
  convertArguments(body, call.arguments, method.parameterTypes);
  const isVirtual = !manner.isSuper && !method.isStatic && method.isVirtual;
  return body.set(call, method.returnType, {
    kind: 'method',
    method,
    isVirtual,
    isImplicitThis: manner.isSimple && !method.isStatic,
  });
}

function checkContext(body: Body, call: CallNode, method: MethodSymbol, manner: CallManner): void {
  if (manner.isSimple) {
    if (body.isBeforeObject && !method.isStatic) {
      body.report(call.at, 'INSTANCE_METHOD_EARLY', describe(method));
    }
    const isOther = method.owner !== body.owner && !inheritsFrom(body.owner, method.owner);
    if (!method.isStatic && (body.isStatic || isOther)) {
      body.report(call.at, 'INSTANCE_METHOD_CONTEXT', describe(method));
    }
  } else if (manner.isStaticTarget === true && !method.isStatic) {
    body.report(call.at, 'INSTANCE_METHOD_CONTEXT', describe(method));
  } else if (manner.isStaticTarget !== true && method.isStatic) {
    body.report(call.at, 'STATIC_METHOD_CONTEXT', describe(method));
  }
  if (manner.isSuper && method.isAbstract) {
    body.report(call.at, 'ABSTRACT_CALL', describe(method));
  }
}

function inheritsFrom(type: UserType, of: UserType): boolean {
  const parents = type.superType === null ? type.interfaces : [type.superType, ...type.interfaces];
  return type === of || parents.some((parent) => parent.kind === 'user' && inheritsFrom(parent, of));
}

/** `void Outer.Inner.foo(Integer)`. */
export function describe(method: MethodSymbol): string {
  return `${method.returnType.name} ${method.owner.name}.${signatureOf(method.name, method.parameterTypes)}`;
}
