/** `==` of any two values, and the hash that goes with it. */
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { ApexBlob, ApexDouble } from '../values/value.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { EnumValue } from './enumValue.ts';
import type { ApexValue, Runtime } from './runtime.ts';
import { SObjectValue } from './sobject.ts';
import { TypeValue } from './typeValue.ts';
import { classInfoOf } from './userClass.ts';

/** `==` of two texts ignores case. */
export function sameText(left: string | null, right: string | null): boolean {
  return (
    left === right ||
    (left !== null && right !== null && left.length === right.length && left.toLowerCase() === right.toLowerCase())
  );
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof ApexDouble || value instanceof ApexDecimal;

/** Numbers of any two types by value. */
export function sameNumber(left: ApexValue, right: ApexValue): boolean {
  if (typeof left === 'number' && typeof right === 'number') {
    return left === right;
  }
  if (left instanceof ApexDouble || right instanceof ApexDouble) {
    return toNumber(left) === toNumber(right);
  }
  return toDecimal(left).equals(toDecimal(right));
}
function toNumber(value: ApexValue): number {
  return value instanceof ApexDouble ? value.value : value instanceof ApexDecimal ? value.toNumber() : Number(value);
}
function toDecimal(value: ApexValue): ApexDecimal {
  return value instanceof ApexDecimal ? value : ApexDecimal.of(value as number | bigint);
}

/** Equal scalars of the platform: dates, times, blobs, enums. Null when `left` is none of these. */
function sameScalar(left: object, right: object): boolean | null {
  if (left instanceof ApexDate) {
    return right instanceof ApexDate && left.day === right.day;
  }
  if (left instanceof ApexDatetime) {
    return right instanceof ApexDatetime && left.instant === right.instant;
  }
  if (left instanceof ApexTime) {
    return right instanceof ApexTime && left.milliseconds === right.milliseconds;
  }
  if (left instanceof ApexBlob) {
    return (
      right instanceof ApexBlob &&
      left.bytes.length === right.bytes.length &&
      left.bytes.every((byte, index) => byte === right.bytes[index])
    );
  }
  return left instanceof EnumValue ? left.equals(right) : null;
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** `isExact` is the equality of collection elements and `equals()`: texts differ by case, and a Date is no Datetime. */
export function equalValues(runtime: Runtime, left: ApexValue, right: ApexValue, isExact: boolean): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null) {
    return false;
  }
  if (typeof left === 'string') {
    return typeof right === 'string' && !isExact && sameText(left, right);
  }
  if (isNumber(left)) {
    return isNumber(right) && sameNumber(left, right);
  }
  if (typeof left !== 'object' || typeof right !== 'object') {
    return false;
  }
  if (!isExact && left instanceof ApexDate && right instanceof ApexDatetime) {
    return left.day * MILLISECONDS_OF_A_DAY === right.instant;
  }
  if (!isExact && left instanceof ApexDatetime && right instanceof ApexDate) {
    return equalValues(runtime, right, left, isExact);
  }
  return sameScalar(left, right) ?? sameCollection(runtime, left, right) ?? sameObject(runtime, left, right);
}

function sameCollection(runtime: Runtime, left: object, right: object): boolean | null {
  const same = (one: ApexValue, other: ApexValue): boolean => equalValues(runtime, one, other, true);
  if (left instanceof ApexList) {
    return (
      right instanceof ApexList &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => same(item, right.items[index] ?? null))
    );
  }
  if (left instanceof ApexSet) {
    return right instanceof ApexSet && left.size === right.size && [...left.values()].every((item) => right.has(item));
  }
  if (left instanceof ApexMap) {
    return (
      right instanceof ApexMap &&
      left.size === right.size &&
      [...left.entries.values()].every((entry) => right.has(entry.key) && same(entry.value, right.get(entry.key)))
    );
  }
  return left instanceof SObjectValue ? right instanceof SObjectValue && sameRow(left, right, same) : null;
}

/** Rows are equal when they are of one object and have the same field values; an unset field is a null one. */
function sameRow(
  left: SObjectValue,
  right: SObjectValue,
  same: (one: ApexValue, other: ApexValue) => boolean,
): boolean {
  return (
    left.object === right.object &&
    [...new Set([...left.content.keys(), ...right.content.keys()])].every((name) =>
      same(left.peek(name), right.peek(name)),
    )
  );
}

function sameObject(runtime: Runtime, left: object, right: object): boolean {
  if (classInfoOf(left) !== null || !isLibraryObject(left)) {
    return runtime.hasMethod(left, 'equals', 1) ? runtime.call(left, 'equals', [right]) === true : false;
  }
  return 'equals' in left && typeof left.equals === 'function'
    ? (left as { equals(other: unknown): unknown }).equals(right) === true
    : runtime.hasMethod(left, 'equals', 1) && runtime.call(left, 'equals', [right]) === true;
}
function isLibraryObject(value: object): boolean {
  return 'apexType' in value;
}

const textHash = (text: string): number => {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  }
  return hash;
};
const longHash = (value: bigint): number => Number(BigInt.asIntN(32, value ^ (BigInt.asUintN(64, value) >> 32n)));

/** As Java hashes where Apex prints Java's hash: text, integers, longs, booleans, lists; else any number that agrees with `==`. */
export function hashValue(runtime: Runtime, value: ApexValue): number {
  switch (typeof value) {
    case 'string':
      return textHash(value);
    case 'number':
      return value | 0;
    case 'bigint':
      return longHash(value);
    case 'boolean':
      return value ? 1231 : 1237;
    default:
      return value === null ? 0 : hashObject(runtime, value);
  }
}

function hashObject(runtime: Runtime, value: object): number {
  if (value instanceof ApexDecimal) {
    return textHash(value.toKey());
  }
  if (value instanceof ApexDouble) {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value.value);
    return longHash(bits.getBigInt64(0));
  }
  if (value instanceof ApexDate) {
    return value.day;
  }
  if (value instanceof ApexDatetime) {
    return longHash(BigInt(value.instant));
  }
  if (value instanceof ApexTime) {
    return value.milliseconds;
  }
  if (value instanceof ApexBlob) {
    return value.bytes.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 1);
  }
  if (value instanceof EnumValue) {
    return textHash(`${value.apexType}.${value.name}`);
  }
  if (value instanceof TypeValue) {
    return textHash(value.name);
  }
  return (
    hashCollection(runtime, value) ??
    (runtime.hasMethod(value, 'hashCode', 0)
      ? (runtime.call(value, 'hashCode', []) as number)
      : runtime.identityHash(value))
  );
}

function hashCollection(runtime: Runtime, value: object): number | null {
  if (value instanceof ApexList) {
    return value.items.reduce<number>((hash, item) => (Math.imul(hash, 31) + hashValue(runtime, item)) | 0, 1);
  }
  if (value instanceof ApexSet) {
    return [...value.values()].reduce<number>((hash, item) => (hash + hashValue(runtime, item)) | 0, 0);
  }
  if (value instanceof ApexMap) {
    return [...value.entries.values()].reduce(
      (hash, { key, value: item }) => (hash + (hashValue(runtime, key) ^ hashValue(runtime, item))) | 0,
      0,
    );
  }
  if (value instanceof SObjectValue) {
    return [...value.content]
      .filter(([, content]) => content !== null)
      .reduce(
        (hash, [name, content]) => (hash + (textHash(name) ^ hashValue(runtime, content))) | 0,
        textHash(value.object.name),
      );
  }
  return null;
}
