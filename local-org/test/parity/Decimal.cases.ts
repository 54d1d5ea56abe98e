/** Decimal. */
import { dbl, dec, mode, refusal, type ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide, Decimal';
const NUMBER_FORMAT = 'Java NumberFormat, run in JDK 17';
const BIG = 'Java BigDecimal, which Decimal is';

const ROUNDING: readonly (readonly [value: string, ...results: readonly string[]])[] = [
  // UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN: the table of Java's RoundingMode.
  ['5.5', '6', '5', '6', '5', '6', '5', '6'],
  ['2.5', '3', '2', '3', '2', '3', '2', '2'],
  ['1.6', '2', '1', '2', '1', '2', '2', '2'],
  ['1.1', '2', '1', '2', '1', '1', '1', '1'],
  ['1.0', '1', '1', '1', '1', '1', '1', '1'],
  ['-1.0', '-1', '-1', '-1', '-1', '-1', '-1', '-1'],
  ['-1.1', '-2', '-1', '-1', '-2', '-1', '-1', '-1'],
  ['-1.6', '-2', '-1', '-1', '-2', '-2', '-2', '-2'],
  ['-2.5', '-3', '-2', '-2', '-3', '-3', '-2', '-2'],
  ['-5.5', '-6', '-5', '-5', '-6', '-6', '-5', '-6'],
];
const MODES = ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN'];

const table: ParityTable = {
  rows: [
    ['Decimal.abs', [dec('-6.02438')], dec('6.02438'), AR],
    ['Decimal.divide', [dec('19'), dec('100'), 3], dec('0.190'), AR],
    ['Decimal.divide', [dec('12.4567'), dec('7.00'), 4], dec('1.7795'), BIG],
    ['Decimal.divide', [dec('1'), dec('3'), 5, mode('UP')], dec('0.33334'), BIG],
    ['Decimal.divide', [dec('1'), dec('8'), 2, mode('HALF_EVEN')], dec('0.12'), BIG],
    ['Decimal.divide', [dec('1'), dec('0'), 2], refusal('System.MathException', 'Divide by 0'), AR],
    [
      'Decimal.divide',
      [dec('1'), dec('3'), 2, mode('UNNECESSARY')],
      refusal('System.MathException', 'Rounding necessary'),
      BIG,
    ],
    ['Decimal.doubleValue', [dec('6.25')], dbl(6.25), AR],
    ['Decimal.format', [dec('12345.6789')], '12,345.679', AR],
    ['Decimal.format', [dec('1000.00')], '1,000', 'Salesforce Stack Exchange 237107'],
    ['Decimal.format', [dec('8.50')], '8.5', 'Salesforce Stack Exchange 237107'],
    ['Decimal.format', [dec('-0.0625')], '-0.062', 'Java NumberFormat'],
    ['Decimal.format', [dec('1.10')], '1.1', NUMBER_FORMAT],
    ['Decimal.format', [dec('0.0005')], '0', NUMBER_FORMAT],
    ['Decimal.format', [dec('0.0015')], '0.002', NUMBER_FORMAT],
    ['Decimal.format', [dec('-0.0001')], '-0', NUMBER_FORMAT],
    ['Decimal.intValue', [dec('1.6')], 1, AR],
    ['Decimal.longValue', [dec('376345.78')], 376345n, AR],
    ['Decimal.pow', [dec('4.12'), 2], dec('16.9744'), AR],
    ['Decimal.pow', [dec('5'), 0], dec('1'), AR],
    ['Decimal.precision', [dec('0.001')], 1, BIG],
    ['Decimal.precision', [dec('123.45')], 5, AR],
    ['Decimal.scale', [dec('4.00')], 2, AR],
    ['Decimal.round', [dec('1.5')], 2n, AR],
    ['Decimal.round', [dec('0.5')], 0n, AR],
    ['Decimal.round', [dec('-1.5'), mode('HALF_UP')], -2n, AR],
    ['Decimal.setScale', [dec('8.987654321'), 3], dec('8.988'), AR],
    ['Decimal.setScale', [dec('3'), 2], dec('3.00'), AR],
    ['Decimal.setScale', [dec('4.12'), 1, mode('UP')], dec('4.2'), AR],
    ['Decimal.setScale', [dec('1.25'), 1], dec('1.2'), AR],
    ['Decimal.stripTrailingZeros', [dec('1.10000')], dec('1.1'), AR],
    ['Decimal.stripTrailingZeros', [dec('100')], dec('1E+2'), BIG],
    ['Decimal.toPlainString', [dec('12345.6789')], '12345.6789', AR],
    ['Decimal.toPlainString', [dec('1E+2')], '100', BIG],
    ['Decimal.valueOf', ['3.14159265358979323846'], dec('3.14159265358979323846'), AR],
    ['Decimal.valueOf', ['1.10'], dec('1.10'), BIG],
    ['Decimal.valueOf', ['abc'], refusal('System.TypeException', 'Invalid decimal: abc'), 'Salesforce Stack Exchange'],
    ['Decimal.valueOf', [dbl(3)], dec('3.0'), 'Java BigDecimal.valueOf(double)'],
    ['Decimal.valueOf', [12345n], dec('12345'), AR],
    ...ROUNDING.flatMap(([value, ...results]) =>
      MODES.map(
        (name, index) =>
          [
            'Decimal.setScale',
            [dec(value), 0, mode(name)],
            dec(results[index] ?? ''),
            'Java RoundingMode table',
          ] as const,
      ),
    ),
    ...ROUNDING.flatMap(([value, ...results]) =>
      MODES.map(
        (name, index) =>
          [
            'Decimal.divide',
            [dec(value), dec('1'), 0, mode(name)],
            dec(results[index] ?? ''),
            'Java RoundingMode table',
          ] as const,
      ),
    ),
  ],
};
export default table;
