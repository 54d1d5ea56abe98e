/** Compile errors of statements and expressions, in the words of the platform's own compiler, API 67. */
import { describe, expect, test } from 'vitest';
import { messages, statementMessages } from './fixtures/check.ts';

describe('assignments', () => {
  test.each([
    ['i = l;', 'Illegal assignment from Long to Integer'],
    ['i = 1.5;', 'Illegal assignment from Decimal to Integer'],
    ['l = d;', 'Illegal assignment from Double to Long'],
    ['s = i;', 'Illegal assignment from Integer to String'],
    ['dt = dtm;', 'Illegal assignment from Datetime to Date'],
    ['i = o;', 'Illegal assignment from Object to Integer'],
    ['more = one;', 'Illegal assignment from Subject.Base to Subject.Derived'],
    ['ring = form;', 'Illegal assignment from Subject.Shape to Subject.Circle'],
    ['Set<Object> some = words;', 'Illegal assignment from Set<String> to Set<Object>'],
    ['Map<Object, Object> some = counts;', 'Illegal assignment from Map<String,Integer> to Map<Object,Object>'],
    ['List<Derived> few = new List<Base>();', 'Illegal assignment from List<Subject.Base> to List<Subject.Derived>'],
    ['acct = row;', 'Illegal assignment from SObject to Account'],
    ['acct = person;', 'Illegal assignment from Contact to Account'],
    ['s = [SELECT Id FROM Account];', 'Illegal assignment from List<Account> to String'],
    ['i += 1.5;', 'Illegal assignment from Decimal to Integer'],
    ['i = run();', 'Illegal assignment from void to Integer'],
  ])('%s', (statement, message) => {
    expect(statementMessages(statement)).toEqual([message]);
  });

  test.each([
    'l = i; d = l; c = d; d = c; d = 1.5;', 's = id; id = s; dtm = dt; o = i; one = more; form = ring;',
    'List<Object> some = new List<String>(); List<Id> ids = new List<String>(); List<Decimal> numbers = integers;',
    'Map<String, Object> some = counts; List<SObject> rows = accounts; List<Account> typed = new List<SObject>();',
    'acct = [SELECT Id FROM Account]; accounts = [SELECT Id FROM Account]; i = [SELECT COUNT() FROM Account];',
    "acct = Database.query('x'); accounts = Database.query('x'); s += 1; s += o;", 'Iterable<Integer> all = integers; Iterable<Object> some = integers;',
  ])('%s is allowed', (statement) => {
    expect(statementMessages(statement)).toEqual([]);
  }); // prettier-ignore
});

describe('operators', () => {
  test.each([
    ['o = i == s;', 'Comparison arguments must be compatible types: Integer, String'],
    ['o = one == ring;', 'Comparison arguments must be compatible types: Subject.Base, Subject.Circle'],
    ['o = flag < flag;', 'Inequality operator not allowed for this type: Boolean'],
    ['o = s === s;', 'Exact equality operator only allowed for reference types: String'],
    ['o = i < null;', 'Comparison arguments must be compatible types: Integer, NULL'],
    ['o = o + o;', 'Arithmetic expressions must use numeric arguments'],
    ['o = dt - dt;', 'Date expressions must use Integer or Long'],
    ['o = i & flag;', '& operator can only be applied to Boolean expressions or to Integer or Long expressions'],
    ['o = !i;', '! operator can only be applied to boolean expressions'],
    ['o = -s;', 'Unary negation must use a numeric argument'],
    ['o = ~d;', 'Invalid type for bitwise negate: Double'],
    ['s++;', 'Unary postfix increment/decrement can only be applied to numeric expressions: String'],
    ['o = i && flag;', 'Logical operator can only be applied to Boolean'],
    ["o = flag ? 1 : 'x';", 'Incompatible types in ternary operator: String, Integer'],
    ['o = s ?? i;', 'Incompatible types in null coalescing operator: String, Integer'],
    ['o = (String) i;', 'Incompatible types since an instance of Integer is never an instance of String'],
    ['o = (Account) person;', 'Incompatible types since an instance of Contact is never an instance of Account'],
    [
      'o = more instanceof Base;',
      'Operation instanceof is always true since an instance of Subject.Derived is always an instance of Subject.Base',
    ],
    ['o = i[0];', 'Expression must be a list type: Integer'],
    ["o = integers['x'];", 'List index must be of type Integer: String'],
    ['i;', 'Expression cannot be a statement.'],
  ])('%s', (statement, message) => {
    expect(statementMessages(statement)).toEqual([message]);
  });
});

