/** Where the local org's own source lies, for what is read from it at run time: the same folder bundled or not. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const SOURCE_FOLDER = find(import.meta.dirname);

/** A bundle lies somewhere below the project, the source in one known place of it. */
function find(folder: string): string {
  const source = join(folder, 'local-org', 'src');
  if (existsSync(source)) {
    return source;
  }
  if (dirname(folder) === folder) {
    throw new Error(`The local org's source is not above ${import.meta.dirname}`);
  }
  return find(dirname(folder));
}
