/** `System.System`. */
import { platformClass } from '../define.ts';
import { asyncEngine } from '../../async/access.ts';
import { AsyncOptionsValue } from '../../async/asyncOptions.ts';
import { executionContext, QUIDDITY } from '../../async/executionContext.ts';
import { changeSystemRow } from '../../async/jobRows.ts';
import type { EnumValue } from '../../runtime/enumValue.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import { userZone } from '../support/zones.ts';
import { currentPage } from './ApexPages.ts';
import { assertEqual, assertNotEqual, assertTrue } from './assertions.ts';
import { writeLog } from './debugLog.ts';

function required(runtime: Runtime, job: object | null): object {
  return job ?? runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
}

function enqueue(runtime: Runtime, job: object | null, option: ApexValue = null): string {
  let options: AsyncOptionsValue | null = null;
  if (option instanceof AsyncOptionsValue) {
    options = option;
  } else if (typeof option === 'number') {
    options = new AsyncOptionsValue();
    options.minimumQueueableDelayInMinutes = option;
  }
  return runtime.org.asyncWork.enqueueJob(runtime, required(runtime, job), options);
}

function attachFinalizer(runtime: Runtime, finalizer: object | null): null {
  const context = executionContext(runtime);
  if (context.kind !== 'queueable') {
    return runtime.fail('System.AsyncException', 'Finalizer can only be attached to a Queueable Async Apex job');
  }
  if (context.finalizer !== null) {
    return runtime.fail('System.AsyncException', 'More than one Finalizer cannot be attached to same Async Apex Job');
  }
  context.finalizer = required(runtime, finalizer);
  return null;
}

/** `System.scheduleBatch`: a CronTrigger that starts the batch once, so many minutes from now. */
function scheduleBatch(runtime: Runtime, job: object | null, name: string, minutes: number, scope = 200): string {
  if (minutes < 1) {
    return runtime.fail('System.IllegalArgumentException', 'Minutes from now must be greater than 0');
  }
  const engine = asyncEngine(runtime);
  if (name === null) {
    return runtime.fail('System.NullPointerException', 'Argument 2 cannot be null');
  }
  return engine.executeBatchLater(runtime, required(runtime, job), scope, minutes);
}

const pause =
  (state: string) =>
  (runtime: Runtime, id: string): null => {
    changeSystemRow(runtime, 'CronTrigger', id, { State: state });
    return null;
  };
const pauseNamed =
  (state: string) =>
  (runtime: Runtime, name: string): null => {
    for (const row of runtime.org.store.rows('CronTrigger')) {
      if (runtime.org.store.get('CronJobDetail', String(row['CronJobDetailId']))?.['Name'] === name) {
        changeSystemRow(runtime, 'CronTrigger', row.Id, { State: state });
      }
    }
    return null;
  };

