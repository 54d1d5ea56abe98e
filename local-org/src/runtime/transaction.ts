/**
 * The `Runtime` of one transaction. Statics of the program live as long as it does; a transaction inside another (a
 * job run by `Test.stopTest`) sets the outer one's aside.
 */
import type { PlatformCatalog } from '../system/catalog.ts';
import type { PlatformMethod } from '../system/define.ts';
import { MIXED_DML } from '../data/dml/mixed.ts';
import type { ObjectInfo } from '../data/schema.ts';
import { ApexDatetime } from '../values/temporal.ts';
import { ZoneTable } from '../values/zone.ts';
import { AccessState } from './accessState.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { compareValues } from './compare.ts';
import { cpuClock } from './cpuClock.ts';
import { equalValues, hashValue } from './equality.ts';
import { findEnumValue, type EnumValue } from './enumValue.ts';
import { UnsupportedError } from './errors.ts';
import { ApexException } from './exception.ts';
import { NULL_POINTER_MESSAGE, toApexError } from './faultMapping.ts';
import { makeKeyOf } from './keys.ts';
import { depthMessage, Limits, type LimitSet, type Stopwatch } from './limits.ts';
import { callByName, hasMethodNamed } from './methodCalls.ts';
import type { CodeMode, ProgramLink, ProgramStatics } from './programLink.ts';
import type { AccessContext, ApexValue, OrgContext, Runtime, StackFrame, TriggerRun } from './runtime.ts';
import { SObjectValue } from './sobject.ts';
import { textOf } from './text.ts';
import { TriggerContext } from './triggerContext.ts';
import { TypeNames, exactTypeName } from './typeNames.ts';
import { classInfoOf } from './userClass.ts';

export interface TransactionOptions {
  readonly org: OrgContext;
  /** Null in tests of the library alone. */
  readonly program: ProgramLink | null;
  readonly catalog: PlatformCatalog;
  readonly userId: string;
  readonly isTest: boolean;
  readonly limits: LimitSet;
  readonly stopwatch?: Stopwatch;
  /** Told when the transaction's work has returned or thrown. */
  readonly onEnd?: (transaction: Transaction, end: TransactionEnd) => void;
}

export interface TransactionEnd {
  readonly milliseconds: number;
  readonly error: Error | null;
}

/** Frames kept of a stack while Apex runs: more than the deepest Apex stack. */
const STACK_FRAMES = 1100;
/** A platform method is so few frames away from the Apex that called it. */
const NEAR_FRAMES = 16;

/** Frames of the local org between a service that asks and the Apex that called it, and many more. */
const INNERMOST_FRAMES = 60;

/** Apex Developer Guide: "Maximum stack depth". */
const MAXIMUM_DEPTH = 1000;

export class Transaction implements Runtime {
  readonly org: OrgContext;
  readonly limits: Limits;
  readonly isTest: boolean;
  readonly program: ProgramLink | null;
  readonly catalog: PlatformCatalog;
  readonly transactionState = new Map<symbol, unknown>();
  readonly types: TypeNames;
  readonly zones = new ZoneTable();
  readonly #access: AccessState;
  readonly #onEnd: TransactionOptions['onEnd'];
  readonly #hashes = new WeakMap<object, number>();
  #hashCount = 0;
  #statics: ProgramStatics | null = null;
  #isEntered = false;
  dynamicBinds: Runtime['dynamicBinds'] = null;
  trigger: TriggerContext | null = null;

  constructor(options: TransactionOptions) {
    this.org = options.org;
    this.program = options.program;
    this.catalog = options.catalog;
    this.isTest = options.isTest;
    this.#onEnd = options.onEnd;
    this.limits = new Limits(options.limits, options.stopwatch ?? cpuClock());
    this.#access = new AccessState(options.org, options.program, options.userId);
    this.types = new TypeNames({
      catalog: options.catalog,
      findClass: (name, namespace) => options.program?.findClass(name, namespace) ?? null,
      isObject: (name) => options.org.schema.find(name) !== null,
    });
  }

