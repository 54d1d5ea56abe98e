/** A whole import over HTTP, and what a second one costs: the engine of the package against a year-like account. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTimesheetService, type FaceName, type TimesheetService } from '../timesheet-services/src/index.ts';
import { Connection, servePackage, type ServedPackage } from './support/probe.ts';

interface Run {
  readonly State__c: string;
  readonly Message__c?: string;
  readonly Read__c: number;
  readonly Created__c: number;
  readonly Updated__c: number;
  readonly Unchanged__c: number;
  readonly Failed__c: number;
  readonly Callouts__c: number;
  readonly Transactions__c: number;
  readonly Progress__c: string;
}
interface Totals {
  readonly entries: number;
  readonly byProject: Readonly<Record<string, number>>;
  readonly byPerson: Readonly<Record<string, number>>;
}
/** How many records a run created, by entity. */
function createdBy(run: Run): Readonly<Record<string, number>> {
  const { countsByEntity } = JSON.parse(run.Progress__c) as {
    readonly countsByEntity: Readonly<Record<string, { readonly created: number }>>;
  };
  return Object.fromEntries(Object.entries(countsByEntity).map(([entity, { created }]) => [entity, created]));
}
const OVER = ['Completed', 'Completed With Issues', 'Failed', 'Cancelled'];
const LONG_AGO = '2020-01-01';

let org: ServedPackage;
const services: TimesheetService[] = [];
beforeAll(async () => {
  org = await servePackage();
});
afterAll(async () => {
  await org.stop();
  await Promise.all(services.map((service) => service.stop()));
});

async function connect(face: FaceName, field: string): Promise<{ service: TimesheetService; connection: Connection }> {
  const service = await startTimesheetService({ face, size: 'tiny', seed: 7, limits: false });
  services.push(service);
  const connection = await Connection.open(org, service.faceNamed(face), { [field]: service.credential.secret });
  return { service, connection };
}
/** Starts a run and waits for its end; a queued transaction is a matter of milliseconds, waiting for a service of minutes. */
async function sync(connection: Connection, kind: 'Import' | 'Pull', firstDay?: string): Promise<Run> {
  const { id } = await connection.perform('sync', { kind, firstDay });
  for (;;) {
    const run = await connection.perform<Run>('run', { id });
    if (OVER.includes(run.State__c)) {
      return run;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('an import of a whole account', () => {
  test('brings every hour to the second, per project and person, and a repetition writes nothing', async () => {
    const { service, connection } = await connect('clockify', 'Key');
    const expected = service.totals();

    const first = await sync(connection, 'Import', LONG_AGO);

    expect(first).toMatchObject({ State__c: 'Completed', Failed__c: 0 });
    expect(createdBy(first)).toMatchObject({
      clients: expected.clients,
      people: expected.people,
      projects: expected.projects,
      entries: expected.entries,
    });
    const totals = await connection.perform<Totals>('totals');
    expect(totals.entries).toBe(expected.entries);
    expect(totals.byProject).toEqual(Object.fromEntries(expected.secondsByProject));
    expect(totals.byPerson).toEqual(Object.fromEntries(expected.secondsByPerson));

    for (let replay = 0; replay < 3; replay += 1) {
      const again = await sync(connection, 'Import', LONG_AGO);
      expect(again).toMatchObject({ State__c: 'Completed', Created__c: 0, Updated__c: 0, Failed__c: 0 });
      expect(again.Unchanged__c).toBe(first.Created__c);
    }
    expect((await connection.perform<Totals>('totals')).entries).toBe(expected.entries);
  });

  test('asks a service that can tell only for what changed, and brings just that', async () => {
    const { service, connection } = await connect('harvest', 'Token');
    const first = await sync(connection, 'Import', LONG_AGO);
    expect(first.State__c).toBe('Completed');
    const [entry] = service.store.entries.all().filter(({ timerStartedAt }) => timerStartedAt === null);
    service.store.entries.update(entry?.id ?? 0, { description: 'told differently' });

    const pull = await sync(connection, 'Pull');

    expect(pull).toMatchObject({ State__c: 'Completed', Created__c: 0, Updated__c: 1, Failed__c: 0 });
    expect(pull.Callouts__c).toBe(6);
  });

  test('goes on after every kind of fault of the service, and loses and doubles nothing', async () => {
    const { service, connection } = await connect('kimai', 'Token');
    const before = (await connection.perform<Totals>('totals')).entries;
    for (const kind of ['serverError', 'unavailable', 'html', 'halfBody', 'reset'] as const) {
      service.faults.add({ kind, times: 1, after: 1 });
    }

    const { id } = await connection.perform('sync', { kind: 'Import', firstDay: LONG_AGO });
    const states = new Set<string>();
    let run = await connection.perform<Run>('run', { id });
    while (!OVER.includes(run.State__c)) {
      states.add(run.State__c);
      if (run.State__c === 'Waiting') {
        await org.advance(120);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      run = await connection.perform<Run>('run', { id });
    }

    expect(run).toMatchObject({ State__c: 'Completed', Failed__c: 0 });
    expect(states).toContain('Waiting');
    expect(service.faults.fired()).toBe(5);
    expect((await connection.perform<Totals>('totals')).entries - before).toBe(service.totals().entries);
  });
});
