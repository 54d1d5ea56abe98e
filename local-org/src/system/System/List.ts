/** Lists. The compiler writes construction and `[index]` itself; the constructors here are only signatures. */
import { platformClass, type PlatformClass } from '../define.ts';
import { checkUnlocked } from '../../runtime/collectionGuard.ts';
import { ApexList, type ApexSet } from '../../runtime/collections.ts';
import { equalValues } from '../../runtime/equality.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import { cloneRow, type CloneOptions } from './rowClone.ts';
import { ItemIterator } from './Iterator.ts';
import { objectToken } from '../Schema/tokens.ts';

/** Construction is emitted by the compiler: it knows the type arguments. */
export const emitted = (): never => {
  throw new Error('Collections are made by emitted code');
};

function checkIndex(runtime: Runtime, index: number | null, end: number): number {
  if (index === null) {
    return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  return index < 0 || index >= end ? runtime.fail('System.ListException', `List index out of bounds: ${index}`) : index;
}

function indexOf(runtime: Runtime, list: ApexList, item: ApexValue): number {
  return list.items.findIndex((one) => equalValues(runtime, one, item, true));
}

function addAll(runtime: Runtime, self: ApexList, from: ApexList | ApexSet | null): void {
  checkUnlocked(runtime, self);
  if (from === null) {
    runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  for (const item of from instanceof ApexList ? [...from.items] : from.values()) {
    self.items.push(item);
  }
}

function sort(runtime: Runtime, self: ApexList, order: (left: ApexValue, right: ApexValue) => number): void {
  checkUnlocked(runtime, self);
  // `Array.sort` moves undefined only; null takes part.
  self.items.sort(order);
}

function deepClone(runtime: Runtime, self: ApexList, options: CloneOptions): ApexList {
  return new ApexList(
    self.elementType,
    self.items.map((item) =>
      item instanceof SObjectValue ? cloneRow(runtime, item, { ...options, isDeep: true }) : item,
    ),
  );
}

const list: PlatformClass = platformClass('System.List', {
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  constructors: {
    '()': emitted,
    '(Integer size)': emitted,
    '(List<T> items)': emitted,
    '(Set<T> items)': emitted,
    '(Iterable<T> items)': emitted,
  },
  methods: {
    'void add(T item)': (runtime, self: ApexList, item: ApexValue) => {
      checkUnlocked(runtime, self);
      self.items.push(item);
    },
    'void add(Integer index, T item)': (runtime, self: ApexList, index: number | null, item: ApexValue) => {
      checkUnlocked(runtime, self);
      self.items.splice(checkIndex(runtime, index, self.items.length + 1), 0, item);
    },
    'void addAll(List<T> items)': addAll,
    'void addAll(Set<T> items)': addAll,
    'void clear()': (runtime, self: ApexList) => {
      checkUnlocked(runtime, self);
      self.items.length = 0;
    },
    'List<T> clone()': (_runtime, self: ApexList) => new ApexList(self.elementType, [...self.items]),
    'Boolean contains(T item)': (runtime, self: ApexList, item: ApexValue) => indexOf(runtime, self, item) >= 0,
    'List<T> deepClone()': (runtime, self: ApexList) => deepClone(runtime, self, {}),
    'List<T> deepClone(Boolean preserveId)': (runtime, self: ApexList, preserveId: boolean | null) =>
      deepClone(runtime, self, { preserveId }),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (
      runtime,
      self: ApexList,
      preserveId: boolean | null,
      preserveTimestamps: boolean | null,
    ) => deepClone(runtime, self, { preserveId, preserveTimestamps }),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': (
      runtime, self: ApexList, preserveId: boolean | null, preserveTimestamps: boolean | null, preserveAutonumber: boolean | null,
    ) => deepClone(runtime, self, { preserveId, preserveTimestamps, preserveAutonumber }), // prettier-ignore
    'Boolean equals(Object other)': (runtime, self: ApexList, other: ApexValue) => runtime.equals(self, other),
    'T get(Integer index)': (runtime, self: ApexList, index: number | null) =>
      self.items[checkIndex(runtime, index, self.items.length)] ?? null,
    'Schema.SObjectType getSObjectType()': (runtime, self: ApexList) => {
      const object = runtime.org.schema.find(self.elementType);
      return object === null ? null : objectToken(runtime, object);
    },
    'Integer hashCode()': (runtime, self: ApexList) => runtime.hash(self),
    'Integer indexOf(T item)': indexOf,
    'Boolean isEmpty()': (_runtime, self: ApexList) => self.items.length === 0,
    'Iterator<T> iterator()': (_runtime, self: ApexList) => new ItemIterator(self.items),
    'T remove(Integer index)': (runtime, self: ApexList, index: number | null) => {
      checkUnlocked(runtime, self);
      return self.items.splice(checkIndex(runtime, index, self.items.length), 1)[0] ?? null;
    },
    'void set(Integer index, T item)': (runtime, self: ApexList, index: number | null, item: ApexValue) => {
      self.items[checkIndex(runtime, index, self.items.length)] = item;
    },
    'Integer size()': (_runtime, self: ApexList) => self.items.length,
    'void sort()': (runtime, self: ApexList) => {
      sort(runtime, self, (left, right) => runtime.compare(left, right));
    },
    'void sort(Comparator<T> comparator)': (runtime, self: ApexList, comparator: object | null) => {
      const order = comparator ?? runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
      sort(runtime, self, (left, right) => runtime.call(order, 'compare', [left, right]) as number);
    },
    'String toString()': (runtime, self: ApexList) => runtime.text(self),
  },
});
export default list;