  /** Runs `work` as this transaction: the program's statics are this transaction's until it returns. */
  run<T>(work: () => T): T {
    const { program } = this;
    if (program === null || this.#isEntered) {
      return work();
    }
    const frames = Error.stackTraceLimit;
    const outer = program.enter(this, this.#statics);
    Error.stackTraceLimit = STACK_FRAMES;
    this.#isEntered = true;
    const begin = performance.now();
    let error: Error | null = null;
    try {
      return work();
    } catch (thrown) {
      error = this.apexError(thrown);
      throw error;
    } finally {
      this.#onEnd?.(this, { milliseconds: performance.now() - begin, error });
      this.#isEntered = false;
      Error.stackTraceLimit = frames;
      this.#statics = program.enter(outer.runtime, outer);
    }
  }
  /** Forgets the statics: what follows sees classes as if for the first time. */
  dropStatics(): void {
    this.#statics = null;
    if (this.#isEntered) {
      this.program?.enter(this, null);
    }
  }

  // ---- who runs ------------------------------------------------------------------------------------------------

  get access(): AccessContext {
    return this.#access.current();
  }
  accessIn(isUserMode: boolean): AccessContext {
    return this.#access.inMode(isUserMode);
  }
  get userSettings(): Runtime['userSettings'] {
    return this.#access.userSettings();
  }
  /** The access of a database statement of the program. */
  accessOf(mode: 'user' | 'system' | null, code: CodeMode): AccessContext {
    return this.#access.ofStatement(mode, code);
  }
  withAccess<T>(access: AccessContext, work: () => T): T {
    const before = this.#access.force(access);
    try {
      return work();
    } finally {
      this.#access.restore(before);
    }
  }
  /** Runs Apex code from inside a service: the mode is that of the code, the user stays. */
  inApex<T>(work: () => T): T {
    const before = this.#access.release();
    try {
      return work();
    } finally {
      this.#access.restore(before);
    }
  }
  /** `System.runAs`: gives the state to come back to. */
  enterUser(userId: string): object {
    return this.#access.enterUser(userId);
  }
  /**
   * Setup objects and others may mix inside and outside of the block. A user that is not saved yet is saved first, as
   * the example of the Apex Developer Guide, "Using the runAs Method", relies on.
   */
  enterRunAs(user: SObjectValue): object {
    const changes = this.transactionState.get(MIXED_DML);
    this.transactionState.delete(MIXED_DML);
    if (user.id === null) {
      this.org.dml.execute(this, {
        operation: 'insert',
        rows: [user],
        isAllOrNone: true,
        access: this.accessIn(false),
        externalIdField: null,
        options: {},
      });
    }
    const access = this.enterUser(user.id ?? this.nullPointer());
    this.transactionState.delete(MIXED_DML);
    return { access, changes };
  }
  leaveRunAs(before: object): void {
    const { access, changes } = before as { readonly access: object; readonly changes: unknown };
    this.transactionState.set(MIXED_DML, changes);
    this.#access.restore(access);
  }
  leaveUser(before: object): void {
    this.#access.restore(before);
  }
  /** A look at the innermost frames, and only where there is more than one answer. */
  get namespace(): string {
    if (this.org.packages.isEmpty) {
      return this.org.namespace;
    }
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = INNERMOST_FRAMES;
    const { stack } = new Error('namespace');
    Error.stackTraceLimit = limit;
    return this.program?.frames(stack ?? '')[0]?.mode.namespace ?? this.org.namespace;
  }
  now(): ApexDatetime {
    return new ApexDatetime(this.org.clock.now());
  }

  // ---- errors --------------------------------------------------------------------------------------------------

  fail(type: string, message: string): never {
    throw new ApexException(type, message);
  }
  /** Called where `methods` recursive methods are on the stack; all others count as well. */
  checkDepth(methods: number): void {
    const frames = this.program?.frames(new Error('depth').stack ?? '').length ?? 0;
    if (frames > MAXIMUM_DEPTH || methods > MAXIMUM_DEPTH) {
      this.fail('System.LimitException', depthMessage(MAXIMUM_DEPTH + 1));
    }
  }
  nullPointer(): never {
    throw new ApexException('System.NullPointerException', NULL_POINTER_MESSAGE);
  }
  unsupported(what: string): never {
    throw new UnsupportedError(what, this.#place(new Error('position')));
  }
  /** Any thrown value as the error that Apex code, or whoever runs it, sees. */
  apexError(thrown: unknown): Error {
    return toApexError(thrown, (error) => this.#place(error));
  }
  #place(error: Error): string | null {
    const frame = this.program?.frames(error.stack ?? '')[0];
    return frame === undefined ? null : `${frame.file}:${frame.line}:${frame.column}`;
  }
  stackOf(exception: ApexException): readonly StackFrame[] {
    return this.program?.frames(exception.stack ?? '') ?? [];
  }
  line(): number | null {
    const frames = Error.stackTraceLimit;
    Error.stackTraceLimit = NEAR_FRAMES;
    const { stack = '' } = new Error('line');
    Error.stackTraceLimit = frames;
    return this.program?.frames(stack)[0]?.line ?? null;
  }

  // ---- calls ---------------------------------------------------------------------------------------------------

  call(target: object, method: string, args: readonly ApexValue[]): ApexValue {
    return classInfoOf(target) === null
      ? callByName(this, target, method, args)
      : this.inApex(() => callByName(this, target, method, args));
  }
  hasMethod(target: object, method: string, argumentCount: number): boolean {
    return hasMethodNamed(this, target, method, argumentCount);
  }
  /** Calls a platform method that may run a dynamic query with the caller's variables. */
  callWithBinds(
    binds: NonNullable<Runtime['dynamicBinds']>,
    run: PlatformMethod['run'],
    args: readonly ApexValue[],
  ): ApexValue {
    const before = this.dynamicBinds;
    this.dynamicBinds = (name) => binds(name.toLowerCase());
    try {
      return (run as (runtime: Runtime, ...rest: readonly ApexValue[]) => ApexValue)(this, ...args);
    } finally {
      this.dynamicBinds = before;
    }
  }
  /** `Trigger.new` and its like, by lower-case name; outside of triggers nothing executes and all is null. */
  triggerVariable(name: string): ApexValue {
    const { trigger } = this;
    if (trigger === null) {
      return name.startsWith('is') ? false : null;
    }
    if (name === 'operationtype') {
      return this.enumValue('System.TriggerOperation', trigger.operationName);
    }
    return trigger.variable(name) ?? null;
  }
  /** Runs the triggers of one event: `work` gets the context they see. */
  inTrigger(run: TriggerRun, work: (context: TriggerContext) => void): void {
    const before = this.trigger;
    const context = new TriggerContext(run, () => makeKeyOf(this));
    this.trigger = context;
    try {
      this.inApex(() => {
        work(context);
      });
    } finally {
      this.trigger = before;
    }
  }

  // ---- values --------------------------------------------------------------------------------------------------

  typeName(value: ApexValue): string {
    return exactTypeName(value);
  }
  isInstance(value: ApexValue, typeName: string): boolean {
    return this.types.isInstance(value, typeName);
  }
  enumValue(typeName: string, name: string): EnumValue | null {
    const info = this.program?.findClass(typeName, null) ?? null;
    if (info !== null) {
      return info.enumValues.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
    }
    const platform = this.catalog.find(typeName);
    return platform === null ? null : findEnumValue(platform, name);
  }
  isAssignable(from: string, to: string): boolean {
    return this.types.fits(from, to);
  }
  text(value: ApexValue): string {
    return textOf(this, this.zones, value);
  }
  equals(left: ApexValue, right: ApexValue): boolean {
    return equalValues(this, left, right, false);
  }
  /** Equality of elements and of `equals()`: texts differ by case. */
  equalsExactly(left: ApexValue, right: ApexValue): boolean {
    return equalValues(this, left, right, true);
  }
  hash(value: ApexValue): number {
    return hashValue(this, value);
  }
  identityHash(value: object): number {
    let hash = this.#hashes.get(value);
    if (hash === undefined) {
      this.#hashCount += 1;
      hash = (Math.imul(this.#hashCount, 0x9e3779b1) >>> 1) | 0;
      this.#hashes.set(value, hash);
    }
    return hash;
  }
  compare(left: ApexValue, right: ApexValue): number {
    return compareValues(this, left, right);
  }
  newList(elementType: string, items: readonly ApexValue[] = []): ApexList {
    return new ApexList(elementType, [...items]);
  }
  newSet(elementType: string, items: Iterable<ApexValue> = []): ApexSet {
    const set = new ApexSet(elementType, makeKeyOf(this));
    for (const item of items) {
      set.add(item);
    }
    return set;
  }
  newMap(keyType: string, valueType: string): ApexMap {
    return new ApexMap(keyType, valueType, makeKeyOf(this));
  }
  newRow(object: ObjectInfo): SObjectValue {
    return new SObjectValue(object);
  }
}
