import { expect, test } from 'vitest';
import { isId, toLongId } from '../../src/values/id.ts';

test.each([
  ['001000000000006', '001000000000006AAA'],
  ['001xx000003DGb1', '001xx000003DGb1AAG'],
  ['001xx000003dgb1aag', '001xx000003DGb1AAG'],
  // Apex looks at length and characters alone: mocks count up the last of 18 characters.
  ['001000000000000006', '001000000000000006'],
  ['a02000000000000001', 'a02000000000000001'],
  ['Log__c', null],
  ['0010000000000001', null],
  ['001-00000000006', null],
])('%s is the id %s', (text, expected) => {
  expect(toLongId(text)).toBe(expected);
});

test('a text of 18 characters is known for an id by its suffix alone', () => {
  expect(['001000000000006AAA', '001000000000006', '001000000000000006'].map(isId)).toEqual([true, true, false]);
});
