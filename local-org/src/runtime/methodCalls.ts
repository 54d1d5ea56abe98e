/** Calls a method by its name, on objects of the source and of the platform's library. */
import type { PlatformClass, PlatformMethod } from '../system/define.ts';
import { EnumValue } from './enumValue.ts';
import { ApexException } from './exception.ts';
import type { ApexValue } from './runtime.ts';
import type { Transaction } from './transaction.ts';
import { exactTypeName, splitArguments } from './typeNames.ts';
import { classInfoOf, type ClassInfo, type MethodSlot } from './userClass.ts';

type Run = (runtime: Transaction, ...args: readonly ApexValue[]) => ApexValue;

export function callByName(
  runtime: Transaction,
  target: object,
  method: string,
  args: readonly ApexValue[],
): ApexValue {
  const info = classInfoOf(target);
  const slot = info === null ? null : chooseSlot(runtime, info.findMethods(method, args.length), args);
  if (slot !== null) {
    return (target as Record<string, (...args: readonly ApexValue[]) => ApexValue>)[slot.slot]!(...args) ?? null;
  }
  const platform = findPlatformMethod(runtime, target, method, args);
  if (platform === null) {
    throw new Error(`${exactTypeName(target)} has no method ${method} with ${args.length} arguments`);
  }
  return (platform.run as unknown as Run)(runtime, target, ...args) ?? null;
}

/** The first method whose parameters the arguments fit. */
export function chooseSlot(
  runtime: Transaction,
  slots: readonly MethodSlot[],
  args: readonly ApexValue[],
): MethodSlot | null {
  if (slots.length <= 1) {
    return slots[0] ?? null;
  }
  const fitting = slots.filter((slot) =>
    slot.symbol.parameterTypes.every(
      (type, index) => args[index] === null || runtime.isInstance(args[index] ?? null, type.name),
    ),
  );
  return fitting[0] ?? slots[0] ?? null;
}

export function hasMethodNamed(runtime: Transaction, target: object, method: string, argumentCount: number): boolean {
  if ((classInfoOf(target)?.findMethods(method, argumentCount).length ?? 0) > 0) {
    return true;
  }
  return findPlatformMethod(runtime, target, method, new Array<null>(argumentCount).fill(null)) !== null;
}

function findPlatformMethod(
  runtime: Transaction,
  target: object,
  method: string,
  args: readonly ApexValue[],
): PlatformMethod | null {
  const name = method.toLowerCase();
  for (
    let one = platformClassOf(runtime, target);
    one !== null;
    one = one.extends === null ? null : runtime.catalog.find(withoutArguments(one.extends))
  ) {
    const candidates = one.methods.filter(
      (candidate) =>
        !candidate.isStatic && candidate.name.toLowerCase() === name && candidate.parameters.length === args.length,
    );
    const fitting = candidates.find((candidate) =>
      candidate.parameters.every(
        (parameter, index) => args[index] === null || runtime.isInstance(args[index] ?? null, parameter.type),
      ),
    );
    if (fitting !== undefined || candidates[0] !== undefined) {
      return fitting ?? candidates[0] ?? null;
    }
  }
  return null;
}

/** The platform's class of an object; of a user object the platform class it descends from. */
function platformClassOf(runtime: Transaction, target: object): PlatformClass | null {
  const info = classInfoOf(target);
  if (info !== null) {
    return (
      platformBase(runtime, info) ?? (target instanceof ApexException ? runtime.catalog.find('System.Exception') : null)
    );
  }
  if (target instanceof EnumValue) {
    return null;
  }
  return runtime.catalog.find(withoutArguments(exactTypeName(target)));
}
function platformBase(runtime: Transaction, info: ClassInfo): PlatformClass | null {
  for (let one: ClassInfo | null = info; one !== null; one = one.parent) {
    if (one.type.superType?.kind === 'platform') {
      return runtime.catalog.find(one.type.superType.class.name);
    }
  }
  return null;
}
function withoutArguments(name: string): string {
  return splitArguments(name.includes('<') ? name.slice(0, name.indexOf('<')) : name)[0] ?? name;
}
