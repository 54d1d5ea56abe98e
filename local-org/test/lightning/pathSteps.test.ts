import { expect, test } from 'vitest';
import { stepsOf } from '../../src/lightning/modules/shell/pathAssistant/steps.ts';

const stages = [
  { label: 'Prospecting', value: 'p', isClosed: false, isWon: false },
  { label: 'Proposal', value: 'q', isClosed: false, isWon: false },
  { label: 'Closed Won', value: 'won', isClosed: true, isWon: true },
  { label: 'Closed Lost', value: 'lost', isClosed: true, isWon: false },
];
const drawn = (current: string): string =>
  stepsOf(stages, current)
    .map(({ label, state }) => `${label}: ${state}`)
    .join(', ');

test.each([
  ['p', 'Prospecting: current, Proposal: incomplete, Closed: incomplete'],
  ['q', 'Prospecting: complete, Proposal: current, Closed: incomplete'],
  ['won', 'Prospecting: complete, Proposal: complete, Closed Won: won'],
  ['lost', 'Prospecting: incomplete, Proposal: incomplete, Closed Lost: lost'],
  ['', 'Prospecting: incomplete, Proposal: incomplete, Closed: incomplete'],
])('At "%s" the path reads %s', (current, wanted) => {
  expect(drawn(current)).toBe(wanted);
});

test('The last step offers every value that closes', () => {
  expect(
    stepsOf(stages, 'p')
      .at(-1)
      ?.choices.map(({ value }) => value),
  ).toEqual(['won', 'lost']);
});
