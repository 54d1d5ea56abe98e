/**
 * Keeps parsed files in a directory under the hash of what they were parsed from. An entry is whole or it is ignored:
 * it is written aside and renamed into place, and read back only if its checksum holds.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { SOURCE_FOLDER } from '../../sourceFolder.ts';
import type { CompilationUnit } from '../ast.ts';
import { parseApex, type ParseResult, type SourceKind } from './parseApex.ts';

const CHECKSUM_BYTES = 32;
const PARSER_FOLDER = join(SOURCE_FOLDER, 'apex', 'parse');
const TREE_DEFINITION = join(SOURCE_FOLDER, 'apex', 'ast.ts');
/** Part of every key: the parser package whose grammar made the trees. */
const GRAMMAR = '@apexdevtools/apex-parser@5.2.0';

export class ParseCache {
  readonly #directory: string;
  readonly #version: string;

  /** Entries of another parser or tree version are never read: the version is a hash of the parser's own source. */
  constructor(directory: string, version: string = parserVersion()) {
    this.#directory = directory;
    this.#version = version;
    mkdirSync(directory, { recursive: true });
  }

  /** As `parseApex`. Sources with errors are parsed each time. */
  parse(source: string, file: string, kind: SourceKind): ParseResult {
    const path = join(this.#directory, `${this.#key(source, kind)}.ast`);
    const cached = readEntry(path);
    if (cached !== null) {
      return { unit: cached, errors: [] };
    }
    const result = parseApex(source, file, kind);
    if (result.errors.length === 0) {
      writeEntry(path, result.unit);
    }
    return result;
  }

  #key(source: string, kind: SourceKind): string {
    return createHash('sha256').update(`${this.#version}\n${kind}\n`).update(source).digest('hex');
  }
}

/** Changes whenever the tree's definition, the parser or the storage format does. */
export function parserVersion(): string {
  const hash = createHash('sha256').update(`${GRAMMAR} ${process.versions.v8}`).update(readFileSync(TREE_DEFINITION));
  for (const name of readdirSync(PARSER_FOLDER).sort()) {
    hash.update(readFileSync(join(PARSER_FOLDER, name)));
  }
  return hash.digest('hex');
}

function readEntry(path: string): CompilationUnit | null {
  let entry: Buffer;
  try {
    entry = readFileSync(path);
  } catch (error) {
    if (isFileError(error)) {
      return null;
    }
    throw error;
  }
  const tree = entry.subarray(CHECKSUM_BYTES);
  return checksum(tree).equals(entry.subarray(0, CHECKSUM_BYTES)) ? (deserialize(tree) as CompilationUnit) : null;
}

/** A cache that cannot be written to (full, read-only) only costs time. */
function writeEntry(path: string, unit: CompilationUnit): void {
  const tree = serialize(unit);
  const aside = `${path}.${randomUUID()}`;
  try {
    writeFileSync(aside, Buffer.concat([checksum(tree), tree]));
    renameSync(aside, path);
  } catch (error) {
    if (!isFileError(error)) {
      throw error;
    }
    rmSync(aside, { force: true });
  }
}

function checksum(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
