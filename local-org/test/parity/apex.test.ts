import { describe, expect, test } from 'vitest';
import exceptions from './apex/exceptions.cases.ts';
import pages from './apex/pages.cases.ts';
import { outcomesOf, type ApexTable } from './apex.ts';

const tables: Readonly<Record<string, ApexTable>> = { exceptions, pages };

describe.each(Object.entries(tables))('%s agrees with the platform', async (_name, table) => {
  const found = await outcomesOf(table);
  test.each(table.rows.map(([code], index) => [code, index] as const))('%s', (_code, index) => {
    expect(found[index]).toBe('pass');
  });
});
