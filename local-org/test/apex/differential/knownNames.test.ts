/** What the platform has and we do not simulate is read from packages, not written by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../../../../scripts/check/apex/toolbox.ts';
import { KNOWN_NAMES, KNOWN_OBJECTS, knownNames } from '../../../../scripts/generate/known-names.ts';

test('the known names are those `npm run generate -- --known-names` writes', async () => {
  const { classes, objects } = await knownNames();

  expect(readFileSync(join(HOME, KNOWN_NAMES), 'utf8') === classes).toBe(true);
  expect(readFileSync(join(HOME, KNOWN_OBJECTS), 'utf8') === objects).toBe(true);
});
