/** Calls: of methods of the source, of the platform, and of what every object or enum has. */
import type { Expression } from '../ast.ts';
import type { ApexType, LocalVariable, Reference, UserType } from '../types.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { emit, emitTarget, requiredTarget } from './expressions.ts';
import { bareSlot, constructorSlot, localIdentifier, methodSlot, staticMethodIdentifier } from './identifiers.ts';
import { readField, readProperty } from './names.ts';

type CallNode = Extract<Expression, { kind: 'Call' }>;

export function emitArguments(body: BodyEmitter, args: readonly Expression[]): string {
  return args.map((argument) => emit(body, argument)).join(', ');
}

export function emitCall(body: BodyEmitter, call: CallNode): string {
  const reference = body.shared.facts.info(call).reference;
  switch (reference?.kind) {
    case 'method':
      return userCall(body, call, reference);
    case 'platformMethod':
      return platformCall(body, call, reference);
    case 'enumMethod':
      return enumCall(body, call, reference);
    case 'objectMethod':
      return objectCall(body, call, reference.name);
    case 'constructor':
      return `this.${constructorSlot(reference.constructor)}(${emitArguments(body, call.arguments)})`;
    case 'exceptionConstructor':
      return `this.${bareSlot(reference.type)}().init(${exceptionArguments(body, call.arguments, reference.parameterTypes)})`;
    case 'platformConstructor':
      return superOfPlatform(body, call, reference);
    case 'objectToken':
      return `$token.object($r, ${body.constant(reference.object)})`;
    case 'fieldError':
      return fieldError(body, call, reference.field.name);
    default:
      // The constructor of Object does nothing.
      return call.target === null && call.name.toLowerCase() === 'super' && call.arguments.length === 0
        ? 'this'
        : body.refusal(call.at);
  }
}

/** Message and cause by the types of the parameters; what is not given is left out. */
export function exceptionArguments(
  body: BodyEmitter,
  args: readonly Expression[],
  parameterTypes: readonly ApexType[],
): string {
  const texts = args.map((argument) => emit(body, argument));
  const isMessage = parameterTypes.map((type) => type.kind === 'primitive');
  const message = isMessage.indexOf(true);
  const cause = isMessage.indexOf(false);
  return `${message < 0 ? 'void 0' : texts[message]}, ${cause < 0 ? 'null' : texts[cause]}`;
}

function userCall(body: BodyEmitter, call: CallNode, reference: Extract<Reference, { kind: 'method' }>): string {
  const { method } = reference;
  body.shared.recursion.note(method.name.toLowerCase());
  if (method.isStatic) {
    const isFuture = method.declaration.modifiers.annotations.some((one) => one.name.toLowerCase() === 'future');
    const args = emitArguments(body, call.arguments);
    return isFuture
      ? `$r.org.asyncWork.callFuture($r, ${JSON.stringify(method.owner.name)}, ${JSON.stringify(method.name)}, [${args}])`
      : `${staticMethodIdentifier(method)}(${args})`;
  }
  const receiver =
    call.target === null ? 'this' : call.target.kind === 'Super' ? 'super' : emitTarget(body, call.target, call.isSafe);
  return `${receiver}.${methodSlot(method)}(${emitArguments(body, call.arguments)})`;
}

function platformCall(
  body: BodyEmitter,
  call: CallNode,
  reference: Extract<Reference, { kind: 'platformMethod' }>,
): string {
  const { owner, method, boundTo } = reference;
  const run = body.constant(method.run);
  const args = call.arguments.map((argument) => emit(body, argument));
  const locals = body.shared.program.visibleLocals.get(call);
  if (method.isStatic) {
    const all = boundTo === null ? args : [body.constant(boundTo), ...args];
    return locals === undefined
      ? `${run}(${['$r', ...all].join(', ')})`
      : `$r.callWithBinds(${binds(body, locals)}, ${run}, [${all.join(', ')}])`;
  }
  const receiver =
    call.target === null || call.target.kind === 'Super' ? 'this' : requiredTarget(body, call.target, call.isSafe);
  const isOpen = owner.form === 'interface' || owner.form === 'exception' || owner.isVirtual || owner.isAbstract;
  if (isOpen && call.target?.kind !== 'Super') {
    return `$dispatch(${receiver}, ${run}, ${JSON.stringify(method.name)}, [${args.join(', ')}])`;
  }
  return `${run}(${['$r', receiver, ...args].join(', ')})`;
}

