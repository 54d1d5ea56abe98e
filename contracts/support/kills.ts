/** An import whose org is killed at random moments and started again, until it is done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, type ServedProcess } from '../../local-org/bench/server/process.ts';
import { Random } from '../../scripts/demo/random.ts';
import { bundleLocalOrg } from '../../scripts/org.mjs';
import { startTimesheetService, type TimesheetService } from '../../timesheet-services/src/index.ts';
import { Connection, probeAt, SOURCES } from './probe.ts';

export interface KilledImport {
  readonly kills: number;
  readonly state: string;
  readonly failed: number;
  readonly entries: number;
  readonly expectedEntries: number;
  readonly isEverySecondThere: boolean;
}
interface Run {
  readonly State__c: string;
  readonly Failed__c: number;
}
interface Totals {
  readonly entries: number;
  readonly byProject: Readonly<Record<string, number>>;
}
const OVER = ['Completed', 'Completed With Issues', 'Failed'];
/** The longest a killed org runs before the next kill, in milliseconds. */
const LONGEST = 400;

export async function importUnderKills({ seed, kills }: { seed: number; kills: number }): Promise<KilledImport> {
  const random = new Random(seed);
  const folder = mkdtempSync(join(tmpdir(), 'timesheet-kills-'));
  const service = await startTimesheetService({ face: 'clockify', size: 'tiny', seed, limits: false });
  const bundle = await bundleLocalOrg();
  const start = (): Promise<ServedProcess> =>
    startProcess({ bundle, sources: SOURCES, folder, cache: join(folder, 'lightning') });
  let served = await start();
  try {
    const opened = await Connection.open(probeAt(served.url, served.token), service.faceNamed('clockify'), {
      Key: service.credential.secret,
    });
    const { id } = await opened.perform('sync', { kind: 'Import', firstDay: '2020-01-01' });
    let done = 0;
    let run = await opened.perform<Run>('run', { id });
    while (done < kills && !OVER.includes(run.State__c)) {
      await new Promise((resolve) => setTimeout(resolve, random.next() * LONGEST));
      await served.kill();
      done += 1;
      served = await start();
      run = await opened.at(probeAt(served.url, served.token)).perform<Run>('run', { id });
    }
    const connection = opened.at(probeAt(served.url, served.token));
    while (!OVER.includes(run.State__c)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      run = await connection.perform<Run>('run', { id });
    }
    return { kills: done, ...outcome(run, await connection.perform<Totals>('totals'), service) };
  } finally {
    await served.kill();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcome(run: Run, totals: Totals, service: TimesheetService): Omit<KilledImport, 'kills'> {
  const expected = service.totals();
  return {
    state: run.State__c,
    failed: run.Failed__c,
    entries: totals.entries,
    expectedEntries: expected.entries,
    isEverySecondThere: [...expected.secondsByProject].every(([name, sum]) => totals.byProject[name] === sum),
  };
}