export default platformClass('System.System', {
  methods: {
    'static void assert(Boolean condition)': assertTrue,
    'static void assert(Boolean condition, Object message)': assertTrue,
    'static void assertEquals(Object expected, Object actual)': assertEqual,
    'static void assertEquals(Object expected, Object actual, Object message)': assertEqual,
    'static void assertNotEquals(Object expected, Object actual)': assertNotEqual,
    'static void assertNotEquals(Object expected, Object actual, Object message)': assertNotEqual,
    'static void debug(Object message)': (runtime, message: ApexValue) => {
      writeLog(runtime, 'DEBUG', runtime.text(message));
      return null;
    },
    'static void debug(System.LoggingLevel level, Object message)': (
      runtime,
      level: EnumValue | null,
      message: ApexValue,
    ) => {
      writeLog(runtime, level?.name ?? 'DEBUG', runtime.text(message));
      return null;
    },
    'static Datetime now()': (runtime) => new ApexDatetime(runtime.now().instant),
    'static Date today()': (runtime) =>
      new ApexDate(Math.floor(userZone(runtime).wallClock(runtime.now().instant) / 86_400_000)),
    'static System.PageReference currentPageReference()': currentPage,
    'static Long currentTimeMillis()': (runtime) => BigInt(runtime.now().instant),
    'static Id enqueueJob(Object job)': enqueue,
    'static Id enqueueJob(Object job, Integer delay)': enqueue,
    'static Id enqueueJob(Object job, System.AsyncOptions options)': enqueue,
    'static String schedule(String name, String cron, Object job)': (
      runtime,
      name: string,
      cron: string,
      job: object | null,
    ) => {
      if (name === null || cron === null) {
        return runtime.fail('System.NullPointerException', `Argument ${name === null ? 1 : 2} cannot be null`);
      }
      return runtime.org.asyncWork.schedule(runtime, name, cron, required(runtime, job));
    },
    'static String scheduleBatch(Object job, String name, Integer minutes)': scheduleBatch,
    'static String scheduleBatch(Object job, String name, Integer minutes, Integer scope)': scheduleBatch,
    'static void abortJob(String id)': (runtime, id: string) => {
      asyncEngine(runtime).abort(runtime, id);
      return null;
    },
    'static void pauseJobById(String id)': pause('PAUSED'),
    'static void resumeJobById(String id)': pause('WAITING'),
    'static void pauseJobByName(String name)': pauseNamed('PAUSED'),
    'static void resumeJobByName(String name)': pauseNamed('WAITING'),
    'static void attachFinalizer(Object finalizer)': attachFinalizer,
    'static Boolean isBatch()': (runtime) => executionContext(runtime).isBatch,
    'static Boolean isFuture()': (runtime) => executionContext(runtime).kind === 'future',
    'static Boolean isQueueable()': (runtime) => executionContext(runtime).kind === 'queueable',
    'static Boolean isScheduled()': (runtime) => executionContext(runtime).kind === 'scheduled',
    'static Boolean isFunctionCallback()': () => false,
    'static Boolean isRunningElasticCompute()': () => false,
    'static Integer hashCode(Object value)': (runtime, value: ApexValue) =>
      typeof value === 'object' && value !== null ? runtime.identityHash(value) : runtime.hash(value),
    'static Boolean equals(Object left, Object right)': (runtime, left: ApexValue, right: ApexValue) =>
      runtime.equals(left, right),
    'static String getQuiddityShortCode(System.Quiddity quiddity)': (runtime, quiddity: EnumValue) =>
      SHORT_CODES[quiddity.name] ?? runtime.unsupported(`Short code of Quiddity.${quiddity.name}`),
    'static System.ApplicationReadWriteMode getApplicationReadWriteMode()': (runtime) =>
      runtime.enumValue('System.ApplicationReadWriteMode', 'DEFAULT'),
    'static Integer purgeOldAsyncJobs(Date before)': (runtime, before: ApexDate) => {
      const over = ['Completed', 'Failed', 'Aborted'];
      const rows = [...runtime.org.store.rows('AsyncApexJob')].filter(
        (row) =>
          over.includes(String(row['Status'])) &&
          row['CompletedDate'] instanceof ApexDatetime &&
          row['CompletedDate'].instant < before.day * 86_400_000,
      );
      for (const row of rows) {
        runtime.org.store.purge('AsyncApexJob', row.Id);
      }
      return rows.length;
    },
  },
});

/** Of the event log's quiddity column; those of the contexts the local org has. */
const SHORT_CODES: Readonly<Record<string, string>> = {
  [QUIDDITY.anonymous]: 'A',
  [QUIDDITY.batchChunk]: 'BA',
  [QUIDDITY.future]: 'F',
  [QUIDDITY.queueable]: 'Q',
  [QUIDDITY.rest]: 'R',
  [QUIDDITY.synchronous]: 'Z',
  [QUIDDITY.test]: 'S',
  [QUIDDITY.scheduled]: 'SC',
  RUNTEST_ASYNC: 'T',
  AURA: 'X',
  VF: 'V',
  SOAP: 'H',
  INVOCABLE_ACTION: 'I',
  BATCH_CHUNK_SERIAL: 'BCS',
  BATCH_CHUNK_PARALLEL: 'BCP',
};
