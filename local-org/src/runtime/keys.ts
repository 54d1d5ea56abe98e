/**
 * Keys of sets and maps: equal values give the same key. Strings, integers, longs, booleans, null and objects without
 * their own `equals` are their own key; the rest is written as text that starts with a character no Apex text starts
 * with.
 */
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { ApexBlob, ApexDouble } from '../values/value.ts';
import { ApexList, ApexMap, ApexSet, type KeyOf } from './collections.ts';
import { EnumValue } from './enumValue.ts';
import type { ApexValue, Runtime } from './runtime.ts';
import { SObjectValue } from './sobject.ts';
import { classInfoOf } from './userClass.ts';

const MARK = '\u0000';

/** The key function of one collection: it remembers the objects with their own `equals` that it has seen. */
export function makeKeyOf(runtime: Runtime): KeyOf {
  let known: Map<number, object[]> | null = null;
  let numbers: Map<unknown, number> | null = null;
  const representative = (value: object): object => {
    known ??= new Map();
    const hash = runtime.hash(value);
    const bucket = known.get(hash) ?? [];
    known.set(hash, bucket);
    const found = bucket.find((one) => one === value || runtime.equals(one, value));
    if (found === undefined) {
      bucket.push(value);
    }
    return found ?? value;
  };
  /** Keys inside a longer key: objects by number. */
  const part = (value: ApexValue): string => {
    const key = keyOf(value);
    if (typeof key === 'object' && key !== null) {
      numbers ??= new Map();
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return `${MARK}o${number}`;
    }
    return JSON.stringify(typeof key === 'bigint' ? `${MARK}i${key}` : key);
  };
  const keyOf = (value: ApexValue): unknown => {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    return (
      scalarKey(value) ??
      collectionKey(value, part) ??
      (hasOwnEquals(value) ? representative(value) : platformKey(runtime, value, representative))
    );
  };
  return keyOf;
}

function scalarKey(value: object): string | null {
  if (value instanceof ApexDecimal) {
    return `${MARK}n${value.toKey()}`;
  }
  if (value instanceof ApexDouble) {
    return `${MARK}d${value.value}`;
  }
  if (value instanceof ApexDate) {
    return `${MARK}D${value.day}`;
  }
  if (value instanceof ApexDatetime) {
    return `${MARK}T${value.instant}`;
  }
  if (value instanceof ApexTime) {
    return `${MARK}t${value.milliseconds}`;
  }
  if (value instanceof ApexBlob) {
    return `${MARK}b${value.bytes.join(',')}`;
  }
  return value instanceof EnumValue ? `${MARK}e${value.apexType}.${value.ordinal}` : null;
}

function collectionKey(value: object, part: (value: ApexValue) => string): string | null {
  if (value instanceof SObjectValue) {
    const fields = [...value.content]
      .filter(([, content]) => content !== null)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return `${MARK}s${value.object.name}{${fields.map(([name, content]) => `${name}=${part(content)}`).join()}}`;
  }
  if (value instanceof ApexList) {
    return `${MARK}l[${value.items.map(part).join()}]`;
  }
  if (value instanceof ApexSet) {
    return `${MARK}S[${[...value.values()].map(part).sort().join()}]`;
  }
  if (value instanceof ApexMap) {
    return `${MARK}m[${[...value.entries.values()]
      .map((entry) => `${part(entry.key)}=${part(entry.value)}`)
      .sort()
      .join()}]`;
  }
  return null;
}

function hasOwnEquals(value: object): boolean {
  return (classInfoOf(value)?.findMethods('equals', 1).length ?? 0) > 0;
}

/** Objects of the platform's library are the same key when their class says they are equal. */
function platformKey(runtime: Runtime, value: object, representative: (value: object) => object): object {
  return 'equals' in value || runtime.hasMethod(value, 'equals', 1) ? representative(value) : value;
}
