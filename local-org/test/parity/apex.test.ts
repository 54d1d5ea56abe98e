import { describe, expect, test } from 'vitest';
import { outcomesOf } from './apex.ts';
import { apexTables } from './apexTables.ts';

describe.each(Object.entries(apexTables))('%s agrees with the platform', async (_name, table) => {
  const found = await outcomesOf(table);
  test.each(table.rows.map(([code], index) => [code, index] as const))('%s', (_code, index) => {
    expect(found[index]).toBe('pass');
  });
});
