import { describe, expect, test } from 'vitest';
import { columnOf, lineOf, type Expression } from '../../../src/apex/ast.ts';
import { parseExpression } from '../../../src/apex/parse/parseApex.ts';
import { outline } from './outline.ts';

describe('literals', () => {
  test.each([
    ['null', 'null'],
    ['TRUE', 'true'],
    ['False', 'false'],
    ['42', '42'],
    ['007', '7'],
    ['2147483647', '2147483647'],
    ['-2147483647', '(- 2147483647)'],
    ['42L', '42L'],
    ['9l', '9L'],
    ['1.50', '1.50'],
    ['.5', '0.5'],
    ['1.5d', '1.5d'],
    ['2.0D', '2.0d'],
    [`''`, '""'],
    [String.raw`'a\n\t\'\"\\\b\f\rz'`, JSON.stringify('a\n\t\'"\\\b\f\rz')],
    [String.raw`'\u0041\u00e9'`, '"Aé"'],
    [`'zażółć 😀'`, '"zażółć 😀"'],
    [`'// no comment /* at all */'`, '"// no comment /* at all */"'],
  ])('%s', (source, expected) => {
    expect(outline(parseExpression(source))).toBe(expected);
  });

  test.each([
    ['an empty body', `'''\n'''`, ''],
    ['closing quotes on the last line', `'''\n{\n  "a": 1\n}'''`, '{\n  "a": 1\n}'],
    ['shared indentation', `'''\n    one\n      two\n    '''`, 'one\n  two\n'],
    ['indentation set by the closing quotes', `'''\n    one\n  '''`, '  one\n'],
    ['quotes and escapes', `'''\nit''s \\t\\u0041\\'\n'''`, "it''s \tA'\n"],
    ['Windows line ends', `'''\r\na\r\nb\r\n'''`, 'a\nb\n'],
    ['blanks at line ends', `'''\na  \nb'''`, 'a\nb'],
  ])('a multi-line string with %s', (_what, source, expected) => {
    expect(parseExpression(source)).toMatchObject({ kind: 'Literal', type: 'string', value: expected });
  });
});

describe('operators', () => {
  test.each([
    ['a + b * c', '(+ a (* b c))'],
    ['a - b - c', '(- (- a b) c)'],
    ['(a + b) * c', '(* (+ a b) c)'],
    ['a << 1 >> 2 >>> 3', '(>>> (>> (<< a 1) 2) 3)'],
    ['a < b == c >= d', '(== (< a b) (>= c d))'],
    ['a <= b && c > d || e', '(|| (&& (<= a b) (> c d)) e)'],
    ['a <> b', '(<> a b)'],
    ['a === b !== c != d', '(!= (!== (=== a b) c) d)'],
    ['a & b | c ^ d', '(| (& a b) (^ c d))'],
    ['!a && ~b == c', '(&& (! a) (== (~ b) c))'],
    ['-a + +b', '(+ (- a) (+ b))'],
    ['++a - b--', '(- (++_ a) (_-- b))'],
    ['a ? b : c ? d : e', '(?: a b (?: c d e))'],
    ['a ?? b ?? c', '(?? (?? a b) c)'],
    ['a = b = c', '(= a (= b c))'],
    ['a += b ?? 1', '(+= a (?? b 1))'],
    ['a <<= 1', '(<<= a 1)'],
    ['a >>= 1', '(>>= a 1)'],
    ['a >>>= 1', '(>>>= a 1)'],
    ['a |= b &= c ^= d', '(|= a (&= b (^= c d)))'],
    ['a instanceof Map<Id, List<Account>>', '(instanceof a Map<Id,List<Account>>)'],
    ['a < b && c > (d)', '(&& (< a b) (> c d))'],
  ])('%s', (source, expected) => {
    expect(outline(parseExpression(source))).toBe(expected);
  });
});

