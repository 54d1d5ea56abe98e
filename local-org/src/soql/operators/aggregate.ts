/**
 * Aggregate functions over the rows of one group. All ignore null except COUNT(Id) and COUNT(). SUM of whole-number
 * fields is an Integer (a Long when it is too large for one), of other numbers a Decimal; AVG is a Decimal; MIN and MAX
 * of a picklist go by the order of its values (SOQL and SOSL Reference, "Aggregate Functions").
 */
import type { Row } from '../../data/store.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import type { Value } from '../../values/value.ts';
import type { Execution } from '../execution.ts';
import { picklistPlaces } from '../plan/ordering.ts';
import type { AggregateCall, Expression } from '../plan/plan.ts';
import {
  comparePicklistKeys,
  compareValues,
  decimalOf,
  keyOfValue,
  picklistKey,
  type NonNull,
} from '../values/order.ts';

export interface Accumulator {
  add(row: Row): void;
  result(): Value;
}

class Count implements Accumulator {
  #count = 0;
  readonly #holds: (row: Row) => boolean;
  constructor(holds: (row: Row) => boolean) {
    this.#holds = holds;
  }
  add(row: Row): void {
    this.#count += this.#holds(row) ? 1 : 0;
  }
  result(): Value {
    return this.#count;
  }
}

class CountDistinct implements Accumulator {
  readonly #seen = new Set<unknown>();
  readonly #keyOf: (row: Row) => unknown;
  constructor(keyOf: (row: Row) => unknown) {
    this.#keyOf = keyOf;
  }
  add(row: Row): void {
    const key = this.#keyOf(row);
    if (key !== null) {
      this.#seen.add(key);
    }
  }
  result(): Value {
    return this.#seen.size;
  }
}

class Sum implements Accumulator {
  #sum: ApexDecimal | null = null;
  #count = 0;
  readonly #read: (row: Row) => Value;
  readonly #finish: (sum: ApexDecimal, count: number) => Value;
  constructor(read: (row: Row) => Value, finish: (sum: ApexDecimal, count: number) => Value) {
    this.#read = read;
    this.#finish = finish;
  }
  add(row: Row): void {
    const number = decimalOf(this.#read(row));
    if (number) {
      this.#sum = this.#sum?.plus(number) ?? number;
      this.#count++;
    }
  }
  result(): Value {
    return this.#sum && this.#finish(this.#sum, this.#count);
  }
}

class Extreme implements Accumulator {
  #best: NonNull | null = null;
  readonly #read: (row: Row) => Value;
  readonly #isBetter: (value: NonNull, best: NonNull) => boolean;
  constructor(read: (row: Row) => Value, isBetter: (value: NonNull, best: NonNull) => boolean) {
    this.#read = read;
    this.#isBetter = isBetter;
  }
  add(row: Row): void {
    const value = this.#read(row);
    if (value !== null && value !== '' && (this.#best === null || this.#isBetter(value, this.#best))) {
      this.#best = value;
    }
  }
  result(): Value {
    return this.#best;
  }
}

const MAX_INTEGER = 2_147_483_647;

function wholeNumber(sum: ApexDecimal): Value {
  const number = sum.toNumber();
  return Math.abs(number) <= MAX_INTEGER ? number : sum.toBigInt();
}

/** As many digits as a double holds. */
function average(sum: ApexDecimal, count: number): Value {
  const quotient = sum.dividedBy(ApexDecimal.of(count));
  return quotient && ApexDecimal.of(quotient.toNumber());
}

function orderOf(of: Expression): (left: NonNull, right: NonNull) => number {
  const places = of.isPlain ? picklistPlaces(of.field) : null;
  if (!places) {
    return (left, right) => compareValues(of.kind, left, right);
  }
  const key = (value: NonNull): NonNull => picklistKey(places, String(value));
  return (left, right) => comparePicklistKeys(key(left), key(right));
}

/** Makes accumulators for one call: one per group. */
export function accumulatorMaker(execution: Execution, call: AggregateCall): () => Accumulator {
  const { of } = call;
  if (of === null) {
    return () => new Count(() => true);
  }
  const read = of.bind(execution);
  switch (call.function) {
    case 'COUNT':
      return () => new Count((row) => read(row) !== null);
    case 'COUNT_DISTINCT':
      return () => new CountDistinct((row) => keyOfValue(of.kind, read(row)));
    case 'SUM': {
      const isWhole = of.field.type === 'integer' || of.field.type === 'long';
      return () => new Sum(read, isWhole ? wholeNumber : (sum) => sum);
    }
    case 'AVG':
      return () => new Sum(read, average);
    case 'MIN':
    case 'MAX': {
      const order = orderOf(of);
      const isMin = call.function === 'MIN';
      return () => new Extreme(read, (value, best) => (isMin ? order(value, best) < 0 : order(value, best) > 0));
    }
  }
}
