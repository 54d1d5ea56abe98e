import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

test('setup runs once and every test starts from its rows', async () => {
  const setup = "@TestSetup static void make() { insert new Account(Name = 'setup'); }\nstatic Integer count = 0;";
  const methods = {
    first:
      "count++; insert new Account(Name = 'first'); System.assertEquals(2, [SELECT COUNT() FROM Account]); System.assertEquals(1, count);",
    second:
      'count++; System.assertEquals(1, [SELECT COUNT() FROM Account]); System.assertEquals(1, count); System.assert(Test.isRunningTest());',
  };
  const org = await orgOf({ 'classes/SetupTest.cls': testClass('SetupTest', methods, setup) });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
  expect(org.query('SELECT Id FROM Account').rows).toHaveLength(0);
});

test('a failure has the message, the Apex stack and the place', async () => {
  const org = await orgOf({
    'classes/Failing.cls':
      "public class Failing {\n  public static void go() {\n    throw new IllegalArgumentException('broken');\n  }\n}",
    'classes/FailingTest.cls': testClass('FailingTest', {
      fails: 'Failing.go();',
      asserts: "System.assertEquals(1, 2, 'why');",
      passes: '',
    }),
  });
  const [fails, asserts, passes] = org.runTests();
  expect(fails).toMatchObject({ outcome: 'fail', message: 'System.IllegalArgumentException: broken' });
  expect(fails?.stack.map((frame) => frame.text)).toEqual([
    'Class.Failing.go: line 3, column 1',
    'Class.FailingTest.fails: line 5, column 1',
  ]);
  expect(asserts).toMatchObject({
    outcome: 'fail',
    message: 'System.AssertException: Assertion Failed: why: Expected: 1, Actual: 2',
  });
  expect(passes).toMatchObject({ outcome: 'pass', message: null });
});

test('one method can be picked', async () => {
  const org = await orgOf({ 'classes/PickTest.cls': testClass('PickTest', { one: '', two: '' }) });
  expect(org.runTests({ only: ['picktest.TWO'] }).map((result) => result.method)).toEqual(['two']);
});

test('a stub answers for a class', async () => {
  const methods = {
    stubs: `
      Greeter stub = (Greeter) Test.createStub(Greeter.class, new Provider());
      System.assertEquals('greet(String name=Ada)', stub.greet('Ada'));`,
  };
  const org = await orgOf({
    'classes/Greeter.cls':
      "public virtual class Greeter { public virtual String greet(String name) { return 'hello ' + name; } }",
    'classes/Provider.cls': `@IsTest public class Provider implements StubProvider {
      public Object handleMethodCall(Object stubbed, String method, Type returnType, List<Type> types, List<String> names, List<Object> args) {
        return method + '(' + types[0].getName() + ' ' + names[0] + '=' + args[0] + ')';
      }
    }`,
    'classes/StubTest.cls': testClass('StubTest', methods),
  });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});

test('two orgs share nothing', async () => {
  const [first, second] = await Promise.all([orgOf({}), orgOf({})]);
  first.execute("insert new Account(Name = 'only here');");
  expect(first.query('SELECT Id FROM Account').rows).toHaveLength(1);
  expect(second.query('SELECT Id FROM Account').rows).toHaveLength(0);
});
