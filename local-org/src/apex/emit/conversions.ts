/** Implicit conversions and casts, written out as JavaScript. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { classIdentifier } from './identifiers.ts';
import { isNumeric, isPrimitive } from './typeFacts.ts';

const NUMBER_HELPERS: Readonly<Record<string, string>> = {
  Integer: '$integer',
  Long: '$long',
  Double: '$double',
  Decimal: '$decimal',
};

/** Converts the text of a value of type `from`; what needs no conversion stays as it is. */
export function convert(text: string, from: ApexType, to: ApexType): string {
  if (from === to || from.kind === 'null') {
    return text;
  }
  if (from.kind === 'query') {
    return to.kind === 'sobject' ? `$onlyRow(${text})` : text;
  }
  if (isNumeric(from) && isNumeric(to) && from.name !== to.name) {
    return `${NUMBER_HELPERS[to.name] ?? ''}(${text})`;
  }
  if (isPrimitive(from, 'String') && isPrimitive(to, 'Id')) {
    return `$id(${text})`;
  }
  if (isPrimitive(from, 'Date') && isPrimitive(to, 'Datetime')) {
    return `$datetime(${text})`;
  }
  return isPrimitive(from, 'Datetime') && isPrimitive(to, 'Date') ? `$date(${text})` : text;
}

/** `(Type) operand`. */
export function emitCast(text: string, from: ApexType, to: ApexType): string {
  if (from === to || isPrimitive(to, 'Object') || from.kind === 'null' || to.kind === 'unknown') {
    return text;
  }
  if (from.kind === 'primitive' && to.kind === 'primitive' && from.name !== 'Object') {
    return convert(text, from, to);
  }
  if (isPrimitive(to, 'Id')) {
    return `$castId(${text})`;
  }
  if (to.kind === 'user' && to.form === 'class') {
    return `$castTo(${text}, ${classIdentifier(to)}, ${JSON.stringify(to.name)})`;
  }
  return `$cast(${text}, ${JSON.stringify(runtimeTypeName(to))})`;
}

export function emitInstanceOf(
  body: BodyEmitter,
  node: Extract<Expression, { kind: 'InstanceOf' }>,
  text: string,
): string {
  const to = body.shared.program.writtenTypes.get(node.type);
  if (to === undefined || to.kind === 'unknown') {
    return body.refusal(node.type.at);
  }
  return to.kind === 'user' && to.form === 'class'
    ? `(${text} instanceof ${classIdentifier(to)})`
    : `$isInstance(${text}, ${JSON.stringify(runtimeTypeName(to))})`;
}

/** The name of a type as values know it. */
export function runtimeTypeName(type: ApexType): string {
  return type.kind === 'query' ? `List<${type.element.name}>` : type.name;
}
