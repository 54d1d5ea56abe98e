/** `new` in all its forms. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import { nameOf, parameterList } from '../bind/signatures.ts';
import { ID, INTEGER, OBJECT, SOBJECT, STRING, UNKNOWN } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { argumentTypes } from './calls.ts';
import { chooseConstructor } from './constructorCalls.ts';
import { isEnum, isInterface } from './conversions.ts';
import { expressionType } from './expressions.ts';
import { rowMember } from './fieldTypes.ts';

type Node<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

export function newType(body: Body, node: Node<'New'>): ApexType {
  const type = body.resolver.resolve(node.type, body.scope);
  const args = argumentTypes(body, node);
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return newCollection(body, node, type, args);
    case 'sobject':
      if (type.object === null) {
        body.report(node.at, 'NEW_FORBIDDEN', type.name);
      } else if (args.length > 0) {
        body.report(node.at, 'FIELDS_NEEDED', type.name);
      }
      return body.set(node, type);
    case 'unknown':
      return body.set(node, UNKNOWN);
    case 'user':
    case 'platform':
      return body.set(node, type, newObject(body, node, type, args));
    default:
      body.report(node.at, 'NEW_FORBIDDEN', nameOf(type));
      return body.set(node, type);
  }
}

function newObject(
  body: Body,
  node: Node<'New'>,
  type: ApexType,
  args: readonly ApexType[],
): ReturnType<typeof chooseConstructor> {
  if (isInterface(type) || isEnum(type)) {
    body.report(node.at, 'NEW_FORBIDDEN', type.name);
    return null;
  }
  const isAbstract =
    type.kind === 'user' ? type.declaration.modifiers.isAbstract : type.kind === 'platform' && type.class.isAbstract;
  if (isAbstract) {
    body.report(node.at, 'NEW_ABSTRACT', type.name);
    return null;
  }
  const parent = body.world.unknownParentOf(type);
  if (parent !== null) {
    body.refuseInherited(node.at, parent, `new ${type.name}()`);
    return null;
  }
  return chooseConstructor(body, type, args, node.arguments, node.at);
}

type Collection = Extract<ApexType, { kind: 'list' | 'set' | 'map' }>;

/** The constructor is chosen by the shape of the argument: the element types must be the very same. */
function newCollection(body: Body, node: Node<'New'>, type: Collection, args: readonly ApexType[]): ApexType {
  const [written] = node.arguments;
  const [given] = args;
  if (args.length > 1) {
    body.report(node.at, 'CONSTRUCTOR_MISSING', type.name, parameterList(args));
    return body.set(node, type);
  }
  const argument = given?.kind === 'query' ? body.world.pool.list(given.element) : given;
  if (written !== undefined && argument !== undefined) {
    if (argument.kind !== 'unknown' && !fitsCollection(body, type, argument)) {
      reportInitializer(body, node, type, argument);
    }
    body.convert(written, argument);
  }
  const constructor = body.world.platform
    .constructors(type)
    .find(
      (one) => one.parameterTypes.length === args.length && matchesShape(body, one.parameterTypes[0], argument, type),
    );
  return body.set(
    node,
    type,
    constructor === undefined
      ? null
      : { kind: 'platformConstructor', owner: constructor.owner, method: constructor.method },
  );
}

function matchesShape(
  body: Body,
  parameter: ApexType | undefined,
  argument: ApexType | undefined,
  type: Collection,
): boolean {
  if (parameter === undefined || argument === undefined) {
    return parameter === argument;
  }
  return (
    parameter.kind === argument.kind ||
    (argument.kind === 'null' && parameter.kind === type.kind) ||
    (argument.kind !== 'list' &&
      argument.kind !== 'set' &&
      argument.kind !== 'map' &&
      body.conversions.isArgument(argument, parameter))
  );
}

function fitsCollection(body: Body, type: Collection, argument: ApexType): boolean {
  if (type.kind === 'map') {
    if (argument.kind === 'list') {
      const isRow = argument.element.kind === 'sobject' && (type.value === argument.element || type.value === SOBJECT);
      return isRow && (type.key === ID || type.key === STRING);
    }
    return argument === type || argument.kind === 'null';
  }
  const isSame = (argument.kind === 'list' || argument.kind === 'set') && argument.element === type.element;
  const isIterable =
    argument.kind !== 'list' &&
    argument.kind !== 'set' &&
    body.conversions.superTypesOf(argument).length > 0 &&
    isIterableOf(body, argument, type.element);
  return isSame || isIterable || argument.kind === 'null' || (type.kind === 'list' && argument === INTEGER);
}

