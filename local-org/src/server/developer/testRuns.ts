/**
 * Apex tests of the sources, run in threads of their own with orgs of their own: the served org goes on meanwhile. One
 * run at a time; the last one stays to be read.
 */
import { runPool, type PoolOptions, type PoolResult } from '../../cli/pool.ts';
import type { ClassCoverage, LocalOrgOptions, TestResult } from '../../index.ts';

export type Pool = (options: PoolOptions, onResult: (result: TestResult) => void) => Promise<PoolResult>;

export interface TestRun {
  readonly id: number;
  readonly state: 'running' | 'done' | 'failed';
  readonly only: readonly string[];
  readonly results: readonly TestResult[];
  readonly coverage: readonly ClassCoverage[];
  /** Why the run could not go on. */
  readonly problem: string | null;
  readonly milliseconds: number;
}

const TIME_LIMIT_SECONDS = 120;

export class TestRuns {
  #last: TestRun | null = null;
  #began = 0;
  readonly #options: LocalOrgOptions;
  readonly #pool: Pool;

  constructor(options: LocalOrgOptions, pool: Pool = runPool) {
    this.#options = options;
    this.#pool = pool;
  }

  get last(): TestRun | null {
    return this.#last?.state === 'running' ? { ...this.#last, milliseconds: this.#elapsed() } : this.#last;
  }

  /** Null while another run goes on. */
  start(only: readonly string[], hasCoverage: boolean): TestRun | null {
    if (this.#last?.state === 'running') {
      return null;
    }
    const id = (this.#last?.id ?? 0) + 1;
    this.#began = performance.now();
    this.#last = { id, state: 'running', only, results: [], coverage: [], problem: null, milliseconds: 0 };
    const options = {
      org: sourcesOnly(this.#options),
      only,
      workers: 1,
      timeLimitSeconds: TIME_LIMIT_SECONDS,
      hasCoverage,
    };
    void this.#pool(options, (result) => {
      this.#change({ results: [...(this.#last?.results ?? []), result] });
    }).then(
      ({ results, coverage }) => {
        this.#change({ state: 'done', results, coverage });
      },
      (error: unknown) => {
        this.#change({ state: 'failed', problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return this.#last;
  }

  #change(change: Partial<TestRun>): void {
    if (this.#last !== null) {
      this.#last = { ...this.#last, ...change, milliseconds: this.#elapsed() };
    }
  }
  #elapsed(): number {
    return Math.round(performance.now() - this.#began);
  }
}

/** Tests see no rows of the served org, and nothing that is a function can go to another thread. */
function sourcesOnly(options: LocalOrgOptions): LocalOrgOptions {
  const { store, clock, callouts, stopwatch, ...rest } = options;
  void [store, clock, callouts, stopwatch];
  return rest;
}
