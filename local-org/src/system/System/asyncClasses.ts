/** Interfaces, contexts and options of asynchronous Apex. */
import {
  AsyncOptionsValue,
  DuplicateSignature,
  MAXIMUM_SIGNATURE_SIZE,
  SignatureBuilder,
} from '../../async/asyncOptions.ts';
import { type FinalizerContextValue, QueueableContextValue, SchedulableContextValue } from '../../async/contexts.ts';
import { executionContext } from '../../async/executionContext.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { enumValue } from '../../runtime/enumValue.ts';
import { platformClass, platformEnum, type PlatformClass } from '../define.ts';

const declared = (): never => {
  throw new Error('A method of an interface has no code');
};
const parentJobResult = platformEnum('System.ParentJobResult', ['SUCCESS', 'UNHANDLED_EXCEPTION']);

function addPart(runtime: Runtime, self: SignatureBuilder, part: ApexValue): SignatureBuilder {
  self.parts.push(runtime.text(part));
  if (self.size > MAXIMUM_SIGNATURE_SIZE) {
    runtime.fail('System.IllegalArgumentException', 'Maximum size limit exceeded for queueable signature');
  }
  return self;
}
const option = (name: 'maximumQueueableStackDepth' | 'minimumQueueableDelayInMinutes') => ({
  get: (_runtime: Runtime, self: AsyncOptionsValue) => self[name],
  set: (_runtime: Runtime, self: AsyncOptionsValue, value: number | null) => {
    self[name] = value;
  },
});

export const asyncClasses: readonly PlatformClass[] = [
  platformClass('System.Queueable', {
    form: 'interface',
    methods: { 'void execute(System.QueueableContext context)': declared },
  }),
  platformClass('System.QueueableContext', {
    form: 'interface',
    methods: { 'Id getJobId()': (_runtime, self: QueueableContextValue) => self.jobId },
  }),
  platformClass('System.QueueableContextImpl', {
    implements: ['System.QueueableContext'],
    constructors: { '(Id jobId)': (_runtime, jobId: string) => new QueueableContextValue(jobId) },
    methods: { 'Id getJobId()': (_runtime, self: QueueableContextValue) => self.jobId },
  }),
  platformClass('System.Schedulable', {
    form: 'interface',
    methods: { 'void execute(System.SchedulableContext context)': declared },
  }),
  platformClass('System.SchedulableContext', {
    form: 'interface',
    methods: { 'Id getTriggerId()': (_runtime, self: SchedulableContextValue) => self.triggerId },
  }),
  platformClass('System.SchedulableContextImpl', {
    implements: ['System.SchedulableContext'],
    constructors: { '(Id triggerId)': (_runtime, id: string) => new SchedulableContextValue(id) },
    methods: { 'Id getTriggerId()': (_runtime, self: SchedulableContextValue) => self.triggerId },
  }),
  platformClass('System.Finalizer', {
    form: 'interface',
    methods: { 'void execute(System.FinalizerContext context)': declared },
  }),
  platformClass('System.FinalizerContext', {
    form: 'interface',
    methods: {
      'Id getAsyncApexJobId()': (_runtime, self: FinalizerContextValue) => self.jobId,
      'String getRequestId()': (_runtime, self: FinalizerContextValue) => self.requestId,
      'System.ParentJobResult getResult()': (_runtime, self: FinalizerContextValue) =>
        enumValue(parentJobResult, self.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
      'Exception getException()': (_runtime, self: FinalizerContextValue) => self.exception,
    },
  }),
  parentJobResult,
  platformClass('System.AsyncOptions', {
    constructors: { '()': () => new AsyncOptionsValue() },
    properties: {
      'System.QueueableDuplicateSignature duplicateSignature': {
        get: (_runtime, self: AsyncOptionsValue) => self.duplicateSignature,
        set: (_runtime, self: AsyncOptionsValue, value: DuplicateSignature | null) => {
          self.duplicateSignature = value;
        },
      },
      'Integer maximumQueueableStackDepth': option('maximumQueueableStackDepth'),
      'Integer minimumQueueableDelayInMinutes': option('minimumQueueableDelayInMinutes'),
    },
  }),
  platformClass('System.AsyncInfo', {
    methods: {
      'static Boolean hasMaxStackDepth()': (runtime) => executionContext(runtime).maximumQueueDepth !== null,
      'static Integer getCurrentQueueableStackDepth()': (runtime) => queueable(runtime).queueDepth,
      'static Integer getMaximumQueueableStackDepth()': (runtime) => queueable(runtime).maximumQueueDepth,
      'static Integer getMinimumQueueableDelayInMinutes()': (runtime) => queueable(runtime).delayInMinutes,
    },
  }),
  platformClass('System.QueueableDuplicateSignature', {
    methods: { 'static System.QueueableDuplicateSignature.Builder builder()': () => new SignatureBuilder() },
  }),
  platformClass('System.QueueableDuplicateSignature.Builder', {
    constructors: { '()': () => new SignatureBuilder() },
    methods: {
      'System.QueueableDuplicateSignature.Builder addId(Id value)': addPart,
      'System.QueueableDuplicateSignature.Builder addInteger(Integer value)': addPart,
      'System.QueueableDuplicateSignature.Builder addString(String value)': addPart,
      'System.QueueableDuplicateSignature build()': (_runtime, self: SignatureBuilder) =>
        new DuplicateSignature(self.parts.join('|')),
      'Integer getSize()': (_runtime, self: SignatureBuilder) => self.size,
      'Integer getMaxSize()': () => MAXIMUM_SIGNATURE_SIZE,
      'Integer getRemainingSize()': (_runtime, self: SignatureBuilder) => MAXIMUM_SIGNATURE_SIZE - self.size,
    },
  }),
];

function queueable(runtime: Runtime): ReturnType<typeof executionContext> {
  const context = executionContext(runtime);
  return context.kind === 'queueable'
    ? context
    : runtime.fail('System.AsyncException', 'AsyncInfo is only available in a queueable job');
}
