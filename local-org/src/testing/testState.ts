/** What a running test has set up: mocks, and whether it is between start and stop. */
import type { Runtime } from '../runtime/runtime.ts';

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
