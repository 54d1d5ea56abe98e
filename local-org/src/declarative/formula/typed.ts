/** A compiled formula expression: its type, known before it runs, and the code that gives its value for one record. */
import type { FieldInfo } from '../../data/schema.ts';
import type { RowView, Runtime } from '../../runtime/runtime.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { FormulaNumber } from './number.ts';
import { FormulaProblem } from './problem.ts';

/** `null` is the type of the literal NULL: it fits everywhere. */
export type Kind =
  'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'location' | 'null';

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/** Blank text is null or the empty text: no function tells them apart. Ids have 15 characters, as formulas see them. */
export type FormulaValue = null | boolean | string | FormulaNumber | ApexDate | ApexDatetime | ApexTime | Location;

/** What a formula is evaluated against. */
export interface Frame {
  readonly runtime: Runtime;
  readonly row: RowView;
  /** The record before the change; null for a new one. */
  readonly before: RowView | null;
  readonly isNew: boolean;
  readonly isClone: boolean;
}

export type Code = (frame: Frame) => FormulaValue;

export interface Typed {
  readonly kind: Kind;
  readonly run: Code;
  readonly at: number;
  /** Set for a reference to a field: some functions take nothing else. */
  readonly field: FieldInfo | null;
  /** Set for a literal. */
  readonly literal: string | null;
}

export const typed = (
  kind: Kind,
  at: number,
  run: Code,
  field: FieldInfo | null = null,
  literal: string | null = null,
): Typed => ({ kind, run, at, field, literal });

const NAMES: Readonly<Record<Kind, string>> = {
  number: 'Number',
  text: 'Text',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multi-Select Picklist',
  location: 'Location',
  null: 'Null',
};
export const nameOf = (kind: Kind): string => NAMES[kind];

/** Checks an argument's type; a picklist outside the few functions that take one has a message of its own. */
export function expectKind(one: Typed, kinds: readonly Kind[], owner: string): void {
  if (one.kind === 'null' || kinds.includes(one.kind)) {
    return;
  }
  if ((one.kind === 'picklist' || one.kind === 'multipicklist') && one.field !== null) {
    const what = one.kind === 'picklist' ? 'picklist' : 'multi-select picklist';
    throw new FormulaProblem(
      `Field ${one.field.name} is a ${what} field. ${what.charAt(0).toUpperCase()}${what.slice(1)} fields are only supported in certain functions.`,
      one.at,
    );
  }
  throw new FormulaProblem(
    `Incorrect parameter type for ${owner}. Expected ${kinds.map(nameOf).join(', ')}, received ${nameOf(one.kind)}`,
    one.at,
  );
}

// What the code of a checked expression gives; a value of another type is a fault of the checker.
const fault = (wanted: string): never => {
  throw new Error(`A formula gave something other than ${wanted}`);
};
export const asNumber = (value: FormulaValue): FormulaNumber | null =>
  value === null || value instanceof FormulaNumber ? value : fault('a number');
export const asText = (value: FormulaValue): string =>
  value === null ? '' : typeof value === 'string' ? value : fault('text');
/** An unknown truth, from a comparison with a blank, is none. */
export const isTrue = (value: FormulaValue): boolean => value === true;
export const asDate = (value: FormulaValue): ApexDate | null =>
  value === null || value instanceof ApexDate ? value : fault('a date');
export const asDatetime = (value: FormulaValue): ApexDatetime | null =>
  value === null || value instanceof ApexDatetime ? value : fault('a datetime');
export const asTime = (value: FormulaValue): ApexTime | null =>
  value === null || value instanceof ApexTime ? value : fault('a time');
export const isBlank = (value: FormulaValue): boolean => value === null || value === '';

/** Equal values of one type; text by its characters. Both known. */
export function sameValue(left: FormulaValue, right: FormulaValue): boolean {
  return left === right || (left !== null && right !== null && order(left, right) === 0);
}

/** Negative, zero or positive. Booleans and locations have no order: they are only told apart. */
export function order(left: FormulaValue, right: FormulaValue): number {
  if (left instanceof FormulaNumber && right instanceof FormulaNumber) {
    return left.comparedTo(right);
  }
  if (left instanceof ApexDate && right instanceof ApexDate) {
    return left.day - right.day;
  }
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) {
    return left.instant - right.instant;
  }
  if (left instanceof ApexTime && right instanceof ApexTime) {
    return left.milliseconds - right.milliseconds;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right ? 0 : left < right ? -1 : 1;
  }
  return left === right ? 0 : 1;
}
