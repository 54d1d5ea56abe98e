/** `switch on`: labels fit the subject, are constants, and none stands twice. */
import type { Expression, Statement, SwitchLabel } from '../ast.ts';
import type { ApexType, UserType } from '../types.ts';
import { nameOf } from '../bind/signatures.ts';
import { ID, INTEGER, LONG, SOBJECT, STRING, UNKNOWN } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { isEnum } from './conversions.ts';
import { expressionType } from './expressions.ts';
import { checkBlock, type Flow } from './statements.ts';

type Switch = Extract<Statement, { kind: 'Switch' }>;

export function checkSwitch(body: Body, statement: Switch): Flow {
  const written = expressionType(body, statement.subject);
  const isValid = isSwitchable(written);
  const subject = isValid ? written : UNKNOWN;
  if (written.kind !== 'unknown' && !isValid) {
    body.report(statement.subject.at, 'SWITCH_TYPE', nameOf(written));
  }
  if (statement.branches.length === 0) {
    body.report(statement.at, 'SWITCH_EMPTY');
  }
  const seen = new Set<string>();
  let hasElse = false;
  let allEnd = true;
  statement.branches.forEach((branch, index) => {
    body.push();
    if (branch.label.kind === 'Else') {
      hasElse = true;
      if (index !== statement.branches.length - 1) {
        body.report(branch.label.at, 'ELSE_LAST');
      }
    } else {
      checkLabel(body, statement.at, branch.label, subject, seen);
    }
    if (checkBlock(body, branch.body) !== 'ends') {
      allEnd = false;
    }
    body.pop();
  });
  return hasElse && allEnd ? 'ends' : 'continues';
}

function isSwitchable(type: ApexType): boolean {
  return type === INTEGER || type === LONG || type === STRING || type === ID || type === SOBJECT || isEnum(type);
}

/** A label that stands twice is reported at the statement, `at`. */
function checkLabel(
  body: Body,
  at: number,
  label: Exclude<SwitchLabel, { kind: 'Else' }>,
  subject: ApexType,
  seen: Set<string>,
): void {
  if (label.kind === 'Type') {
    checkTypeLabel(body, at, label, subject, seen);
    return;
  }
  for (const value of label.values) {
    const key = isEnum(subject) ? enumLabel(body, value, subject) : valueLabel(body, value, subject);
    if (key !== null) {
      noteOnce(body, at, key, seen);
    }
  }
}

function noteOnce(body: Body, at: number, key: string, seen: Set<string>): void {
  if (seen.has(key)) {
    body.report(at, 'WHEN_REPEATED', key);
  }
  seen.add(key);
}

function checkTypeLabel(
  body: Body,
  at: number,
  label: Extract<SwitchLabel, { kind: 'Type' }>,
  subject: ApexType,
  seen: Set<string>,
): void {
  const type = body.resolver.resolve(label.type, body.scope);
  if (type.kind !== 'unknown' && subject.kind !== 'unknown') {
    if (type.kind !== 'sobject' || subject.kind === 'primitive' || isEnum(subject)) {
      if (subject === SOBJECT) {
        body.report(label.at, 'WHEN_VALUE_TYPE', type.name, subject.name);
      } else {
        body.report(label.at, 'WHEN_TYPE', type.name);
      }
    } else if (type === subject) {
      body.report(label.at, 'WHEN_SAME_TYPE', type.name);
    }
    noteOnce(body, at, type.name, seen);
  }
  body.declare(label, label.at, label.name, type, false);
}

/** An enum value is written without its type. */
function enumLabel(body: Body, value: Expression, subject: ApexType): string | null {
  if (value.kind === 'Literal' && value.type === 'null') {
    expressionType(body, value);
    return 'null';
  }
  if (value.kind !== 'Name') {
    body.set(value, subject);
    body.report(value.at, value.kind === 'Member' ? 'WHEN_QUALIFIED' : 'WHEN_LITERAL');
    return null;
  }
  const values = subject.kind === 'user' ? subject.enumValues : subject.kind === 'platform' ? subject.class.values : [];
  const found = values.find((one) => one.toLowerCase() === value.name.toLowerCase());
  if (found === undefined) {
    body.set(value, body.fail(value.at, 'VARIABLE_MISSING', value.name));
    return null;
  }
  body.set(value, subject, { kind: 'enumValue', type: subject, name: found });
  return found;
}

/** A literal or a constant field; a sign may stand before a number. */
function valueLabel(body: Body, value: Expression, subject: ApexType): string | null {
  if (value.kind === 'Name' || value.kind === 'Member') {
    return nameLabel(body, value);
  }
  const type = expressionType(body, value);
  if (type.kind === 'null') {
    return 'null';
  }
  if (subject.kind === 'sobject') {
    body.report(value.at, 'WHEN_ROW');
    return null;
  }
  if (type.kind === 'unknown' || subject.kind === 'unknown') {
    return null;
  }
  if (!body.conversions.isArgument(type, subject)) {
    body.report(value.at, 'WHEN_VALUE_TYPE', nameOf(type), nameOf(subject));
    return null;
  }
  body.convert(value, subject);
  const text = literalText(value);
  if (text === null) {
    body.report(value.at, 'WHEN_LITERAL');
  }
  return text;
}

/** Only enums have names for labels: a constant is refused, and what is not static is not even found. */
function nameLabel(body: Body, value: Extract<Expression, { kind: 'Name' | 'Member' }>): null {
  const field =
    value.kind === 'Name'
      ? [...outwards(body.owner)].flatMap((type) => type.fields.get(value.name.toLowerCase()) ?? [])[0]
      : undefined;
  if (value.kind === 'Name' && (field === undefined || !field.isStatic)) {
    body.set(value, body.fail(value.at, 'VARIABLE_MISSING', value.name));
  } else if (expressionType(body, value).kind !== 'unknown') {
    body.report(value.at, 'WHEN_FIELD');
  }
  return null;
}

/** The class, its superclasses, and the same of the classes around it. */
function* outwards(type: UserType): Iterable<UserType> {
  for (let outer: UserType | null = type; outer !== null; outer = outer.outer) {
    for (let current: ApexType | null = outer; current?.kind === 'user'; current = current.superType) {
      yield current;
    }
  }
}

function literalText(value: Expression | null): string | null {
  if (value?.kind === 'Literal') {
    return String(value.value);
  }
  if (value?.kind === 'Unary' && value.operator === '-' && value.operand.kind === 'Literal') {
    return `-${String(value.operand.value)}`;
  }
  return null;
}
