/** Records in a file: each is its length, its checksum and its bytes, so that a torn or damaged one is known as such. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';

const HEADER = 8;

export interface Frames<T> {
  readonly values: readonly T[];
  /** Where the last whole record ends. */
  readonly end: number;
}

export function frame(value: unknown): Uint8Array {
  const bytes = serialize(value);
  const framed = Buffer.alloc(HEADER + bytes.length);
  framed.writeUInt32LE(bytes.length, 0);
  framed.writeUInt32LE(crc32(bytes), 4);
  framed.set(bytes, HEADER);
  return framed;
}

/** Whole records from the start; reading ends at the first that is cut short or damaged. */
export function readFrames<T>(bytes: Buffer): Frames<T> {
  const values: T[] = [];
  let end = 0;
  while (end + HEADER <= bytes.length) {
    const length = bytes.readUInt32LE(end);
    const content = bytes.subarray(end + HEADER, end + HEADER + length);
    if (content.length < length || crc32(content) !== bytes.readUInt32LE(end + 4)) {
      break;
    }
    values.push(deserialize(content) as T);
    end += HEADER + length;
  }
  return { values, end };
}

export function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(handle, bytes, done);
  }
}

/** A whole file, on the disk when this returns. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w');
  writeAll(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}

/** Makes a rename durable. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
