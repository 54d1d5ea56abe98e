/** The short form of `npm run bench:server`, which does the same for a minute and for twenty kills. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runKills } from '../../../bench/server/kills.ts';
import { runLoad } from '../../../bench/server/load.ts';
import { processes, type Processes } from '../support/processes.ts';

const SEED = 20261;

let served: Processes;
beforeAll(async () => {
  served = await processes();
});
afterAll(() => served.clear());

test('many clients at once get no error, and what was acknowledged is there', async () => {
  const server = await served.start();

  const result = await runLoad(server, { clients: 20, milliseconds: 2000, seed: SEED });

  expect(result.errors).toEqual([]);
  expect(result.lost).toBe(0);
  expect(result.acknowledged).toBeGreaterThan(0);
  await server.kill();
});

test('kills under load lose nothing that was acknowledged', async () => {
  const result = await runKills({ ...served.options, kills: 3, clients: 4, seed: SEED, milliseconds: 400 });

  expect(result.acknowledged).toBeGreaterThan(0);
  expect(result.lost).toBe(0);
});
