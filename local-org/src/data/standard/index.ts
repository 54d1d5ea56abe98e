/** The standard model: one file an object under `objects/`, read when the module loads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCE_FOLDER } from '../../sourceFolder.ts';
import type { StandardFile } from './parse.ts';

const FOLDER = join(SOURCE_FOLDER, 'data', 'standard', 'objects');

/** API name to the file's content. */
export const STANDARD_OBJECTS: ReadonlyMap<string, StandardFile> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as StandardFile,
    ]),
);
