/** Rows of AsyncApexJob, CronTrigger and CronJobDetail. A job whose row is gone (rolled back, aborted) does not run. */
import type { Row } from '../data/store.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ApexDatetime } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';

export type JobStatus = 'Holding' | 'Queued' | 'Preparing' | 'Processing' | 'Completed' | 'Failed' | 'Aborted';

export function insertSystemRow(runtime: Runtime, object: string, values: Readonly<Record<string, Value>>): string {
  const { store } = runtime.org;
  const Id = store.nextId(object);
  const now = new ApexDatetime(runtime.now().instant);
  const { userId } = runtime.access;
  store.insert(object, {
    CreatedDate: now,
    CreatedById: userId,
    LastModifiedDate: now,
    LastModifiedById: userId,
    SystemModstamp: now,
    ...values,
    Id,
  });
  return Id;
}

export function changeSystemRow(
  runtime: Runtime,
  object: string,
  id: string,
  values: Readonly<Record<string, Value>>,
): void {
  const row = runtime.org.store.get(object, id);
  if (row !== null) {
    runtime.org.store.update(object, { ...row, ...values, Id: id });
  }
}

/** Id of the ApexClass row; null for a class without one (an inner class has its outer class's). */
export function apexClassId(runtime: Runtime, className: string): string | null {
  const outer = className.split('.')[0]?.toLowerCase();
  for (const row of runtime.org.store.rows('ApexClass')) {
    if (String(row['Name']).toLowerCase() === outer) {
      return row.Id;
    }
  }
  return null;
}

export function insertJob(
  runtime: Runtime,
  jobType: string,
  className: string,
  more: Readonly<Record<string, Value>> = {},
): string {
  return insertSystemRow(runtime, 'AsyncApexJob', {
    ApexClassId: apexClassId(runtime, className),
    JobType: jobType,
    Status: 'Queued',
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    ...more,
  });
}

export function jobRow(runtime: Runtime, jobId: string): Row | null {
  return runtime.org.store.get('AsyncApexJob', jobId);
}

export function setJobStatus(
  runtime: Runtime,
  jobId: string,
  status: JobStatus,
  more: Readonly<Record<string, Value>> = {},
): void {
  const isOver = status === 'Completed' || status === 'Failed' || status === 'Aborted';
  changeSystemRow(runtime, 'AsyncApexJob', jobId, {
    Status: status,
    ...(isOver ? { CompletedDate: new ApexDatetime(runtime.now().instant) } : {}),
    ...more,
  });
}