/** Reads the variables that a dynamic query may bind, by lower-case name. */
function binds(body: BodyEmitter, locals: ReadonlyMap<string, LocalVariable>): string {
  const readers = new Map<string, string>();
  for (let owner: UserType | null = body.owner; owner !== null; owner = owner.outer) {
    for (let type: ApexType | null = owner; type?.kind === 'user'; type = type.superType) {
      for (const [name, field] of type.fields) {
        if ((field.isStatic || (!body.isStatic && owner === body.owner)) && !readers.has(name)) {
          readers.set(name, readField(field, 'this'));
        }
      }
      for (const [name, property] of type.properties) {
        if ((property.isStatic || (!body.isStatic && owner === body.owner)) && !readers.has(name)) {
          readers.set(name, readProperty(property, 'this', false));
        }
      }
    }
  }
  for (const [name, variable] of locals) {
    readers.set(name, localIdentifier(variable));
  }
  return `($name) => { switch ($name) { ${[...readers].map(([name, text]) => `case ${JSON.stringify(name)}: return ${text};`).join(' ')} default: return void 0; } }`;
}

function enumCall(body: BodyEmitter, call: CallNode, reference: Extract<Reference, { kind: 'enumMethod' }>): string {
  switch (reference.name) {
    case 'name':
    case 'ordinal':
      return call.target === null
        ? body.refusal(call.at)
        : `${emitTarget(body, call.target, call.isSafe)}.${reference.name}`;
    case 'values':
      return `$enumValues(${body.constant(body.shared.enumValuesOf(reference.type), `values ${reference.type.name}`)}, ${JSON.stringify(reference.type.name)})`;
    case 'valueOf':
      return `$enumValueOf(${body.constant(body.shared.enumValuesOf(reference.type), `values ${reference.type.name}`)}, ${JSON.stringify(reference.type.name)}, ${emitArguments(body, call.arguments)})`;
  }
}

function objectCall(body: BodyEmitter, call: CallNode, name: 'toString' | 'equals' | 'hashCode' | 'clone'): string {
  if (call.target?.kind === 'Super' || call.target === null) {
    const helpers = { toString: '$ownText', equals: '$same', hashCode: '$ownHash', clone: '$cloned' } as const;
    return `${helpers[name]}(${['this', ...call.arguments.map((argument) => emit(body, argument))].join(', ')})`;
  }
  const target = requiredTarget(body, call.target, call.isSafe);
  switch (name) {
    case 'toString':
      return `$r.text(${target})`;
    case 'equals':
      return `$r.equals(${target}, ${emitArguments(body, call.arguments)})`;
    case 'hashCode':
      return `$r.hash(${target})`;
    case 'clone':
      return `$cloned(${target})`;
  }
}

/** `super(…)` of a class of the platform: only exceptions have something to be told. */
function superOfPlatform(
  body: BodyEmitter,
  call: CallNode,
  reference: Extract<Reference, { kind: 'platformConstructor' }>,
): string {
  if (reference.owner.form !== 'exception') {
    return call.arguments.length === 0 ? 'this' : body.refusal(call.at, `the constructor of ${reference.owner.name}`);
  }
  const types = reference.method.parameters.map((parameter): ApexType =>
    /^(system\.)?string$/i.test(parameter.type)
      ? { kind: 'primitive', name: 'String' }
      : { kind: 'unknown', name: parameter.type },
  );
  return `this.init(${exceptionArguments(body, call.arguments, types)})`;
}

/** `row.Name.addError('x')`. */
function fieldError(body: BodyEmitter, call: CallNode, field: string): string {
  if (call.target?.kind !== 'Member') {
    return body.refusal(call.at);
  }
  return `$fieldError(${emitTarget(body, call.target.target, call.target.isSafe)}, ${JSON.stringify(field)}, ${emitArguments(body, call.arguments)})`;
}
