/** Every parity table whose rows are Apex. */
import exceptions from './apex/exceptions.cases.ts';
import pages from './apex/pages.cases.ts';
import type { ApexTable } from './apex.ts';

export const apexTables: Readonly<Record<string, ApexTable>> = { exceptions, pages };
