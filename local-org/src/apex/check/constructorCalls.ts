/** `this(…)` and `super(…)`, and the choice of a constructor. */
import type { Position } from '../ast.ts';
import type { ApexType, Reference, UserType } from '../types.ts';
import { accessOf, isVisible } from '../bind/access.ts';
import { parameterList } from '../bind/signatures.ts';
import { STRING, UNKNOWN, VOID } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { argumentTypes, convertArguments, type CallNode } from './calls.ts';
import { isException } from './conversions.ts';
import { platformType } from './fieldTypes.ts';
import { chooseOverload } from './overloads.ts';

export function constructorCall(body: Body, call: CallNode, which: 'this' | 'super'): ApexType {
  if (which === 'super' && body.owner.superType === null && body.kind !== 'constructor') {
    return body.set(call, body.fail(call.at, 'NO_SUPER', body.owner.name));
  }
  if (body.kind !== 'constructor') {
    body.report(call.at, which === 'this' ? 'THIS_FIRST' : 'SUPER_FIRST');
    return body.set(call, UNKNOWN);
  }
  body.isBeforeObject = true;
  const args = argumentTypes(body, call);
  body.isBeforeObject = false;
  const type = which === 'this' ? body.owner : body.owner.superType;
  if (type === null) {
    // Every class may call the constructor of Object.
    return args.length === 0 ? body.set(call, VOID) : body.set(call, body.fail(call.at, 'NO_SUPER', body.owner.name));
  }
  const reference = chooseConstructor(body, type, args, call.arguments, call.at, true);
  return body.set(call, VOID, reference);
}

/** Picks and converts arguments; null, with an error reported, when none fits. */
export function chooseConstructor(
  body: Body,
  type: ApexType,
  args: readonly ApexType[],
  written: CallNode['arguments'],
  at: Position,
  isChained = false,
): Reference | null {
  const { world } = body;
  if (type.kind === 'user') {
    return chooseUser(body, type, args, written, at, isChained);
  }
  const choice = chooseOverload(world, body.conversions, world.platform.constructors(type), args);
  if (choice.kind !== 'none') {
    const found = choice.kind === 'one' ? choice.chosen : choice.first;
    convertArguments(body, written, found.parameterTypes);
    return { kind: 'platformConstructor', owner: found.owner, method: found.method };
  }
  if (args.some((one) => one.kind === 'unknown')) {
    return null;
  }
  const className = world.platform.classNameOf(type);
  const ours = world.platform.constructors(type).filter((one) => one.parameterTypes.length === args.length).length;
  if (world.catalog.knownOverloads(className, '<init>', args.length) > ours) {
    body.report(at, 'UNSUPPORTED', `new ${className}${parameterList(args)}`);
  } else {
    body.report(at, 'CONSTRUCTOR_MISSING', type.name, parameterList(args));
  }
  return null;
}

function chooseUser(
  body: Body,
  type: UserType,
  args: readonly ApexType[],
  written: CallNode['arguments'],
  at: Position,
  isChained: boolean,
): Reference | null {
  const { world } = body;
  const choice = chooseOverload(world, body.conversions, type.constructors, args);
  const builtIn = isException(type)
    ? chooseOverload(world, body.conversions, exceptionConstructors(body), args)
    : { kind: 'none' as const };
  const isWritten = choice.kind === 'one' && choice.chosen.declaration !== null;
  if (builtIn.kind === 'one' && !isWritten) {
    convertArguments(body, written, builtIn.chosen.parameterTypes);
    return { kind: 'exceptionConstructor', type, parameterTypes: builtIn.chosen.parameterTypes };
  }
  if (choice.kind === 'one') {
    const { chosen } = choice;
    const modifiers = chosen.declaration?.modifiers;
    if (modifiers !== undefined && !isVisible(accessOf(modifiers, type), modifiers, type, body.scope)) {
      body.report(at, 'METHOD_HIDDEN', `void ${type.name}.<init>${parameterList(chosen.parameterTypes)}`);
    }
    convertArguments(body, written, chosen.parameterTypes);
    return { kind: 'constructor', constructor: chosen };
  }
  if (!args.some((one) => one.kind === 'unknown')) {
    if (isChained) {
      body.report(at, 'CHAIN_MISSING', parameterList(args));
    } else {
      body.report(at, 'CONSTRUCTOR_MISSING', type.name, parameterList(args));
    }
  }
  return null;
}

/** What every exception class has: `()`, `(String)`, `(Exception)`, `(String, Exception)`. */
function exceptionConstructors(body: Body): readonly { readonly parameterTypes: readonly ApexType[] }[] {
  const exception = platformType(body.world, 'System.Exception');
  return [
    { parameterTypes: [] },
    { parameterTypes: [STRING] },
    { parameterTypes: [exception] },
    { parameterTypes: [STRING, exception] },
  ];
}
