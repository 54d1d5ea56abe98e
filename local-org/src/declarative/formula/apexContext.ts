/**
 * What names mean in a formula over objects of Apex (`FormulaEval`): global fields and properties of a global class,
 * and the fields of rows behind them, as they stand in memory (Apex Reference, "FormulaBuilder Class").
 */
import type { ApexType, UserType } from '../../apex/types.ts';
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { ApexValue, RowView, Runtime } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import { readMember } from '../../runtime/userClass.ts';
import type { Value } from '../../values/value.ts';
import { kindOf, valueOf } from './fieldValues.ts';
import { numberOf, ZERO } from './number.ts';
import { FormulaProblem } from './problem.ts';
import { typed, type Frame, type FormulaValue, type Kind, type Typed } from './typed.ts';

export interface ApexContext {
  /** A user class or an object. */
  readonly type: ApexType;
  /** Lower-case names of the globals the formula may use, without `$`. */
  readonly globals: ReadonlySet<string>;
}

/** The frame's row when a formula runs over an object of Apex. */
export class TargetView implements RowView {
  readonly target: ApexValue;
  constructor(target: ApexValue) {
    this.target = target;
  }
  get(): Value {
    return null;
  }
}

type Read = (runtime: Runtime, from: ApexValue) => ApexValue;

const KINDS: Readonly<Record<string, Kind>> = {
  String: 'text',
  Id: 'text',
  Boolean: 'boolean',
  Integer: 'number',
  Long: 'number',
  Double: 'number',
  Decimal: 'number',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
};

const missing = (parts: readonly string[], at: number): FormulaProblem =>
  new FormulaProblem(`Field ${parts.join('.')} does not exist. Check spelling.`, at);

export function contextReference(
  context: ApexContext,
  schema: OrgSchema,
  blanksAsZero: boolean,
  parts: readonly string[],
  at: number,
): Typed {
  let { type } = context;
  let read: Read = (_runtime, from) => from;
  for (const [index, name] of parts.entries()) {
    if (type.kind === 'sobject' && type.object !== null) {
      return rowField(schema, type.object, read, parts.slice(index), blanksAsZero, at);
    }
    const member = type.kind === 'user' ? memberOf(type, name) : null;
    if (member === null) {
      throw missing(parts, at);
    }
    read = through(read, member.name);
    ({ type } = member);
  }
  const kind = type.kind === 'primitive' ? KINDS[type.name] : undefined;
  if (kind === undefined) {
    throw missing(parts, at);
  }
  return typed(
    kind,
    at,
    zeroed(kind, blanksAsZero, (frame) => formulaValue(read(frame.runtime, targetOf(frame)))),
  );
}

const targetOf = (frame: Frame): ApexValue => (frame.row instanceof TargetView ? frame.row.target : null);

function zeroed(kind: Kind, blanksAsZero: boolean, code: Typed['run']): Typed['run'] {
  return kind === 'number' && blanksAsZero ? (frame) => code(frame) ?? ZERO : code;
}

/** A global field or property, own or inherited. */
function memberOf(type: UserType, name: string): { readonly name: string; readonly type: ApexType } | null {
  for (let owner: ApexType | null = type; owner?.kind === 'user'; owner = owner.superType) {
    const member = owner.fields.get(name.toLowerCase()) ?? owner.properties.get(name.toLowerCase());
    if (member !== undefined) {
      return member.declaration.modifiers.access === 'global' && !member.isStatic ? member : null;
    }
  }
  return null;
}

function through(read: Read, name: string): Read {
  return (runtime, from) => {
    const target = read(runtime, from);
    if (typeof target !== 'object' || target === null) {
      return null;
    }
    const member = runtime.org.program.membersOf(target)?.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return member === undefined ? null : readMember(target, member);
  };
}

function rowField(
  schema: OrgSchema,
  object: ObjectInfo,
  read: Read,
  parts: readonly string[],
  blanksAsZero: boolean,
  at: number,
): Typed {
  const field: FieldInfo | null = schema.findField(object, parts[0] ?? '', object.namespace);
  if (parts.length > 1) {
    throw new FormulaProblem(`${parts.join('.')}: a parent of a row in memory`, at, true);
  }
  if (field === null) {
    throw missing(parts, at);
  }
  const kind = kindOf(field, at, 'rule');
  return typed(
    kind,
    at,
    zeroed(kind, blanksAsZero, (frame) => {
      const row = read(frame.runtime, targetOf(frame));
      return row instanceof SObjectValue ? valueOf(field, row.peek(field.name) as Value) : null;
    }),
    field,
  );
}

function formulaValue(value: ApexValue): FormulaValue {
  return numberOf(value as Value) ?? (value as FormulaValue);
}
