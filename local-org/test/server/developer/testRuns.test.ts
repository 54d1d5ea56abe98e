import { expect, test } from 'vitest';
import type { PoolOptions } from '../../../src/cli/pool.ts';
import type { TestResult } from '../../../src/index.ts';
import { TestRuns, type Pool } from '../../../src/server/developer/testRuns.ts';

const result = (method: string, outcome: TestResult['outcome']): TestResult => ({
  class: 'TripTest',
  method,
  outcome,
  message: null,
  stack: [],
  milliseconds: 1,
  log: [],
});

test('results show while the run goes on, another run waits, and the pool gets sources only', async () => {
  let asked: PoolOptions | null = null;
  let finish: () => void = () => undefined;
  const pool: Pool = (options, onResult) => {
    asked = options;
    onResult(result('first', 'pass'));
    return new Promise((resolve) => {
      finish = () => {
        const results = [result('first', 'pass'), result('second', 'fail')];
        resolve({ results, errors: [], coverage: [] });
      };
    });
  };
  const runs = new TestRuns({ sources: [{ directory: 'x' }], store: 'rows', stopwatch: () => 0 }, pool);
  expect(runs.start(['TripTest'], true)).toMatchObject({ id: 1, state: 'running' });
  expect(runs.last).toMatchObject({ state: 'running', results: [{ method: 'first' }] });
  expect(runs.start([], true)).toBeNull();
  expect(asked).toMatchObject({ org: { sources: [{ directory: 'x' }] }, only: ['TripTest'], hasCoverage: true });
  expect(Object.keys((asked as unknown as PoolOptions).org)).toEqual(['sources']);
  finish();
  await Promise.resolve();
  await Promise.resolve();
  expect(runs.last).toMatchObject({ state: 'done', results: [{ method: 'first' }, { method: 'second' }] });
  expect(runs.start([], false)).toMatchObject({ id: 2 });
});

test('a pool that breaks leaves the reason', async () => {
  const runs = new TestRuns({ sources: [] }, () => Promise.reject(new Error('no thread')));
  runs.start([], true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs.last).toMatchObject({ state: 'failed', problem: 'no thread' });
});
