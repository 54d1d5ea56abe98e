import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { supportList } from '../../local-org/test/support/supportList.ts';

export const SUPPORT_LIST = 'docs/local-org-support.md';

/** Writes what the local org has of the platform library; a file that is right stays untouched. */
export async function writeSupportList(root: string): Promise<void> {
  const path = join(root, SUPPORT_LIST);
  const text = await format(await supportList(), { ...(await resolveConfig(path)), filepath: path });
  if (readFileSync(path, { encoding: 'utf8', flag: 'a+' }) !== text) {
    writeFileSync(path, text);
  }
}
