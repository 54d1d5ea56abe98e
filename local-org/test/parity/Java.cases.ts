/** What only a run of Java showed: corners of numbers, formats and regular expressions. */
import { at, dbl, dec, listOf, refusal, type ParityTable } from './parity.ts';

const JDK = 'run in JDK 17';
const LANG = 'run with Commons Lang 3.7 and 3.16';
const WINTER = at('2026-01-15T00:00:00Z');
const SUMMER = at('2026-07-15T00:00:00Z');
const bad = (pattern: string, message: string) =>
  ['Pattern.compile', [pattern], refusal('System.StringException', `Invalid regex at index ${message}`), JDK] as const;

const table: ParityTable = {
  rows: [
    ['Math.rint', [dbl(-0.5)], dbl(-0), JDK],
    ['Math.round', [dbl(0.49999999999999994)], 0, JDK],
    ['Math.roundToLong', [dbl(-6536559702656971)], -6536559702656971n, JDK],
    ['Double.round', [dbl(6499683669833265)], 6499683669833265n, JDK],
    ['Double.round', [dbl(0.49999999999999994)], 0n, JDK],
    ['Double.format', [dbl(-4285589454509.4365)], '-4,285,589,454,509.437', JDK],
    ['Double.format', [dbl(0.0625)], '0.062', JDK],
    ['Double.format', [dbl(-0.00001)], '-0', JDK],
    ['Double.format', [dbl(1234.5)], '1,234.5', JDK],
    ['Double.format', [dbl(2)], '2', JDK],
    ['Decimal.stripTrailingZeros', [dec('1E+3')], dec('1E+3'), JDK],
    ['Decimal.toPlainString', [dec('1E+3')], '1000', JDK],
    ['Decimal.setScale', [dec('123.45'), -1], dec('1.2E+2'), JDK],
    ['Decimal.precision', [dec('0.00')], 1, JDK],
    ['Datetime.format', [WINTER, 'z', 'Europe/Berlin'], 'CET', JDK],
    ['Datetime.format', [SUMMER, 'z', 'Europe/Berlin'], 'CEST', JDK],
    ['Datetime.format', [WINTER, 'z', 'Australia/Sydney'], 'AEDT', JDK],
    ['Datetime.format', [SUMMER, 'z', 'Australia/Sydney'], 'AEST', JDK],
    ['Datetime.format', [WINTER, 'z', 'Asia/Kolkata'], 'IST', JDK],
    ['Datetime.format', [SUMMER, 'z', 'America/New_York'], 'EDT', JDK],
    ['Datetime.format', [at('1969-12-31T23:59:59Z'), 'z', 'America/Los_Angeles'], 'PST', JDK],
    ['Datetime.format', [SUMMER, 'zzzz', 'Europe/London'], 'British Summer Time', JDK],
    ['Datetime.format', [WINTER, 'zzzz', 'Asia/Kathmandu'], 'Nepal Time', JDK],
    ['Datetime.format', [at('2026-01-03T12:00:00Z'), 'w W F', 'GMT'], '1 1 1', JDK],
    ['Datetime.format', [at('2026-12-27T12:00:00Z'), "YYYY-'W'ww", 'GMT'], '2027-W01', JDK],
    [
      'String.format',
      ['{ 0 }', listOf('String', 'a')],
      refusal('System.StringException', "can't parse argument number:  0 "),
      JDK,
    ],
    [
      'String.format',
      ['{-1}', listOf('String', 'a')],
      refusal('System.StringException', 'negative argument number: -1'),
      JDK,
    ],
    ['String.format', ["it's {0}", listOf('String', 'a')], 'its {0}', JDK],
    ['String.format', ["'{'{0}'}'", listOf('String', 'a')], '{a}', JDK],
    ['String.capitalize', ['ß'], 'ß', LANG],
    ['String.capitalize', ['ǆ'], 'ǅ', JDK],
    ['String.uncapitalize', ['É'], 'é', LANG],
    ['String.swapCase', ['xİß'], 'Xiß', LANG],
    ['String.normalizeSpace', ['\u0001a\u00a0b '], 'a b', LANG],
    ['String.indexOfIgnoreCase', ['abc', '', 5], -1, LANG],
    ['String.indexOfIgnoreCase', ['abc', '', 3], 3, LANG],
    ['String.indexOfAnyBut', ['abc', ''], -1, LANG],
    ['String.split', ['aXbX', 'X', -1], ['a', 'b', ''], JDK],
    ['String.split', ['abc', '(?=b)'], ['a', 'bc'], JDK],
    bad('a**', "2: Dangling meta character '*'"),
    bad('a{2', '3: Unclosed counted closure'),
    bad('a{3,2}', '5: Illegal repetition range'),
    bad('a{,2}', '2: Illegal repetition'),
    bad('(?<1>a)', '3: capturing group name does not start with a Latin letter'),
    bad('(?<a b>x)', "4: named capturing group is missing trailing '>'"),
    bad('\\k<x>', '4: named capturing group <x> does not exist'),
    bad('\\p{Foo}', '6: Unknown character property name {Foo}'),
    bad('\\xZ', '2: Illegal hexadecimal escape sequence'),
    bad('(?<n>a)(?<n>b)', '11: Named capturing group <n> is already defined'),
  ],
};
export default table;
