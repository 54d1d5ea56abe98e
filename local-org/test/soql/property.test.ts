import { expect, test } from 'vitest';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { Fixture } from './fixture.ts';
import { holds, soqlOf, type Plain, type PlainCondition, type PlainRow } from './naive.ts';
import { account } from './sample.ts';

/** A small generator of numbers from 0 to 1 (mulberry32), so that a failing seed can be run again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TEXTS = ['ab', 'AB', 'a', 'b', 'ba', 'abc', 'Cab'];
const PATTERNS = ['a%', '%b', '%A%', 'a_', '_', '%', 'ab', '%a%b%', '_b%'];

class Generator {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = randomOf(seed);
  }
  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }
  value(field: string): Plain {
    if (field === 'Active') {
      return this.pick([true, false]);
    }
    return this.pick<Plain>(
      field === 'NumberOfEmployees'
        ? [null, 1, 2, 3, -4]
        : field === 'AnnualRevenue'
          ? [null, 0.5, 1, 2.25, -3]
          : [null, ...TEXTS],
    );
  }
  row(number: number): PlainRow {
    const fields = ['Name', 'Code', 'NumberOfEmployees', 'AnnualRevenue', 'Active'];
    return { Id: account(number), ...Object.fromEntries(fields.map((field) => [field, this.value(field)])) };
  }
  condition(depth: number): PlainCondition {
    const kind = depth === 0 ? 'compare' : this.pick(['and', 'or', 'not', 'compare'] as const);
    switch (kind) {
      case 'and':
      case 'or':
        return { kind, parts: [this.condition(depth - 1), this.condition(depth - 1)] };
      case 'not':
        return { kind, part: this.condition(depth - 1) };
      case 'compare':
        return this.#comparison();
    }
  }
  #comparison(): PlainCondition {
    const field = this.pick(['Name', 'Code', 'NumberOfEmployees', 'AnnualRevenue', 'Active']);
    const isText = field === 'Name' || field === 'Code';
    const operators = [
      '=',
      '!=',
      'IN',
      'NOT IN',
      ...(field === 'Active' ? [] : ['<', '<=', '>', '>=']),
      ...(isText ? ['LIKE'] : []),
    ];
    const operator = this.pick(operators);
    if (operator === 'LIKE') {
      return { kind: 'compare', field, operator, values: [this.pick(PATTERNS)] };
    }
    const count = operator.endsWith('IN') ? 2 : 1;
    return { kind: 'compare', field, operator, values: Array.from({ length: count }, () => this.value(field)) };
  }
}

test('random queries find what a naive evaluator finds, in random orders and with limits', () => {
  const seed = Number(process.env['SOQL_SEED'] ?? 20_261_123);
  for (let round = 0; round < 300; round++) {
    const generate = new Generator(seed + round);
    const rows = Array.from({ length: 20 }, (_item, index) => generate.row(index + 1));
    const org = new Fixture();
    for (const row of rows) {
      const revenue = row['AnnualRevenue'];
      org.add('Account', {
        ...row,
        Id: String(row['Id']),
        AnnualRevenue: typeof revenue === 'number' ? ApexDecimal.of(revenue) : null,
      });
    }
    const condition = generate.condition(3);
    const limit = generate.pick([1, 5, 20]);
    const isDescending = generate.pick([true, false]);
    const text = `SELECT Id FROM Account WHERE ${soqlOf(condition)} ORDER BY NumberOfEmployees ${isDescending ? 'DESC' : 'ASC'} NULLS LAST, Id LIMIT ${limit}`;
    const rank = (row: PlainRow): number =>
      row['NumberOfEmployees'] === null ? 99 : Number(row['NumberOfEmployees']) * (isDescending ? -1 : 1);
    const expected = rows
      .filter((row) => holds(condition, row))
      .sort((left, right) => rank(left) - rank(right))
      .slice(0, limit)
      .map((row) => row['Id']);

    expect(
      org.query(text).map((row) => row.id),
      `seed ${seed + round}: ${text}`,
    ).toEqual(expected);
  }
});
