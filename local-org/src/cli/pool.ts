/**
 * Runs test classes in worker threads, each with an org of its own. A test over its time limit ends its worker; the
 * rest of its class goes on in another.
 */
import { Worker } from 'node:worker_threads';
import { mergeCoverage } from '../org/coverage.ts';
import type { ClassCoverage, CompileError, LocalOrgOptions, TestResult } from '../index.ts';

export interface PoolOptions {
  readonly org: LocalOrgOptions;
  readonly only: readonly string[];
  readonly workers: number;
  readonly timeLimitSeconds: number;
  readonly hasCoverage: boolean;
}
export interface PoolResult {
  readonly results: readonly TestResult[];
  readonly errors: readonly CompileError[];
  readonly coverage: readonly ClassCoverage[];
}
export type ToWorker =
  { readonly kind: 'run'; readonly className: string; readonly skip: readonly string[] } | { readonly kind: 'finish' };
export type FromWorker =
  | { readonly kind: 'ready'; readonly classes: readonly string[]; readonly errors: readonly CompileError[] }
  | { readonly kind: 'start'; readonly method: string }
  | { readonly kind: 'result'; readonly result: TestResult }
  | { readonly kind: 'classDone' }
  | { readonly kind: 'finished'; readonly coverage: readonly ClassCoverage[] };

/** Stands for the methods marked `@TestSetup` of a class. */
const SETUP = '@TestSetup';

interface Task {
  readonly className: string;
  readonly skip: string[];
}

export async function runPool(
  options: PoolOptions,
  onResult: (result: TestResult) => void = () => undefined,
): Promise<PoolResult> {
  const run = new PoolRun(options, onResult);
  await run.run();
  return { results: run.results, errors: run.errors, coverage: [...run.coverage.values()] };
}

class PoolRun {
  readonly results: TestResult[] = [];
  readonly coverage = new Map<string, ClassCoverage>();
  errors: readonly CompileError[] = [];
  readonly #options: PoolOptions;
  readonly #onResult: (result: TestResult) => void;
  #tasks: Task[] | null = null;

  constructor(options: PoolOptions, onResult: (result: TestResult) => void) {
    this.#options = options;
    this.#onResult = onResult;
  }

  async run(): Promise<void> {
    const first = this.#lane(true);
    await first.ready;
    const lanes = [first];
    const wanted = Math.min(Math.ceil(this.#options.workers), Math.max(this.#tasks?.length ?? 1, 1));
    while (lanes.length < wanted) {
      lanes.push(this.#lane(false));
    }
    await Promise.all(lanes.map((lane) => lane.done));
    this.results.sort(
      (left, right) => left.class.localeCompare(right.class) || left.method.localeCompare(right.method),
    );
  }

  #lane(isFirst: boolean): { readonly ready: Promise<void>; readonly done: Promise<void> } {
    let announce: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      announce = resolve;
    });
    const work = async (): Promise<void> => {
      let isFresh = isFirst;
      do {
        await this.#worker(isFresh, announce);
        isFresh = false;
      } while ((this.#tasks?.length ?? 0) > 0);
    };
    return { ready, done: work() };
  }

  /** One worker from start to end; resolves when it has nothing left to do or was ended over a test. */
  #worker(isFirst: boolean, announce: () => void): Promise<void> {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { ...this.#options } });
    let task: Task | null = null;
    // While the class sets up, before its first method.
    let method = SETUP;
    let timer: NodeJS.Timeout | null = null;
    return new Promise((resolve, reject) => {
      const post = (message: ToWorker): void => {
        worker.postMessage(message);
      };
      const end = (): void => {
        clearTimeout(timer ?? undefined);
        void worker.terminate().then(() => {
          resolve();
        });
      };
      const watch = (next: string): void => {
        method = next;
        timer = setTimeout(() => {
          this.#giveUp(task, method, 'fail', `Test ran longer than ${this.#options.timeLimitSeconds} seconds`);
          end();
        }, this.#options.timeLimitSeconds * 1000);
      };
      const next = (): void => {
        task = this.#tasks?.shift() ?? null;
        if (task === null) {
          post({ kind: 'finish' });
        } else {
          watch(SETUP);
          post({ kind: 'run', className: task.className, skip: task.skip });
        }
      };
      worker.on('message', (message: FromWorker) => {
        clearTimeout(timer ?? undefined);
        switch (message.kind) {
          case 'ready':
            if (isFirst) {
              this.errors = message.errors;
              this.#tasks = message.classes.map((className) => ({ className, skip: [] }));
              announce();
            }
            next();
            break;
          case 'start':
            watch(message.method);
            break;
          case 'result':
            this.results.push(message.result);
            this.#onResult(message.result);
            task?.skip.push(message.result.method.toLowerCase());
            break;
          case 'classDone':
            next();
            break;
          case 'finished':
            this.#addCoverage(message.coverage);
            end();
        }
      });
      worker.on('error', (error) => {
        if (task === null) {
          announce();
          reject(error);
        } else {
          this.#giveUp(task, method, 'internal', `INTERNAL: the test ended its worker: ${error.message}`);
          end();
        }
      });
    });
  }

  /** The test that stopped its worker has failed; the rest of its class waits for another worker. */
  #giveUp(task: Task | null, method: string, outcome: 'fail' | 'internal', message: string): void {
    if (task === null) {
      return;
    }
    const milliseconds = outcome === 'fail' ? this.#options.timeLimitSeconds * 1000 : 0;
    this.results.push({ class: task.className, method, outcome, message, stack: [], milliseconds, log: [] });
    task.skip.push(method.toLowerCase());
    if (method !== SETUP) {
      this.#tasks?.push(task);
    }
  }

  #addCoverage(classes: readonly ClassCoverage[]): void {
    for (const one of classes) {
      const known = this.coverage.get(one.name);
      this.coverage.set(one.name, known === undefined ? one : mergeCoverage(known, one));
    }
  }
}
