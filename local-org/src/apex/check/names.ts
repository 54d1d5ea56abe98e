/**
 * Names and member accesses. A dotted name is read from the left: the first part that names a variable makes the rest
 * members of a value; until then the parts name a namespace, a type or an inner type. A variable hides a type.
 */
import type { Expression } from '../ast.ts';
import type { ApexType, UserType } from '../types.ts';
import { accessOf, isVisible } from '../bind/access.ts';
import { STRING, UNKNOWN, VOID } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { expressionType } from './expressions.ts';
import { rowMember } from './fieldTypes.ts';
import { staticMember } from './staticMembers.ts';
import { triggerVariable } from './triggerVariables.ts';
import { valueMember } from './valueMembers.ts';

type NameNode = Extract<Expression, { kind: 'Name' }>;
type MemberNode = Extract<Expression, { kind: 'Member' }>;

/** What stands before a dot: a value, or a name that may be a type, a namespace, or both. */
export type Target =
  | { readonly kind: 'value'; readonly type: ApexType }
  | {
      readonly kind: 'path';
      readonly names: readonly string[];
      readonly type: ApexType | null;
      readonly isNamespace: boolean;
    }
  /** `System.Label`, `Label.ns`. */
  | { readonly kind: 'labels'; readonly namespace: string }
  | { readonly kind: 'failed' };

const FAILED: Target = { kind: 'failed' };

export function targetOf(body: Body, expression: Expression): Target {
  if (expression.kind === 'Name') {
    const value = nameAsValue(body, expression, true);
    return value === null ? pathTarget(body, expression, [expression.name]) : { kind: 'value', type: value };
  }
  if (expression.kind === 'Member' && !expression.isSafe && isPlainPath(expression)) {
    return memberTarget(body, expression);
  }
  return { kind: 'value', type: expressionType(body, expression) };
}

/** `a.b.c` of names only. */
function isPlainPath(expression: Expression): boolean {
  return (
    expression.kind === 'Name' || (expression.kind === 'Member' && !expression.isSafe && isPlainPath(expression.target))
  );
}

function pathTarget(body: Body, expression: Expression, names: readonly string[]): Target {
  const dotted = names.join('.').toLowerCase();
  if ((dotted === 'label' || dotted === 'system.label') && body.resolver.findUser(names, body.scope) === null) {
    body.set(expression, VOID, { kind: 'namespace', name: 'System.Label' });
    return { kind: 'labels', namespace: '' };
  }
  const type = body.resolver.findSimulated(names, [], body.scope, expression.at);
  const isNamespace =
    names.length === 1 && (body.world.catalog.isNamespace(names[0] ?? '') || body.world.hasNamespace(names[0] ?? ''));
  if (type !== null) {
    body.set(expression, type, { kind: 'type', type });
  } else if (isNamespace) {
    body.set(expression, VOID, { kind: 'namespace', name: names[0] ?? '' });
  } else {
    body.set(expression, UNKNOWN);
  }
  return { kind: 'path', names, type, isNamespace };
}

function memberTarget(body: Body, expression: MemberNode): Target {
  const target = targetOf(body, expression.target);
  switch (target.kind) {
    case 'failed':
      body.set(expression, UNKNOWN);
      return FAILED;
    case 'value':
      return { kind: 'value', type: valueMember(body, expression, target.type) };
    case 'labels':
      return labelTarget(body, expression, target.namespace);
    case 'path':
      return pathMember(body, expression, target);
  }
}

function pathMember(body: Body, expression: MemberNode, target: Extract<Target, { kind: 'path' }>): Target {
  const { name } = expression;
  if (target.type !== null) {
    const member =
      target.type.kind === 'unknown'
        ? UNKNOWN
        : (staticMember(body, expression, target.type) ?? namesakeMember(body, expression, target));
    if (member !== null) {
      return { kind: 'value', type: member };
    }
  }
  if (isTrigger(target)) {
    return { kind: 'value', type: triggerVariable(body, expression) };
  }
  const names = [...target.names, name];
  const nested = pathTarget(body, expression, names);
  if (nested.kind !== 'path' || nested.type !== null) {
    return nested;
  }
  const parent =
    target.type?.kind === 'sobject' && target.type.object !== null
      ? rowMember(body.world, target.type.object, name, body.scope.namespace)
      : null;
  if (parent?.reference.kind === 'sobjectParent' && parent.type.kind === 'sobject') {
    body.set(expression, parent.type, parent.reference);
    return { kind: 'path', names, type: parent.type, isNamespace: false };
  }
  reportMissing(body, expression, target, name);
  body.set(expression, UNKNOWN);
  return FAILED;
}

/** `BusinessHours.Name`: an object that shares its name with a class. */
function namesakeMember(
  body: Body,
  expression: MemberNode,
  target: Extract<Target, { kind: 'path' }>,
): ApexType | null {
  const object = target.type?.kind === 'platform' ? body.resolver.findObject(target.names, body.scope) : null;
  return object === null ? null : staticMember(body, expression, object);
}

