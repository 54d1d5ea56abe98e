import { expect, test } from 'vitest';
import { parseArguments, UsageError } from '../../src/cli/arguments.ts';

test('flags may repeat and carry their value either way', () => {
  const args = parseArguments(
    ['test', '--source', 'a', '--source=b', '--only', 'X', '--time-limit', '5', '--json=out.json'],
    4,
  );
  expect(args).toMatchObject({
    command: 'test',
    sources: ['a', 'b'],
    only: ['X'],
    timeLimitSeconds: 5,
    json: 'out.json',
    workers: 4,
    namespace: '',
  });
});

test.each([
  [[]],
  [['fly']],
  [['test', '--nope', 'x']],
  [['test', '--source']],
  [['query']],
  [['test', 'extra']],
  [['test', '--workers', 'none']],
])('%j is a usage error', (words) => {
  expect(() => parseArguments(words, 1)).toThrow(UsageError);
});
