/** The Database namespace. */
import { batchClasses } from './batch.ts';
import { cursorClass } from './Cursor.ts';
import { optionClasses } from './DMLOptions.ts';
import { queryLocatorClasses } from './QueryLocator.ts';
import { errorClass, resultClasses } from './resultClasses.ts';
import type { PlatformClass } from '../define.ts';

export const databaseClasses: readonly PlatformClass[] = [
  ...batchClasses,
  cursorClass,
  ...optionClasses,
  ...queryLocatorClasses,
  errorClass,
  ...resultClasses,
];
