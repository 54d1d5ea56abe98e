import { describe, expect, test } from 'vitest';
import { ApexDecimal, type RoundingMode } from '../../src/values/decimal.ts';
import { ApexDate, ApexTime } from '../../src/values/temporal.ts';
import { ApexBlob, ApexDouble } from '../../src/values/value.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.of(text);

// Scales as java.math.BigDecimal defines them, which the Decimal methods of the Apex reference refer to.
describe('a decimal', () => {
  test.each([
    ['1.20 + 3.4', decimal('1.20').plus(decimal('3.4')), '4.60'],
    ['1.20 - 1.2', decimal('1.20').minus(decimal('1.2')), '0.00'],
    ['1.20 * 3.0', decimal('1.20').times(decimal('3.0')), '3.600'],
    ['10.00 / 4', decimal('10.00').dividedBy(decimal('4')), '2.50'],
    ['1 / 3', decimal('1').dividedBy(decimal('3')), `0.${'3'.repeat(33)}`],
    ['1 / 0', decimal('1').dividedBy(decimal('0')), 'null'],
    ['100 without zeros at the end', decimal('100').stripTrailingZeros(), '1E+2'],
    ['a small number', decimal('0.0000001'), '1E-7'],
    ['-0.5 negated', decimal('-0.5').negated(), '0.5'],
  ])('%s', (_name, result, text) => {
    expect(String(result)).toBe(text);
  });

  test.each<[string, number, RoundingMode, string]>([
    ['2.345', 2, 'HALF_EVEN', '2.34'],
    ['2.345', 2, 'HALF_UP', '2.35'],
    ['2.345', 2, 'HALF_DOWN', '2.34'],
    ['-2.341', 2, 'UP', '-2.35'],
    ['-2.349', 2, 'DOWN', '-2.34'],
    ['-2.349', 2, 'CEILING', '-2.34'],
    ['-2.341', 2, 'FLOOR', '-2.35'],
    ['155', -1, 'HALF_EVEN', '1.6E+2'],
    ['2.5', 3, 'UNNECESSARY', '2.500'],
    ['2.55', 1, 'UNNECESSARY', 'null'],
  ])('%s to %i places by %s is %4$s', (text, scale, mode, expected) => {
    expect(String(decimal(text).withScale(scale, mode))).toBe(expected);
  });

  test.each(['', '.', '1.2.3', 'abc', '1e', '0x10'])('does not read %j', (text) => {
    expect(ApexDecimal.parse(text)).toBeNull();
  });

  test('equals another scale of the same number, and both have one key', () => {
    expect(decimal('1.50').equals(decimal('1.5'))).toBe(true);
    expect(decimal('1.50').toKey()).toBe(decimal('1.5').toKey());
    expect(decimal('1.50').compareTo(decimal('1.6'))).toBe(-1);
  });
});

test.each([
  [1, '1.0'],
  [0.1, '0.1'],
  [-0, '-0.0'],
  [1e7, '1.0E7'],
  [1.5e-5, '1.5E-5'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
])('the double %d prints as %s', (value, text) => {
  expect(String(new ApexDouble(value))).toBe(text);
});

test.each([
  [[2026, 11, 23], '2026-11-23'],
  [[2026, 14, 31], '2027-03-03'],
  [[20, 1, 1], '0020-01-01'],
  [[2024, 2, 30], '2024-03-01'],
] as const)('the date %j is %s', ([year, month, day], text) => {
  expect(String(ApexDate.of(year, month, day))).toBe(text);
});

test('a time wraps around midnight', () => {
  expect(String(new ApexTime(-1))).toBe('23:59:59.999Z');
  expect(String(new ApexTime(86_400_000 + 61_001))).toBe('00:01:01.001Z');
});

test('bytes that are no text are told from text, and a log never shows them', () => {
  expect(ApexBlob.ofText('Zoë').toText()).toBe('Zoë');
  expect(new ApexBlob(new Uint8Array([0xff, 0xfe])).toText()).toBeNull();
  expect(String(ApexBlob.ofText('secret'))).toBe('Blob[6]');
});
