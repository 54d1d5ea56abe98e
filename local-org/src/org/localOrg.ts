/**
 * A Salesforce org in this process. It loads source, runs its tests, executes anonymous Apex and answers queries. An
 * org is a value: everything it knows hangs off it.
 */
import type { CompileError } from '../apex/types.ts';
import { atomically } from '../data/atomically.ts';
import { ExecutionContext, nextRequestId, setExecutionContext } from '../async/executionContext.ts';
import type { LimitSet } from '../runtime/limits.ts';
import type { AccessContext, BindSource, QueryResult } from '../runtime/runtime.ts';
import { Transaction, type TransactionEnd } from '../runtime/transaction.ts';
import { debugLog, type LogLine } from '../system/System/debugLog.ts';
import { isTestType, testClasses, type TestClass } from '../testing/discover.ts';
import { messageOf, runTestClass, stackOf, type StackLine, type TestResult } from '../testing/runner.ts';
import { compileAnonymous } from './anonymous.ts';
import { OrgJobs } from './jobs.ts';
import { buildOrg, type LocalOrgOptions, type OrgParts } from './orgParts.ts';
import { classCoverage, type ClassCoverage } from './coverage.ts';

export interface TestSelection {
  /** `MyTest` or `MyTest.method`, in any case; all without it. */
  readonly only?: readonly string[];
  /** Methods that were run before. */
  readonly skip?: readonly string[];
  readonly onStart?: (method: string) => void;
  readonly onResult?: (result: TestResult) => void;
}
export interface ExecuteResult {
  readonly isSuccess: boolean;
  readonly errors: readonly CompileError[];
  readonly message: string | null;
  readonly stack: readonly StackLine[];
  readonly log: readonly LogLine[];
}

/** A bound for runaway chains of one call; the platform slows them down instead. */
const MOST_PARTS = 50_000;

export class LocalOrg {
  readonly parts: OrgParts;
  /** Gives work of the org itself its transactions. */
  readonly jobHost: OrgJobs;
  readonly options: LocalOrgOptions;
  /** Told of every transaction that is no test's, when it is over. */
  onTransaction: ((transaction: Transaction, end: TransactionEnd) => void) | null = null;
  readonly #tests: readonly TestClass[];

  private constructor(parts: OrgParts, options: LocalOrgOptions) {
    this.parts = parts;
    this.jobHost = new OrgJobs((options) => this.open(options), parts.users.adminId);
    parts.asyncWork.restore(this.jobHost);
    this.options = options;
    this.#tests = testClasses(parts.program.checked);
  }

  static create(options: LocalOrgOptions): Promise<LocalOrg> {
    return Promise.resolve().then(() => new LocalOrg(buildOrg(options), options));
  }

  /** What does not compile, and what is not simulated. Code with an error runs up to the error. */
  get compileErrors(): readonly CompileError[] {
    return this.parts.errors;
  }
  get tests(): readonly TestClass[] {
    return this.#tests;
  }
  get testClassNames(): readonly string[] {
    return this.#tests.map((test) => test.name);
  }

