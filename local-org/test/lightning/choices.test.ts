import { expect, test } from 'vitest';
import { choicesOf, optionsOf } from '../../src/lightning/modules/shell/fieldInput/choices.ts';

const cities = {
  controllerValues: { Spain: 0, Italy: 1 },
  defaultValue: null,
  values: [
    { label: 'Madrid', value: 'madrid', validFor: [0] },
    { label: 'Rome', value: 'rome', validFor: [1] },
    { label: 'Online', value: 'online', validFor: [0, 1] },
  ],
};
const values = (controller: string): readonly string[] => choicesOf(cities, true, controller).map(({ value }) => value);

test('A dependent picklist offers what fits its controlling value, and nothing without one', () => {
  expect(values('Spain')).toEqual(['madrid', 'online']);
  expect(values('Italy')).toEqual(['rome', 'online']);
  expect(values('')).toEqual([]);
});

test('An independent picklist offers all values', () => {
  expect(choicesOf(cities, false, '')).toHaveLength(3);
});

test('An optional picklist can be emptied, a required one can not, and a stored value stays to be seen', () => {
  expect(optionsOf([{ label: 'A', value: 'a' }], 'gone', false).map(({ value }) => value)).toEqual(['', 'a', 'gone']);
  expect(optionsOf([{ label: 'A', value: 'a' }], 'a', true).map(({ value }) => value)).toEqual(['a']);
});
