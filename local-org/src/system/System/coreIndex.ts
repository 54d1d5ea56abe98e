/** The classes that come with the language: collections, rows, exceptions, iteration. */
import type { PlatformClass } from '../define.ts';
import { exceptionClasses } from './Exception.ts';
import iterator, { comparable, comparator, iterable } from './Iterator.ts';
import list from './List.ts';
import map from './Map.ts';
import object from './Object.ts';
import set from './Set.ts';
import sobject from './SObject.ts';

export const coreClasses: readonly PlatformClass[] = [
  list,
  set,
  map,
  object,
  sobject,
  iterator,
  iterable,
  comparable,
  comparator,
  ...exceptionClasses,
];
