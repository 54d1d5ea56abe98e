/** `Test.getEventBus()`. */
import { PlatformObject } from '../../runtime/platformObject.ts';

export class TestBroker extends PlatformObject {
  readonly apexType = 'EventBus.TestBroker';
}
