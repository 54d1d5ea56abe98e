/**
 * Binds and checks a whole program. Phases: declare types, resolve supertypes, bind members, check inheritance and
 * modifiers, then every body. Errors are collected; the answer is complete even with errors.
 */
import type { CheckedProgram, UserType } from '../types.ts';
import { declareUnits } from '../bind/declare.ts';
import { checkInheritance } from '../bind/inheritance.ts';
import { bindMembers, bindSuperTypes, breakCycles } from '../bind/members.ts';
import { checkModifiers } from '../bind/modifiers.ts';
import { TypeResolver } from '../bind/typeResolver.ts';
import { World, type CheckInput } from '../bind/world.ts';
import type { Tools } from './body.ts';
import { checkScript, checkTypeBodies } from './bodies.ts';
import { Conversions } from './conversions.ts';
import { typeFinder } from './typeFinder.ts';

export type { CheckInput, SourceUnit } from '../bind/world.ts';

export function checkProgram(input: CheckInput): CheckedProgram {
  const world = new World(input);
  const resolver = new TypeResolver(world);
  const conversions = new Conversions(world);
  const tools: Tools = { world, resolver, conversions };
  declareUnits(world);
  const holders = world.scripts.map((script) => script.holder);
  const all: readonly UserType[] = [
    ...world.types,
    ...holders
      .flatMap((holder) => [holder, ...holder.innerTypes.values()])
      .filter((type) => !world.types.includes(type)),
  ];
  for (const type of all) {
    bindSuperTypes(world, resolver, type);
  }
  breakCycles(world, all);
  for (const type of all) {
    bindMembers(world, resolver, type);
  }
  for (const type of all) {
    checkInheritance(tools, type);
    checkModifiers(tools, type);
  }
  for (const type of world.types) {
    checkTypeBodies(tools, type);
  }
  for (const script of world.scripts) {
    checkScript(tools, script);
  }
  return {
    types: world.types,
    scripts: world.scripts,
    info: world.info,
    locals: world.locals,
    visibleLocals: world.visibleLocals,
    writtenTypes: world.writtenTypes,
    rowInitializers: world.rowInitializers,
    loops: world.loops,
    upsertKeys: world.upsertKeys,
    queries: world.queries,
    errors: world.faults.errors,
    findType: typeFinder(world, resolver),
  };
}
