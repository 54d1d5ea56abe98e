/**
 * Jobs that wait, kept with the rows: one record a job, written by the transaction that enqueues it and taken out by
 * the one that does its work, so that neither a crash nor a rollback parts the two. Parts of a batch have records of
 * their own. Nothing is kept in tests and in orgs that live in memory.
 */
import { freeze, FrozenFault, thaw } from './frozen.ts';
import type { KeptJob, PendingJob } from './pending.ts';
import type { ApexList } from '../runtime/collections.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ApexDatetime } from '../values/temporal.ts';
import { ApexBlob, type Value } from '../values/value.ts';

const JOBS = '$Job';
const PARTS = '$JobPart';

const isKept = (runtime: Runtime): boolean => !runtime.isTest && runtime.org.store.isDurable;

function put(runtime: Runtime, table: string, row: Readonly<Record<string, Value>> & { readonly Id: string }): void {
  const { store } = runtime.org;
  if (store.get(table, row.Id) === null) {
    store.insert(table, row);
  } else {
    store.update(table, row);
  }
}

export function keepJob(runtime: Runtime, job: PendingJob): void {
  if (!isKept(runtime)) {
    return;
  }
  const common = { Id: job.jobId, Kind: job.kind, UserId: job.userId, DueAt: new ApexDatetime(job.dueAt) };
  try {
    put(runtime, JOBS, { ...common, State: freeze(runtime, job.state) });
  } catch (fault) {
    if (!(fault instanceof FrozenFault)) {
      throw fault;
    }
    put(runtime, JOBS, { ...common, Fault: fault.message });
  }
}

export function dropJob(runtime: Runtime, jobId: string): void {
  const { store } = runtime.org;
  if (store.get(JOBS, jobId) !== null) {
    store.purge(JOBS, jobId);
  }
  for (const part of [...store.rows(PARTS)].filter(({ Id }) => Id.startsWith(`${jobId}:`))) {
    store.purge(PARTS, part.Id);
  }
}

/** The parts of a batch job, in order; `keepJob` must have been called before. */
export function keepParts(runtime: Runtime, jobId: string, parts: readonly ApexList[]): void {
  const { store } = runtime.org;
  const job = store.get(JOBS, jobId);
  if (!isKept(runtime) || job === null) {
    return;
  }
  parts.forEach((part, index) => {
    put(runtime, PARTS, { Id: `${jobId}:${index}`, State: freeze(runtime, { part }) });
  });
}
export function dropPart(runtime: Runtime, jobId: string, index: number): void {
  const { store } = runtime.org;
  if (store.get(PARTS, `${jobId}:${index}`) !== null) {
    store.purge(PARTS, `${jobId}:${index}`);
  }
}
export function keptPart(runtime: Runtime, jobId: string, index: number): ApexList {
  const state = runtime.org.store.get(PARTS, `${jobId}:${index}`)?.['State'];
  if (!(state instanceof ApexBlob)) {
    throw new FrozenFault('Rows of the batch job were not kept');
  }
  return thaw(runtime, state)['part'] as ApexList;
}

/** Every job that waited when the org was last open: as it was, or why it can't go on. */
export function keptJobs(
  runtime: Runtime,
): readonly { readonly jobId: string; readonly job: KeptJob | null; readonly fault: string | null }[] {
  return [...runtime.org.store.rows(JOBS)].map((row) => {
    const jobId = row.Id;
    try {
      const { State: state, DueAt: dueAt } = row;
      if (!(state instanceof ApexBlob) || !(dueAt instanceof ApexDatetime)) {
        throw new FrozenFault(String(row['Fault'] ?? 'The job was not kept whole'));
      }
      const kind = String(row['Kind']) as KeptJob['kind'];
      const job = { jobId, kind, userId: String(row['UserId']), dueAt: dueAt.instant, state: thaw(runtime, state) };
      return { jobId, job, fault: null };
    } catch (fault) {
      if (fault instanceof FrozenFault) {
        return { jobId, job: null, fault: fault.message };
      }
      throw fault;
    }
  });
}
