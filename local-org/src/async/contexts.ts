/** What jobs are told about themselves. */
import type { ApexException } from '../runtime/exception.ts';
import { PlatformObject } from '../runtime/platformObject.ts';

export class QueueableContextValue extends PlatformObject {
  readonly apexType = 'System.QueueableContextImpl';
  readonly jobId: string;
  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }
}
export class SchedulableContextValue extends PlatformObject {
  readonly apexType = 'System.SchedulableContextImpl';
  readonly triggerId: string;
  constructor(triggerId: string) {
    super();
    this.triggerId = triggerId;
  }
}
export class FinalizerContextValue extends PlatformObject {
  readonly apexType = 'System.FinalizerContext';
  readonly jobId: string;
  readonly requestId: string;
  readonly exception: ApexException | null;
  constructor(jobId: string, requestId: string, exception: ApexException | null) {
    super();
    this.jobId = jobId;
    this.requestId = requestId;
    this.exception = exception;
  }
}
/** What the event trigger of one batch may ask and set. */
export class EventTriggerContextValue extends PlatformObject {
  readonly apexType = 'EventBus.TriggerContext';
  readonly retries: number;
  readonly lastError: string | null;
  resumeCheckpoint: string | null = null;
  constructor(retries: number, lastError: string | null) {
    super();
    this.retries = retries;
    this.lastError = lastError;
  }
}
