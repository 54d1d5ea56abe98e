/** What a publish callback is told. */
import { PlatformObject } from '../../runtime/platformObject.ts';

export class PublishOutcome extends PlatformObject {
  readonly apexType: 'EventBus.SuccessResult' | 'EventBus.FailureResult';
  readonly eventUuids: readonly string[];
  constructor(isSuccess: boolean, eventUuids: readonly string[]) {
    super();
    this.apexType = isSuccess ? 'EventBus.SuccessResult' : 'EventBus.FailureResult';
    this.eventUuids = eventUuids;
  }
}
