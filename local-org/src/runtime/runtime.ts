/**
 * What running Apex sees of its org: the one argument every platform method gets. A `Runtime` belongs to one
 * transaction; what outlives the transaction hangs off `org`. Each service has one owner folder, named beside it.
 */
import type { ApexType, MethodSymbol } from '../apex/types.ts';
import type { CredentialStore } from '../callouts/credentialStore.ts';
import type { ObjectInfo, FieldInfo, OrgSchema } from '../data/schema.ts';
import type { Store } from '../data/store.ts';
import type { Packages } from '../org/packages.ts';
import type { ApexDatetime } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import type { ApexList, ApexMap, ApexSet } from './collections.ts';
import type { EnumValue } from './enumValue.ts';
import type { ApexException } from './exception.ts';
import type { SObjectValue } from './sobject.ts';
import type { TriggerContext } from './triggerContext.ts';
import type { MemberSlot } from './userClass.ts';

/** Anything Apex can hold: a field value, a row, a collection, or an object of a user or platform class. */
export type ApexValue = Value | SObjectValue | ApexList | ApexSet | ApexMap | object;

/** Who runs, in which mode: decided per class (sharing), per statement (user or system mode) and by `System.runAs`. */
export interface AccessContext {
  readonly userId: string;
  /** Object and field permissions are enforced (user mode). */
  readonly isUserMode: boolean;
  /** Record sharing is enforced: `with sharing`, or user mode. */
  readonly isSharingEnforced: boolean;
  /** Of the code that asks, where it is known; the one whose code runs without it. */
  readonly namespace?: string;
}

/** The org's clock: runs, stops and jumps. Milliseconds since 1970 UTC. */
export interface Clock {
  now(): number;
}

// ---- services, each implemented in its own folder ----------------------------------------------------------------

export interface DmlError {
  /** `FIELD_CUSTOM_VALIDATION_EXCEPTION` … */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}
export interface DmlRowResult {
  readonly id: string | null;
  readonly isSuccess: boolean;
  readonly isCreated: boolean;
  readonly errors: readonly DmlError[];
}
export interface DmlRequest {
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
  readonly rows: readonly SObjectValue[];
  /** False: failed rows are left out, the others are saved. */
  readonly isAllOrNone: boolean;
  readonly access: AccessContext;
  readonly externalIdField: string | null;
  /** `Database.DMLOptions`: duplicate rule header, truncation, assignment rules … by lower-case path. */
  readonly options: Readonly<Record<string, Value>>;
}
/** data/dml: the platform's order of execution. Throws a DmlException when all-or-none fails. */
export interface DmlEngine {
  execute(runtime: Runtime, request: DmlRequest): readonly DmlRowResult[];
}

/** soql: parses (cached), plans and runs a query. */
export interface QueryEngine {
  /** Rows or aggregate results; `binds` resolves `:name` and `:0`. */
  query(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): QueryResult;
  count(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): number;
  /** Finds the rows now, makes them in slices: query locators and cursors. Counts no query rows for its own rows. */
  open(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): QueryCursor;
  /** SOSL: one list per RETURNING object, in the order written. */
  search(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): readonly QueryResult[];
}
export interface QueryCursor {
  readonly objectName: string;
  readonly size: number;
  /** Rows from `start` up to before `end`. */
  slice(runtime: Runtime, start: number, end: number): readonly SObjectValue[];
}
export type BindSource = (name: string) => ApexValue;
export interface QueryResult {
  readonly objectName: string;
  readonly isAggregate: boolean;
  readonly rows: readonly SObjectValue[];
}

/** declarative: formulas, defaults, validation, roll-ups, settings, custom metadata, labels. */
export interface Declarative {
  /** Evaluates a formula field of a row; parents are read in system mode. */
  formulaValue(runtime: Runtime, object: ObjectInfo, field: FieldInfo, row: RowView): Value;
  defaultValue(runtime: Runtime, object: ObjectInfo, field: FieldInfo, recordTypeId: string | null): Value;
  validate(runtime: Runtime, object: ObjectInfo, row: RowView, before: RowView | null): readonly DmlError[];
  /** Duplicate rules: in block mode errors, in alert mode null unless the caller asked to be told. */
  duplicates(runtime: Runtime, object: ObjectInfo, row: RowView, options: DmlRequest['options']): readonly DmlError[];
  /** Recomputes roll-ups of the parents of changed children and saves them through the DML engine. */
  rollUp(
    runtime: Runtime,
    object: ObjectInfo,
    changes: readonly { readonly before: RowView | null; readonly after: RowView | null }[],
  ): void;
  /** `viewer` is the namespace of who asks: the label's own unless told. */
  label(namespace: string, name: string, language: string, viewer?: string): string | null;
  /** Ends the run where a save would start an automation that is not simulated. */
  refuseAutomations(runtime: Runtime, object: ObjectInfo, operation: Exclude<DmlRequest['operation'], 'upsert'>): void;
}
/** Reads a row by field name, stored or computed. */
export interface RowView {
  get(field: string): Value;
}