describe('names and calls', () => {
  test.each([
    ['zork = 1;', 'Variable does not exist: zork'],
    ['one.zork = 1;', 'Variable does not exist: zork'],
    ['o = acct.Zork;', 'Variable does not exist: Zork'],
    ['Zork z;', 'Invalid type: Zork'],
    ['Zork.run();', 'Variable does not exist: Zork'],
    ['o = Color.BLUE;', 'Variable does not exist: BLUE'],
    [
      "zork(1, 's', null);",
      'Method does not exist or incorrect signature: void zork(Integer, String, NULL) from the type Subject',
    ],
    ['one.zork(o);', 'Method does not exist or incorrect signature: void zork(Object) from the type Subject.Base'],
    ['s.zork();', 'Method does not exist or incorrect signature: void zork() from the type String'],
    ['o = new Base(1);', 'Constructor not defined: [Subject.Base].<Constructor>(Integer)'],
    ['Integer x = x;', 'Variable does not exist: x'],
    ['Integer x; String X;', 'Duplicate variable: X'],
    ['try {} catch (Exception e) { Integer e; }', 'Duplicate variable: e'],
    ['this.total = 1;', 'Static field cannot be referenced from a non static context: total from the type Subject'],
    ['o = Label.Farewell;', 'External string does not exist: Farewell'],
    ['o = String.valueOf(null);', 'Ambiguous method signature: void valueOf(NULL)'],
    ["i.addError('x');", 'addError must be invoked on an expression that is an exact SObject field reference'],
  ])('%s', (statement, message) => {
    expect(statementMessages(statement)).toEqual([message]);
  });

  test.each([
    ['o = new HttpRequest();', 'UNSUPPORTED: System.HttpRequest'],
    ['o = ConnectApi.ChatterFeeds.getFeed(s);', 'UNSUPPORTED: ConnectApi.ChatterFeeds'],
    ['o = s.abbreviate(3);', 'UNSUPPORTED: System.String.abbreviate(Integer)'],
    ['o = Page.Home;', 'UNSUPPORTED: Page.Home'],
    ['Flow.Interview.Ship f;', 'UNSUPPORTED: Flow.Interview.Ship'],
  ])('%s is refused: the platform has it, the local org has not', (statement, message) => {
    expect(statementMessages(statement)).toEqual([message]);
  });

  test('a static method knows no instance members', () => {
    expect(messages('public class A { Integer i; void m() {} static void s() { i = 1; m(); this.m(); } }')).toEqual([
      'Variable does not exist: i',
      'Non static method cannot be referenced from a static context: void A.m()',
      'This cannot be referenced in a static context',
    ]);
  });
});

describe('creation', () => {
  test.each([
    ["o = new Account(Name = 'x', Name = 'y');", 'Duplicate field initialization: Name'],
    ['o = new Account(Zork = 1);', 'Field does not exist: Zork on Account'],
    ['o = new Account(Name = 1);', 'Illegal assignment from Integer to String'],
    [
      'o = new Base(Name = 1);',
      'Invalid constructor syntax, name=value pairs can only be used for SObjects: Subject.Base',
    ],
    ['o = new Account(1);', 'Type requires name=value pair construction: Account'],
    ['o = new Shape();', 'Type cannot be constructed: Subject.Shape'],
    ['o = new SObject();', 'Type cannot be constructed: SObject'],
    ["o = new List<Integer>{ 1, 's' };", 'Initial expression is of incorrect type, expected: Integer but was: String'],
    ['o = new Map<String, Integer>{ 1 => 1 };', 'Invalid key type Integer for String'],
    [
      "o = new List<Integer>('x');",
      'Invalid initializer type String found for List<Integer>: expected an Integer or a List of type Integer',
    ],
    [
      'o = new Set<Object>(words);',
      'Invalid initializer type Set<String> found for Set<Object>: expected a List or a Set of type: Object',
    ],
    [
      'o = new Map<String, Integer>(integers);',
      'Invalid initializer type List<Integer> found for Map<String,Integer>: expected a Map with the same key and value types, or a valid SObject List',
    ],
  ])('%s', (statement, message) => {
    expect(statementMessages(statement)).toEqual([message]);
  });
});
