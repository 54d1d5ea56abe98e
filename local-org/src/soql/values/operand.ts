/**
 * The right side of a comparison as a value of the column's kind: a literal of the text, or what a bind holds. What
 * does not fit the column is refused, never converted by guessing.
 */
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime, fromUtc } from '../../values/temporal.ts';
import type { FieldInfo } from '../../data/schema.ts';
import type { ApexValue } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import type { Literal } from '../ast.ts';
import type { Execution } from '../execution.ts';
import { SoqlFault, SoqlUnsupported } from '../faults.ts';
import { dayRange } from '../time/dateLiterals.ts';
import { normalizeId } from './ids.ts';
import { apexTypeOf, literalTypeOf, type ValueKind } from './kinds.ts';
import { decimalOf, type NonNull } from './order.ts';

/** What is compared: a column, or a function of one. */
export interface Target {
  readonly at: number;
  readonly name: string;
  readonly kind: ValueKind;
  readonly field: FieldInfo;
}

export type Operand =
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly value: NonNull }
  /** Days, or instants: from `start` up to before `end`. */
  | { readonly kind: 'range'; readonly start: number; readonly end: number };

const NULL: Operand = { kind: 'null' };
const DAY = 86_400_000;

const valueOf = (value: NonNull): Operand => ({ kind: 'value', value });

/** `2026-11-23` with a day and month that exist; null otherwise. */
function parseDate(text: string): ApexDate | null {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = ApexDate.of(year, month, day);
  return date.month === month && date.dayOfMonth === day ? date : null;
}

function parseTime(text: string): number {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?/.exec(text);
  const [hour, minute, second] = [1, 2, 3].map((index) => Number(match?.[index] ?? 0));
  return ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) * 1000 + Number((match?.[4] ?? '').padEnd(3, '0'));
}

function parseDatetime(text: string): ApexDatetime | null {
  const date = parseDate(text.slice(0, 10));
  const zone = /([+-])(\d{2}):?(\d{2})$/.exec(text.slice(10));
  const offset = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) * 60_000 : 0;
  return date && new ApexDatetime(fromUtc(date.year, date.month, date.dayOfMonth) + parseTime(text.slice(11)) - offset);
}

/** Checks a literal against the column before anything runs. */
export function checkLiteral(target: Target, literal: Literal): void {
  const type = literalTypeOf(target.field.type);
  const expected: Readonly<Record<ValueKind, readonly Literal['kind'][]>> = {
    text: ['string'], multi: ['string'], id: ['string'], number: ['number'], boolean: ['boolean'], date: ['date', 'dateLiteral'],
    datetime: ['datetime', 'dateLiteral'], time: ['time'], binary: [], compound: [],
  }; // prettier-ignore
  if (literal.kind === 'null' || literal.kind === 'bind' || expected[target.kind].includes(literal.kind)) {
    if (
      literal.kind === 'string' &&
      target.kind === 'id' &&
      literal.value !== '' &&
      normalizeId(literal.value) === null
    ) {
      throw new SoqlFault('ID', target.at, literal.value);
    }
    return;
  }
  const isText = target.kind === 'text' || target.kind === 'multi' || target.kind === 'id';
  throw new SoqlFault(isText ? 'VALUE_UNQUOTED' : 'VALUE_QUOTED', target.at, target.name, type);
}

function literalOperand(
  execution: Execution,
  target: Target,
  literal: Exclude<Literal, { readonly kind: 'bind' }>,
): Operand {
  switch (literal.kind) {
    case 'null':
      return NULL;
    case 'boolean':
      return valueOf(literal.value);
    case 'string':
      return textOperand(target, literal.value);
    case 'number':
      if (literal.currency !== null) {
        throw new SoqlUnsupported('currency literals in SOQL', target.at);
      }
      return valueOf(ApexDecimal.of(literal.text));
    case 'date': {
      const date = parseDate(literal.text);
      if (!date) {
        throw new SoqlFault('VALUE_TYPE', target.at, target.name, literalTypeOf(target.field.type));
      }
      return valueOf(date);
    }
    case 'datetime': {
      const datetime = parseDatetime(literal.text);
      if (!datetime) {
        throw new SoqlFault('VALUE_TYPE', target.at, target.name, literalTypeOf(target.field.type));
      }
      return valueOf(datetime);
    }
    case 'time':
      return valueOf(new ApexTime(parseTime(literal.text)));
    case 'dateLiteral': {
      const range = dayRange(literal.name, literal.count ?? 0, execution.calendar());
      if (!range) {
        throw new SoqlFault('VALUE_TYPE', target.at, target.name, literalTypeOf(target.field.type));
      }
      const edge = (day: number): number => (target.kind === 'date' ? day : execution.zone.startOf(day));
      return { kind: 'range', start: edge(range.start), end: edge(range.end) };
    }
  }
}

/** Blank text is null to the platform. */
function textOperand(target: Target, text: string): Operand {
  if (text === '') {
    return NULL;
  }
  if (target.kind !== 'id') {
    return valueOf(text);
  }
  const id = normalizeId(text);
  if (id === null) {
    throw new SoqlFault('ID', target.at, text);
  }
  return valueOf(id);
}

/** One value of a bind; a row stands for its id where ids are compared. */
export function boundOperand(execution: Execution, target: Target, value: ApexValue): Operand {
  if (value === null) {
    return NULL;
  }
  const { kind } = target;
  if (kind === 'text' || kind === 'multi' || kind === 'id') {
    if (typeof value === 'string') {
      return textOperand(target, value);
    }
    if (value instanceof SObjectValue && kind === 'id') {
      return value.id === null ? NULL : valueOf(value.id);
    }
  } else if (kind === 'number') {
    const number = decimalOf(value);
    if (number) {
      return valueOf(number);
    }
  } else if (kind === 'boolean' && typeof value === 'boolean') {
    return valueOf(value);
  } else if (kind === 'date' && (value instanceof ApexDate || value instanceof ApexDatetime)) {
    return valueOf(value instanceof ApexDate ? value : new ApexDate(Math.floor(value.instant / DAY)));
  } else if (kind === 'datetime' && (value instanceof ApexDate || value instanceof ApexDatetime)) {
    return valueOf(value instanceof ApexDatetime ? value : new ApexDatetime(value.day * DAY));
  } else if (kind === 'time' && value instanceof ApexTime) {
    return valueOf(value);
  }
  throw new SoqlFault('BIND_TYPE', target.at, execution.runtime.typeName(value), apexTypeOf(target.field.type));
}

export function operandOf(execution: Execution, target: Target, literal: Literal): Operand {
  return literal.kind === 'bind'
    ? boundOperand(execution, target, execution.bind(literal.text))
    : literalOperand(execution, target, literal);
}
