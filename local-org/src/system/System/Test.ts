/** `System.Test`. */
import { platformClass } from '../define.ts';
import { TestBroker } from '../EventBus/testBroker.ts';
import { FIXED_SEARCH_RESULTS } from '../../soql/sosl/fixedResults.ts';
import type { SObjectTypeToken } from '../Schema/tokens.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { ApexList } from '../../runtime/collections.ts';
import { type TypeValue } from '../../runtime/typeValue.ts';
import { startTest, stopTest } from '../../testing/broker.ts';
import { loadData } from '../../testing/loadData.ts';
import { createStub } from '../../testing/stub.ts';
import { testState } from '../../testing/testState.ts';
import type { ApexDatetime } from '../../values/temporal.ts';
import { InstallContextValue, type VersionValue } from './installClasses.ts';
import { changeSystemRow } from '../../async/jobRows.ts';
import { setCurrentPage } from './ApexPages.ts';
import type { PageReferenceValue } from './PageReference.ts';

function setCreatedDate(runtime: Runtime, id: string | null, date: ApexDatetime): null {
  testState(runtime);
  const object = id === null ? null : runtime.org.schema.byKeyPrefix(id.slice(0, 3));
  if (id === null || object === null || runtime.org.store.get(object.name, id) === null) {
    return runtime.fail('System.IllegalArgumentException', `Invalid id: ${String(id)}`);
  }
  changeSystemRow(runtime, object.name, id, { CreatedDate: date });
  return null;
}

function standardPricebook(runtime: Runtime): string {
  testState(runtime);
  for (const row of runtime.org.store.rows('Pricebook2')) {
    if (row['IsStandard'] === true) {
      return row.Id;
    }
  }
  return runtime.unsupported('Test.getStandardPricebookId in an org without a standard price book');
}

function install(runtime: Runtime, handler: object, previous: VersionValue | null, isPush = false): null {
  testState(runtime);
  runtime.call(handler, 'onInstall', [
    new InstallContextValue(runtime.org.id, runtime.access.userId, previous, isPush),
  ]);
  return null;
}

function setPage(runtime: Runtime, page: PageReferenceValue | null): null {
  testState(runtime);
  return setCurrentPage(runtime, page);
}

export default platformClass('System.Test', {
  methods: {
    'static Boolean isRunningTest()': (runtime) => runtime.isTest,
    'static void startTest()': (runtime) => {
      startTest(runtime);
      return null;
    },
    'static void stopTest()': (runtime) => {
      stopTest(runtime);
      return null;
    },
    'static void setMock(System.Type type, Object mock)': (runtime, type: TypeValue, mock: object) => {
      testState(runtime).mocks.set(type.name.toLowerCase().replace(/^system\./, ''), mock);
      return null;
    },
    'static Object createStub(System.Type type, System.StubProvider provider)': (
      runtime,
      type: TypeValue,
      provider: object,
    ) => createStub(runtime, type, provider),
    'static List<SObject> loadData(Schema.SObjectType type, String resource)': (
      runtime,
      type: SObjectTypeToken,
      resource: string,
    ) => loadData(runtime, type.object, resource),
    'static void setCreatedDate(Id id, Datetime date)': setCreatedDate,
    'static void setFixedSearchResults(List<Id> ids)': (runtime, ids: ApexList) => {
      testState(runtime);
      runtime.transactionState.set(
        FIXED_SEARCH_RESULTS,
        ids.items.filter((id): id is string => typeof id === 'string'),
      );
      return null;
    },
    'static EventBus.TestBroker getEventBus()': (runtime) => {
      testState(runtime);
      return new TestBroker();
    },
    'static Id getStandardPricebookId()': standardPricebook,
    'static void testInstall(System.InstallHandler handler, System.Version previous)': install,
    'static void testInstall(System.InstallHandler handler, System.Version previous, Boolean isPush)': install,
    'static void setCurrentPage(System.PageReference page)': setPage,
    'static void setCurrentPageReference(System.PageReference page)': setPage,
    'static void setReadOnlyApplicationMode(Boolean isReadOnly)': (runtime, isReadOnly: boolean) => {
      testState(runtime).isReadOnlyApplicationMode = isReadOnly;
      return isReadOnly ? runtime.unsupported('Test.setReadOnlyApplicationMode(true)') : null;
    },
  },
});
