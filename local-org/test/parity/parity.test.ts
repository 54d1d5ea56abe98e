import { describe, expect, test } from 'vitest';
import blob from './Blob.cases.ts';
import crypto from './Crypto.cases.ts';
import date from './Date.cases.ts';
import datetime from './Datetime.cases.ts';
import decimal from './Decimal.cases.ts';
import json from './JSON.cases.ts';
import math from './Math.cases.ts';
import numbers from './Numbers.cases.ts';
import pattern from './Pattern.cases.ts';
import string from './String.cases.ts';
import stringEscapes from './StringEscapes.cases.ts';
import time from './Time.cases.ts';
import { outcome, Refusal, shown, transaction, type ParityTable } from './parity.ts';

const tables: Readonly<Record<string, ParityTable>> = {
  blob,
  crypto,
  date,
  datetime,
  decimal,
  json,
  math,
  numbers,
  pattern,
  string,
  stringEscapes,
  time,
};

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
