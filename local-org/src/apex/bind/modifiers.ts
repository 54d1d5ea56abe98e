/** Rules of modifiers: where each is allowed and what it asks of its class. */
import type { Accessor, Member, MethodDeclaration, Modifiers, TypeDeclaration } from '../ast.ts';
import type { UserType } from '../types.ts';
import type { Tools } from '../check/body.ts';
import { isException } from '../check/conversions.ts';
import { accessOf, hasAnnotation, type Access } from './access.ts';
import { checkClassAnnotations, checkKnown, checkMethodAnnotations } from './annotations.ts';
import { misplaced, type Place } from '../parse/modifierPlaces.ts';
import type { World } from './world.ts';

export function checkModifiers(tools: Tools, type: UserType): void {
  const { declaration } = type;
  checkPlaces(tools.world, type, declaration, TYPE_PLURALS[declaration.kind]);
  checkTypeModifiers(tools, type, declaration);
  if (declaration.kind !== 'Class') {
    return;
  }
  checkClassAnnotations(tools, type);
  for (const member of declaration.members) {
    checkMember(tools, type, member);
  }
}

const TYPE_PLURALS = { Class: 'classes', Interface: 'interfaces', Enum: 'enums' } as const;

/** Reports what stands where it may not, and annotations that do not exist. */
function checkPlaces(
  world: World,
  type: UserType,
  { at, modifiers }: { readonly at: number; readonly modifiers: Modifiers },
  place: Place,
): void {
  for (const name of misplaced(modifiers, place)) {
    world.report(type.file, at, 'MODIFIER_PLACE', name, place);
  }
  checkKnown(
    modifiers,
    (code, ...values) => world.report(type.file, at, code, ...values),
    (where, code, ...values) => world.report(type.file, where, code, ...values),
  );
  const isOpen = modifiers.access === 'public' || modifiers.access === 'protected';
  if (hasAnnotation(modifiers, 'namespaceaccessible') && !isOpen && place !== 'locals' && place !== 'parameters') {
    world.report(type.file, at, 'MODIFIER_ONE_OF', 'NamespaceAccessible', place, 'public, protected');
  }
}

function checkTypeModifiers({ world }: Tools, type: UserType, declaration: TypeDeclaration): void {
  const { modifiers, at } = declaration;
  const isScript = world.scripts.some((script) => script.holder === type);
  if (
    type.outer === null &&
    !isScript &&
    modifiers.access !== 'public' &&
    modifiers.access !== 'global' &&
    !hasAnnotation(modifiers, 'istest')
  ) {
    world.report(type.file, at, 'TOP_LEVEL_ACCESS');
  }
  if (declaration.kind === 'Class' && modifiers.isFinal) {
    world.report(type.file, at, 'MODIFIER_DEFAULT', 'classes', 'final');
  }
  if (declaration.kind === 'Class' && modifiers.isAbstract && modifiers.isVirtual) {
    world.report(type.file, at, 'MODIFIER_DEFAULT', 'abstract', 'virtual');
  }
  if (declaration.kind === 'Class' && hasAnnotation(modifiers, 'istest')) {
    if (type.outer !== null) {
      world.report(type.file, at, 'MODIFIER_TOP_LEVEL_ONLY', 'IsTest');
    } else if (isException(type)) {
      world.report(type.file, at, 'TEST_CLASS');
    }
  }
  if (type.outer !== null && modifiers.access === 'global' && type.outer.declaration.modifiers.access !== 'global') {
    world.report(
      type.file,
      at,
      'MODIFIER_REQUIRES',
      'Defining type for global',
      declaration.kind === 'Enum' ? 'enums' : declaration.kind === 'Interface' ? 'interfaces' : 'classes',
      'global',
    );
  }
}

const PLURALS = { Field: 'fields', Property: 'properties', Method: 'methods', Constructor: 'constructors' } as const;

function checkMember(tools: Tools, type: UserType, member: Member): void {
  if (
    member.kind !== 'Field' &&
    member.kind !== 'Property' &&
    member.kind !== 'Method' &&
    member.kind !== 'Constructor'
  ) {
    return;
  }
  const { world } = tools;
  const { modifiers, at } = member;
  const plural = PLURALS[member.kind];
  checkPlaces(world, type, member, plural);
  const report = (
    ...rest: Parameters<typeof world.report> extends readonly [string, number, ...infer Rest] ? Rest : never
  ): void => world.report(type.file, at, ...rest);
  if (modifiers.isStatic && type.outer !== null && member.kind !== 'Constructor') {
    report('MODIFIER_MEMBER_TOP_LEVEL', 'static', plural);
  }
  if (
    modifiers.access === 'global' &&
    type.declaration.modifiers.access !== 'global' &&
    !world.scripts.some((script) => script.holder === type)
  ) {
    report('MODIFIER_REQUIRES', 'Defining type for global', plural, 'global');
  }
  if (modifiers.isWebService && member.kind !== 'Constructor' && type.declaration.modifiers.access !== 'global') {
    report('MODIFIER_REQUIRES', 'Defining type for webService', plural, 'global');
  }
  if (member.kind === 'Field' || member.kind === 'Property') {
    checkStored(member.kind, modifiers, report);
  }
  if (member.kind === 'Constructor' && modifiers.access === 'protected' && !isOpenClass(tools, type)) {
    report('PROTECTED_IN_FINAL');
  }
  if (member.kind === 'Property') {
    checkAccessors(tools, type, modifiers, [member.getter, member.setter]);
  }
  if (member.kind === 'Method') {
    checkMethod(tools, type, member);
    checkMethodAnnotations(tools, type, member);
  }
}

