/** Compile errors of statements and flow, in the words of the platform's own compiler, API 67. */
import { describe, expect, test } from 'vitest';
import { check, messages, numbered, statementMessages } from './fixtures/check.ts';

describe('flow', () => {
  const method = (body: string): readonly string[] =>
    messages(`public class A { Boolean flag; Integer i; Integer m() { ${body} } }`);
  const missing = 'Missing return statement required return type: Integer';

  test.each([
    ['', [missing]],
    ['if (flag) { return 1; }', [missing]],
    ['if (flag) { return 1; } else { return 2; }', []],
    ['while (true) {}', [missing]],
    ['try { return 1; } catch (Exception e) {}', [missing]],
    ['try { return 1; } catch (Exception e) { throw e; }', []],
    ['try {} finally { return 1; }', [missing]],
    ['switch on i { when 1 { return 1; } when else { return 2; } }', []],
    ['switch on i { when 1 { return 1; } }', [missing]],
    ['return 1; i = 2;', ['Unreachable statement']],
    ['throw new DmlException(); i = 2;', ['Unreachable statement']],
    ['while (true) { break; i = 1; } return 1;', []],
    ['return;', [missing]],
    ["return 'x';", ['Illegal conversion from String to Integer']],
  ])('%s', (body, expected) => {
    expect(method(body)).toEqual(expected);
  });

  test('void methods and constructors return nothing', () => {
    expect(messages('public class A { A() { return 1; } void m() { return 1; } }')).toEqual([
      'Constructors must not return a value',
      'Void method must not return a value',
    ]);
  });
});

describe('statements', () => {
  test.each([
    ['if (i) {}', 'Condition expression must be of type Boolean: Integer'],
    ['break;', 'Break statement must be in loop'],
    ['for (String x : integers) {}', 'Invalid loop variable type expected Integer was String'],
    ['for (Integer x : counts) {}', 'Loop must iterate over collection: Map<String,Integer>'],
    [
      'for (Contact x : [SELECT Id FROM Account]) {}',
      'Loop variable must be a generic SObject or List or a concrete SObject or List of: Account',
    ],
    ['throw s;', 'Throw expression must be of type exception: String'],
    ['try {} catch (String e) {}', 'Catch block variable must be of type exception: String'],
    ['try {} catch (Exception e) {} catch (DmlException f) {}', 'Exception type already caught: System.DmlException'],
    ['insert s;', 'DML requires SObject or SObject list type: String'],
    ['insert new Set<Account>();', 'DML requires SObject or SObject list type: Set<Account>'],
    ['upsert row Name;', 'Upsert with a field specification requires a concrete SObject type'],
    [
      'upsert acct Industry;',
      'Invalid field for upsert, must be an External Id custom or standard indexed field: Industry',
    ],
    ['merge row row;', 'Merge requires a concrete SObject type: SObject'],
    ['System.runAs(acct) {}', "runAs requires a single argument of type 'User' or 'Version'"],
    ['switch on flag { when null {} }', 'Boolean is not a valid switch expression type'],
    ["switch on s { when 'a' {} when 'a' {} }", 'a occurs as more than one when branch for this switch statement'],
    [
      'switch on s { when 1 {} }',
      'Integer value in when expression cannot be implicitly converted to the String type in switch expression',
    ],
    ['switch on hue { when Color.RED {} }', "Enum value used in 'when expression' should be unqualified"],
    ['switch on hue { when BLUE {} }', 'Variable does not exist: BLUE'],
    ["switch on row { when 'x' {} }", "Switching on SObject types must be a 'when type variable' or 'when null'"],
    ['switch on i { when else {} when 1 {} }', "'when else' must be the last when block"],
  ])('%s', (statement, message) => {
    expect(statementMessages(statement)).toEqual([message]);
  });

  test.each([
    'for (Long x : integers) {} for (Object x : words) {} for (SObject x : accounts) {}',
    'for (Account x : [SELECT Id FROM Account]) {} for (List<Account> x : [SELECT Id FROM Account]) {} for (SObject x : [SELECT Id FROM Account]) {}',
    'switch on row { when Account a { s = a.Name; } when null {} } switch on hue { when RED, GREEN {} }',
    'upsert acct Key__c; upsert accounts Id; delete [SELECT Id FROM Account]; merge acct acct;',
    'for (Integer k = 0; k < 1; k++) {} for (Integer k = 0; k < 1; k++) {} { Integer q; } { Integer q; }',
  ])('%s is allowed', (statement) => {
    expect(statementMessages(statement)).toEqual([]);
  });
});

describe('triggers and anonymous blocks', () => {
  test('rows of a trigger have its object', () => {
    const text =
      'trigger T on Account (before insert) { for (Account a : Trigger.new) { a.Name = a.Industry; } Contact c = Trigger.new[0]; }';

    expect(messages({ text, kind: 'trigger' })).toEqual(['Illegal assignment from Account to Contact']);
  });

  test.each([
    ['trigger T on Zork (before insert) {}', 'Invalid type: Schema.Zork'],
    ['trigger T on Signal__e (before insert) {}', 'Platform Event SObjects only supports after insert: Signal__e'],
    ['trigger T on Rule__mdt (after insert) {}', 'SObject type does not allow triggers: Rule__mdt'],
    ['trigger T on Account (before insert) { return 1; }', 'Trigger bodies must not return a value'],
  ])('%s', (text, message) => {
    expect(messages({ text, kind: 'trigger' })).toEqual([message]);
  });

  test('an anonymous block has locals, methods and classes', () => {
    expect(
      messages({
        text: 'class Box { Integer size = 1; } Integer twice(Integer n) { return 2 * n; } Box b = new Box(); Integer x = twice(b.size); String s = x;',
        kind: 'anonymous',
      }),
    ).toEqual(['Illegal assignment from Integer to String']);
  });
});

describe('what the emitter is told', () => {
  test('a dynamic query sees the locals in scope', () => {
    const program = check(
      "public class A { void m(String p) { Integer x; { Integer inner; } List<SObject> rows = Database.query('x'); } }",
    );

    expect([...program.visibleLocals.values()].map((locals) => [...locals.keys()])).toEqual([['p', 'x']]);
  });

  test('a query loop over lists runs in chunks', () => {
    const program = check(
      'public class A { void m() { for (List<Account> some : [SELECT Id FROM Account]) {} for (Account one : [SELECT Id FROM Account]) {} } }',
    );

    expect([...program.loops.values()].map((loop) => loop.kind)).toEqual(['chunks', 'rows']);
  });

  test('errors carry the line', () => {
    expect(numbered('public class A {\n  void m() {\n    zork();\n  }\n}')).toEqual([
      '3: Method does not exist or incorrect signature: void zork() from the type A',
    ]);
  });
});
