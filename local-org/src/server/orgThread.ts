/** The front's end of the org's thread: a request in, a promise of its response out, in order. */
import { Worker } from 'node:worker_threads';
import { openCalloutLine } from './callouts/line.ts';
import type { ApiRequest, ApiResponse } from './api.ts';
import { forgetBefore, putBack, returnBefore } from './developer/snapshots.ts';
import type { Notice } from './servedOrg.ts';
import { SessionFile } from './sessionFile.ts';
import type { Session } from './sessions.ts';
import type { FromOrg, ToOrg, WorkerOptions } from './worker.ts';

export type OrgThreadOptions = Pick<WorkerOptions, 'org'>;

export class OrgThread {
  /** What does not compile, once the org answers. */
  readonly ready: Promise<readonly string[]>;
  readonly #options: OrgThreadOptions;
  #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (response: ApiResponse) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Set<(notice: Notice) => void>();
  #nextId = 1;
  #controlToken = '';
  #recovery: string | null = null;
  #stopped: (sessions: readonly Session[]) => void = () => undefined;
  /** While the org starts again, requests wait. */
  #restart: Promise<unknown> | null = null;
  /** Perhaps two starts: the second one with the rows of before. */
  #startingOver: Promise<unknown> | null = null;
  /** Why nothing answers any more. */
  #end: Error | null = null;

  constructor(options: OrgThreadOptions) {
    this.#options = options;
    const started = this.#start([]);
    this.#worker = started.worker;
    this.ready = started.ready;
  }

  #start(sessions: readonly Session[]): { readonly worker: Worker; readonly ready: Promise<readonly string[]> } {
    const callouts = openCalloutLine();
    const workerData: WorkerOptions = { ...this.#options, callouts, sessions };
    const worker = new Worker(new URL('./orgWorker.mjs', import.meta.url), {
      workerData,
      transferList: [callouts.port],
    });
    this.#end = null;
    const ready = new Promise<readonly string[]>((resolve, reject) => {
      worker.on('message', (message: FromOrg) => {
        if (message.kind === 'ready') {
          this.#controlToken = message.controlToken;
          this.#recovery = message.recovery;
          resolve(message.errors);
        } else {
          this.#take(message);
        }
      });
      // One that has another in its place already ends nothing but itself.
      const isCurrent = (): boolean => worker === this.#worker;
      worker.on('error', (error) => {
        reject(error);
        if (isCurrent()) {
          this.#fail(error);
        }
      });
      worker.on('exit', () => {
        if (isCurrent()) {
          this.#fail(this.#end ?? new Error('The org has stopped'));
          this.#stopped([]);
        }
      });
    });
    return { worker, ready };
  }

  /** The session of the command line; empty until the org is ready. */
  get controlToken(): string {
    return this.#controlToken;
  }
  /** What was put right in the org's folder when it was opened, as a sentence. */
  get recovery(): string | null {
    return this.#recovery;
  }
  async request(request: ApiRequest): Promise<ApiResponse> {
    await this.#startingOver?.catch(() => undefined);
    await this.#restart?.catch(() => undefined);
    if (this.#end !== null) {
      throw this.#end;
    }
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#post({ kind: 'request', id, request });
    });
  }
  onNotice(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** Writes what is to be kept and ends the thread. */
  async stop(): Promise<void> {
    await this.#halt();
  }
  /** Stops, then starts with the source as it is now; rows and sessions stay. Gives what does not compile. */
  restart(): Promise<readonly string[]> {
    return this.#again((sessions) => sessions);
  }
  /**
   * Starts with the rows of a copy, or with none. Users may be others then: everybody signs in again. An org that can't
   * start so goes on with the rows it had.
   */
  async startOver(snapshot: string | null): Promise<readonly string[]> {
    const work = this.#startWith(snapshot);
    this.#startingOver = work;
    try {
      return await work;
    } finally {
      this.#startingOver = null;
    }
  }
  async #startWith(snapshot: string | null): Promise<readonly string[]> {
    const { store } = this.#options.org;
    if (store === undefined) {
      return this.#again(() => []);
    }
    try {
      return await this.#again(() => {
        putBack(store, snapshot);
        SessionFile.remove(store);
        return [];
      });
    } catch (error) {
      await this.#again((sessions) => {
        returnBefore(store);
        return sessions;
      });
      throw error;
    } finally {
      forgetBefore(store);
    }
  }
  async #again(between: (sessions: readonly Session[]) => readonly Session[]): Promise<readonly string[]> {
    const work = this.#halt().then((sessions) => {
      const started = this.#start(between(sessions));
      this.#worker = started.worker;
      return started.ready;
    });
    this.#restart = work;
    try {
      return await work;
    } finally {
      this.#restart = null;
    }
  }

  /** Gives the sessions that were open; none where the thread had ended by itself. */
  async #halt(): Promise<readonly Session[]> {
    if (this.#end !== null) {
      return [];
    }
    const sessions = await new Promise<readonly Session[]>((resolve) => {
      this.#stopped = resolve;
      this.#post({ kind: 'stop' });
    });
    await this.#worker.terminate();
    return sessions;
  }

  #post(message: ToOrg): void {
    this.#worker.postMessage(message);
  }
  #take(message: Exclude<FromOrg, { kind: 'ready' }>): void {
    switch (message.kind) {
      case 'response':
        this.#waiting.get(message.id)?.resolve(message.response);
        this.#waiting.delete(message.id);
        break;
      case 'stopped':
        this.#stopped(message.sessions);
        break;
      default:
        for (const listener of this.#listeners) {
          listener(message);
        }
    }
  }
  #fail(error: Error): void {
    this.#end = error;
    for (const { reject } of this.#waiting.values()) {
      reject(error);
    }
    this.#waiting.clear();
  }
}
