/** JSON without types: text to values, values to text, the messages for what is no JSON. */
import { at, bytes, clock, dbl, day, dec, listOf, refusal, type ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide, JSON';
const SE = 'Salesforce Stack Exchange, JSONException messages';
const bad = (text: string, message: string) =>
  ['JSON.deserializeUntyped', [text], refusal('System.JSONException', message), SE] as const;

const table: ParityTable = {
  rows: [
    ['JSON.serialize', ['a"b\\c\n\u0001/é'], '"a\\"b\\\\c\\n\\u0001/é"', AR],
    ['JSON.serialize', [null], 'null', AR],
    ['JSON.serialize', [1], '1', AR],
    ['JSON.serialize', [9007199254740993n], '9007199254740993', AR],
    ['JSON.serialize', [dec('1.50')], '1.50', AR],
    ['JSON.serialize', [dbl(1)], '1.0', AR],
    ['JSON.serialize', [true], 'true', AR],
    ['JSON.serialize', [day('2026-11-23')], '"2026-11-23"', AR],
    ['JSON.serialize', [at('2026-11-23T08:46:00.5Z')], '"2026-11-23T08:46:00.500Z"', AR],
    ['JSON.serialize', [clock(8, 46)], '"08:46:00.000Z"', AR],
    ['JSON.serialize', [bytes('Hello')], '"SGVsbG8="', AR],
    ['JSON.serialize', [listOf('Integer', 1, 2)], '[1,2]', AR],
    ['JSON.serialize', [listOf('Integer')], '[]', AR],
    ['JSON.serializePretty', [listOf('Integer', 1, 2)], '[ 1, 2 ]', AR],
    ['JSON.serializePretty', [listOf('Integer')], '[ ]', AR],
    ['JSON.serializePretty', ['x'], '"x"', AR],
    ['JSON.deserializeUntyped', ['1'], 1, AR],
    ['JSON.deserializeUntyped', ['2147483648'], 2147483648n, AR],
    ['JSON.deserializeUntyped', ['1.10'], dec('1.10'), AR],
    ['JSON.deserializeUntyped', ['"a\\u0041\\n"'], 'aA\n', AR],
    ['JSON.deserializeUntyped', ['[1,[true,null],"x"]'], [1, [true, null], 'x'], AR],
    [
      'JSON.deserializeUntyped',
      [' { "a" : { } , "b" : [ ] } '],
      [
        ['a', []],
        ['b', []],
      ],
      AR,
    ],
    bad(
      '{name: 1}',
      "Unexpected character ('n' (code 110)): was expecting double-quote to start field name at [line:1, column:3]",
    ),
    bad(
      'invalid',
      "Unexpected character ('i' (code 105)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]",
    ),
    bad(
      '{"a":1,}',
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name at [line:1, column:9]",
    ),
    bad(
      '{"a" 1}',
      "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at [line:1, column:7]",
    ),
    bad(
      '[1 2]',
      "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:5]",
    ),
    bad(
      '{"a":1 "b":2}',
      "Unexpected character ('\"' (code 34)): was expecting comma to separate OBJECT entries at [line:1, column:9]",
    ),
    bad(
      '{"a":1',
      'Unexpected end-of-input: expected close marker for OBJECT (from [line:1, column:0]) at [line:1, column:7]',
    ),
    bad('', 'No content to map to Object due to end of input'),
    ['JSON.deserializeUntyped', [null], refusal('System.NullPointerException', 'Argument cannot be null.'), SE],
  ],
};
export default table;
