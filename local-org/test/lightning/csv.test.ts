import { expect, test } from 'vitest';
import { csvOf } from '../../src/lightning/modules/shell/devQuery/csv.ts';

test('text with commas, quotes and line ends is quoted, nothing is empty', () => {
  expect(
    csvOf(['Name', 'Account.Name', 'Seats'], [{ Name: 'a,b', 'Account.Name': 'say "hi"\nthere', Seats: null }]),
  ).toBe('Name,Account.Name,Seats\r\n"a,b","say ""hi""\nthere",\r\n');
});
