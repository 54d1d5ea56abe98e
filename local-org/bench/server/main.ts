/**
 * `npm run bench:server [-- --seconds N] [--clients N] [--kills N] [--seed N] [--cache DIR]`: load on a served org, then kills under
 * load. Ends with 1 when a request failed or an acknowledged record is missing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runKills } from './kills.ts';
import { runLoad } from './load.ts';
import { startProcess } from './process.ts';

export async function main(root: string, bundle: string, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      clients: { type: 'string', default: '50' },
      kills: { type: 'string', default: '20' },
      cache: { type: 'string', default: join(root, 'build', 'lightning') },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
    },
  });
  const [seconds, clients, kills, seed] = [values.seconds, values.clients, values.kills, values.seed].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const fixture = join(root, 'local-org', 'test', 'server');
  const shared = {
    bundle,
    sources: [join(fixture, 'fixture', 'main'), join(fixture, 'rest', 'fixture')],
    cache: values.cache,
  };
  const folder = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  try {
    console.log(`Seed ${seed}`);
    const server = await startProcess({ ...shared, folder });
    const load = await runLoad(server, { clients, milliseconds: seconds * 1000, seed });
    await server.kill();
    console.log(
      `${clients} clients for ${seconds} s: ${load.requests} requests, ${load.errors.length} errors, ${load.acknowledged} records acknowledged, ${load.lost} lost, p50 ${load.p50.toFixed(0)} ms, p95 ${load.p95.toFixed(0)} ms`,
    );
    [...new Set(load.errors)].slice(0, 5).forEach((error) => {
      console.log(`  ${error}`);
    });
    const killed = await runKills({ ...shared, folder, kills, clients: 8, seed, milliseconds: 1500 });
    console.log(`${killed.kills} kills under load: ${killed.acknowledged} records acknowledged, ${killed.lost} lost`);
    return load.errors.length + load.lost + killed.lost === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
