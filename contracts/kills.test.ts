import { expect, test } from 'vitest';
import { importUnderKills } from './support/kills.ts';

test.each([11, 23])('an import that is killed at moments of seed %i loses and doubles nothing', async (seed) => {
  const outcome = await importUnderKills({ seed, kills: 3 });

  expect(outcome).toMatchObject({ state: 'Completed', failed: 0, isEverySecondThere: true });
  expect(outcome.kills).toBeGreaterThan(0);
  expect(outcome.entries).toBe(outcome.expectedEntries);
});
