import { expect, test } from 'vitest';
import { parseArguments, UsageError } from '../../src/cli/arguments.ts';

test('flags may repeat and carry their value either way', () => {
  const args = parseArguments(
    ['test', '--source', 'a', '--source=b', '--only', 'X', '--time-limit', '5', '--json=out.json'],
    4,
  );
  expect(args).toEqual({
    command: 'test',
    sources: ['a', 'b'],
    namespace: '',
    only: ['X'],
    features: [],
    json: 'out.json',
    junit: null,
    coverage: null,
    data: null,
    cache: null,
    workers: 4,
    timeLimitSeconds: 5,
    operand: null,
  });
});

test.each<readonly [words: readonly string[], operand: string]>([
  [['exec', '-', '--data', 'd'], '-'],
  [['exec', '--data', 'd', 'a.apex'], 'a.apex'],
  [['query', 'SELECT Id FROM Account', '--feature', 'multiCurrency'], 'SELECT Id FROM Account'],
])('%j has the operand %s', (words, operand) => {
  expect(parseArguments(words, 1)?.operand).toBe(operand);
});

test.each([[['--help']], [['query', '-h']], [['fly', '--help']]])('%j asks for help', (words) => {
  expect(parseArguments(words, 1)).toBeNull();
});

test.each([
  [[]],
  [['fly']],
  [['test', '--nope', 'x']],
  [['test', '--source']],
  [['check', '--only', 'X']],
  [['exec', '-', '--json', 'x']],
  [['query', 'a', '--junit', 'x']],
  [['query']],
  [['test', 'extra']],
  [['test', '--workers', 'none']],
  [['test', '--time-limit', '-1']],
])('%j is a usage error', (words) => {
  expect(() => parseArguments(words, 1)).toThrow(UsageError);
});
