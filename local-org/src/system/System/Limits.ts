/** Every `getX` and `getLimitX` of the governor limits. */
import { platformClass, type ClassDescription } from '../define.ts';
import type { Runtime } from '../../runtime/runtime.ts';

/** Apex name to the counter's. */
const COUNTERS: Readonly<Record<string, string>> = {
  AggregateQueries: 'aggregateQueries',
  ApexCursorRows: 'apexCursorRows',
  ApexCursors: 'apexCursors',
  AsyncCalls: 'asyncCalls',
  Callouts: 'callouts',
  FetchCallsOnApexCursor: 'fetchCallsOnApexCursor',
  CpuTime: 'cpuTime',
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FutureCalls: 'futureCalls',
  HeapSize: 'heapSize',
  MobilePushApexCalls: 'mobilePushApexCalls',
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'queries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  // Limits of their own once; now they count as DML statements (Apex Reference, "Limits Class").
  RunAs: 'dmlStatements',
  SavepointRollbacks: 'dmlStatements',
  Savepoints: 'dmlStatements',
  SoslQueries: 'soslQueries',
};
/** Limits the platform keeps for old code: nothing counts towards them any more. */
const RETIRED: Readonly<Record<string, number>> = {
  ChildRelationshipsDescribes: 100,
  FieldsDescribes: 100,
  FieldSetsDescribes: 100,
  FindSimilarCalls: 10,
  PicklistDescribes: 100,
  RecordTypesDescribes: 100,
  ScriptStatements: 200_000,
};

const methods: NonNullable<ClassDescription['methods']> = {
  ...Object.fromEntries(
    Object.entries(COUNTERS).flatMap(([name, counter]) => [
      [`static Integer get${name}()`, (runtime: Runtime) => runtime.limits.used(counter)],
      [`static Integer getLimit${name}()`, (runtime: Runtime) => runtime.limits.limit(counter)],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(RETIRED).flatMap(([name, limit]) => [
      [`static Integer get${name}()`, () => 0],
      [`static Integer getLimit${name}()`, () => limit],
    ]),
  ),
};

export default platformClass('System.Limits', { methods });
