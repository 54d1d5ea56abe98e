/**
 * The values that rows, formulas, queries and Apex share. Every value tells its own Apex type, so nothing needs to be
 * boxed when it is seen as an Object: a JavaScript number is an Integer, a bigint a Long, a string a String or an Id.
 * `undefined` is never a value: where it appears the local org itself is at fault.
 */
import type { ApexDecimal } from './decimal.ts';
import type { ApexDate, ApexDatetime, ApexTime } from './temporal.ts';

/** A 64-bit floating point number; rare enough in Apex to afford an object, and told from an Integer by it. */
export class ApexDouble {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  /** As Java's Double prints: `1.0`, `1.0E10`, `NaN`, `Infinity`. */
  toString(): string {
    const { value } = this;
    if (!Number.isFinite(value) || value === 0) {
      return value === 0 ? (Object.is(value, -0) ? '-0.0' : '0.0') : String(value);
    }
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e7) {
      return Number.isInteger(value) ? `${value}.0` : String(value);
    }
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
}

/** Bytes; immutable. */
export class ApexBlob {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  static ofText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }
  /** As a debug log prints it: never the bytes. */
  toString(): string {
    return `Blob[${this.bytes.length}]`;
  }
  /** Read as UTF-8; null where the bytes are not. */
  toText(): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(this.bytes);
    } catch {
      return null;
    }
  }
}

/** What a field of a row can hold. */
export type Value =
  null | boolean | number | bigint | string | ApexDouble | ApexDecimal | ApexDate | ApexDatetime | ApexTime | ApexBlob;
