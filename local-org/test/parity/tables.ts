/** Every parity table whose rows are calls of the library. */
import blob from './Blob.cases.ts';
import crypto from './Crypto.cases.ts';
import date from './Date.cases.ts';
import datetime from './Datetime.cases.ts';
import decimal from './Decimal.cases.ts';
import java from './Java.cases.ts';
import json from './JSON.cases.ts';
import math from './Math.cases.ts';
import numbers from './Numbers.cases.ts';
import pattern from './Pattern.cases.ts';
import string from './String.cases.ts';
import stringEscapes from './StringEscapes.cases.ts';
import time from './Time.cases.ts';
import type { ParityTable } from './parity.ts';

export const tables: Readonly<Record<string, ParityTable>> = {
  blob,
  crypto,
  date,
  datetime,
  decimal,
  java,
  json,
  math,
  numbers,
  pattern,
  string,
  stringEscapes,
  time,
};
