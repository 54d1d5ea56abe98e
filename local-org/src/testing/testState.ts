/** What a running test has set up: mocks, and whether it is between start and stop. */
import type { OrgContext, Runtime } from '../runtime/runtime.ts';

export class TestState {
  phase: 'before' | 'started' | 'stopped' = 'before';
  /** Lower-case interface name to mock. */
  readonly mocks = new Map<string, object>();
  isReadOnlyApplicationMode = false;
}

const TEST = Symbol('test state');

export function testState(runtime: Runtime): TestState {
  if (!runtime.isTest) {
    return runtime.fail('System.TypeException', 'Test methods are only allowed in test context');
  }
  let found = runtime.transactionState.get(TEST);
  if (!(found instanceof TestState)) {
    found = new TestState();
    runtime.transactionState.set(TEST, found);
  }
  return found as TestState;
}

/** The mock set with `Test.setMock` for an interface such as `HttpCalloutMock`; null when there is none. */
export function mockFor(runtime: Runtime, interfaceName: string): object | null {
  const folded = interfaceName.toLowerCase().replace(/^system\./, '');
  return runtime.isTest ? (testState(runtime).mocks.get(folded) ?? null) : null;
}

const SEES_ALL_DATA = Symbol('sees all data');

/** Holds from the start of a test method to its end, for what it enqueues too. */
export function setSeesAllData(org: OrgContext, isTrue: boolean): void {
  org.state.set(SEES_ALL_DATA, isTrue);
}
/** Whether the running test is marked `@IsTest(SeeAllData=true)`. */
export const seesAllData = (runtime: Runtime): boolean => runtime.org.state.get(SEES_ALL_DATA) === true;
