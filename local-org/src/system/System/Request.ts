/** The request that runs: its id and kind. */
import { executionContext } from '../../async/executionContext.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import { platformClass, platformEnum } from '../define.ts';
import { findEnumValue } from '../../runtime/enumValue.ts';

class RequestValue extends PlatformObject {
  readonly apexType = 'System.Request';
  readonly id: string;
  readonly quiddity: string;
  constructor(id: string, quiddity: string) {
    super();
    this.id = id;
    this.quiddity = quiddity;
  }
}

export const quiddity = platformEnum('System.Quiddity', [
  'ANONYMOUS',
  'AURA',
  'BATCH_ACS',
  'BATCH_APEX',
  'BATCH_CHUNK_PARALLEL',
  'BATCH_CHUNK_SERIAL',
  'BULK_API',
  'COMMERCE_INTEGRATION',
  'DISCOVERABLE_LOGIN',
  'EXTERNAL_SERVICE_CALLBACK',
  'FUNCTION_CALLBACK',
  'FUTURE',
  'INBOUND_EMAIL_SERVICE',
  'INVOCABLE_ACTION',
  'IOT',
  'PLATFORM_EVENT_PUBLISH_CALLBACK',
  'POST_INSTALL_SCRIPT',
  'QUEUEABLE',
  'QUICK_ACTION',
  'REMOTE_ACTION',
  'REST',
  'RUN_INTEGRATION_TESTS',
  'RUNTEST_ASYNC',
  'RUNTEST_DEPLOY',
  'RUNTEST_SYNC',
  'SCHEDULED',
  'SOAP',
  'SYNCHRONOUS',
  'TRANSACTION_FINALIZER_QUEUEABLE',
  'UD',
  'VF',
  'UNDEFINED',
]);

export default platformClass('System.Request', {
  methods: {
    'static System.Request getCurrent()': (runtime) => {
      const context = executionContext(runtime);
      return new RequestValue(context.requestId, context.quiddity);
    },
    'String getRequestId()': (_runtime, self: RequestValue) => self.id,
    'System.Quiddity getQuiddity()': (_runtime, self: RequestValue) => findEnumValue(quiddity, self.quiddity),
  },
});
