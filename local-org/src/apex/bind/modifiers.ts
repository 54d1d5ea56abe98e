/** Rules of modifiers: where each is allowed and what it asks of its class. */
import type { Accessor, Member, MethodDeclaration, Modifiers, TypeDeclaration } from '../ast.ts';
import type { UserType } from '../types.ts';
import type { Tools } from '../check/body.ts';
import { isException } from '../check/conversions.ts';
import { accessOf, hasAnnotation, type Access } from './access.ts';
import { checkClassAnnotations, checkMethodAnnotations } from './annotations.ts';

export function checkModifiers(tools: Tools, type: UserType): void {
  const { declaration } = type;
  checkTypeModifiers(tools, type, declaration);
  if (declaration.kind !== 'Class') {
    return;
  }
  checkClassAnnotations(tools, type);
  for (const member of declaration.members) {
    checkMember(tools, type, member);
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
  if (hasAnnotation(modifiers, 'istest') && (type.outer !== null || isException(type))) {
    world.report(type.file, at, 'TEST_CLASS');
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
  if (modifiers.isWebService && type.declaration.modifiers.access !== 'global') {
    report('MODIFIER_REQUIRES', 'Defining type for webService', plural, 'global');
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

function checkMethod({ world }: Tools, type: UserType, method: MethodDeclaration): void {
  const { modifiers, at } = method;
  const owner = type.declaration.modifiers;
  const isScript = world.scripts.some((script) => script.holder === type);
  const hasAccess = modifiers.access !== null && modifiers.access !== 'private';
  if (modifiers.isFinal) {
    world.report(type.file, at, 'MODIFIER_DEFAULT', 'methods', 'final');
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
  const isOpen = owner.isVirtual || owner.isAbstract || isException(type) || isScript;
  if (modifiers.access === 'protected' && !isOpen && !modifiers.isOverride && !modifiers.isStatic) {
    world.report(type.file, at, 'PROTECTED_IN_FINAL');
  }
}
