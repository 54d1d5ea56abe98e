/** Reading variables, fields, properties, row fields, tokens and labels. */
import type { Expression } from '../ast.ts';
import type { ApexType, FieldSymbol, PropertySymbol, Reference } from '../types.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { emitTarget, requiredTarget } from './expressions.ts';
import {
  getterSlot,
  initializerIdentifier,
  isPlain,
  localIdentifier,
  staticGetter,
  staticsIdentifier,
  storageSlot,
} from './identifiers.ts';

type NameNode = Extract<Expression, { kind: 'Name' }>;
type MemberNode = Extract<Expression, { kind: 'Member' }>;

export function emitName(body: BodyEmitter, node: NameNode): string {
  const reference = body.shared.facts.info(node).reference;
  switch (reference?.kind) {
    case 'local':
      return localIdentifier(reference.variable);
    case 'field':
      return readField(reference.field, 'this');
    case 'property':
      return readProperty(reference.property, 'this', reference.isBacking);
    default:
      return readGlobal(body, reference ?? null) ?? body.refusal(node.at);
  }
}

export function emitMember(body: BodyEmitter, node: MemberNode): string {
  const reference = body.shared.facts.info(node).reference;
  const target = (): string => emitTarget(body, node.target, node.isSafe);
  switch (reference?.kind) {
    case 'field':
      return readField(reference.field, reference.field.isStatic ? '' : target());
    case 'property':
      return readProperty(reference.property, reference.property.isStatic ? '' : target(), reference.isBacking);
    case 'platformProperty': {
      const read = body.constant(reference.property.get);
      return reference.property.isStatic
        ? `${read}($r)`
        : `${read}($r, ${requiredTarget(body, node.target, node.isSafe)})`;
    }
    case 'sobjectField':
    case 'sobjectParent':
    case 'genericId':
    case 'sobjectChildren':
      return readRow(body, node, reference);
    default:
      return readGlobal(body, reference ?? null) ?? body.refusal(node.at);
  }
}

/** The field of a row that a name in the source means, as rows store it. */
export function rowFieldName(
  reference: Extract<Reference, { kind: 'sobjectField' | 'sobjectParent' | 'genericId' }>,
): string {
  switch (reference.kind) {
    case 'sobjectField':
      return reference.field.name;
    case 'sobjectParent':
      return reference.field.relationshipName ?? reference.field.name;
    case 'genericId':
      return 'Id';
  }
}

function readRow(
  body: BodyEmitter,
  node: MemberNode,
  reference: Extract<Reference, { kind: 'sobjectField' | 'sobjectParent' | 'genericId' | 'sobjectChildren' }>,
): string {
  const row = emitTarget(body, node.target, node.isSafe);
  if (reference.kind === 'sobjectChildren') {
    return `$children(${row}, ${JSON.stringify((reference.relationship.name ?? '').toLowerCase())}, ${JSON.stringify(reference.relationship.childObject)})`;
  }
  const name = JSON.stringify(rowFieldName(reference).toLowerCase());
  // Behind a lookup without a row every field reads as null.
  const isBehindLookup = body.shared.facts.info(node.target).reference?.kind === 'sobjectParent';
  const isCheckbox = reference.kind === 'sobjectField' && reference.field.type === 'boolean';
  return `${isBehindLookup ? '$fieldBehind' : isCheckbox ? '$checkbox' : '$field'}(${row}, ${name})`;
}

/** The statics of a class, made when they are first needed. */
export function staticsOf(symbol: FieldSymbol | PropertySymbol): string {
  return `(${staticsIdentifier(symbol.owner)} ?? ${initializerIdentifier(symbol.owner)}())`;
}

export function readField(field: FieldSymbol, target: string): string {
  return `${field.isStatic ? staticsOf(field) : target}.${storageSlot(field)}`;
}

export function readProperty(property: PropertySymbol, target: string, isBacking: boolean): string {
  const isStored = isBacking || isPlain(property, 'getter');
  if (property.isStatic) {
    return isStored ? `${staticsOf(property)}.${storageSlot(property)}` : `${staticGetter(property)}()`;
  }
  return isStored ? `${target}.${storageSlot(property)}` : `${target}.${getterSlot(property)}()`;
}

/** What a name means wherever it stands. */
function readGlobal(body: BodyEmitter, reference: Reference | null): string | null {
  switch (reference?.kind) {
    case 'enumValue':
      return enumConstant(body, reference.type, reference.name);
    case 'objectToken':
      return `$token.object($r, ${body.constant(reference.object)})`;
    case 'fieldToken':
      return `$token.field($r, ${body.constant(reference.object)}, ${body.constant(reference.field)})`;
    case 'objectDescribe':
      return `$token.objectDescribe($r, ${body.constant(reference.object)})`;
    case 'fieldDescribe':
      return `$token.fieldDescribe($r, ${body.constant(reference.object)}, ${body.constant(reference.field)})`;
    case 'fieldSetDescribe':
      return `$token.fieldSet($r, ${body.constant(reference.object)}, ${JSON.stringify(reference.name)})`;
    case 'fieldsDescribe':
      return `$token.${reference.what}($r, ${body.constant(reference.object)})`;
    case 'text':
      return JSON.stringify(reference.value);
    case 'trigger':
      return `$trigger(${JSON.stringify(reference.name.toLowerCase())})`;
    case 'label':
      return `$label(${JSON.stringify(reference.namespace)}, ${JSON.stringify(reference.name)})`;
    case 'platformProperty':
      return reference.property.isStatic ? `${body.constant(reference.property.get)}($r)` : null;
    default:
      return null;
  }
}

export function enumConstant(body: BodyEmitter, type: ApexType, name: string): string | null {
  const values = body.shared.enumValuesOf(type);
  const value = values.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return value === undefined ? null : body.constant(value, `enum ${value.apexType} ${value.ordinal}`);
}
