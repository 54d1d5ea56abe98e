/** The front's end of the org's thread: a request in, a promise of its response out, in order. */
import { Worker } from 'node:worker_threads';
import { openCalloutLine } from './callouts/line.ts';
import type { ApiRequest, ApiResponse } from './api.ts';
import type { Notice } from './servedOrg.ts';
import type { FromOrg, ToOrg, WorkerOptions } from './worker.ts';

export class OrgThread {
  /** What does not compile, once the org answers. */
  readonly ready: Promise<readonly string[]>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (response: ApiResponse) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Set<(notice: Notice) => void>();
  #nextId = 1;
  #controlToken = '';
  #stopped: () => void = () => undefined;

  constructor(options: Omit<WorkerOptions, 'callouts'>) {
    const callouts = openCalloutLine();
    const workerData: WorkerOptions = { ...options, callouts };
    this.#worker = new Worker(new URL('./orgWorker.mjs', import.meta.url), {
      workerData,
      transferList: [callouts.port],
    });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromOrg) => {
        if (message.kind === 'ready') {
          this.#controlToken = message.controlToken;
          resolve(message.errors);
        } else {
          this.#take(message);
        }
      });
      this.#worker.on('error', (error) => {
        reject(error);
        this.#fail(error);
      });
      this.#worker.on('exit', () => {
        this.#fail(new Error('The org has stopped'));
        this.#stopped();
      });
    });
  }

  /** The session of the command line; empty until the org is ready. */
  get controlToken(): string {
    return this.#controlToken;
  }
  request(request: ApiRequest): Promise<ApiResponse> {
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
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      this.#post({ kind: 'stop' });
    });
    await this.#worker.terminate();
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
        this.#stopped();
        break;
      default:
        for (const listener of this.#listeners) {
          listener(message);
        }
    }
  }
  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) {
      reject(error);
    }
    this.#waiting.clear();
  }
}
