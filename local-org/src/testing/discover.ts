/** Finds test classes and methods in the checked program. */
import type { Expression, Modifiers } from '../apex/ast.ts';
import type { CheckedProgram, MethodSymbol, UserType } from '../apex/types.ts';

interface Annotated {
  readonly declaration: { readonly modifiers: Modifiers };
}

export interface TestClass {
  readonly name: string;
  readonly type: UserType;
  readonly setup: readonly string[];
  readonly methods: readonly string[];
  /** Methods marked so, or all when the class is. */
  readonly seeingAllData: ReadonlySet<string>;
}

export function testClasses(program: CheckedProgram): readonly TestClass[] {
  return program.types.flatMap((type) => (type.outer === null && type.form === 'class' ? (testClass(type) ?? []) : []));
}

function testClass(type: UserType): TestClass | null {
  const statics = [...type.methods.values()]
    .flat()
    .filter((method) => method.isStatic && method.owner === type && method.parameterTypes.length === 0);
  const methods = statics.filter(isTest).map((method) => method.name);
  const setup = statics.filter((method) => hasAnnotation(method, 'testsetup')).map((method) => method.name);
  const seeing = statics.filter((method) => seesAllData(type) || seesAllData(method)).map((method) => method.name);
  return methods.length === 0
    ? null
    : { name: qualifiedName(type), type, setup, methods, seeingAllData: new Set(seeing) };
}

const qualifiedName = (type: UserType): string =>
  type.namespace === '' ? type.name : `${type.namespace}.${type.name}`;
const hasAnnotation = (of: Annotated, name: string): boolean =>
  of.declaration.modifiers.annotations.some((one) => one.name.toLowerCase() === name);
const isTest = (method: MethodSymbol): boolean =>
  hasAnnotation(method, 'istest') || method.declaration.modifiers.isTestMethod;

function seesAllData(of: Annotated): boolean {
  const isTrue = (value: Expression): boolean => value.kind === 'Literal' && value.value === true;
  return of.declaration.modifiers.annotations.some(
    (one) =>
      one.name.toLowerCase() === 'istest' &&
      one.parameters.some((parameter) => parameter.name.toLowerCase() === 'seealldata' && isTrue(parameter.value)),
  );
}

/** Classes marked `@IsTest` count in no coverage. */
export const isTestType = (type: UserType): boolean => hasAnnotation(type, 'istest');
