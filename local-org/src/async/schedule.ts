/** Scheduled jobs: a CronTrigger with its CronJobDetail and an AsyncApexJob that waits with it. */
import { CronFault, nextFireTime, parseCron } from './cron.ts';
import { SchedulableContextValue } from './contexts.ts';
import { changeSystemRow, insertJob, insertSystemRow, setJobStatus } from './jobRows.ts';
import { dropJob, keepJob } from './jobTable.ts';
import type { JobHost, KeptJob, PendingJob } from './pending.ts';
import { copyGraph } from './serialize.ts';
import { userClock } from './zoneClock.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ApexDatetime } from '../values/temporal.ts';

const MAXIMUM_SCHEDULED = 100;
/** CronJobDetail.JobType of scheduled Apex. */
const SCHEDULED_APEX = '7';

export function scheduleJob(
  runtime: Runtime,
  add: (job: PendingJob) => void,
  name: string,
  cron: string,
  job: object,
): string {
  const { store } = runtime.org;
  const triggers = [...store.rows('CronTrigger')];
  const isTaken = triggers.some((row) => store.get('CronJobDetail', String(row['CronJobDetailId']))?.['Name'] === name);
  if (isTaken) {
    runtime.fail('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  if (triggers.length >= MAXIMUM_SCHEDULED) {
    runtime.fail(
      'System.LimitException',
      `You have exceeded the maximum number (${MAXIMUM_SCHEDULED}) of Apex scheduled jobs.`,
    );
  }
  const first = fireTime(runtime, cron, runtime.now().instant);
  if (first === null) {
    return runtime.fail(
      'System.AsyncException',
      `Based on configured schedule, the given trigger '${name}' will never fire.`,
    );
  }
  const detail = insertSystemRow(runtime, 'CronJobDetail', { Name: name, JobType: SCHEDULED_APEX });
  const triggerId = insertSystemRow(runtime, 'CronTrigger', {
    CronJobDetailId: detail,
    CronExpression: cron,
    State: 'WAITING',
    TimesTriggered: 0,
    NextFireTime: new ApexDatetime(first),
    StartTime: new ApexDatetime(runtime.now().instant),
    OwnerId: runtime.access.userId,
    TimeZoneSidKey: runtime.userSettings.timeZone,
  });
  const jobId = insertJob(runtime, 'ScheduledApex', runtime.typeName(job), { CronTriggerId: triggerId });
  const state = { triggerId, cron, job: copyGraph(runtime, job) };
  add(scheduledJob({ jobId, kind: 'scheduled', userId: runtime.access.userId, dueAt: first, state }));
  return triggerId;
}

export function scheduledJob(job: KeptJob): PendingJob {
  return { ...job, run: (jobs) => runScheduled(jobs, job) };
}

export function fireTime(runtime: Runtime, cron: string, after: number): number | null {
  try {
    return nextFireTime(parseCron(cron), after, userClock(runtime));
  } catch (fault) {
    if (fault instanceof CronFault) {
      return runtime.fail('System.StringException', fault.message);
    }
    throw fault;
  }
}

function runScheduled(jobs: JobHost, job: KeptJob): PendingJob | null {
  const { jobId, userId, state } = job;
  const triggerId = state['triggerId'] as string;
  const after: { next: PendingJob | null } = { next: null };
  const end = (runtime: Runtime): void => {
    const trigger = runtime.org.store.get('CronTrigger', triggerId);
    if (trigger === null) {
      dropJob(runtime, jobId);
      return;
    }
    const now = runtime.now().instant;
    const next = fireTime(runtime, state['cron'] as string, now);
    const times = Number(trigger['TimesTriggered'] ?? 0) + 1;
    changeSystemRow(runtime, 'CronTrigger', triggerId, {
      TimesTriggered: times,
      PreviousFireTime: new ApexDatetime(now),
      NextFireTime: next === null ? null : new ApexDatetime(next),
      State: next === null ? 'DELETED' : 'WAITING',
    });
    if (next === null) {
      setJobStatus(runtime, jobId, 'Completed');
      dropJob(runtime, jobId);
    } else if (!jobs.isTest) {
      after.next = scheduledJob({ ...job, dueAt: next });
      keepJob(runtime, after.next);
    }
  };
  const error = jobs.transaction({ userId, kind: 'scheduled', jobId, atEnd: end }, (runtime) => {
    const copy = copyGraph(runtime, state['job'] as object);
    runtime.call(copy, 'execute', [new SchedulableContextValue(triggerId)]);
  });
  if (error !== null) {
    jobs.record(end);
    if (after.next === null) {
      throw error;
    }
  }
  return after.next;
}