/** security: permissions and sharing. */
export interface Security {
  objectAccess(
    userId: string,
    object: ObjectInfo,
  ): {
    readonly create: boolean;
    readonly read: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
  };
  canReadField(userId: string, object: ObjectInfo, field: FieldInfo): boolean;
  canEditField(userId: string, object: ObjectInfo, field: FieldInfo): boolean;
  /** Record access by ownership, hierarchy, shares, masters and "all" permissions. */
  recordAccess(
    userId: string,
    object: ObjectInfo,
    row: Readonly<Record<string, Value>>,
  ): 'none' | 'read' | 'edit' | 'all';
  hasCustomPermission(userId: string, name: string, namespace: string): boolean;
  hasUserPermission(userId: string, name: string): boolean;
  canUseClass(userId: string, className: string): boolean;
  /** An app or tab of the sources, by its name with namespace. */
  canOpen(userId: string, kind: 'app' | 'tab', name: string): boolean;
}

/** Names of governor limits as `Limits` has them: `queries`, `queryRows`, `dmlStatements`, `dmlRows`, `callouts` … */
export interface LimitCounter {
  used(name: string): number;
  limit(name: string): number;
  /** Adds and throws `System.LimitException` ("Too many SOQL queries: 101") past the limit. */
  add(name: string, amount?: number): void;
}

/** async: queue, batch, schedule, events. Enqueued work becomes real at commit and vanishes with a rollback. */
export interface AsyncWork {
  enqueueJob(runtime: Runtime, job: object, options: object | null): string;
  executeBatch(runtime: Runtime, job: object, scopeSize: number): string;
  schedule(runtime: Runtime, name: string, cron: string, job: object): string;
  callFuture(runtime: Runtime, className: string, methodName: string, args: readonly ApexValue[]): void;
  publish(runtime: Runtime, events: readonly SObjectValue[], access: AccessContext): readonly DmlRowResult[];
}

/** What leaves the org: answered by the embedding program, never by the local org itself. */
export interface Callouts {
  /** Null where the org has no way out. Throws text that becomes the message of the CalloutException. */
  send(request: CalloutRequest): CalloutResponse | null;
}
export interface CalloutRequest {
  readonly method: string;
  readonly endpoint: string;
  /** Names as written. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly timeoutMilliseconds: number;
  /** Largest response taken. */
  readonly mostBytes?: number;
  /** Texts no log may show. */
  readonly secrets?: readonly string[];
  /** Both bodies are secret: the exchange is for a token. */
  readonly hidesBodies?: boolean;
}
export interface CalloutResponse {
  readonly status: string;
  readonly statusCode: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** The compiled program as the rest of the org sees it. */
export interface ProgramHost {
  /** Runs the triggers of one object and event; errors are left on the rows (`addError`). */
  runTriggers(runtime: Runtime, event: TriggerRun): void;
  hasTriggers(objectName: string): boolean;
  /** The triggers of platform events, by name with its namespace. */
  eventTriggers(): readonly { readonly name: string; readonly objectName: string }[];
  /** Finds a user or platform type by name in any case; null when there is none. */
  findType(name: string, namespace: string | null): ApexType | null;
  /** Makes an object of a user class by its no-argument constructor. */
  instantiate(runtime: Runtime, type: ApexType): object;
  /** Makes an object of a user class as deserialization does: no constructor runs. */
  allocate(runtime: Runtime, type: ApexType): object;
  /** Calls a static method by name and arguments: test methods, `@future` methods, REST resources. */
  callStatic(runtime: Runtime, type: ApexType, method: string, args: readonly ApexValue[]): ApexValue;
  /** An object of a user class or interface whose overridable methods all end in `handler`: `Test.createStub`. */
  createStub(runtime: Runtime, type: ApexType, handler: StubHandler): object;
  /** The instance variables and properties of a user object, base class first; null for a value that is none. */
  membersOf(target: object): readonly MemberSlot[] | null;
}
export type StubHandler = (self: object, method: MethodSymbol, args: readonly ApexValue[]) => ApexValue;

/** One frame of an Apex stack. */
export interface StackFrame {
  /** `Class.Outer.Inner.method`, `Trigger.Name`, `AnonymousBlock`. */
  readonly place: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export interface TriggerRun {
  readonly object: ObjectInfo;
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly isBefore: boolean;
  readonly newRows: readonly SObjectValue[] | null;
  readonly oldRows: readonly SObjectValue[] | null;
  /** The one trigger to run, by name with its namespace; all of the object without it. */
  readonly only?: string;
}

/** One org: everything that outlives a transaction. */
export interface OrgContext {
  readonly id: string;
  /** The org's own; empty in an org of a subscriber. */
  readonly namespace: string;
  readonly packages: Packages;
  readonly schema: OrgSchema;
  readonly store: Store;
  readonly clock: Clock;
  readonly security: Security;
  readonly declarative: Declarative;
  readonly queries: QueryEngine;
  readonly dml: DmlEngine;
  readonly asyncWork: AsyncWork;
  readonly program: ProgramHost;
  readonly callouts: Callouts;
  readonly credentials: CredentialStore;
  /** State that outlives transactions (platform cache …), by the module that owns it; a test method starts empty. */
  readonly state: Map<symbol, unknown>;
  /** `multiCurrency`, `personAccounts`, `stateAndCountryPicklists` … */
  readonly features: ReadonlySet<string>;
}

export interface Runtime {
  readonly org: OrgContext;
  readonly limits: LimitCounter;
  /** Of the innermost code that runs; the org's own where none does. */
  readonly namespace: string;
  /** The user and mode in force right now. */
  readonly access: AccessContext;
  /** The access of a call that names its mode. */
  accessIn(isUserMode: boolean): AccessContext;
  /** The moment the transaction sees; `Test.setCreatedDate` and the clock decide. */
  now(): ApexDatetime;
  /** IANA name, locale (`en_US`), language and currency of the running user. */
  readonly userSettings: {
    readonly timeZone: string;
    readonly locale: string;
    readonly language: string;
    readonly currency: string;
  };
  readonly isTest: boolean;
  /** State that lives as long as the transaction, by the module that owns it. */
  readonly transactionState: Map<symbol, unknown>;