/** A member that is not there: refused where the platform has it, else an error in the platform's words. */
export function reportMissing(
  body: Body,
  expression: Expression,
  target: Extract<Target, { kind: 'path' }>,
  name: string,
): void {
  const { catalog, platform } = body.world;
  const full =
    target.type === null
      ? catalog.knownName(target.names.join('.'))
      : target.type.kind === 'user'
        ? null
        : platform.classNameOf(target.type);
  const nested = catalog.knownName([...target.names, name].join('.'));
  if (full !== null && (target.type === null || catalog.knowsMember(full, name))) {
    body.report(expression.at, 'UNSUPPORTED', `${full}.${name}`);
  } else if (nested !== null) {
    body.report(expression.at, 'UNSUPPORTED', nested);
  } else if (/^(?:system\.)?page\./i.test(`${target.names.join('.')}.${name}.`)) {
    body.report(expression.at, 'UNSUPPORTED', `Page.${name}`);
  } else {
    body.report(
      expression.at,
      'VARIABLE_MISSING',
      target.type === null && !target.isNamespace ? (target.names[0] ?? name) : name,
    );
  }
}

const isTrigger = (target: { readonly names: readonly string[] }): boolean =>
  /^(?:system\.)?trigger$/i.test(target.names.join('.'));

function labelTarget(body: Body, expression: MemberNode, namespace: string): Target {
  const { name } = expression;
  if (body.world.input.hasLabel(namespace === '' ? body.scope.namespace : namespace, name, body.scope.namespace)) {
    return {
      kind: 'value',
      type: body.set(expression, STRING, {
        kind: 'label',
        namespace: namespace === '' ? body.scope.namespace : namespace,
        name,
      }),
    };
  }
  if (
    namespace === '' &&
    (name.toLowerCase() === 'c' || name.toLowerCase() === 'site' || body.world.hasNamespace(name))
  ) {
    body.set(expression, VOID, { kind: 'namespace', name });
    return { kind: 'labels', namespace: name.toLowerCase() === 'c' ? body.scope.namespace : name };
  }
  body.report(expression.at, 'LABEL_MISSING', namespace === '' ? name : `${namespace}.${name}`);
  return { kind: 'value', type: body.set(expression, UNKNOWN) };
}

/** A name by itself, as a value. */
export function nameType(body: Body, expression: NameNode): ApexType {
  const value = nameAsValue(body, expression, false);
  if (value !== null) {
    return value;
  }
  body.set(expression, UNKNOWN);
  return body.fail(expression.at, 'VARIABLE_MISSING', expression.name);
}

/** `a.b` as a value. */
export function memberType(body: Body, expression: MemberNode): ApexType {
  if (!isPlainPath(expression)) {
    return valueMember(body, expression, expressionType(body, expression.target));
  }
  const target = memberTarget(body, expression);
  if (target.kind === 'value') {
    return target.type;
  }
  if (target.kind === 'path') {
    body.report(expression.at, 'VARIABLE_MISSING', target.names.at(-1) ?? '');
  }
  return body.set(expression, UNKNOWN);
}

/**
 * A local variable, or a field or property of the class, its supertypes, or (statics) its outer class. Before a dot in
 * static code a variable of the object hides no type.
 */
function nameAsValue(body: Body, expression: NameNode, isTarget: boolean): ApexType | null {
  const folded = expression.name.toLowerCase();
  const local = body.local(folded);
  if (local !== null) {
    return body.set(expression, local.type, { kind: 'local', variable: local });
  }
  for (let owner: UserType | null = body.owner; owner !== null; owner = owner.outer) {
    const found = memberVariable(body, expression, owner, folded, {
      isOwn: owner === body.owner,
      hasObject: !(isTarget && body.isStatic),
    });
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** Looks a variable up in a class and its superclasses and notes what it found. */
function memberVariable(
  body: Body,
  expression: NameNode,
  owner: UserType,
  folded: string,
  seen: { readonly isOwn: boolean; readonly hasObject: boolean },
): ApexType | null {
  for (let type: ApexType | null = owner; type?.kind === 'user'; type = type.superType) {
    const symbol = type.fields.get(folded) ?? type.properties.get(folded);
    if (symbol === undefined || (!symbol.isStatic && !(seen.isOwn && seen.hasObject))) {
      continue;
    }
    if (!isVisible(accessOf(symbol.declaration.modifiers, type), symbol.declaration.modifiers, type, body.scope)) {
      continue;
    }
    if (!symbol.isStatic && body.isStatic) {
      body.report(expression.at, 'VARIABLE_MISSING', expression.name);
    }
    const { initializing } = body;
    if (
      initializing !== null &&
      'isFinal' in symbol &&
      type === body.owner &&
      symbol.isStatic === initializing.isStatic &&
      symbol.declaration.at > initializing.at
    ) {
      body.report(expression.at, 'FORWARD_REFERENCE', symbol.name);
    }
    if (body.isBeforeObject && !symbol.isStatic) {
      body.report(expression.at, 'INSTANCE_VARIABLE_EARLY', symbol.name);
    }
    return noteVariable(body, expression, symbol);
  }
  return null;
}

export function noteVariable(
  body: Body,
  expression: Expression,
  symbol: NonNullable<ReturnType<UserType['fields']['get']> | ReturnType<UserType['properties']['get']>>,
): ApexType {
  if ('isFinal' in symbol) {
    return body.set(expression, symbol.type, { kind: 'field', field: symbol });
  }
  const isOwnName = expression.kind === 'Name' || (expression.kind === 'Member' && expression.target.kind === 'This');
  const isBacking = body.property === symbol && isOwnName;
  const { getter, modifiers } = symbol.declaration;
  const isReadable =
    getter !== null &&
    isVisible(getter.access ?? accessOf(modifiers, symbol.owner), modifiers, symbol.owner, body.scope);
  if (!isBacking && !isReadable && body.storing !== expression) {
    body.report(expression.at, 'VARIABLE_HIDDEN', `${symbol.owner.name}.${symbol.name}`);
  }
  return body.set(expression, symbol.type, { kind: 'property', property: symbol, isBacking });
}