function isIterableOf(body: Body, argument: ApexType, element: ApexType): boolean {
  const iterable = body.world.catalog.find('System.Iterable');
  return iterable !== null && body.conversions.isArgument(argument, body.world.pool.platform(iterable, [element]));
}

function reportInitializer(body: Body, node: Node<'New'>, type: Collection, argument: ApexType): void {
  if (type.kind === 'map') {
    body.report(node.at, 'MAP_INITIALIZER', nameOf(argument), type.key.name, type.value.name);
  } else {
    body.report(
      node.at,
      type.kind === 'list' ? 'LIST_INITIALIZER' : 'SET_INITIALIZER',
      nameOf(argument),
      type.element.name,
    );
  }
}

export function newFieldsType(body: Body, node: Node<'NewFields'>): ApexType {
  const type = body.resolver.resolve(node.type, body.scope);
  const { world } = body;
  const names = new Set<string>();
  if (type.kind !== 'sobject' && type.kind !== 'unknown') {
    body.report(node.at, 'FIELDS_ON_CLASS', type.name);
  } else if (type.kind === 'sobject' && type.object === null) {
    body.report(node.at, 'NEW_FORBIDDEN', type.name);
  }
  for (const field of node.fields) {
    const value = expressionType(body, field.value);
    if (names.has(field.name.toLowerCase())) {
      body.report(field.at, 'DUPLICATE_INITIALIZER', field.name);
    }
    names.add(field.name.toLowerCase());
    if (type.kind !== 'sobject' || type.object === null) {
      continue;
    }
    const member = rowMember(world, type.object, field.name, body.scope.namespace);
    if (member === null) {
      body.report(field.at, 'FIELD_MISSING', field.name, type.name);
      continue;
    }
    world.rowInitializers.set(field, member.reference);
    body.assign(field.value, value, member.type, field.at);
  }
  return body.set(node, type);
}

export function newElementsType(body: Body, node: Node<'NewElements'>): ApexType {
  const type = body.resolver.resolve(node.type, body.scope);
  const element = type.kind === 'list' || type.kind === 'set' ? type.element : UNKNOWN;
  if (
    type.kind !== 'list' &&
    type.kind !== 'set' &&
    type.kind !== 'unknown' &&
    !(type.kind === 'map' && node.elements.length === 0)
  ) {
    body.report(node.at, 'NEW_FORBIDDEN', nameOf(type));
  }
  for (const one of node.elements) {
    const given = expressionType(body, one);
    if (!body.conversions.isAssignable(given, element)) {
      body.report(one.at, 'ELEMENT_TYPE', element.name, nameOf(given));
    }
    body.convert(one, element);
  }
  return body.set(node, type);
}

export function newEntriesType(body: Body, node: Node<'NewEntries'>): ApexType {
  const type = body.resolver.resolve(node.type, body.scope);
  const [key, value] = type.kind === 'map' ? [type.key, type.value] : [UNKNOWN, UNKNOWN];
  if (type.kind !== 'map' && type.kind !== 'unknown') {
    body.report(node.at, 'NEW_FORBIDDEN', nameOf(type));
  }
  for (const entry of node.entries) {
    const givenKey = expressionType(body, entry.key);
    const givenValue = expressionType(body, entry.value);
    if (!body.conversions.isAssignable(givenKey, key)) {
      body.report(entry.key.at, 'KEY_TYPE', nameOf(givenKey), key.name);
    }
    if (!body.conversions.isAssignable(givenValue, value)) {
      body.report(entry.value.at, 'VALUE_TYPE', nameOf(givenValue), value.name);
    }
    body.convert(entry.key, key);
    body.convert(entry.value, value);
  }
  return body.set(node, type);
}

export function newArrayType(body: Body, node: Node<'NewArray'>): ApexType {
  const type = body.resolver.resolve(node.type, body.scope);
  const size = expressionType(body, node.size);
  const element = type.kind === 'list' ? type.element : OBJECT;
  if (size.kind !== 'unknown' && size !== INTEGER) {
    body.report(node.size.at, 'LIST_INITIALIZER', nameOf(size), element.name);
  }
  return body.set(node, type);
}
