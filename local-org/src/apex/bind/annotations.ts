/** Rules of annotations: what a method or class with one must look like. */
import type { Annotation, MethodDeclaration, Modifiers } from '../ast.ts';
import type { ApexType, MethodSymbol, UserType } from '../types.ts';
import type { Tools } from '../check/body.ts';
import type { MessageCode } from '../check/messages.ts';
import { ANNOTATIONS } from '../parse/modifierPlaces.ts';
import { checkProperties } from './annotationProperties.ts';
import { hasAnnotation } from './access.ts';
import { isInvocable } from './invocableTypes.ts';
import { OBJECT, VOID } from './typePool.ts';

type ReportAt = (at: number, code: MessageCode, ...values: readonly string[]) => void;
type Report = (code: MessageCode, ...values: readonly string[]) => void;

const isHttp = (name: string): boolean => /^http(?:delete|get|patch|post|put)$/.test(name);
const textOf = (annotation: Annotation, name: string): string | null => {
  const value = annotation.parameters.find((one) => one.name.toLowerCase() === name)?.value;
  return value?.kind === 'Literal' && value.value !== null ? String(value.value) : null;
};

export function checkClassAnnotations({ world }: Tools, type: UserType): void {
  const { modifiers, at, kind } = type.declaration;
  const report: Report = (code, ...values) => world.report(type.file, at, code, ...values);
  const rest = modifiers.annotations.find((one) => one.name.toLowerCase() === 'restresource');
  if (rest !== undefined) {
    if (modifiers.access !== 'global') {
      report('MODIFIER_REQUIRES', 'RestResource', 'classes', 'global');
    }
    const url = textOf(rest, 'urlmapping');
    if (url !== null) {
      checkUrl(url, report);
    }
  }
  if (kind !== 'Class') {
    return;
  }
  const methods = type.declaration.members.filter((member) => member.kind === 'Method');
  for (const name of ['invocablemethod', 'testsetup', ...[...ANNOTATIONS.keys()].filter(isHttp)]) {
    if (methods.filter((method) => hasAnnotation(method.modifiers, name)).length > 1) {
      report('ONE_METHOD_ONLY', ANNOTATIONS.get(name) ?? name);
    }
  }
  const setups = methods.filter((method) => hasAnnotation(method.modifiers, 'testsetup'));
  const seesAllData = (of: Modifiers): boolean =>
    of.annotations.some((one) => one.name.toLowerCase() === 'istest' && textOf(one, 'seealldata') === 'true');
  for (const setup of setups) {
    if (seesAllData(modifiers)) {
      world.report(type.file, setup.at, 'SETUP_CLASS_SEES_ALL_DATA');
    }
  }
  const seeing = methods.some((method) => seesAllData(method.modifiers));
  if (setups.length > 0 && seeing && !seesAllData(modifiers)) {
    report('SETUP_SEES_ALL_DATA');
  }
  if (
    modifiers.annotations.some((one) => one.name.toLowerCase() === 'istest' && textOf(one, 'isparallel') === 'true')
  ) {
    if (seesAllData(modifiers)) {
      report('PARALLEL_CLASS_SEES_ALL_DATA');
    } else if (seeing) {
      report('PARALLEL_METHOD_SEES_ALL_DATA');
    }
  }
  if (modifiers.annotations.some((one) => one.name.toLowerCase() === 'jsonaccess' && one.parameters.length === 0)) {
    report('JSON_ACCESS_EMPTY');
  }
}

/** Annotations exist, stand once, and have the properties they are given. */
export function checkKnown(modifiers: Modifiers, report: Report, reportAt: ReportAt): void {
  const seen = new Set<string>();
  for (const annotation of modifiers.annotations) {
    const name = annotation.name.toLowerCase();
    const known = ANNOTATIONS.get(name);
    if (known === undefined) {
      reportAt(annotation.at, 'ANNOTATION_MISSING', annotation.name);
    } else if (seen.has(name)) {
      report('DUPLICATE_MODIFIER', known);
    } else {
      checkProperties(annotation, reportAt);
    }
    seen.add(name);
  }
}

const MAXIMUM_URL = 255;

function checkUrl(url: string, report: Report): void {
  if (url === '') {
    report('REST_EMPTY');
  } else if (url.length > MAXIMUM_URL) {
    report('REST_LONG');
  } else if (!url.startsWith('/')) {
    report('REST_SLASH');
  } else if (/[^/]\*/.test(url)) {
    report('REST_BEFORE_WILDCARD');
  } else if (/\*[^/]/.test(url)) {
    report('REST_AFTER_WILDCARD');
  }
}

export function checkMethodAnnotations({ world }: Tools, type: UserType, method: MethodDeclaration): void {
  const { modifiers, at } = method;
  const report: Report = (code, ...values) => world.report(type.file, at, code, ...values);
  const symbol = type.methods.get(method.name.toLowerCase())?.find((one) => one.declaration === method);
  if (symbol === undefined) {
    return;
  }
  if (modifiers.isTestMethod) {
    checkTest('testMethod', type, symbol, report);
  }
  if (modifiers.isWebService && !modifiers.isStatic) {
    report('MODIFIER_REQUIRES', 'webService', 'methods', 'static');
  }
  for (const annotation of modifiers.annotations) {
    checkOne(annotation.name.toLowerCase(), type, symbol, report);
  }
}