  /** Throws a catchable platform exception: `fail('System.MathException', 'Divide by 0')`. */
  fail(type: string, message: string): never;
  /** Ends the run: what was asked is not simulated. Apex can't catch it. */
  unsupported(what: string): never;
  /** Any thrown value as the error that Apex code, or whoever runs it, sees. */
  apexError(thrown: unknown): Error;
  /** Runs `work` as another user or in another mode and comes back; Apex code it calls runs in the mode of its class. */
  withAccess<T>(access: AccessContext, work: () => T): T;
  /** During a call that may run a dynamic query: the caller's variables by name; undefined for a name it does not have. */
  readonly dynamicBinds: ((name: string) => ApexValue | undefined) | null;
  /** The innermost trigger that runs. */
  readonly trigger: TriggerContext | null;
  /** Where an exception was made, innermost frame first. */
  stackOf(exception: ApexException): readonly StackFrame[];
  /** The line of Apex that runs now; null outside of Apex. */
  line(): number | null;

  /** Calls a method of a user object by name and arguments (interfaces of the platform: `execute`, `compareTo` …). */
  call(target: object, method: string, args: readonly ApexValue[]): ApexValue;
  hasMethod(target: object, method: string, argumentCount: number): boolean;

  /** A value of an enum of the platform or of the user, by name in any case; null when there is none. */
  enumValue(typeName: string, name: string): EnumValue | null;

  /** The Apex type name of a value: `Integer`, `List<Account>`, `Outer.Inner`. */
  typeName(value: ApexValue): string;
  isInstance(value: ApexValue, typeName: string): boolean;
  /** Whether a value of the type `from` can stand where `to` is asked for. */
  isAssignable(from: string, to: string): boolean;
  /** What `String.valueOf` gives. */
  text(value: ApexValue): string;
  /** `==` of two Objects. */
  equals(left: ApexValue, right: ApexValue): boolean;
  hash(value: ApexValue): number;
  /** A number that stays with the object for the transaction. */
  identityHash(value: object): number;
  /** Order for `List.sort`: numbers, text, dates, Comparable. */
  compare(left: ApexValue, right: ApexValue): number;

  newList(elementType: string, items?: readonly ApexValue[]): ApexList;
  newSet(elementType: string, items?: Iterable<ApexValue>): ApexSet;
  newMap(keyType: string, valueType: string): ApexMap;
  /** A new row in memory: no field set. */
  newRow(object: ObjectInfo): SObjectValue;
}
