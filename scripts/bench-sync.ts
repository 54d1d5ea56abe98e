/**
 * `npm run bench:sync`: imports a year of a firm of fifty from a service over HTTP, then again, then what changed.
 * Ends with 1 when a bar is missed. Speed is a ratio to a bare bulk upsert of as many rows in the same run.
 */
import { Connection, servePackage, type ServedPackage } from '../contracts/support/probe.ts';
import { startTimesheetService } from '../timesheet-services/src/index.ts';

interface Run {
  readonly State__c: string;
  readonly Read__c: number;
  readonly Created__c: number;
  readonly Updated__c: number;
  readonly Failed__c: number;
  readonly Callouts__c: number;
  readonly Queries__c: number;
  readonly Dml_Statements__c: number;
  readonly Cpu_Milliseconds__c: number;
  readonly Transactions__c: number;
}
const OVER = ['Completed', 'Completed With Issues', 'Failed'];
const FIRST_DAY = '2020-01-01';
const BARE_ROWS = 10_000;
const BARE_CHUNK = 2_000;

const seed = Number(process.argv[2] ?? Math.trunc(Math.random() * 100_000));
console.log(`Seed ${seed}: npm run bench:sync -- ${seed} repeats this run.`);
const org = await servePackage();
const service = await startTimesheetService({ face: 'harvest', size: 'demo', seed, limits: false });
let missed = 0;
try {
  const connection = await Connection.open(org, service.faceNamed('harvest'), { Token: service.credential.secret });
  const expected = service.totals();
  const rows = expected.clients + expected.people + expected.projects + expected.tasks + expected.entries;

  const first = await timed(() => sync(connection, 'Import'));
  const totals = await connection.perform<{ entries: number; byProject: object; byPerson: object }>('totals');
  bar('every row arrives', first.value.Created__c === rows, `${first.value.Created__c} of ${rows}`);
  bar('no row fails', first.value.Failed__c === 0, String(first.value.Failed__c));
  bar('seconds per project agree', same(totals.byProject, expected.secondsByProject), 'compared one by one');
  bar('seconds per person agree', same(totals.byPerson, expected.secondsByPerson), 'compared one by one');
  // Harvest hands out 2,000 rows a page, and each list costs one request at least; one more proves the identity.
  const pages = [expected.clients, expected.people, expected.projects, expected.tasks, expected.entries];
  const needed = pages.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / 2000)), 1);
  const windows = Math.ceil((Date.now() - Date.parse(FIRST_DAY)) / 86_400_000 / 366);
  bar(
    'callouts of the import',
    first.value.Callouts__c <= (needed + windows) * 1.05,
    `${first.value.Callouts__c}; pages ${needed}, stretches of days ${windows}`,
  );
  console.log(costs(first.value));

  const again = (await timed(() => sync(connection, 'Import'))).value;
  bar(
    'a repetition writes no business data',
    again.Created__c + again.Updated__c === 0,
    `${again.Created__c + again.Updated__c} rows`,
  );
  const pull = (await timed(() => sync(connection, 'Pull'))).value;
  bar(
    'a pull of nothing',
    pull.Callouts__c === 6 && pull.Read__c === 0,
    `${pull.Callouts__c} callouts, ${pull.Read__c} rows`,
  );
  const after = await connection.perform<{ entries: number }>('totals');
  bar('nothing is doubled', after.entries === expected.entries, `${after.entries} of ${expected.entries}`);

  const bare = await timed(() => bareUpsert(org));
  const engine = first.milliseconds / rows;
  const platform = bare.milliseconds / BARE_ROWS;
  console.log(`Engine ${Math.round(1000 / engine)} rows a second; bare bulk upsert ${Math.round(1000 / platform)}.`);
  bar('time per row against a bare upsert', engine / platform <= 3, (engine / platform).toFixed(2));
} finally {
  await service.stop();
  await org.stop();
}
process.exit(missed === 0 ? 0 : 1);

async function sync(connection: Connection, kind: 'Import' | 'Pull'): Promise<Run> {
  const { id } = await connection.perform('sync', { kind, firstDay: FIRST_DAY });
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const run = await connection.perform<Run>('run', { id });
    if (OVER.includes(run.State__c)) {
      return run;
    }
  }
}
async function bareUpsert(to: ServedPackage): Promise<void> {
  for (let start = 0; start < BARE_ROWS; start += BARE_CHUNK) {
    await to.perform('bare', { start, count: BARE_CHUNK });
  }
}
async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const startedAt = performance.now();
  return { value: await work(), milliseconds: performance.now() - startedAt };
}
function same(held: object, expected: ReadonlyMap<string, number>): boolean {
  const values = held as Readonly<Record<string, number>>;
  return Object.keys(values).length === expected.size && [...expected].every(([name, sum]) => values[name] === sum);
}
function costs(run: Run): string {
  const each = (total: number): string => (total / run.Transactions__c).toFixed(1);
  return `Per transaction (${run.Transactions__c}): ${each(run.Queries__c)} queries, ${each(run.Dml_Statements__c)} statements, ${each(run.Cpu_Milliseconds__c)} ms of processor time.`;
}
function bar(name: string, isMet: boolean, figure: string): void {
  missed += isMet ? 0 : 1;
  console.log(`${isMet ? '✓' : '✗'} ${name}: ${figure}`);
}
