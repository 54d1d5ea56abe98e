/**
 * Platform events. Published events wait as rows of their object, so a rollback takes those back that go out after the
 * commit; those that go out immediately are noted beside the store. Once settled they stand in the log, where
 * subscribers find them. In a test there is no log: triggers get what waits in order, 2,000 at most at a time, as the
 * Automated Process user; a RetryableException brings them again, up to nine times. (Platform Events Developer Guide.)
 */
import { EventTriggerContextValue } from './contexts.ts';
import { EventLog, type LoggedEvent } from './eventLog.ts';
import type { JobHost, PendingEvent } from './pending.ts';
import { Subscribers, type SubscriberConfig } from './subscribers.ts';
import type { ObjectInfo } from '../data/schema.ts';
import type { Row } from '../data/store.ts';
import { ApexException } from '../runtime/exception.ts';
import type { AccessContext, DmlError, DmlRowResult, Runtime } from '../runtime/runtime.ts';
import { type SObjectValue } from '../runtime/sobject.ts';
import { PublishOutcome } from '../system/EventBus/outcome.ts';
import { ApexDatetime } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';

const BATCH = 2000;
const MAXIMUM_RETRIES = 9;
const RETRYABLE = 'EventBus.RetryableException';

interface Waiting extends PendingEvent {
  readonly row: Row;
}

export class EventQueue {
  #events: Waiting[] = [];
  readonly #automatedProcessId: () => string;
  readonly log = new EventLog();
  readonly subscribers: Subscribers;
  /** Called when an event has gone out for good. */
  onPublished: (event: LoggedEvent) => void = () => undefined;
  /** Why triggers failed: nobody else is told. */
  readonly failures: Error[] = [];
  readonly #contexts = new WeakMap<Runtime, EventTriggerContextValue>();

  constructor(automatedProcessId: () => string, configs: readonly SubscriberConfig[]) {
    this.#automatedProcessId = automatedProcessId;
    this.subscribers = new Subscribers({
      log: this.log,
      configs,
      automatedProcessId,
      rowValue: (runtime, object, event) => rowValue(runtime, object, event.row),
      enter: (runtime, context) => void this.#contexts.set(runtime, context),
    });
  }