function checkOne(name: string, type: UserType, method: MethodSymbol, report: Report): void {
  const { modifiers } = method.declaration;
  const printed = ANNOTATIONS.get(name) ?? name;
  const isOpen = modifiers.access === 'public' || modifiers.access === 'global' || modifiers.isWebService;
  switch (name) {
    case 'future':
      requireStatic(printed, method, report);
      if (method.returnType !== VOID) {
        report('RETURN_UNSUPPORTED', printed, method.returnType.name);
      }
      for (const parameter of method.parameterTypes.filter((one) => !isFutureParameter(one))) {
        report('PARAMETER_UNSUPPORTED', printed, parameter.name);
      }
      return;
    case 'istest':
      checkTest(printed, type, method, report);
      return;
    case 'testsetup':
      requireTestClass(printed, type, report);
      requireStatic(printed, method, report);
      if (method.returnType !== VOID) {
        report('TEST_SETUP_VOID');
      }
      if (method.parameterTypes.length > 0) {
        report('TEST_PARAMETERS');
      }
      return;
    case 'auraenabled':
      checkAura(printed, type, method, isOpen, report);
      return;
    case 'invocablemethod':
      checkInvocable(printed, method, isOpen, report);
      return;
    case 'readonly':
      if (
        !modifiers.isWebService &&
        !modifiers.annotations.some((one) => /^(?:remoteaction|http\w+)$/i.test(one.name)) &&
        !isScheduled(method)
      ) {
        report('READ_ONLY');
      }
      return;
    case 'remoteaction':
      requireStatic(printed, method, report);
      if (!isOpen) {
        report('MODIFIER_ONE_OF', printed, 'methods', 'global, public');
      }
      return;
    default:
      if (isHttp(name)) {
        checkHttp(printed, type, method, report);
      }
  }
}

/** `execute(SchedulableContext)`. */
function isScheduled(method: MethodSymbol): boolean {
  const [only] = method.parameterTypes;
  return (
    method.name.toLowerCase() === 'execute' &&
    only?.kind === 'platform' &&
    only.class.name === 'System.SchedulableContext'
  );
}

function requireStatic(name: string, method: MethodSymbol, report: Report): void {
  if (!method.declaration.modifiers.isStatic) {
    report('MODIFIER_REQUIRES', name, 'methods', 'static');
  }
}

function requireTestClass(name: string, type: UserType, report: Report): void {
  if (!hasAnnotation(type.declaration.modifiers, 'istest')) {
    report('MODIFIER_REQUIRES', `Defining type for ${name}`, 'methods', 'IsTest');
  }
}

function checkTest(name: string, type: UserType, method: MethodSymbol, report: Report): void {
  requireTestClass(name, type, report);
  requireStatic(name, method, report);
  if (method.parameterTypes.length > 0) {
    report('TEST_PARAMETERS');
  }
}

/** Primitives and collections of them: rows and objects do not survive the wait. */
function isFutureParameter(type: ApexType): boolean {
  switch (type.kind) {
    case 'primitive':
      return type !== OBJECT;
    case 'list':
    case 'set':
      return isFutureParameter(type.element);
    case 'map':
      return isFutureParameter(type.key) && isFutureParameter(type.value);
    default:
      return type.kind === 'unknown';
  }
}

function checkAura(name: string, type: UserType, method: MethodSymbol, isOpen: boolean, report: Report): void {
  if (!isOpen) {
    report('MODIFIER_ONE_OF', name, 'methods', 'global, public');
  }
  if (!method.isStatic) {
    if (method.parameterTypes.length > 0) {
      report('AURA_PARAMETERS');
    }
    if (!method.name.toLowerCase().startsWith('get')) {
      report('AURA_PREFIX');
    }
  }
  const overloads = (type.methods.get(method.name.toLowerCase()) ?? []).filter((one) =>
    hasAnnotation(one.declaration.modifiers, 'auraenabled'),
  );
  if (overloads.length > 1 && type.apiVersion >= AURA_OVERLOAD_VERSION) {
    report('AURA_OVERLOAD', method.name);
  }
}

/** From this version on two controller methods of one name are refused. */
const AURA_OVERLOAD_VERSION = 55;

function checkInvocable(name: string, method: MethodSymbol, isOpen: boolean, report: Report): void {
  requireStatic(name, method, report);
  if (!isOpen) {
    report('MODIFIER_ONE_OF', name, 'methods', 'global, public');
  }
  const [parameter] = method.parameterTypes;
  if (method.parameterTypes.length > 1) {
    report('INVOCABLE_ONE_PARAMETER');
  } else if (parameter !== undefined && parameter.kind !== 'list' && parameter.kind !== 'unknown') {
    report('INVOCABLE_LIST', parameter.name);
  } else if (parameter !== undefined && !isInvocable(parameter)) {
    report('PARAMETER_UNSUPPORTED', name, parameter.name);
  }
  if (method.returnType !== VOID && !isInvocable(method.returnType)) {
    report('RETURN_UNSUPPORTED', name, method.returnType.name);
  }
}

function checkHttp(name: string, type: UserType, method: MethodSymbol, report: Report): void {
  if (!hasAnnotation(type.declaration.modifiers, 'restresource')) {
    report('MODIFIER_REQUIRES', `Defining type for ${name}`, 'methods', 'RestResource');
  }
  requireStatic(name, method, report);
  if (method.declaration.modifiers.access !== 'global') {
    report('MODIFIER_REQUIRES', name, 'methods', 'global');
  }
  const takesNothing = name === 'HttpGet' || name === 'HttpDelete';
  if (takesNothing && method.parameterTypes.length > 0) {
    report('METHOD_PARAMETERS', name);
  }
}
