/**
 * Asynchronous work over kills at random moments: what a transaction that was acknowledged has left is done after the
 * restart, and what a transaction took back never happens.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, queryPath, random, type Target } from '../../../bench/server/client.ts';
import { processes, type Processes } from '../support/processes.ts';

const SEED = 4711;
const KILLS = 4;
const CLIENTS = 4;
const LONGEST_ROUND = 700;
const BATCH_PARTS = ['0', '1', '2', '3', '4', '5', '6', '7', 'of 8'];
const KINDS = ['event', 'queueable', 'delayed', 'batch', 'undone', 'failed'] as const;
const PATIENCE = 30_000;

type Kind = (typeof KINDS)[number] | 'scheduled';
interface Asked {
  readonly kind: Kind;
  readonly name: string;
  /** The answer came before the kill. */
  isAcknowledged: boolean;
}

let served: Processes;
beforeAll(async () => {
  served = await processes([join(import.meta.dirname, 'fixture', 'work')]);
});
afterAll(() => served.clear());

const start = (server: Target, kind: Kind, name: string): ReturnType<typeof ask> =>
  ask(server, 'POST', '/services/apexrest/work', { kind, name });

async function client(server: Target, name: string, next: () => number, asked: Asked[]): Promise<void> {
  for (let turn = 0; ; turn++) {
    const kind = KINDS[Math.floor(next() * KINDS.length)] ?? 'event';
    const one: Asked = { kind, name: `${kind} ${name}-${turn}`, isAcknowledged: false };
    asked.push(one);
    try {
      const { status } = await start(server, kind, one.name);
      one.isAcknowledged = status === (kind === 'failed' ? 500 : 200);
    } catch {
      return;
    }
  }
}

async function queried<Fields>(server: Target, soql: string): Promise<readonly Fields[]> {
  const found: Fields[] = [];
  for (let path: string | undefined = queryPath(soql); path !== undefined;) {
    const { body } = await ask(server, 'GET', path);
    const page = body as { readonly records: readonly Fields[]; readonly nextRecordsUrl?: string };
    found.push(...page.records);
    path = page.nextRecordsUrl;
  }
  return found;
}

/** How often each mark is there. */
async function marks(server: Target): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { Name } of await queried<{ readonly Name: string }>(server, 'SELECT Name FROM Account')) {
    counts.set(Name, (counts.get(Name) ?? 0) + 1);
  }
  return counts;
}

test(`nothing that was acknowledged is lost, nothing that was taken back happens (seed ${SEED})`, async () => {
  const next = random(SEED);
  const asked: Asked[] = [];
  for (let round = 0; round < KILLS; round++) {
    const server = await served.start();
    const scheduled: Asked = { kind: 'scheduled', name: `scheduled ${round}`, isAcknowledged: false };
    scheduled.isAcknowledged = (await start(server, 'scheduled', scheduled.name)).status === 200;
    asked.push(scheduled);
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(server, `${round}-${number}`, next, asked));
    await new Promise((resolve) => setTimeout(resolve, 50 + next() * LONGEST_ROUND));
    await server.kill();
    await Promise.all(clients);
  }
  const server = await served.start();
  await ask(server, 'POST', '/_/org/clock', { command: '+3h' });
  const waiting =
    "SELECT Id FROM AsyncApexJob WHERE JobType != 'ScheduledApex' AND Status IN ('Queued', 'Holding', 'Preparing', 'Processing')";
  await expect.poll(async () => (await queried(server, waiting)).length, { timeout: PATIENCE, interval: 500 }).toBe(0);
  const acknowledged = (kind: Kind): readonly string[] =>
    asked.filter((one) => one.kind === kind && one.isAcknowledged).map((one) => one.name);
  const marked = async (names: readonly string[]): Promise<readonly string[]> => {
    const there = await marks(server);
    return names.filter((name) => !there.has(name));
  };
  // Subscribers follow the jobs that were due before them.
  await expect.poll(() => marked(acknowledged('event')), { timeout: PATIENCE, interval: 500 }).toEqual([]);
  await expect.poll(() => marked(acknowledged('scheduled')), { timeout: PATIENCE, interval: 500 }).toEqual([]);

  const there = await marks(server);
  const onlyOnce = (names: readonly string[]): readonly string[] => names.filter((name) => there.get(name) !== 1);
  expect(acknowledged('queueable').length).toBeGreaterThan(0);
  expect(onlyOnce(acknowledged('queueable'))).toEqual([]);
  expect(onlyOnce(acknowledged('delayed'))).toEqual([]);
  expect(acknowledged('batch').length).toBeGreaterThan(0);
  expect(onlyOnce(acknowledged('batch').flatMap((name) => BATCH_PARTS.map((part) => `${name}/${part}`)))).toEqual([]);
  expect(acknowledged('failed').length).toBeGreaterThan(0);
  expect(acknowledged('undone').length).toBeGreaterThan(0);
  expect([...there.keys()].filter((name) => /^(failed|undone)/.test(name))).toEqual([]);
  const jobs = await queried<{ readonly ExtendedStatus: string | null }>(
    server,
    "SELECT ExtendedStatus FROM AsyncApexJob WHERE Status IN ('Failed', 'Aborted')",
  );
  expect(jobs).toEqual([]);
});
