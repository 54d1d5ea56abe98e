/** Laws that hold for any number, text and date, tried on many made from a fixed seed. */
import { expect, test } from 'vitest';
import { ApexDate } from '../../src/values/temporal.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { evaluate } from './evaluate.ts';

/** A small generator of numbers below 2^31: the same ones every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state;
  }
}
const ROUNDS = 150;
const source = numbers(7);
const next = (below: number): number => source.next().value % below;
const decimal = (): ApexDecimal => ApexDecimal.of(`${next(2) === 0 ? '-' : ''}${next(100_000)}.${next(10_000)}`);
const text = (): string => Array.from({ length: next(12) }, () => 'abcXYZ 09-'[next(10)]).join('');

test('sums and products agree with exact decimals', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [left, right] = [decimal(), decimal()];
    const values = { Number__c: left, Other__c: right };
    expect(evaluate('Number__c + Other__c', { values })).toBe(left.plus(right).toKey());
    expect(evaluate('Number__c * Other__c', { values })).toBe(left.times(right).toKey());
    expect(evaluate('Number__c - Other__c = -(Other__c - Number__c)', { values })).toBe('true');
  }
});

test('whole and rest make the number again', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const values = { Number__c: decimal(), Other__c: ApexDecimal.of(next(500) + 1) };
    expect(evaluate('FLOOR(Number__c / Other__c) * Other__c + MOD(Number__c, Other__c) = Number__c', { values })).toBe(
      'true',
    );
    expect(evaluate('TRUNC(Number__c) + (Number__c - TRUNC(Number__c)) = Number__c', { values })).toBe('true');
    expect(evaluate('MFLOOR(Number__c) <= Number__c && Number__c <= MCEILING(Number__c)', { values })).toBe('true');
  }
});

test('texts can be cut and joined', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const values = { Text__c: text(), Number__c: ApexDecimal.of(next(14)) };
    expect(evaluate('LEFT(Text__c, Number__c) & MID(Text__c, Number__c + 1, 100) = Text__c', { values })).toBe('true');
    expect(evaluate('REVERSE(REVERSE(Text__c)) = Text__c', { values })).toBe('true');
    expect(evaluate('LEN(LPAD(Text__c, 20, "x")) = IF(ISBLANK(Text__c), 0, 20)', { values })).toBe('true');
  }
});

test('dates can be taken apart and put together', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const values = { Date__c: new ApexDate(next(60_000) - 20_000), Number__c: ApexDecimal.of(next(400)) };
    expect(evaluate('DATE(YEAR(Date__c), MONTH(Date__c), DAY(Date__c)) = Date__c', { values })).toBe('true');
    expect(evaluate('Date__c + Number__c - Date__c = Number__c', { values })).toBe('true');
    expect(evaluate('MOD(Date__c - DATE(1900, 1, 7) + 700000, 7) + 1 = WEEKDAY(Date__c)', { values })).toBe('true');
    expect(evaluate('DATEVALUE(TEXT(Date__c)) = Date__c', { values })).toBe('true');
  }
});
