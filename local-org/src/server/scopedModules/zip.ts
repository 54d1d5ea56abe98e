/**
 * Reads one entry of a zip archive, stored or deflated; null for an entry or an archive that is not there. Source: PKWARE
 * APPNOTE, central directory (4.3.12) and local file header (4.3.7). Entries of more than 4 GB are not read.
 */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

export function zipEntry(archive: Uint8Array, path: string): Uint8Array | null {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  if (end === null) {
    return null;
  }
  let at = view.readUInt32LE(end + 16);
  for (let index = view.readUInt16LE(end + 10); index > 0 && isEntry(view, at); index--) {
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    if (name === path) {
      return contentOf(view, at);
    }
    at += ENTRY_LENGTH + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return null;
}

/** The end record stands last, but for a comment. */
function endOf(view: Buffer): number | null {
  for (let at = view.length - END_LENGTH; at >= 0; at--) {
    if (view.readUInt32LE(at) === END) {
      return at;
    }
  }
  return null;
}

const isEntry = (view: Buffer, at: number): boolean =>
  at + ENTRY_LENGTH <= view.length && view.readUInt32LE(at) === ENTRY;

function contentOf(view: Buffer, at: number): Uint8Array | null {
  const method = view.readUInt16LE(at + 10);
  const size = view.readUInt32LE(at + 20);
  const local = view.readUInt32LE(at + 42);
  const start = local + LOCAL_LENGTH + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const packed = view.subarray(start, start + size);
  return method === STORED ? packed : method === DEFLATED ? inflateRawSync(packed) : null;
}
