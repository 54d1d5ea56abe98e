/**
 * `npm run bench [-- --mocks DIR] [--seed N]`: measures the local org and compares it with its bars. Ends with 1 when one
 * is missed. Each measure is the best of several, because the machine has other things to do.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseArgs } from 'node:util';
import type { LocalOrg } from '../src/index.ts';
import { best, isMet, table, type Bar } from './bar.ts';
import { mocksBars } from './mocks.ts';
import { call, makeOrg } from './program.ts';

const TURNS = 10_000_000;
const [FEW, MANY, CHUNK] = [1_000, 100_000, 10_000];
const LOOKUPS = 100;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
function usedMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

async function loop(): Promise<Bar> {
  const org = await makeOrg({ hasCoverage: true });
  const measured = best(7, () => call(org, 'count', [TURNS]));
  return {
    name: '10,000,000 turns of an integer loop with an if, coverage and ticks on',
    limit: 0.25,
    unit: 's',
    measured,
  };
}

/** Ten transactions into fresh orgs; the last org stays for what follows. */
async function inserts(seed: number): Promise<{ readonly bars: readonly Bar[]; readonly org: LocalOrg }> {
  let seconds = Number.POSITIVE_INFINITY;
  let growth = 0;
  for (let run = 0; ; run++) {
    const org = await makeOrg({ hasCoverage: false });
    call(org, 'insertAccounts', [1, seed]);
    const before = usedMegabytes();
    const start = performance.now();
    for (let number = 0; number < MANY / CHUNK; number++) {
      call(org, 'insertAccounts', [CHUNK, seed + number]);
    }
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    growth = Math.max(growth, usedMegabytes() - before);
    if (run === 2) {
      return {
        org,
        bars: [
          { name: 'ten transactions of 10,000 Accounts each, with a trigger', limit: 5, unit: 's', measured: seconds },
          { name: 'growth of the process for 100,000 records', limit: 400, unit: 'MB', measured: growth },
        ],
      };
    }
  }
}

function idsOf(org: LocalOrg): readonly string[] {
  const all = [...org.parts.store.rows('Account')].map((row) => row.Id);
  return Array.from({ length: LOOKUPS }, (_value, index) => all[Math.floor((index * all.length) / LOOKUPS)] ?? '');
}

/** Times of two orgs, measured in turns so that what else the machine does hits both. */
function ratio(few: LocalOrg, many: LocalOrg, times: number, work: (org: LocalOrg) => void): number {
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < times; run++) {
    small = Math.min(
      small,
      best(1, () => work(few)),
    );
    large = Math.min(
      large,
      best(1, () => work(many)),
    );
  }
  return large / small;
}

async function lookups(many: LocalOrg, seed: number): Promise<readonly Bar[]> {
  const few = await makeOrg({ hasCoverage: false });
  call(few, 'insertAccounts', [FEW, seed]);
  const lists = new Map([few, many].map((org) => [org, idsOf(org)]));
  const find = (org: LocalOrg): void => {
    const ids = lists.get(org) ?? [];
    org.transaction(org.parts.users.adminId, (runtime) => {
      const type = org.parts.program.findType('Work', null);
      const found =
        type === null ? 0 : org.parts.program.callStatic(runtime, type, 'findAll', [runtime.newList('Id', ids)]);
      if (found !== ids.length) {
        throw new Error('Not all accounts were found');
      }
    });
  };
  const perRow = MANY / FEW;
  return [
    {
      name: 'lookup by id at 100,000 rows ÷ at 1,000 rows',
      limit: 1.5,
      unit: '×',
      measured: ratio(few, many, 60, find),
    },
    {
      name: 'filtered scan a row, at 100,000 rows ÷ at 1,000 rows',
      limit: 2,
      unit: '×',
      measured: ratio(few, many, 12, (org) => call(org, 'scan')) / perRow,
    },
    {
      name: 'scan with LIKE a row, at 100,000 rows ÷ at 1,000 rows',
      limit: 2,
      unit: '×',
      measured: ratio(few, many, 12, (org) => call(org, 'scanText')) / perRow,
    },
  ];
}

export async function main(root: string, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { mocks: { type: 'string' }, seed: { type: 'string', default: '20261' } },
  });
  const seed = Number(values.seed);
  console.log(`seed ${seed}`);
  const bars: Bar[] = [await loop()];
  const { bars: made, org } = await inserts(seed);
  bars.push(...made, ...(await lookups(org, seed)));
  bars.push(...mocksBars(root, values.mocks ?? process.env['FFLIB_APEX_MOCKS']));
  console.log(table(bars));
  const missed = bars.filter((bar) => !isMet(bar)).length;
  console.log(missed === 0 ? 'All bars are met.' : `${missed} of ${bars.length} bars missed.`);
  console.log('The org as it is served: npm run bench:server');
  return missed === 0 ? 0 : 1;
}
