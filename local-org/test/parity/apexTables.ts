/** Every parity table whose rows are Apex. */
import collections from './apex/collections.cases.ts';
import dates from './apex/dates.cases.ts';
import describe from './apex/describe.cases.ts';
import exceptions from './apex/exceptions.cases.ts';
import json from './apex/json.cases.ts';
import numbers from './apex/numbers.cases.ts';
import pages from './apex/pages.cases.ts';
import rows from './apex/rows.cases.ts';
import services from './apex/services.cases.ts';
import type { ApexTable } from './apex.ts';

export const apexTables: Readonly<Record<string, ApexTable>> = {
  collections,
  dates,
  describe,
  exceptions,
  json,
  numbers,
  pages,
  rows,
  services,
};
