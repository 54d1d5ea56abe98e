/**
 * The triggers of platform events, each a subscriber with a position of its own that commits with its work: an event is
 * delivered at least once, whatever happens in between. A RetryableException brings the batch again, up to nine times;
 * then the subscriber stands still in the state Error until somebody resumes it. (Platform Events Developer Guide,
 * "Retry Event Triggers with EventBus.RetryableException", "Resume from a Checkpoint After an Uncaught Exception".)
 */
import { EventTriggerContextValue } from './contexts.ts';
import type { EventLog, LoggedEvent } from './eventLog.ts';
import type { JobHost } from './pending.ts';
import type { ObjectInfo } from '../data/schema.ts';
import { ApexException } from '../runtime/exception.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { SObjectValue } from '../runtime/sobject.ts';

/** A PlatformEventSubscriberConfig of the sources. */
export interface SubscriberConfig {
  /** Name of the trigger, with its namespace. */
  readonly trigger: string;
  readonly batchSize: number | null;
  /** User name of who runs it; null: Automated Process. */
  readonly userName: string | null;
}

export interface Subscriber {
  readonly trigger: string;
  readonly objectName: string;
  /** Replay id of the last event that is done. */
  position: number;
  retries: number;
  status: 'Running' | 'Error' | 'Suspended';
  lastError: string | null;
}

const TABLE = '$Subscriber';
const BATCH = 2000;
const MAXIMUM_RETRIES = 9;
const RETRYABLE = 'EventBus.RetryableException';

export interface SubscribersOptions {
  readonly log: EventLog;
  readonly configs: readonly SubscriberConfig[];
  readonly automatedProcessId: () => string;
  readonly rowValue: (runtime: Runtime, object: ObjectInfo, event: LoggedEvent) => SObjectValue;
  /** Tells `EventBus.TriggerContext.currentContext()` of the transaction. */
  readonly enter: (runtime: Runtime, context: EventTriggerContextValue) => void;
}

export class Subscribers {
  readonly #options: SubscribersOptions;
  readonly #all = new Map<string, Subscriber>();

  constructor(options: SubscribersOptions) {
    this.#options = options;
  }

  get all(): readonly Readonly<Subscriber>[] {
    return [...this.#all.values()];
  }
  find(trigger: string): Subscriber | null {
    return this.#all.get(trigger.toLowerCase()) ?? null;
  }

  /** Those of the program, where they stood; one that is new begins with what is published from now on. */
  restore(runtime: Runtime): void {
    const { store, program, schema } = runtime.org;
    for (const { name, objectName } of program.eventTriggers()) {
      const row = store.get(TABLE, name.toLowerCase());
      const subscriber: Subscriber = {
        trigger: name,
        objectName: schema.find(objectName)?.name ?? objectName,
        position: row === null ? this.#options.log.tip : Number(row['Position']),
        retries: Number(row?.['Retries'] ?? 0),
        status: row === null ? 'Running' : (String(row['Status']) as Subscriber['status']),
        lastError: typeof row?.['LastError'] === 'string' ? row['LastError'] : null,
      };
      this.#all.set(name.toLowerCase(), subscriber);
      this.#save(runtime, subscriber, {});
    }
    for (const row of [...store.rows(TABLE)]) {
      if (!this.#all.has(row.Id)) {
        store.purge(TABLE, row.Id);
      }
    }
  }
  #save(runtime: Runtime, subscriber: Subscriber, change: Partial<Subscriber>): void {
    const { store } = runtime.org;
    const next = { ...subscriber, ...change };
    const row = {
      Id: subscriber.trigger.toLowerCase(),
      Position: next.position,
      Retries: next.retries,
      Status: next.status,
      LastError: next.lastError,
    };
    if (store.get(TABLE, row.Id) === null) {
      store.insert(TABLE, row);
    } else {
      store.update(TABLE, row);
    }
  }

