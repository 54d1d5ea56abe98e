import { describe, expect, test } from 'vitest';
import { columnOf, lineOf } from '../../../src/apex/ast.ts';
import { parseApex, type SourceKind } from '../../../src/apex/parse/parseApex.ts';

function firstError(source: string, kind: SourceKind): string {
  const { errors } = parseApex(source, 'Sample', kind);
  return errors.map(({ at, message }) => `${lineOf(at)}:${columnOf(at)} ${message}`).join('\n');
}

// The sentences are those of the platform's public message catalog.
describe('syntax errors', () => {
  test.each([
    ['insert a', `1:9 Missing ';' at '<EOF>'`],
    ['Integer a = b\ninsert a;', `2:1 Unexpected token 'insert'.`],
    ['f(1));', `1:5 Extra ';', at ')'.`],
    ['if (a { }', `1:7 Missing ')' at '{'`],
    ['Integer a = 1 + ;', `1:17 Unexpected token ';'.`],
    [';', `1:1 Unexpected token ';'.`],
    ['Integer class = 1;', `1:9 Unexpected token 'class'.`],
    ['if (a) {', `1:9 Expecting '}' but was: '<EOF>'`],
    ['else { }', `1:1 Unexpected token 'else'.`],
    ['Integer # = 1;', `1:9 Found punctuation symbol or operator '#' that isn't valid in Apex.`],
    ['String a = "x";', `1:12 Unrecognized symbol '"', which is not a valid Apex identifier.`],
    [
      String.raw`String a = 'x\d';`,
      String.raw`1:12 Illegal string literal: Invalid string literal 'x\d'. Illegal character sequence \d' in string literal.`,
    ],
    [
      String.raw`String a = 'x\N';`,
      String.raw`1:12 Illegal string literal: Invalid string literal 'x\N'. Illegal character sequence \N' in string literal.`,
    ],
    [
      String.raw`String a = '\u12';`,
      String.raw`1:12 Illegal string literal: Invalid string literal '\u12'. Illegal unicode sequence. Less than four hex digits \\u12' in string literal.`,
    ],
    [`String a = 'x;`, `1:12 Missing closing quote character ' on string.`],
    [`String a = 'x\ny';`, '1:12 Illegal string literal: Line breaks are not allowed in string literals'],
    ['f(); /* g();', "1:6 Missing closing mark '*/' on multi-line comment."],
    ['Integer a = 2147483648;', '1:13 Illegal integer'],
    ['Integer a = -2147483648;', '1:14 Illegal integer'],
    ['for (; i < n; i++, j--) f(i);', "1:18 Expecting ')' but was: ','"],
    ['try { f(); } g();', '1:1 Try block must have at least one catch block or a finally block'],
    ['switch on a { }', '1:1 Switch statement requires at least one when block'],
    ['static Integer f() { private Integer a; }', '1:38 private is not allowed on locals'],
    ['Long a = 9223372036854775808L;', '1:10 Illegal long'],
    [
      'Integer naż;',
      `1:9 Invalid identifier 'naż'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.`,
    ],
    ['System.runAs(a, b) { }', "1:1 runAs requires a single argument of type 'User' or 'Version'"],
    [`String a = '''\nx\\s\n''';`, '1:12 UNSUPPORTED: \\s and line continuation in a multi-line string'],
  ])('%s', (source, expected) => {
    expect(firstError(source, 'anonymous')).toBe(expected);
  });

  test.each([
    ['', '1:1 Unexpected <EOF>', 'class'],
    ['class A { } }', `1:13 Extra '<EOF>', at '}'.`, 'class'],
    ['class A { } class B { }', `1:13 Missing '<EOF>' at 'class'`, 'class'],
    ['class A { void f() { a = 1\ninsert a; } }', `2:1 Missing ';' at 'insert'`, 'class'],
    ['class A { void f() { }', `1:23 Expecting '}' but was: '<EOF>'`, 'class'],
    ['class A { void f( { } }', `1:19 Unexpected token '{'.`, 'class'],
    ['public public class A { }', '1:8 Duplicate modifier: public', 'class'],
    ['public private class A { }', `1:8 Declarations can only have one scope`, 'class'],
    ['class A { Integer a { get; get; } }', `1:28 Unexpected token 'get'.`, 'class'],
    ['trigger T on A (before undelete) { }', `1:17 Trigger Usage Before Undelete is not supported`, 'trigger'],
  ] as const)('%s in a file', (source, expected, kind) => {
    expect(firstError(source, kind)).toBe(expected);
  });

  test.each([
    ['class', { kind: 'Class', name: 'Sample', members: [] }],
    ['trigger', { kind: 'Trigger', name: 'Sample', events: [] }],
    ['anonymous', { kind: 'Anonymous', members: [] }],
  ] as const)('a broken %s yields an empty unit', (kind, expected) => {
    expect(parseApex('{', 'force-app/main/Sample.cls', kind).unit).toMatchObject(expected);
  });
});
