/** Asynchronous Apex: jobs, schedules, and what makes them run now or never. */
import { ok, noContent, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest } from '../errors.ts';
import { transact } from '../records/work.ts';
import { toJson } from '../records/fieldJson.ts';
import type { Row } from '../../data/store.ts';
import type { ServedOrg } from '../servedOrg.ts';
import { developerRoute } from './developerRoute.ts';
import { userName } from './userName.ts';

const SHOWN = 200;

export const JOB_ROUTES: readonly Route[] = [
  developerRoute('GET', 'jobs', ({ org }) => ok({ jobs: jobs(org), schedules: schedules(org) })),
  developerRoute('POST', 'jobs/:id/run', runNow),
  developerRoute('POST', 'jobs/:id/abort', abort),
];

const text = (row: Row | null, field: string): string => (row?.[field] as string | null | undefined) ?? '';
const json = (row: Row | null, field: string): ReturnType<typeof toJson> => toJson(row?.[field] ?? null);

function jobs(org: ServedOrg): readonly Readonly<Record<string, unknown>>[] {
  const { store } = org.local.parts;
  return [...store.rows('AsyncApexJob')]
    .toReversed()
    .slice(0, SHOWN)
    .map((row) => ({
      id: row.Id,
      className: text(store.get('ApexClass', text(row, 'ApexClassId')), 'Name'),
      methodName: text(row, 'MethodName'),
      kind: text(row, 'JobType'),
      status: text(row, 'Status'),
      detail: text(row, 'ExtendedStatus'),
      processed: json(row, 'JobItemsProcessed'),
      total: json(row, 'TotalJobItems'),
      errors: json(row, 'NumberOfErrors'),
      user: userName(org, text(row, 'CreatedById')),
      created: json(row, 'CreatedDate'),
      completed: json(row, 'CompletedDate'),
    }));
}

function schedules(org: ServedOrg): readonly Readonly<Record<string, unknown>>[] {
  const { store } = org.local.parts;
  return [...store.rows('CronTrigger')].map((row) => ({
    id: row.Id,
    name: text(store.get('CronJobDetail', text(row, 'CronJobDetailId')), 'Name'),
    expression: text(row, 'CronExpression'),
    state: text(row, 'State'),
    times: json(row, 'TimesTriggered'),
    previous: json(row, 'PreviousFireTime'),
    next: json(row, 'NextFireTime'),
    user: userName(org, text(row, 'OwnerId')),
  }));
}

/** A job's id; that of a schedule stands for the job that waits with it. */
function jobId(call: UserCall): string {
  const id = call.params['id'] ?? '';
  const { store } = call.org.local.parts;
  const waiting = [...store.rows('AsyncApexJob')].find((row) => row['CronTriggerId'] === id);
  return waiting?.Id ?? id;
}

function runNow(call: UserCall): ApiResponse {
  const { asyncWork, context, store } = call.org.local.parts;
  const id = jobId(call);
  const isAborted = store.get('AsyncApexJob', id)?.['Status'] === 'Aborted';
  if (isAborted || !asyncWork.hasten(id, context.clock.now())) {
    throw badRequest('INVALID_ID_FIELD', 'This job does not wait: it has run, or it was aborted.');
  }
  call.org.local.runJobs();
  return noContent;
}

function abort(call: UserCall): ApiResponse {
  transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
    call.org.local.parts.asyncWork.abort(runtime, call.params['id'] ?? '');
  });
  return noContent;
}
