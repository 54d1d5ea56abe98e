import { expect, test } from 'vitest';
import { makeId, normalizeId, toLongId } from '../../src/data/ids.ts';

test.each([
  ['001000000000001', '001000000000001AAA'],
  ['0031700000pJRRS', '0031700000pJRRSAA4'],
])('%s lengthens to %s', (shortId, longId) => {
  expect(toLongId(shortId)).toBe(longId);
  expect(normalizeId(shortId)).toBe(longId);
  expect(normalizeId(longId)).toBe(longId);
});

test('the last three characters restore the case of the others', () => {
  expect(normalizeId('0031700000PJRRSAA4')).toBe('0031700000pJRRSAA4');
});

test.each(['', '001', '00100000000000!', '001000000000001AA9', '0010000000000011'])('"%s" is no id', (text) => {
  expect(normalizeId(text)).toBeNull();
});

test('numbers count in base 62 and sort as their ids do', () => {
  const ids = [1, 61, 62, 3843, 3844].map((number) => makeId('001', number));
  expect(ids.map((id) => id.slice(6, 15))).toEqual(['000000001', '00000000z', '000000010', '0000000zz', '000000100']);
  expect([...ids].sort()).toEqual(ids);
});
