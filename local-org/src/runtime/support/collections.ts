/** Making, reading and walking collections. */
import { ApexList, type ApexMap, ApexSet } from '../collections.ts';
import type { ApexValue, Runtime } from '../runtime.ts';
import { SObjectValue } from '../sobject.ts';
import type { Transaction } from '../transaction.ts';
import type { Support } from './support.ts';

/** Rows a query loop gives to a list variable at a time. */
const CHUNK = 200;

interface Cursor {
  hasNext(): boolean;
  next(): ApexValue;
}

/** What a list or set is made of when it is built from another collection or iterable. */
export function itemsOf(runtime: Transaction, source: ApexValue): Iterable<ApexValue> {
  if (source instanceof ApexList) {
    return source.items;
  }
  if (source instanceof ApexSet) {
    return source.values();
  }
  return source === null ? runtime.nullPointer() : walk(cursorOf(runtime, source));
}

function* walk(cursor: Cursor): Iterable<ApexValue> {
  while (cursor.hasNext()) {
    yield cursor.next();
  }
}

function cursorOf(runtime: Transaction, source: ApexValue): Cursor {
  if (source instanceof ApexList || source instanceof ApexSet) {
    const items = source instanceof ApexList ? source.items : [...source.values()];
    let index = 0;
    return { hasNext: () => index < items.length, next: () => items[index++] ?? null };
  }
  if (source === null) {
    return runtime.nullPointer();
  }
  const iterator = runtime.call(source as object, 'iterator', []) as object;
  return {
    hasNext: () => runtime.call(iterator, 'hasNext', []) === true,
    next: () => runtime.call(iterator, 'next', []),
  };
}

/** Rows by id, for `new Map<Id, Account>(rows)`. */
export function putRows(runtime: Runtime, map: ApexMap, rows: ApexList): void {
  rows.items.forEach((row, index) => {
    if (!(row instanceof SObjectValue)) {
      return runtime.fail('System.ListException', `Null row at index: ${index}`);
    }
    if (row.id === null) {
      return runtime.fail('System.ListException', `Row with null Id at index: ${index}`);
    }
    if (map.has(row.id)) {
      runtime.fail('System.ListException', `Row with duplicate Id at index: ${index}`);
    }
    map.put(row.id, row);
  });
}

export function checkIndex(runtime: Transaction, list: ApexList, index: number | null): number {
  if (index === null) {
    return runtime.nullPointer();
  }
  return index < 0 || index >= list.items.length
    ? runtime.fail('System.ListException', `List index out of bounds: ${index}`)
    : index;
}

export const collectionSupport = (current: () => Transaction): Support => ({
  $newList: (elementType: string): ApexList => new ApexList(elementType),
  /** From a size, a list, a set or an iterable. */
  $listOf: (elementType: string, source: ApexValue): ApexList => {
    if (typeof source !== 'number') {
      return new ApexList(elementType, [...itemsOf(current(), source)]);
    }
    return source < 0
      ? current().fail('System.ListException', `List size must be non-negative: ${source}`)
      : new ApexList(elementType, new Array<ApexValue>(source).fill(null));
  },
  $setOf: (elementType: string, source: ApexValue): ApexSet =>
    current().newSet(elementType, itemsOf(current(), source)),
  $mapOf: (keyType: string, valueType: string, source: ApexValue): ApexMap => {
    const map = current().newMap(keyType, valueType);
    if (source instanceof ApexList) {
      putRows(current(), map, source);
    } else {
      for (const { key, value } of (source as ApexMap).entries.values()) {
        map.put(key, value);
      }
    }
    return map;
  },
  $mapWith: (keyType: string, valueType: string, ...entries: readonly ApexValue[]): ApexMap => {
    const map = current().newMap(keyType, valueType);
    for (let index = 0; index < entries.length; index += 2) {
      map.put(entries[index] ?? null, entries[index + 1] ?? null);
    }
    return map;
  },
  $at: (list: ApexList, index: number | null): ApexValue => {
    const item = index === null ? undefined : list.items[index];
    return item === undefined ? (list.items[checkIndex(current(), list, index)] ?? null) : item;
  },
  $setAt: (list: ApexList, index: number | null, value: ApexValue): ApexValue => {
    list.items[checkIndex(current(), list, index)] = value;
    return value;
  },
  $iterator: (source: ApexValue): Cursor => cursorOf(current(), source),
  $lock: (set: ApexSet, isLocked: boolean): ApexSet => {
    set.locks += isLocked ? 1 : 0;
    return set;
  },
  $unlock: (set: ApexSet, isLocked: boolean): void => {
    set.locks -= isLocked ? 1 : 0;
  },
  $chunks: (rows: ApexList): readonly ApexList[] =>
    Array.from(
      { length: Math.ceil(rows.items.length / CHUNK) },
      (_value, index) => new ApexList(rows.elementType, rows.items.slice(index * CHUNK, (index + 1) * CHUNK)),
    ),
});
