/**
 * Assignments and `++`/`--` on every kind of place. What leads to the place is evaluated once, before the value; the
 * result of the whole is the value stored.
 */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { convert } from './conversions.ts';
import { emit, emitTarget } from './expressions.ts';
import { isPlain, localIdentifier, setterSlot, staticSetter, storageSlot } from './identifiers.ts';
import { readField, readProperty, rowFieldName, staticsOf } from './names.ts';
import { arithmetic, operand, required } from './operators.ts';
import { isNonNull } from './nonNull.ts';

interface Place {
  /** Evaluated first, in order. */
  readonly setup: readonly string[];
  readonly read: string;
  /** An expression that stores; its value is what was stored unless `givesNothing`. */
  readonly write: (value: string) => string;
  readonly givesNothing: boolean;
}

const place = (setup: readonly string[], read: string, write: Place['write'], givesNothing = false): Place => ({
  setup,
  read,
  write,
  givesNothing,
});

/** `isReused`: the place is read and then written. */
function placeOf(body: BodyEmitter, target: Expression, isReused: boolean): Place {
  const reference = body.shared.facts.info(target).reference;
  if (target.kind === 'Index') {
    return indexPlace(body, target, isReused);
  }
  switch (reference?.kind) {
    case 'local': {
      const name = localIdentifier(reference.variable);
      return place([], name, (value) => `(${name} = ${value})`);
    }
    case 'field': {
      const { field } = reference;
      const owner = held(body, target, isReused && !field.isStatic);
      const read = readField(field, owner.text);
      return place(owner.setup, read, (value) => `(${read} = ${value})`);
    }
    case 'property':
      return propertyPlace(body, target, reference.property, reference.isBacking, isReused);
    case 'sobjectField':
    case 'sobjectParent':
    case 'genericId': {
      const row = held(body, target, isReused);
      const name = rowFieldName(reference);
      const folded = JSON.stringify(name.toLowerCase());
      return place(
        row.setup,
        `$field(${row.text}, ${folded})`,
        (value) => `$setField(${row.text}, ${folded}, ${JSON.stringify(name)}, ${value})`,
      );
    }
    case 'platformProperty': {
      const { property } = reference;
      const self = property.isStatic ? { text: 'null', setup: [] } : held(body, target, isReused);
      const get = `${body.constant(property.get)}($r, ${self.text})`;
      return place(
        self.setup,
        get,
        (value) => `${property.set === null ? '$null' : body.constant(property.set)}($r, ${self.text}, ${value})`,
        true,
      );
    }
    default: {
      const refusal = body.refusal(target.at);
      return place([], refusal, () => refusal);
    }
  }
}

/** The object that has the place, in a temporary when it is needed twice. */
function held(
  body: BodyEmitter,
  target: Expression,
  isReused: boolean,
): { readonly text: string; readonly setup: readonly string[] } {
  if (target.kind !== 'Member') {
    return { text: 'this', setup: [] };
  }
  const isStatic = body.shared.facts.info(target.target).reference?.kind === 'type';
  if (isStatic) {
    return { text: 'null', setup: [] };
  }
  const text = emitTarget(body, target.target, false);
  if (!isReused || /^[\w$]+$/.test(text)) {
    return { text, setup: [] };
  }
  const temporary = body.temporary();
  return { text: temporary, setup: [`${temporary} = ${text}`] };
}

function indexPlace(body: BodyEmitter, target: Extract<Expression, { kind: 'Index' }>, isReused: boolean): Place {
  const list = emitTarget(body, target.target, false);
  const index = emit(body, target.index);
  if (!isReused) {
    return place([], '', (value) => `$setAt(${list}, ${index}, ${value})`);
  }
  const [listHolder, indexHolder] = [body.temporary(), body.temporary()];
  return place(
    [`${listHolder} = ${list}`, `${indexHolder} = ${index}`],
    `$at(${listHolder}, ${indexHolder})`,
    (value) => `$setAt(${listHolder}, ${indexHolder}, ${value})`,
  );
}

function propertyPlace(
  body: BodyEmitter,
  target: Expression,
  property: Parameters<typeof readProperty>[0],
  isBacking: boolean,
  isReused: boolean,
): Place {
  const owner = held(body, target, isReused && !property.isStatic);
  const read = readProperty(property, owner.text, isBacking);
  if (isBacking || isPlain(property, 'setter')) {
    const storage = `${property.isStatic ? staticsOf(property) : owner.text}.${storageSlot(property)}`;
    return place(owner.setup, read, (value) => `(${storage} = ${value})`);
  }
  const setter = property.isStatic ? staticSetter(property) : `${owner.text}.${setterSlot(property)}`;
  return place(owner.setup, read, (value) => `${setter}(${value})`, true);
}

function finish(body: BodyEmitter, target: Place, value: string, isUsed: boolean): string {
  if (!target.givesNothing || !isUsed) {
    const write = target.write(value);
    return target.setup.length === 0 ? write : `(${[...target.setup, write].join(', ')})`;
  }
  const stored = body.temporary();
  return `(${[...target.setup, `${stored} = ${value}`, target.write(stored), stored].join(', ')})`;
}

export function emitAssign(body: BodyEmitter, node: Extract<Expression, { kind: 'Assign' }>, isUsed: boolean): string {
  if (node.operator === '=') {
    const target = placeOf(body, node.target, false);
    return finish(body, target, emit(body, node.value), isUsed);
  }
  const target = placeOf(body, node.target, true);
  const info = body.shared.facts.info(node);
  const targetType = body.shared.facts.info(node.target).type;
  const type = info.operandType ?? targetType;
  const left = {
    text: target.read,
    type: targetType,
    isNonNull: isNonNull(body.shared.program, body.nonNull, node.target),
  };
  const value = arithmetic(node.operator.slice(0, -1), left, operand(body, node.value), type, type);
  return value === null ? body.refusal(node.at) : finish(body, target, convert(value, type, targetType), isUsed);
}

const ONES: Readonly<Record<string, string>> = { Integer: '1', Long: '1n' };

export function emitStep(body: BodyEmitter, node: Extract<Expression, { kind: 'Step' }>, isUsed: boolean): string {
  const target = placeOf(body, node.operand, true);
  const { type } = body.shared.facts.info(node.operand);
  const isKnown = isNonNull(body.shared.program, body.nonNull, node.operand);
  const step = (value: string, isNonNullValue: boolean): string => stepped(node.operator, value, isNonNullValue, type);
  if (node.isPrefix || !isUsed) {
    return finish(body, target, step(target.read, isKnown), isUsed);
  }
  const before = body.temporary();
  const kept = `${before} = ${required({ text: target.read, type, isNonNull: isKnown })}`;
  return `(${[...target.setup, kept, target.write(step(before, true)), before].join(', ')})`;
}

function stepped(operator: '++' | '--', value: string, isNonNullValue: boolean, type: ApexType): string {
  const one = ONES[type.name];
  const sign = operator[0] ?? '+';
  const left = { text: value, type, isNonNull: isNonNullValue };
  if (one !== undefined) {
    return arithmetic(sign, left, { text: one, type, isNonNull: true }, type, type) ?? value;
  }
  return `$stepped(${value}, ${sign}1)`;
}