  runTests(selection: TestSelection = {}): readonly TestResult[] {
    const wanted = selection.only?.map((name) => name.toLowerCase());
    return this.#tests.flatMap((test) => {
      const name = test.name.toLowerCase();
      const isWhole = wanted === undefined || wanted.includes(name);
      const methods = new Set(
        (wanted ?? []).filter((one) => one.startsWith(`${name}.`)).map((one) => one.slice(name.length + 1)),
      );
      return isWhole || methods.size > 0 ? this.#run(test, isWhole ? null : methods, selection) : [];
    });
  }
  runTestClass(name: string): readonly TestResult[] {
    return this.runTests({ only: [name] });
  }
  #run(test: TestClass, methods: ReadonlySet<string> | null, selection: TestSelection): readonly TestResult[] {
    const { context, asyncWork, users } = this.parts;
    return runTestClass({ context, asyncWork, adminId: users.adminId, open: (options) => this.open(options) }, test, {
      methods,
      skip: new Set((selection.skip ?? []).map((name) => name.toLowerCase())),
      ...pick(selection),
    });
  }
  coverage(): readonly ClassCoverage[] {
    const tests = new Set(
      this.parts.program.checked.types
        .filter((type) => type.outer === null && isTestType(type))
        .map((type) => type.file),
    );
    return classCoverage(this.parts.program.coverage(), (file) => tests.has(file));
  }

  /** Runs anonymous Apex as the administrator, commits, then runs what it enqueued. */
  execute(source: string, options: { readonly userId?: string } = {}): ExecuteResult {
    const { parts } = this;
    const compiled = compileAnonymous(parts, source);
    if (compiled.run === null) {
      return {
        isSuccess: false,
        errors: compiled.errors,
        message: compiled.errors[0]?.message ?? null,
        stack: [],
        log: [],
      };
    }
    const { run } = compiled;
    const userId = options.userId ?? parts.users.adminId;
    const result = this.transaction(userId, (runtime) => {
      run(runtime);
    });
    if (result.isSuccess) {
      this.runJobs();
    }
    return result;
  }

  query(soql: string, options: { readonly userId?: string } = {}): QueryResult {
    return this.#ask(options, (runtime, binds, access) => runtime.org.queries.query(runtime, soql, binds, access));
  }
  /** The number that a `SELECT COUNT()` gives. */
  count(soql: string, options: { readonly userId?: string } = {}): number {
    return this.#ask(options, (runtime, binds, access) => runtime.org.queries.count(runtime, soql, binds, access));
  }
  #ask<T>(
    options: { readonly userId?: string },
    ask: (runtime: Transaction, binds: BindSource, access: AccessContext) => T,
  ): T {
    const runtime = this.open({
      userId: options.userId ?? this.parts.users.adminId,
      isTest: false,
      limits: 'synchronous',
    });
    const isRestricted = options.userId !== undefined;
    return ask(runtime, (name) => runtime.fail('System.QueryException', `Variable does not exist: ${name}`), {
      userId: runtime.access.userId,
      isUserMode: isRestricted,
      isSharingEnforced: isRestricted,
    });
  }

  /** Events and jobs that are due, and what they lead to. Errors of jobs are on their rows. */
  runJobs(): void {
    for (let count = 0; count < MOST_PARTS && this.runPart(() => undefined); count++);
  }
  /** One transaction of what is due, false when nothing is; faults of the local org itself go to `report`. */
  runPart(report: (fault: unknown) => void): boolean {
    return this.parts.asyncWork.step(this.jobHost, () => this.parts.context.clock.now(), report);
  }

  /** Runs `work` as one transaction of a user: commits what it did, or takes it back when it throws. */
  transaction(userId: string, work: (runtime: Transaction) => void): ExecuteResult {
    const runtime = this.open({ userId, isTest: false, limits: 'synchronous' });
    setExecutionContext(runtime, new ExecutionContext('anonymous', nextRequestId(runtime)));
    try {
      atomically(this.parts.store, () => {
        runtime.run(() => {
          work(runtime);
        });
      });
      return { isSuccess: true, errors: [], message: null, stack: [], log: debugLog(runtime) };
    } catch (thrown) {
      const error = runtime.apexError(thrown);
      return {
        isSuccess: false,
        errors: [],
        message: messageOf(error),
        stack: stackOf(runtime, error),
        log: debugLog(runtime),
      };
    }
  }

  open(options: { readonly userId: string; readonly isTest: boolean; readonly limits: LimitSet }): Transaction {
    const { stopwatch } = this.parts;
    return new Transaction({
      ...(stopwatch === undefined ? {} : { stopwatch }),
      org: this.parts.context,
      program: this.parts.program,
      catalog: this.parts.catalog,
      ...(options.isTest ? {} : { onEnd: (transaction, end) => this.onTransaction?.(transaction, end) }),
      ...options,
    });
  }

  /** Leaves the rows in one piece, so that the next start has no journal to play again, and lets go of the files. */
  close(): void {
    const { persistence, store } = this.parts;
    if (persistence !== null && persistence.journalBytes > 0 && store.isCommitted) {
      persistence.snapshot();
    }
    persistence?.close();
  }
}

function pick({ onStart, onResult }: TestSelection): Pick<TestSelection, 'onStart' | 'onResult'> {
  return { ...(onStart === undefined ? {} : { onStart }), ...(onResult === undefined ? {} : { onResult }) };
}
