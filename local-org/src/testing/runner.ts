/**
 * Runs the tests of one class at a time. Setup runs once; every test starts from the rows it left and with fresh
 * statics, limits and state, and leaves no trace: the store is taken back to where it was. A test that sees all data
 * sees what the org has anyway: its rows are those the source and the program that made the org put there.
 */
import { ExecutionContext, nextRequestId, setExecutionContext } from '../async/executionContext.ts';
import type { AsyncEngine } from '../async/engine.ts';
import { ApexException } from '../runtime/exception.ts';
import { InternalError, UnsupportedError } from '../runtime/errors.ts';
import type { OrgContext } from '../runtime/runtime.ts';
import type { LimitSet } from '../runtime/limits.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { debugLog, type LogLine } from '../system/System/debugLog.ts';
import type { TestClass } from './discover.ts';
import { setSeesAllData } from './testState.ts';

export interface StackLine {
  /** `Class.Outer.method: line 12, column 1`. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}
export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: 'pass' | 'fail' | 'unsupported' | 'internal';
  readonly message: string | null;
  readonly stack: readonly StackLine[];
  readonly milliseconds: number;
  readonly log: readonly LogLine[];
}

export interface RunnerHost {
  readonly context: OrgContext;
  readonly asyncWork: AsyncEngine;
  readonly adminId: string;
  readonly open: (options: {
    readonly userId: string;
    readonly isTest: boolean;
    readonly limits: LimitSet;
  }) => Transaction;
}

export interface RunOptions {
  /** Lower-case names; null for all. */
  readonly methods: ReadonlySet<string> | null;
  /** Lower-case names that were run before. */
  readonly skip?: ReadonlySet<string>;
  readonly onStart?: (method: string) => void;
  readonly onResult?: (result: TestResult) => void;
}

export function runTestClass(host: RunnerHost, test: TestClass, options: RunOptions): readonly TestResult[] {
  const { store } = host.context;
  const start = store.savepoint();
  try {
    const failed = test.setup
      .map((method) => runMethod(host, test, method))
      .find((result) => result.outcome !== 'pass');
    const methods = test.methods.filter(
      (method) =>
        (options.methods === null || options.methods.has(method.toLowerCase())) &&
        !options.skip?.has(method.toLowerCase()),
    );
    if (failed !== undefined) {
      return methods.map((method) =>
        report(options, { ...failed, method, message: `${failed.method}: ${failed.message ?? ''}` }),
      );
    }
    const ready = store.savepoint();
    return methods.map((method) => {
      options.onStart?.(method);
      const result = runMethod(host, test, method);
      store.rollback(ready);
      return report(options, result);
    });
  } finally {
    store.rollback(start);
  }
}

function report(options: RunOptions, result: TestResult): TestResult {
  options.onResult?.(result);
  return result;
}

function runMethod(host: RunnerHost, test: TestClass, method: string): TestResult {
  const { state } = host.context;
  state.clear();
  setSeesAllData(host.context, test.seeingAllData.has(method));
  const putBack = host.asyncWork.setAside();
  const runtime = host.open({ userId: host.adminId, isTest: true, limits: 'synchronous' });
  setExecutionContext(runtime, new ExecutionContext('test', nextRequestId(runtime)));
  const begin = performance.now();
  const result = (outcome: TestResult['outcome'], message: string | null, stack: readonly StackLine[]): TestResult => ({
    class: test.name,
    method,
    outcome,
    message,
    stack,
    milliseconds: performance.now() - begin,
    log: debugLog(runtime),
  });
  try {
    runtime.run(() => {
      host.context.program.callStatic(runtime, test.type, method, []);
    });
    return result('pass', null, []);
  } catch (thrown) {
    const error = runtime.apexError(thrown);
    return result(outcomeOf(error), messageOf(error), stackOf(runtime, error));
  } finally {
    putBack();
  }
}

function outcomeOf(error: Error): TestResult['outcome'] {
  return error instanceof UnsupportedError ? 'unsupported' : error instanceof ApexException ? 'fail' : 'internal';
}
export function messageOf(error: Error): string {
  return error instanceof ApexException
    ? error.toString()
    : error instanceof UnsupportedError || error instanceof InternalError
      ? error.message
      : `INTERNAL: ${error.stack ?? error.message}`;
}
export function stackOf(runtime: Transaction, error: Error): readonly StackLine[] {
  if (!(error instanceof ApexException)) {
    return (runtime.program?.frames(error.stack ?? '') ?? []).map((frame) => ({
      text: `${frame.place}: line ${frame.line}, column 1`,
      file: frame.file,
      line: frame.line,
    }));
  }
  return runtime
    .stackOf(error)
    .map((frame) => ({ text: `${frame.place}: line ${frame.line}, column 1`, file: frame.file, line: frame.line }));
}
