/** All functions of the formula language: those that run, and those the platform has and the local org refuses. */
import { DATES } from './dates.ts';
import type { FunctionTable } from './define.ts';
import { LOGICAL } from './logical.ts';
import { LOOKUP } from './lookup.ts';
import { MATH } from './math.ts';
import { PLACES } from './places.ts';
import { RECORDS } from './records.ts';
import { TEXT } from './text.ts';

export const FUNCTIONS: ReadonlyMap<string, FunctionTable[string]> = new Map(
  Object.entries({ ...LOGICAL, ...MATH, ...TEXT, ...DATES, ...RECORDS, ...PLACES, ...LOOKUP }),
);

export const REFUSED: ReadonlySet<string> = new Set([
  'CURRENCYRATE',
  'GETSESSIONID',
  'GETRECORDIDS',
  'HTMLENCODE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREDICT',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLENCODE',
  'URLFOR',
]);
