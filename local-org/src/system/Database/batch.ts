/** The interfaces of batch jobs and their context. */
import { platformClass, type PlatformClass } from '../define.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';

export class BatchContext extends PlatformObject {
  readonly apexType = 'Database.BatchableContextImpl';
  readonly jobId: string;
  readonly childJobId: string | null;
  constructor(jobId: string, childJobId: string | null) {
    super();
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
}

const marker = (name: string): PlatformClass => platformClass(name, { form: 'interface' });
const declared = (): never => {
  throw new Error('A method of an interface has no code');
};

export const batchClasses: readonly PlatformClass[] = [
  platformClass('Database.Batchable', {
    form: 'interface',
    typeParameters: ['T'],
    methods: {
      'Iterable<T> start(Database.BatchableContext context)': declared,
      'void execute(Database.BatchableContext context, List<T> scope)': declared,
      'void finish(Database.BatchableContext context)': declared,
    },
  }),
  platformClass('Database.BatchableContext', {
    form: 'interface',
    methods: {
      'Id getJobId()': (_runtime, self: BatchContext) => self.jobId,
      'Id getChildJobId()': (_runtime, self: BatchContext) => self.childJobId,
    },
  }),
  platformClass('Database.BatchableContextImpl', {
    implements: ['Database.BatchableContext'],
    constructors: {
      '(Id jobId, Id childJobId)': (_runtime, jobId: string, childJobId: string | null) =>
        new BatchContext(jobId, childJobId),
    },
    methods: {
      'Id getJobId()': (_runtime, self: BatchContext) => self.jobId,
      'Id getChildJobId()': (_runtime, self: BatchContext) => self.childJobId,
    },
  }),
  marker('Database.Stateful'),
  marker('Database.AllowsCallouts'),
  marker('Database.RaisesPlatformEvents'),
];