const RANK: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 3 };

function checkAccessors(
  { world }: Tools,
  type: UserType,
  modifiers: Modifiers,
  accessors: readonly (Accessor | null)[],
): void {
  const access = accessOf(modifiers, type);
  for (const accessor of accessors) {
    if (accessor?.access && RANK[accessor.access] > RANK[access]) {
      world.report(type.file, accessor.at, 'ACCESSOR_WIDER', accessor.access, access);
    }
  }
}

/** From this version on abstract and overriding methods say how visible they are. */
const ACCESS_NEEDED_VERSION = 65;

function checkMethod(tools: Tools, type: UserType, method: MethodDeclaration): void {
  const { world } = tools;
  const { modifiers, at } = method;
  const owner = type.declaration.modifiers;
  const hasAccess = modifiers.access !== null && modifiers.access !== 'private';
  if (modifiers.isFinal) {
    world.report(type.file, at, 'MODIFIER_DEFAULT', 'methods', 'final');
  }
  const clash = modifiers.isStatic
    ? ([
        [modifiers.isVirtual, 'virtual'],
        [modifiers.isAbstract, 'abstract'],
        [modifiers.isOverride, 'override'],
      ] as const)
    : [];
  for (const [isSet, name] of clash) {
    if (isSet) {
      world.report(type.file, at, 'MODIFIER_CANNOT_BE', 'static', 'methods', name);
      return;
    }
  }
  if (modifiers.isAbstract && modifiers.isVirtual) {
    world.report(type.file, at, 'MODIFIER_DEFAULT', 'abstract', 'virtual');
  }
  for (const [isSet, name] of [
    [modifiers.isAbstract, 'abstract'],
    [modifiers.isOverride, 'override'],
  ] as const) {
    if (isSet && !hasAccess && type.apiVersion >= ACCESS_NEEDED_VERSION) {
      world.report(type.file, at, 'MODIFIER_ONE_OF', name, 'methods', 'global, public, protected');
    }
  }
  if (modifiers.isAbstract && !owner.isAbstract) {
    world.report(type.file, at, 'MODIFIER_REQUIRES', 'Defining type for abstract', 'methods', 'abstract');
  }
  if (modifiers.isAbstract && method.body !== null) {
    world.report(type.file, at, 'ABSTRACT_BODY');
  }
  if (!modifiers.isAbstract && method.body === null) {
    world.report(type.file, at, 'BODY_NEEDED');
  }
  if (modifiers.access === 'protected' && !isOpenClass(tools, type) && !modifiers.isOverride && !modifiers.isStatic) {
    world.report(type.file, at, 'PROTECTED_IN_FINAL');
  }
}

/** Whether the class can be extended; the one made up for a script can. */
function isOpenClass({ world }: Tools, type: UserType): boolean {
  const { isVirtual, isAbstract } = type.declaration.modifiers;
  return isVirtual || isAbstract || isException(type) || world.scripts.some((script) => script.holder === type);
}

type Report = (
  ...rest: Parameters<World['report']> extends readonly [string, number, ...infer Rest] ? Rest : never
) => void;

/** What an annotation asks of the field or property it stands on. */
function checkStored(kind: 'Field' | 'Property', modifiers: Modifiers, report: Report): void {
  const plural = PLURALS[kind];
  const isOpen = modifiers.access === 'public' || modifiers.access === 'global' || modifiers.isWebService;
  if (hasAnnotation(modifiers, 'auraenabled')) {
    if (!isOpen) {
      report('MODIFIER_ONE_OF', 'AuraEnabled', plural, 'global, public');
    }
    if (modifiers.isStatic && kind === 'Field') {
      report('MODIFIER_CANNOT_BE', 'AuraEnabled', plural, 'static');
    }
  }
  if (hasAnnotation(modifiers, 'invocablevariable') && kind === 'Field') {
    for (const [isSet, name] of [
      [modifiers.isStatic, 'static'],
      [modifiers.isFinal, 'final'],
    ] as const) {
      if (isSet) {
        report('MODIFIER_CANNOT_BE', 'InvocableVariable', plural, name);
      }
    }
    if (!isOpen) {
      report('MODIFIER_ONE_OF', 'InvocableVariable', plural, 'global, public');
    }
  }
}
