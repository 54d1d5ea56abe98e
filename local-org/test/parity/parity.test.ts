import { describe, expect, test } from 'vitest';
import { outcome, Refusal, shown, transaction } from './parity.ts';
import { tables } from './tables.ts';

describe.each(Object.entries(tables))('%s agrees with the platform', (_name, table) => {
  const runtime = transaction(table);
  test.each(
    table.rows.map(
      (row) =>
        [
          `${row[0]}(${row[1].map((one) => JSON.stringify(shown(one), (_key, value: unknown) => (typeof value === 'bigint' ? `${value}L` : value))).join(', ')})`,
          row,
        ] as const,
    ),
  )('%s', (_title, [method, args, expected]) => {
    const found = outcome(runtime, method, args);
    expect(found instanceof Refusal ? { ...found } : found).toEqual(
      expected instanceof Refusal ? { ...expected } : shown(expected),
    );
  });
});
