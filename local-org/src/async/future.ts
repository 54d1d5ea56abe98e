/** Methods marked `@future`: their arguments are primitives and collections of them, copied when the call is made. */
import { executionContext } from './executionContext.ts';
import { insertJob, setJobStatus } from './jobRows.ts';
import { dropJob } from './jobTable.ts';
import type { JobHost, KeptJob, PendingJob } from './pending.ts';
import type { ApexList } from '../runtime/collections.ts';
import { copyGraph } from './serialize.ts';
import type { ApexValue, Runtime } from '../runtime/runtime.ts';

/** Calls a static method of the program past its `@future` mark. */
export type StaticCall = (runtime: Runtime, className: string, methodName: string, args: readonly ApexValue[]) => void;

export function enqueueFuture(
  runtime: Runtime,
  add: (job: PendingJob) => void,
  call: StaticCall,
  className: string,
  methodName: string,
  args: readonly ApexValue[],
): void {
  const context = executionContext(runtime);
  if (context.kind === 'future' || context.isBatch) {
    runtime.fail(
      'System.AsyncException',
      `Future method cannot be called from a future or batch method: ${className}.${methodName}(${args.map((arg) => runtime.typeName(arg)).join(', ')})`,
    );
  }
  runtime.limits.add('futureCalls');
  const jobId = insertJob(runtime, 'Future', className, { MethodName: methodName });
  const copies = args.map((arg) => copyGraph(runtime, arg));
  add(
    futureJob(call, {
      jobId,
      kind: 'future',
      userId: runtime.access.userId,
      dueAt: runtime.now().instant,
      state: { className, methodName, args: runtime.newList('Object', copies) },
    }),
  );
}

export function futureJob(call: StaticCall, job: KeptJob): PendingJob {
  return { ...job, run: (jobs) => runFuture(jobs, call, job) };
}

function runFuture(jobs: JobHost, call: StaticCall, { jobId, userId, state }: KeptJob): null {
  jobs.record((runtime) => {
    setJobStatus(runtime, jobId, 'Processing');
  });
  const end = (runtime: Runtime, error: Error | null): void => {
    setJobStatus(
      runtime,
      jobId,
      error === null ? 'Completed' : 'Failed',
      error === null ? {} : { ExtendedStatus: error.message, NumberOfErrors: 1 },
    );
    dropJob(runtime, jobId);
  };
  const atEnd = (runtime: Runtime): void => {
    end(runtime, null);
  };
  const error = jobs.transaction({ userId, kind: 'future', jobId, atEnd }, (runtime) => {
    call(runtime, state['className'] as string, state['methodName'] as string, (state['args'] as ApexList).items);
  });
  if (error !== null) {
    jobs.record((runtime) => {
      end(runtime, error);
    });
    throw error;
  }
  return null;
}
