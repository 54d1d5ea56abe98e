/** Every function emitted code may call by name, bound to the transaction that runs. */
import type { Transaction } from '../transaction.ts';
import { collectionSupport } from './collections.ts';
import { databaseSupport } from './database.ts';
import { numberSupport } from './numbers.ts';
import { rowSupport } from './rows.ts';
import type { Support } from './support.ts';
import { valueSupport } from './values.ts';

export function createSupport(current: () => Transaction): Support {
  return {
    ...numberSupport(current),
    ...valueSupport(current),
    ...collectionSupport(current),
    ...rowSupport(current),
    ...databaseSupport(current),
  };
}
