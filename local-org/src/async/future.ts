/** Methods marked `@future`: their arguments are primitives and collections of them, copied when the call is made. */
import { executionContext } from './executionContext.ts';
import { insertJob, setJobStatus } from './jobRows.ts';
import type { JobHost, PendingJob } from './pending.ts';
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
  const { userId } = runtime.access;
  const copies = args.map((arg) => copyGraph(runtime, arg));
  add({
    jobId,
    kind: 'future',
    userId,
    dueAt: runtime.now().instant,
    run: (jobs) => runFuture(jobs, jobId, userId, (inner) => call(inner, className, methodName, copies)),
  });
}

function runFuture(jobs: JobHost, jobId: string, userId: string, work: (runtime: Runtime) => void): void {
  jobs.record((runtime) => {
    setJobStatus(runtime, jobId, 'Processing');
  });
  const error = jobs.transaction({ userId, kind: 'future', jobId }, work);
  jobs.record((runtime) => {
    setJobStatus(
      runtime,
      jobId,
      error === null ? 'Completed' : 'Failed',
      error === null ? {} : { ExtendedStatus: error.message, NumberOfErrors: 1 },
    );
  });
  if (error !== null) {
    throw error;
  }
}
