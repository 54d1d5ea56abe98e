/** Times queries over many rows: `npx tsx local-org/test/soql/bench.ts [rows]`. Prints milliseconds and ratios; no part of the tests. */
import type { Row } from '../../src/data/store.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { ApexDatetime } from '../../src/values/temporal.ts';
import type { Value } from '../../src/values/value.ts';
import { type FakeStore, Fixture, USER } from './fixture.ts';
import { account } from './sample.ts';

/** The fixture's store copies and scans; this one has what the queries below look up. */
function withIndex(store: FakeStore): void {
  const byParent = new Map<Value, Row[]>();
  for (const row of store.rows('Account')) {
    const parent = row['ParentId'] ?? null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  store.findBy = (_object, _field, value) => byParent.get(value) ?? [];
}

function filled(count: number): Fixture {
  const org = new Fixture({ timeZone: 'America/New_York' });
  for (let number = 1; number <= count; number++) {
    org.store.insert('Account', {
      Id: account(number),
      Name: `Account ${number}`,
      Rating: ['Hot', 'Warm', 'Cold'][number % 3] ?? null,
      NumberOfEmployees: number % 1000,
      AnnualRevenue: ApexDecimal.of(`${number % 500}.25`),
      CreatedDate: new ApexDatetime(Date.parse('2026-11-18T00:00:00Z') - number * 60_000),
      ParentId: account((number % 100_000) + 1_000_000),
      OwnerId: USER,
    });
  }
  withIndex(org.store);
  return org;
}

const QUERIES: readonly string[] = [
  `SELECT Id FROM Account WHERE Id = '${account(77)}'`,
  `SELECT Id FROM Account WHERE ParentId = '${account(1_000_078)}'`,
  "SELECT COUNT() FROM Account WHERE Name = 'account 77'",
  "SELECT COUNT() FROM Account WHERE Rating = 'hot' AND NumberOfEmployees > 500",
  "SELECT COUNT() FROM Account WHERE Name LIKE '%77%'",
  'SELECT COUNT() FROM Account WHERE AnnualRevenue > 100',
  'SELECT COUNT() FROM Account WHERE CreatedDate = LAST_N_DAYS:30',
  "SELECT Name, Rating FROM Account WHERE Rating = 'hot' ORDER BY Name LIMIT 100",
  'SELECT Rating, COUNT(Id), SUM(AnnualRevenue) FROM Account GROUP BY Rating',
  'SELECT Id, Name, Rating FROM Account',
];

function timed(org: Fixture, text: string): number {
  const run = (): void => void (text.startsWith('SELECT COUNT()') ? org.count(text) : org.query(text));
  run();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const most = Number(process.argv[2] ?? 100_000);
const [few, many] = [filled(1_000), filled(most)];
for (const text of QUERIES) {
  const [small, large] = [timed(few, text), timed(many, text)];
  console.log(`${large.toFixed(2).padStart(9)} ms  ${(large / small).toFixed(1).padStart(7)} × of 1,000 rows  ${text}`);
}