  /** Goes on after an error or a pause: where it stopped, or with what comes from now on. */
  resume(jobs: JobHost, trigger: string, from: 'position' | 'tip'): boolean {
    const change = { status: 'Running', retries: 0, lastError: null } as const;
    return this.#change(jobs, trigger, from === 'tip' ? { ...change, position: this.#options.log.tip } : change);
  }
  suspend(jobs: JobHost, trigger: string): boolean {
    return this.#change(jobs, trigger, { status: 'Suspended' });
  }
  #change(jobs: JobHost, trigger: string, change: Partial<Subscriber>): boolean {
    const subscriber = this.find(trigger);
    if (subscriber === null) {
      return false;
    }
    jobs.record((runtime) => {
      this.#save(runtime, subscriber, change);
    });
    Object.assign(subscriber, change);
    return true;
  }

  /** Gives one subscriber its next batch; false when nobody has any to get. */
  deliverNext(jobs: JobHost, report: (error: unknown) => void): boolean {
    for (const subscriber of this.#all.values()) {
      if (subscriber.status !== 'Running') {
        continue;
      }
      const config = this.#configOf(subscriber);
      const size = Math.min(Math.max(config?.batchSize ?? BATCH, 1), BATCH);
      const batch = this.#options.log.after(subscriber.objectName, subscriber.position, size);
      if (batch.length > 0 && this.#deliver(jobs, subscriber, batch, config, report)) {
        // The next time somebody else is first.
        this.#all.delete(subscriber.trigger.toLowerCase());
        this.#all.set(subscriber.trigger.toLowerCase(), subscriber);
        return true;
      }
    }
    return false;
  }
  #configOf(subscriber: Subscriber): SubscriberConfig | null {
    const name = subscriber.trigger.toLowerCase();
    return this.#options.configs.find((config) => config.trigger.toLowerCase() === name) ?? null;
  }

  #deliver(
    jobs: JobHost,
    subscriber: Subscriber,
    batch: readonly LoggedEvent[],
    config: SubscriberConfig | null,
    report: (error: unknown) => void,
  ): boolean {
    const userId = this.#userOf(jobs, config);
    if (userId === null) {
      subscriber.lastError = `There is no active user ${config?.userName ?? ''}, who is to run ${subscriber.trigger}`;
      return false;
    }
    const context = new EventTriggerContextValue(subscriber.retries, subscriber.lastError);
    const last = batch.at(-1)?.replayId ?? subscriber.position;
    let change: Partial<Subscriber> = {};
    const atEnd = (runtime: Runtime): void => {
      change = { position: checkpointOf(context, batch) ?? last, retries: 0, lastError: null };
      this.#save(runtime, subscriber, change);
    };
    let error: Error | null;
    try {
      error = jobs.transaction({ userId, kind: 'event', name: subscriber.trigger, atEnd }, (runtime) => {
        const object = runtime.org.schema.find(subscriber.objectName);
        if (object !== null) {
          this.#options.enter(runtime, context);
          runtime.org.program.runTriggers(runtime, {
            object,
            operation: 'insert',
            isBefore: false,
            newRows: batch.map((event) => this.#options.rowValue(runtime, object, event)),
            oldRows: null,
            only: subscriber.trigger,
          });
        }
      });
    } catch (thrown) {
      // Not the trigger's fault: it stands still until somebody has looked.
      report(thrown);
      error = null;
      change = { status: 'Error', lastError: thrown instanceof Error ? thrown.message : String(thrown) };
    }
    if (error !== null) {
      change = failure(subscriber, context, batch, error);
    }
    if (error !== null || change.status === 'Error') {
      jobs.record((runtime) => {
        this.#save(runtime, subscriber, change);
      });
    }
    Object.assign(subscriber, change);
    return true;
  }
  #userOf(jobs: JobHost, config: SubscriberConfig | null): string | null {
    if (config?.userName == null) {
      return this.#options.automatedProcessId();
    }
    const wanted = config.userName.toLowerCase();
    let found: string | null = null;
    jobs.record((runtime) => {
      for (const row of runtime.org.store.rows('User')) {
        if (String(row['Username']).toLowerCase() === wanted && row['IsActive'] === true) {
          found = row.Id;
        }
      }
    });
    return found;
  }
}

/** The replay id a trigger wants to go on behind, when it is one of its batch. */
function checkpointOf(context: EventTriggerContextValue, batch: readonly LoggedEvent[]): number | null {
  const checkpoint = context.resumeCheckpoint === null ? Number.NaN : Number(context.resumeCheckpoint);
  return batch.some((event) => event.replayId === checkpoint) ? checkpoint : null;
}

/** What an uncaught exception does: retry, go on behind the checkpoint, or leave the batch behind. */
function failure(
  subscriber: Subscriber,
  context: EventTriggerContextValue,
  batch: readonly LoggedEvent[],
  error: Error,
): Partial<Subscriber> {
  const checkpoint = checkpointOf(context, batch);
  const lastError = error.message;
  if (error instanceof ApexException && error.apexType === RETRYABLE) {
    const position = checkpoint ?? subscriber.position;
    return subscriber.retries < MAXIMUM_RETRIES
      ? { position, retries: subscriber.retries + 1, lastError }
      : { position, status: 'Error', lastError };
  }
  return { position: checkpoint ?? batch.at(-1)?.replayId ?? subscriber.position, retries: 0, lastError };
}
