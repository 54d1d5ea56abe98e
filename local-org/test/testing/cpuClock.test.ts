import { expect, test } from 'vitest';
import { cpuClock } from '../../src/runtime/cpuClock.ts';

test.each<readonly [title: string, steps: readonly (readonly [wall: number, process: number])[], expected: number]>([
  ['alone on the machine, both agree', [[500, 500]], 500],
  ['while the machine does other work, waiting does not count', [[10_000, 2_000]], 2_000],
  ['what other threads of the process use does not count', [[1_000, 4_000]], 1_000],
  [
    'a busy hour and a shared one add up',
    [
      [1_000, 200],
      [1_000, 3_000],
    ],
    1_200,
  ],
  [
    'a count in coarse steps loses nothing',
    [
      [5, 0],
      [5, 15],
      [5, 0],
    ],
    15,
  ],
])('%s', (_title, steps, expected) => {
  let wall = 0;
  let used = 0;
  const clock = cpuClock({ wall: () => wall, process: () => used });
  let read = 0;
  for (const [passed, spent] of steps) {
    wall += passed;
    used += spent;
    const next = clock();
    expect(next).toBeGreaterThanOrEqual(read);
    read = next;
  }
  expect(read).toBe(expected);
});