  /** Takes up what was published and not yet settled when the org was last open, and where subscribers stood. */
  restore(runtime: Runtime): void {
    const { store, schema } = runtime.org;
    this.log.restore(runtime);
    this.subscribers.restore(runtime);
    const access = runtime.accessIn(false);
    for (const object of schema.objects.values()) {
      if (object.kind === 'platformEvent') {
        for (const row of store.rows(object.name)) {
          const callback = null;
          this.#events.push({
            objectName: object.name,
            id: row.Id,
            isImmediate: false,
            callback,
            access,
            retries: 0,
            row,
          });
        }
      }
    }
  }
  /** What was published and not taken back goes out for good: into the log, to listeners, to callbacks. */
  settle(jobs: JobHost): void {
    if (this.#events.length === 0) {
      return;
    }
    let alive: Waiting[] = [];
    const logged: LoggedEvent[] = [];
    jobs.record((runtime) => {
      alive = this.#takeAlive(runtime);
      logged.push(...alive.map((one) => this.log.append(runtime, one.objectName, one.row)));
    });
    for (const event of logged) {
      this.onPublished(event);
    }
    this.#callBack(jobs, alive, true);
  }
  /** In the org: settles what was published and gives one subscriber its next batch. */
  deliverNext(jobs: JobHost, report: (error: unknown) => void): boolean {
    this.settle(jobs);
    return this.subscribers.deliverNext(jobs, report);
  }

  publish(
    runtime: Runtime,
    events: readonly SObjectValue[],
    access: AccessContext,
    callback: object | null,
  ): readonly DmlRowResult[] {
    return events.map((event) => this.#publishOne(runtime, event, access, callback));
  }

  #publishOne(runtime: Runtime, event: SObjectValue, access: AccessContext, callback: object | null): DmlRowResult {
    const { object } = event;
    if (object.kind !== 'platformEvent') {
      return runtime.fail('System.TypeException', `SObject type not supported for publishing: ${object.name}`);
    }
    const errors = this.#validate(runtime, event, access);
    if (errors.length > 0) {
      return { id: null, isSuccess: false, isCreated: false, errors };
    }
    const row = this.#rowOf(runtime, event);
    const isImmediate = object.publishBehavior === 'immediately';
    if (!isImmediate) {
      runtime.org.store.insert(object.name, row);
    }
    this.#events.push({ objectName: object.name, id: row.Id, isImmediate, callback, access, retries: 0, row });
    return { id: row.Id, isSuccess: true, isCreated: true, errors: [] };
  }

  #validate(runtime: Runtime, event: SObjectValue, access: AccessContext): readonly DmlError[] {
    const { object } = event;
    if (access.isUserMode && !runtime.org.security.objectAccess(access.userId, object).create) {
      return runtime.fail('System.NoAccessException', `No create access to event ${object.name}`);
    }
    const missing = [...object.fields.values()]
      .filter(
        (field) =>
          field.isRequired &&
          field.isCustom &&
          (event.peek(field.name) ?? null) === null &&
          field.defaultFormula === null,
      )
      .map((field) => field.name);
    return missing.length === 0
      ? []
      : [
          {
            statusCode: 'REQUIRED_FIELD_MISSING',
            message: `Required fields are missing: [${missing.join(', ')}]`,
            fields: missing,
          },
        ];
  }

  #rowOf(runtime: Runtime, event: SObjectValue): Row {
    const { object } = event;
    const values: Record<string, Value> = {};
    for (const field of object.fields.values()) {
      const value = event.peek(field.name);
      values[field.name] =
        value === null ? runtime.org.declarative.defaultValue(runtime, object, field, null) : (value as Value);
    }
    const Id = runtime.org.store.nextId(object.name);
    const given = event.peek('EventUuid');
    const eventUuid = typeof given === 'string' ? given : crypto.randomUUID();
    return {
      ...values,
      CreatedDate: new ApexDatetime(runtime.now().instant),
      CreatedById: runtime.access.userId,
      ReplayId: String(runtime.org.store.nextNumber('$Event', 'ReplayId')),
      EventUuid: eventUuid,
      Id,
    };
  }

  uuidOf(id: string): string | null {
    const found = this.#events.find((one) => one.id === id);
    return found === undefined ? null : String(found.row['EventUuid']);
  }

  /** Gives a test an empty bus; the function puts back what was there. */
  setAside(): () => void {
    const events = this.#events;
    this.#events = [];
    return () => {
      this.#events = events;
    };
  }
  /** Takes out those a rollback or failed transaction took back: only immediate ones survive that. */
  #takeAlive(runtime: Runtime): Waiting[] {
    const alive = this.#events.filter(
      (one) => one.isImmediate || runtime.org.store.get(one.objectName, one.id) !== null,
    );
    this.#events = [];
    for (const one of alive) {
      if (!one.isImmediate) {
        runtime.org.store.purge(one.objectName, one.id);
      }
    }
    return alive;
  }

  /** Delivers what waits, and what its triggers publish meanwhile. */
  deliver(jobs: JobHost): void {
    for (let round = 0; round < 1000 && this.#events.length > 0; round++) {
      let alive: Waiting[] = [];
      jobs.record((runtime) => {
        alive = this.#takeAlive(runtime);
      });
      const retried: Waiting[] = [];
      for (const objectName of new Set(alive.map((one) => one.objectName))) {
        const events = alive.filter((one) => one.objectName === objectName);
        for (let index = 0; index < events.length; index += BATCH) {
          retried.push(...this.#deliverBatch(jobs, objectName, events.slice(index, index + BATCH)));
        }
      }
      this.#callBack(jobs, alive, true);
      if (retried.length > 0) {
        this.#events.unshift(...retried.map((one) => ({ ...one, isImmediate: true, callback: null })));
        if (jobs.isTest) {
          return;
        }
      }
    }
  }

  /** `Test.getEventBus().fail()`: events that go out after commit are dropped and their callbacks told. */
  fail(jobs: JobHost): void {
    let alive: Waiting[] = [];
    jobs.record((runtime) => {
      alive = this.#takeAlive(runtime);
    });
    this.#callBack(jobs, alive, false);
  }

  /** Runs the triggers for one batch; gives the events that must come again. */
  #deliverBatch(jobs: JobHost, objectName: string, events: readonly Waiting[]): readonly Waiting[] {
    let rest: readonly Waiting[] = events;
    while (rest.length > 0) {
      const batch = rest;
      let context: EventTriggerContextValue | null = null;
      const error = jobs.transaction({ userId: this.#automatedProcessId(), kind: 'event' }, (runtime) => {
        const object = runtime.org.schema.find(objectName);
        if (object === null || !runtime.org.program.hasTriggers(object.name)) {
          return;
        }
        context = new EventTriggerContextValue(batch[0]?.retries ?? 0, null);
        this.#contexts.set(runtime, context);
        runtime.org.program.runTriggers(runtime, {
          object,
          operation: 'insert',
          isBefore: false,
          newRows: batch.map((one) => rowValue(runtime, object, one.row)),
          oldRows: null,
        });
      });
      const checkpoint = (context as EventTriggerContextValue | null)?.resumeCheckpoint ?? null;
      const resumeAt = checkpoint === null ? -1 : batch.findIndex((one) => one.row['ReplayId'] === checkpoint) + 1;
      if (error instanceof ApexException && error.apexType === RETRYABLE) {
        const again = batch.slice(Math.max(resumeAt, 0)).filter((one) => one.retries < MAXIMUM_RETRIES);
        return again.map((one) => ({ ...one, retries: one.retries + 1 }));
      }
      if (error !== null) {
        this.failures.push(error);
      }
      if (resumeAt <= 0 || resumeAt >= batch.length) {
        return [];
      }
      rest = batch.slice(resumeAt);
    }
    return [];
  }

  contextOf(runtime: Runtime): EventTriggerContextValue | null {
    return this.#contexts.get(runtime) ?? null;
  }

  #callBack(jobs: JobHost, events: readonly Waiting[], isSuccess: boolean): void {
    const callbacks = new Map<object, Waiting[]>();
    for (const one of events) {
      if (one.callback !== null) {
        callbacks.set(one.callback, [...(callbacks.get(one.callback) ?? []), one]);
      }
    }
    for (const [callback, of] of callbacks) {
      const method = isSuccess ? 'onSuccess' : 'onFailure';
      const error = jobs.transaction({ userId: this.#automatedProcessId(), kind: 'eventCallback' }, (runtime) => {
        if (runtime.hasMethod(callback, method, 1)) {
          runtime.call(callback, method, [
            new PublishOutcome(
              isSuccess,
              of.map((one) => String(one.row['EventUuid'])),
            ),
          ]);
        }
      });
      if (error !== null) {
        this.failures.push(error);
      }
    }
  }
}

function rowValue(runtime: Runtime, object: ObjectInfo, row: Row): SObjectValue {
  const value = runtime.newRow(object);
  for (const field of object.fields.values()) {
    const content = row[field.name];
    if (content !== undefined && content !== null && field.name !== 'Id') {
      value.set(field.name, content);
    }
  }
  for (const name of ['ReplayId', 'EventUuid', 'CreatedDate', 'CreatedById']) {
    const content = row[name];
    if (content !== undefined && content !== null) {
      value.set(name, content);
    }
  }
  return value;
}
