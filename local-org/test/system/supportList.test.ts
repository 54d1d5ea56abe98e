import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { supportList } from '../support/supportList.ts';

const LIST = join(dirname(fileURLToPath(import.meta.url)), '../../../docs/local-org-support.md');

test('the list of what the library has is what npm run generate writes', async () => {
  const wanted = await format(await supportList(), { ...(await resolveConfig(LIST)), filepath: LIST });

  expect(readFileSync(LIST, 'utf8'), 'Run npm run generate').toBe(wanted);
}, 60_000);
