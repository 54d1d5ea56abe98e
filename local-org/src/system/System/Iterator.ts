/** Iterators: the interface, what `Iterable` promises, and the one that lists and sets give. */
import { platformClass, type PlatformClass } from '../define.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';

/** What an iterator of the platform's own has; calls through the interface reach it so. */
export interface ApexIterator {
  hasNext(): boolean;
  next(runtime: Runtime): ApexValue;
}

export class ItemIterator extends PlatformObject implements ApexIterator {
  readonly apexType = 'System.Iterator';
  readonly #items: readonly ApexValue[];
  #next = 0;
  constructor(items: readonly ApexValue[]) {
    super();
    this.#items = items;
  }
  hasNext(): boolean {
    return this.#next < this.#items.length;
  }
  next(runtime: Runtime): ApexValue {
    if (!this.hasNext()) {
      runtime.fail('System.NoSuchElementException', 'No more elements.');
    }
    return this.#items[this.#next++] ?? null;
  }
}

const byName =
  (method: string) =>
  (runtime: Runtime, self: object, ...args: readonly ApexValue[]): ApexValue =>
    runtime.call(self, method, args);

export const iterable: PlatformClass = platformClass('System.Iterable', {
  form: 'interface',
  typeParameters: ['T'],
  methods: { 'Iterator<T> iterator()': byName('iterator') },
});
export const comparable: PlatformClass = platformClass('System.Comparable', {
  form: 'interface',
  methods: { 'Integer compareTo(Object other)': byName('compareTo') },
});
export const comparator: PlatformClass = platformClass('System.Comparator', {
  form: 'interface',
  typeParameters: ['T'],
  methods: { 'Integer compare(T left, T right)': byName('compare') },
});

const iterator: PlatformClass = platformClass('System.Iterator', {
  form: 'interface',
  typeParameters: ['T'],
  methods: {
    'Boolean hasNext()': (_runtime, self: ApexIterator) => self.hasNext(),
    'T next()': (runtime, self: ApexIterator) => self.next(runtime),
  },
});
export default iterator;
