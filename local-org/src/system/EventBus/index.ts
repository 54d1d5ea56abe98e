/** The EventBus namespace. */
import type { EventTriggerContextValue } from '../../async/contexts.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { asyncEngine } from '../../async/access.ts';
import { deliverEvents, failEvents } from '../../testing/broker.ts';
import { platformClass, platformException, type PlatformClass } from '../define.ts';
import ChangeEventHeader from './ChangeEventHeader.ts';
import type { PublishOutcome } from './outcome.ts';
import type { TestBroker } from './testBroker.ts';

const uuids = (runtime: Runtime, self: PublishOutcome): unknown => runtime.newList('String', self.eventUuids);
const declared = (): never => {
  throw new Error('A method of an interface has no code');
};

export const eventBusClasses: readonly PlatformClass[] = [
  ChangeEventHeader,
  platformClass('EventBus.TestBroker', {
    methods: {
      'void deliver()': (runtime, _self: TestBroker) => {
        deliverEvents(runtime);
        return null;
      },
      'void fail()': (runtime, _self: TestBroker) => {
        failEvents(runtime);
        return null;
      },
    },
  }),
  platformClass('EventBus.TriggerContext', {
    methods: {
      'static EventBus.TriggerContext currentContext()': (runtime) => asyncEngine(runtime).events.contextOf(runtime),
      'String getResumeCheckpoint()': (_runtime, self: EventTriggerContextValue) => self.resumeCheckpoint,
      'void setResumeCheckpoint(String replayId)': (
        runtime,
        self: EventTriggerContextValue,
        replayId: string | null,
      ) => {
        const isKnown = (runtime.trigger?.run.newRows ?? []).some((row) => row.peek('ReplayId') === replayId);
        if (!isKnown) {
          runtime.fail('EventBus.InvalidReplayIdException', 'The specified ReplayId is not valid.');
        }
        self.resumeCheckpoint = replayId;
        return null;
      },
    },
    properties: {
      'Integer retries': (_runtime, self: EventTriggerContextValue) => self.retries,
      'String lastError': (_runtime, self: EventTriggerContextValue) => self.lastError,
    },
  }),
  platformClass('EventBus.EventPublishSuccessCallback', {
    form: 'interface',
    methods: { 'void onSuccess(EventBus.SuccessResult result)': declared },
  }),
  platformClass('EventBus.EventPublishFailureCallback', {
    form: 'interface',
    methods: { 'void onFailure(EventBus.FailureResult result)': declared },
  }),
  platformClass('EventBus.SuccessResult', { methods: { 'List<String> getEventUuids()': uuids } }),
  platformClass('EventBus.FailureResult', { methods: { 'List<String> getEventUuids()': uuids } }),
  platformException('EventBus.RetryableException'),
  platformException('EventBus.InvalidReplayIdException'),
];
