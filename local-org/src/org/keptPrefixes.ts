/**
 * Key prefixes of custom objects, kept beside the rows: an object that arrives later must not take the prefix that the
 * ids of another one begin with.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgSchema } from '../data/schema.ts';

const FILE = 'keyPrefixes.json';

/** By lower-case object name; empty for a folder that has none, or for no folder. */
export function keptPrefixes(directory: string | null): ReadonlyMap<string, string> {
  const file = directory === null ? null : join(directory, FILE);
  return file !== null && existsSync(file)
    ? new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>))
    : new Map();
}

/** Objects that went away keep theirs: they may come back, and so may their rows. */
export function keepPrefixes(directory: string, schema: OrgSchema): void {
  const kept = new Map(keptPrefixes(directory));
  for (const object of schema.objects.values()) {
    if (object.kind !== 'standard' && object.keyPrefix !== null) {
      kept.set(object.name.toLowerCase(), object.keyPrefix);
    }
  }
  mkdirSync(directory, { recursive: true });
  // Written beside and renamed, so that a kill leaves the old file or the new one.
  writeFileSync(join(directory, `${FILE}.new`), JSON.stringify(Object.fromEntries(kept)));
  renameSync(join(directory, `${FILE}.new`), join(directory, FILE));
}
