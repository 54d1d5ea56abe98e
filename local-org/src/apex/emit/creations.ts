/** `new`: objects, exceptions, collections with and without contents, rows with and without fields. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { emitArguments, exceptionArguments } from './calls.ts';
import { emit } from './expressions.ts';
import { bareSlot, classIdentifier, constructorSlot } from './identifiers.ts';
import { rowFieldName } from './names.ts';

type Node<K extends Expression['kind']> = Extract<Expression, { kind: K }>;
const quoted = (type: ApexType): string => JSON.stringify(type.name);

export function emitNew(body: BodyEmitter, node: Node<'New'>): string {
  const { type, reference } = body.shared.facts.info(node);
  switch (type.kind) {
    case 'list':
      return node.arguments.length === 0
        ? `$newList(${quoted(type.element)})`
        : `$listOf(${quoted(type.element)}, ${emitArguments(body, node.arguments)})`;
    case 'set':
      return node.arguments.length === 0
        ? `$r.newSet(${quoted(type.element)})`
        : `$setOf(${quoted(type.element)}, ${emitArguments(body, node.arguments)})`;
    case 'map': {
      const types = `${quoted(type.key)}, ${quoted(type.value)}`;
      return node.arguments.length === 0
        ? `$r.newMap(${types})`
        : `$mapOf(${types}, ${emitArguments(body, node.arguments)})`;
    }
    case 'sobject':
      return type.object === null ? body.refusal(node.at) : `$newRow(${body.constant(type.object)})`;
    default:
      return emitObject(body, node, reference);
  }
}

function emitObject(
  body: BodyEmitter,
  node: Node<'New'>,
  reference: ReturnType<BodyEmitter['shared']['facts']['info']>['reference'],
): string {
  switch (reference?.kind) {
    case 'constructor': {
      const { constructor } = reference;
      return `new ${classIdentifier(constructor.owner)}().${constructorSlot(constructor)}(${emitArguments(body, node.arguments)})`;
    }
    case 'exceptionConstructor':
      return `new ${classIdentifier(reference.type)}().${bareSlot(reference.type)}().init(${exceptionArguments(body, node.arguments, reference.parameterTypes)})`;
    case 'platformConstructor': {
      const { owner, method } = reference;
      if (owner.form === 'exception' && owner.constructors.length === 0) {
        return `$newException(${JSON.stringify(owner.name)}, [${emitArguments(body, node.arguments)}])`;
      }
      return `${body.constant(method.run)}(${['$r', ...node.arguments.map((argument) => emit(body, argument))].join(', ')})`;
    }
    default:
      return body.refusal(node.at);
  }
}

export function emitNewFields(body: BodyEmitter, node: Node<'NewFields'>): string {
  const { type } = body.shared.facts.info(node);
  if (type.kind !== 'sobject' || type.object === null) {
    return body.refusal(node.at);
  }
  const fields = node.fields.map((field) => {
    const reference = body.shared.program.rowInitializers.get(field);
    if (reference?.kind !== 'sobjectField' && reference?.kind !== 'sobjectParent') {
      return body.refusal(field.at);
    }
    const name = rowFieldName(reference);
    return `${JSON.stringify(name.toLowerCase())}, ${JSON.stringify(name)}, ${emit(body, field.value)}`;
  });
  return `$rowWith(${[body.constant(type.object), ...fields].join(', ')})`;
}

export function emitNewElements(body: BodyEmitter, node: Node<'NewElements'>): string {
  const { type } = body.shared.facts.info(node);
  const elements = `[${emitArguments(body, node.elements)}]`;
  switch (type.kind) {
    case 'list':
      return `new $ApexList(${quoted(type.element)}, ${elements})`;
    case 'set':
      return `$r.newSet(${quoted(type.element)}, ${elements})`;
    case 'map':
      return `$r.newMap(${quoted(type.key)}, ${quoted(type.value)})`;
    default:
      return body.refusal(node.at);
  }
}

export function emitNewEntries(body: BodyEmitter, node: Node<'NewEntries'>): string {
  const { type } = body.shared.facts.info(node);
  if (type.kind !== 'map') {
    return body.refusal(node.at);
  }
  const entries = node.entries.map((entry) => `${emit(body, entry.key)}, ${emit(body, entry.value)}`);
  return `$mapWith(${[quoted(type.key), quoted(type.value), ...entries].join(', ')})`;
}

export function emitNewArray(body: BodyEmitter, node: Node<'NewArray'>): string {
  const { type } = body.shared.facts.info(node);
  return type.kind === 'list' ? `$listOf(${quoted(type.element)}, ${emit(body, node.size)})` : body.refusal(node.at);
}