describe('casts', () => {
  test.each([
    ['(Account) row', '(cast Account row)'],
    ['(List<Account>) [SELECT Id FROM Account]', '(cast List<Account> (soql "SELECT Id FROM Account"))'],
    ['(Account[]) rows', '(cast Account[] rows)'],
    ['(String) a.b(c)', '(cast String (call a b c))'],
    ['((Account) row).Name', '(. (cast Account row) Name)'],
    ['(Object) (Integer) x', '(cast Object (cast Integer x))'],
    ['(Boolean) a == b', '(== (cast Boolean a) b)'],
    ['(Integer) -1', '(cast Integer (- 1))'],
    ['(Decimal) -a * b', '(* (cast Decimal (- a)) b)'],
    ['(a) - 1', '(- a 1)'],
    ['(a) - b * c', '(- a (* b c))'],
    ['(a.b) + c', '(+ (. a b) c)'],
    ['x > (a) - b', '(> x (- a b))'],
    ['(Decimal) (a) - b', '(- (cast Decimal a) b)'],
    ['f(a) - b', '(- (call - f a) b)'],
    ['new List<Id>(a) + b', '(+ (new List<Id> a) b)'],
    ['(Long) i++', '(cast Long (_++ i))'],
    ['(Object) (Long) i--', '(cast Object (cast Long (_-- i)))'],
    ['((Long) i)++', '(_++ (cast Long i))'],
  ])('%s', (source, expected) => {
    expect(outline(parseExpression(source))).toBe(expected);
  });
});

describe('members and calls', () => {
  test.each([
    ['a.b.c', '(. (. a b) c)'],
    ['a?.b.c', '(. (?. a b) c)'],
    ['(a?.b).c', '(. (?? (?. a b) null) c)'],
    ['(a?.b ?? c).d', '(. (?? (?. a b) c) d)'],
    ['a?.f(1)?.g()', '(?call (?call a f 1) g)'],
    ['a[0][i + 1]', '([] ([] a 0) (+ i 1))'],
    ['a.f()[0].b', '(. ([] (call a f) 0) b)'],
    ['f()', '(call - f)'],
    ['this', 'this'],
    ['this.f(a, 1)', '(call this f a 1)'],
    ['super.f()', '(call super f)'],
    ['THIS(a)', '(call - this a)'],
    ['super()', '(call - super)'],
    ['System.runAs(version)', '(call System runAs version)'],
    ['Trigger.new', '(. Trigger new)'],
    ['a.class.b', '(. (class a) b)'],
    ['Account.class', '(class Account)'],
    ['Outer.Inner.class', '(class Outer.Inner)'],
    ['Map<String, List<Integer>>.class', '(class Map<String,List<Integer>>)'],
    ['Integer[].class', '(class Integer[])'],
    ['void.class', '(class void)'],
    ['[SELECT Id FROM Account]?.Name', '(?. (soql "SELECT Id FROM Account") Name)'],
  ])('%s', (source, expected) => {
    expect(outline(parseExpression(source))).toBe(expected);
  });
});

describe('new', () => {
  test.each([
    ['new Account()', '(new Account)'],
    ['new Outer.Inner(a, b)', '(new Outer.Inner a b)'],
    [`new Account(Name = 'x', AnnualRevenue = 1.5)`, '(new Account Name="x" AnnualRevenue=1.5)'],
    ['new Thing(a == b)', '(new Thing (== a b))'],
    ['new List<String>{}', '(new List<String> {})'],
    [`new List<String>{ 'a', 'b' }`, '(new List<String> {"a" "b"})'],
    ['new Set<Id>{ a }', '(new Set<Id> {a})'],
    ['new Map<Id, Account>(rows)', '(new Map<Id,Account> rows)'],
    ['new Map<Id, Account>{}', '(new Map<Id,Account> {})'],
    [`new Map<String, List<Integer>>{ 'a' => null, 'b' => c }`, '(new Map<String,List<Integer>> {"a"=>null "b"=>c})'],
    ['new Integer[3]', '(new Integer[] [3])'],
    ['new Integer[]{ 1, 2 }', '(new Integer[] {1 2})'],
    ['new List<Integer>[2]', '(new List<Integer>[] [2])'],
    ['new Foo().bar()', '(call (new Foo) bar)'],
  ])('%s', (source, expected) => {
    expect(outline(parseExpression(source))).toBe(expected);
  });
});

describe('positions', () => {
  // The expression is parsed inside a parenthesis, which shifts its first line by one column.
  const place = (node: Expression): string =>
    `${lineOf(node.at)}:${columnOf(node.at) - (lineOf(node.at) === 1 ? 1 : 0)}`;

  test('a name, a member and a call stand where their name stands', () => {
    const call = parseExpression('first.second\n  .third()');
    expect(call.kind === 'Call' && call.target !== null && [place(call), place(call.target)]).toEqual(['2:4', '1:7']);
  });

  test('an operation stands where its first operand stands', () => {
    expect(place(parseExpression('  a +\n b'))).toBe('1:3');
  });

  test('columns count characters, not code units', () => {
    const sum = parseExpression(`'😀' + b`);
    expect(sum.kind === 'Binary' && place(sum.right)).toBe('1:7');
  });
});
