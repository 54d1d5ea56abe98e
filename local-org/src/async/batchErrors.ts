/**
 * `BatchApexErrorEvent`: published when a part of a batch job fails whose class implements
 * `Database.RaisesPlatformEvents` (Platform Events Developer Guide, "BatchApexErrorEvent").
 */
import { asyncEngine } from './access.ts';
import type { ApexList } from '../runtime/collections.ts';
import { ApexException } from '../runtime/exception.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { SObjectValue } from '../runtime/sobject.ts';
import { stackText } from '../system/System/Exception.ts';

const RAISES = 'Database.RaisesPlatformEvents';

export interface BatchFailure {
  readonly jobId: string;
  readonly phase: 'START' | 'EXECUTE' | 'FINISH';
  readonly error: Error;
  readonly requestId: string | null;
  /** What `execute` got. */
  readonly scope: ApexList | null;
}

export function publishBatchError(runtime: Runtime, job: object, failure: BatchFailure): void {
  const object = runtime.org.schema.find('BatchApexErrorEvent');
  if (object === null || !(failure.error instanceof ApexException) || !runtime.isInstance(job, RAISES)) {
    return;
  }
  const { error } = failure;
  const ids = (failure.scope?.items ?? []).map((item) => (item instanceof SObjectValue ? (item.id ?? '') : ''));
  const scope = ids.filter((id) => id !== '').join(',');
  const length = object.fields.get('jobscope')?.length ?? 0;
  const event = runtime.newRow(object);
  event.set('AsyncApexJobId', failure.jobId);
  event.set('DoesExceedJobScopeMaxLength', scope.length > length);
  event.set('ExceptionType', error.apexType);
  event.set('JobScope', scope.slice(0, length));
  event.set('Message', error.apexMessage);
  event.set('Phase', failure.phase);
  event.set('RequestId', failure.requestId);
  event.set('StackTrace', stackText(runtime, error));
  asyncEngine(runtime).events.publish(runtime, [event], runtime.accessIn(false), null);
}
