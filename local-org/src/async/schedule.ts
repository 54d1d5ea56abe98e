/** Scheduled jobs: a CronTrigger with its CronJobDetail and an AsyncApexJob that waits with it. */
import { CronFault, nextFireTime, parseCron } from './cron.ts';
import { SchedulableContextValue } from './contexts.ts';
import { changeSystemRow, insertJob, insertSystemRow, setJobStatus } from './jobRows.ts';
import type { JobHost, PendingJob } from './pending.ts';
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
  const scheduled = { jobId, triggerId, cron, userId: runtime.access.userId, job: copyGraph(runtime, job) };
  add(pendingRun(scheduled, first, add));
  return triggerId;
}

interface Scheduled {
  readonly jobId: string;
  readonly triggerId: string;
  readonly cron: string;
  readonly userId: string;
  readonly job: object;
}

function pendingRun(scheduled: Scheduled, dueAt: number, add: (job: PendingJob) => void): PendingJob {
  return {
    jobId: scheduled.jobId,
    kind: 'scheduled',
    userId: scheduled.userId,
    dueAt,
    run: (jobs) => runScheduled(jobs, scheduled, add),
  };
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

function runScheduled(jobs: JobHost, scheduled: Scheduled, add: (job: PendingJob) => void): void {
  const { triggerId, jobId, userId } = scheduled;
  const error = jobs.transaction({ userId, kind: 'scheduled', jobId }, (runtime) => {
    runtime.call(copyGraph(runtime, scheduled.job), 'execute', [new SchedulableContextValue(triggerId)]);
  });
  jobs.record((runtime) => {
    const trigger = runtime.org.store.get('CronTrigger', triggerId);
    if (trigger === null) {
      return;
    }
    const now = runtime.now().instant;
    const next = fireTime(runtime, scheduled.cron, now);
    const times = Number(trigger['TimesTriggered'] ?? 0) + 1;
    changeSystemRow(runtime, 'CronTrigger', triggerId, {
      TimesTriggered: times,
      PreviousFireTime: new ApexDatetime(now),
      NextFireTime: next === null ? null : new ApexDatetime(next),
      State: next === null ? 'DELETED' : 'WAITING',
    });
    if (next === null) {
      setJobStatus(runtime, jobId, 'Completed');
    } else if (!jobs.isTest) {
      add(pendingRun(scheduled, next, add));
    }
  });
  if (error !== null) {
    throw error;
  }
}
