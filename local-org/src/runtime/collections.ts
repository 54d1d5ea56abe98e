/**
 * Lists, sets and maps of Apex. Keys are compared by value: primitives by themselves, rows by their fields, objects
 * by their own equals and hashCode. Sets and maps keep insertion order. While a loop runs over a list or set
 * its `locks` count is above zero and whoever changes its size must refuse (see `collectionGuard.ts`).
 */
import type { ApexValue } from './runtime.ts';

export class ApexList {
  readonly elementType: string;
  readonly items: ApexValue[];
  locks = 0;
  constructor(elementType: string, items: ApexValue[] = []) {
    this.elementType = elementType;
    this.items = items;
  }
}

/** Turns a value into a key of a JavaScript Map: equal values give the same key. */
export type KeyOf = (value: ApexValue) => unknown;

export class ApexSet {
  readonly elementType: string;
  readonly #entries = new Map<unknown, ApexValue>();
  readonly #keyOf: KeyOf;
  locks = 0;
  constructor(elementType: string, keyOf: KeyOf) {
    this.elementType = elementType;
    this.#keyOf = keyOf;
  }
  get size(): number {
    return this.#entries.size;
  }
  has(value: ApexValue): boolean {
    return this.#entries.has(this.#keyOf(value));
  }
  /** True when the set changed. */
  add(value: ApexValue): boolean {
    const key = this.#keyOf(value);
    const isNew = !this.#entries.has(key);
    if (isNew) {
      this.#entries.set(key, value);
    }
    return isNew;
  }
  remove(value: ApexValue): boolean {
    return this.#entries.delete(this.#keyOf(value));
  }
  clear(): void {
    this.#entries.clear();
  }
  values(): IterableIterator<ApexValue> {
    return this.#entries.values();
  }
}

export class ApexMap {
  readonly keyType: string;
  readonly valueType: string;
  readonly entries = new Map<unknown, { readonly key: ApexValue; value: ApexValue }>();
  readonly #keyOf: KeyOf;
  constructor(keyType: string, valueType: string, keyOf: KeyOf) {
    this.keyType = keyType;
    this.valueType = valueType;
    this.#keyOf = keyOf;
  }
  get size(): number {
    return this.entries.size;
  }
  has(key: ApexValue): boolean {
    return this.entries.has(this.#keyOf(key));
  }
  get(key: ApexValue): ApexValue {
    return this.entries.get(this.#keyOf(key))?.value ?? null;
  }
  /** The value that was there before, or null. */
  put(key: ApexValue, value: ApexValue): ApexValue {
    const hashed = this.#keyOf(key);
    const entry = this.entries.get(hashed);
    if (entry) {
      const before = entry.value;
      entry.value = value;
      return before;
    }
    this.entries.set(hashed, { key, value });
    return null;
  }
  remove(key: ApexValue): ApexValue {
    const hashed = this.#keyOf(key);
    const before = this.entries.get(hashed)?.value ?? null;
    this.entries.delete(hashed);
    return before;
  }
  clear(): void {
    this.entries.clear();
  }
  *keys(): IterableIterator<ApexValue> {
    for (const entry of this.entries.values()) {
      yield entry.key;
    }
  }
  *values(): IterableIterator<ApexValue> {
    for (const entry of this.entries.values()) {
      yield entry.value;
    }
  }
}

/** The keys of a map as a set that follows the map: what is removed from one is removed from the other. */
export class ApexKeySet extends ApexSet {
  readonly #map: ApexMap;
  constructor(map: ApexMap, keyOf: KeyOf) {
    super(map.keyType, keyOf);
    this.#map = map;
  }
  override get size(): number {
    return this.#map.size;
  }
  override has(value: ApexValue): boolean {
    return this.#map.has(value);
  }
  override add(value: ApexValue): boolean {
    const isNew = !this.#map.has(value);
    if (isNew) {
      this.#map.put(value, null);
    }
    return isNew;
  }
  override remove(value: ApexValue): boolean {
    const had = this.#map.has(value);
    this.#map.remove(value);
    return had;
  }
  override clear(): void {
    this.#map.clear();
  }
  override values(): IterableIterator<ApexValue> {
    return this.#map.keys();
  }
}

/** What describe calls give by name: a name is found in any case. A queued job's copy of it is one too. */
export class DescribeMap extends ApexMap {
  constructor(valueType: string) {
    super('String', valueType, (key) => (typeof key === 'string' ? key.toLowerCase() : key));
  }
}
