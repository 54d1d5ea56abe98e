/** Compile errors of classes, members, modifiers and annotations, in the words of the platform's own compiler, API 67. */
import { describe, expect, test } from 'vitest';
import { check, messages } from './fixtures/check.ts';

/** Messages for members of a virtual class with some types to inherit from. */
const members = (text: string): readonly string[] =>
  messages(`public class O {
    public interface I { void a(); Integer b(String s); }
    public virtual class V { public virtual void x() {} public void y() {} protected virtual Integer z() { return 1; } }
    public abstract class Half { public abstract Integer r(String a); }
    ${text} }`);

describe('inheritance', () => {
  test.each([
    [
      'class C implements I { void a() {} public Integer b(String s) { return 1; } }',
      'O.C: Overriding implementations of global or public interface methods must be global or public: void O.I.a()',
    ],
    ['class C implements I { public void a() {} }', 'Class O.C must implement the method: Integer O.I.b(String)'],
    ['class C extends V { public void x() {} }', 'Method must use the override keyword: void O.C.x()'],
    [
      'class C extends V { public override void y() {} }',
      'Non-virtual, non-abstract methods cannot be overridden: void O.C.y()',
    ],
    [
      'class C extends V { public override String z() { return null; } }',
      'Method return types clash: String vs Integer from the type O.C',
    ],
    [
      'class C extends V { public override void nope() {} }',
      '@Override specified for non-overriding method: void O.C.nope()',
    ],
    ['class C extends Half {}', 'Class O.C must implement the abstract method: Integer O.Half.r(String)'],
    ['class C extends Exception {}', 'Classes extending Exception must have a name ending in Exception: O.C'],
    ['class CException extends V {}', 'Exception class must extend another Exception class: O.V'],
    [
      'class CException extends Exception { public CException(String s) {} }',
      'System exception constructor already defined: void <init>(String)',
    ],
    ['class F {} class C extends F {}', 'Non-virtual and non-abstract type cannot be extended: O.F'],
    ['class C extends I {}', 'Invalid class: I'],
    ['class C implements V {}', 'Invalid interface: V'],
    [
      'virtual class C { C(Integer i) {} } class D extends C { D() {} }',
      'No default constructor available in super type: O.C',
    ],
  ])('%s', (text, message) => {
    expect(members(text)).toEqual([message]);
  });

  test('a circle is reported for each class in it', () => {
    expect(members('class C extends D {} virtual class D extends E {} virtual class E extends D {}')).toEqual([
      'Circular definition: O.D',
      'Circular definition: O.E',
    ]);
  });

  test.each([
    'class C implements I { public void a() {} public Integer b(String s) { return 1; } }',
    'class C extends V { public override void x() {} }',
    'class C extends Half { public override Integer r(String a) { return 1; } }',
    'class C implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return null; } public void execute(Database.BatchableContext c, List<Account> rows) {} public void finish(Database.BatchableContext c) {} }',
    'class C implements Comparable { public Integer compareTo(Object other) { return 0; } }',
    'class C implements Iterator<String> { public Boolean hasNext() { return false; } public String next() { return null; } }',
    "class CException extends Exception {} void m() { try { throw new CException('x', new CException()); } catch (CException e) { String s = e.getMessage(); } }",
  ])('%s is allowed', (text) => {
    expect(members(text)).toEqual([]);
  });

  test('an override has the key of what it overrides', () => {
    const { types } = check(
      'public virtual class A { public virtual void m(Integer i, List<String> l) {} }',
      'public class B extends A { public override void M(Integer n, List<String> k) {} }',
    );

    expect(types.map((type) => type.methods.get('m')?.[0]?.key)).toEqual([
      'm$integer$list$_string_$',
      'm$integer$list$_string_$',
    ]);
  });

  test('a method with a list of special rows is reached by the key of the generic one', () => {
    const { types, errors } = check(
      'public interface I { void run(List<SObject> rows); }',
      'public class C implements I { public void run(List<Account> rows) {} }',
    );

    expect(errors).toEqual([]);
    expect(types[1]?.bridges.map((bridge) => bridge.key)).toEqual(['run$list$_sobject_$']);
  });
});

describe('members', () => {
  test.each([
    ['Integer a; String A;', 'Duplicate field: A'],
    ['void m() {} Integer M() { return 1; }', 'Method already defined: M Integer O.M() from the type O'],
    ['class C { static void m() {} }', 'static can only be used on methods of a top level type'],
    ['class C { static {} }', 'Inner types are not allowed to have static blocks'],
    ['Integer a = b + 1; Integer b = 1;', 'Illegal forward reference: b'],
    ['Integer string;', 'Identifier name is reserved: string'],
    ['Integer a__b;', 'Invalid character in identifier: a__b'],
    ['class Outer {}', 'Identifier name is reserved: Outer'],
    ['Integer p { get; } void m() { p = 1; }', 'Variable is not visible: O.p'],
    ['Integer p { set; } void m() { Integer i = p; }', 'Variable is not visible: O.p'],
    ['private Integer p { public get; set; }', 'Cannot declare public accessor on private property'],
    ['Integer p { get {} }', 'Missing return statement required return type: Integer'],
    [
      'final Integer f = 1; void m() { f = 2; }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: f',
    ],
    ['protected void m() {}', 'New protected methods cannot be defined in non-virtual classes'],
    ['void m();', 'Method must have a body'],
    ['final class C {}', 'classes are by default final'],
    [
      'class C { C() { Integer i; this(1); } C(Integer i) {} }',
      "Call to 'this()' must be the first statement in a constructor method",
    ],
    [
      'class C { C() { this(m()); } C(Integer i) {} Integer m() { return 1; } }',
      'Cannot reference instance methods in a constructor invocation: Integer O.C.m()',
    ],
  ])('%s', (text, message) => {
    expect(members(text)).toEqual([message]);
  });

  test('inside its accessors the name of a property is the stored value', () => {
    const program = check(
      'public class A { Integer p { get { return p; } set { p = value; this.p = value; } } void m() { p = 1; } }',
    );
    const backing = [...program.info.values()].flatMap(({ reference }) =>
      reference?.kind === 'property' ? [reference.isBacking] : [],
    );

    expect(program.errors).toEqual([]);
    expect(backing).toEqual([true, true, true, false]);
  });

  test('an overload of the outer class is found where that of the inner one does not fit', () => {
    expect(
      messages('public class A { static Integer m(Integer i) { return i; } class B { Integer m() { return m(1); } } }'),
    ).toEqual([]);
  });
});

describe('visibility', () => {
  const owner =
    'public class A { private Integer hidden; @TestVisible private Integer shown; private static void run() {} public class B { private B() {} } private class C {} }';

  test.each([
    ['Integer i = new A().hidden;', ['Variable is not visible: A.hidden']],
    ['A.run();', ['Method is not visible: void A.run()']],
    ['A.C c;', ['Type is not visible: A.C']],
    ['Integer i = new A().shown;', ['Variable is not visible: A.shown']],
  ])('%s', (statement, expected) => {
    expect(messages(owner, `public class D { void m() { ${statement} } }`)).toEqual(expected);
  });

  test('a test sees what is @TestVisible', () => {
    expect(
      messages(owner, '@IsTest private class D { @IsTest static void m() { Integer i = new A().shown; } }'),
    ).toEqual([]);
  });

  test('another namespace sees what is global', () => {
    const library = {
      text: 'global class Kit { global static void open() {} public static void shut() {} }',
      namespace: 'kit',
    };

    expect(messages(library, 'public class D { void m() { kit.Kit.open(); kit.Kit.shut(); } }')).toEqual([
      'Method is not visible: void Kit.shut()',
    ]);
  });
});

describe('annotations', () => {
  test.each([
    ['@Future void m() {}', 'Future methods must be declared as static'],
    ['@Future static Integer m() { return 1; }', 'Future methods do not support return type of Integer'],
    ['@Future static void m(List<SObject> rows) {}', 'Future methods do not support parameter type of List<SObject>'],
    [
      '@AuraEnabled public Integer size() { return 1; }',
      "Non static AuraEnabled methods must be named with a prefix 'get'",
    ],
    [
      '@InvocableMethod public static void m(Integer i) {}',
      'Unsupported parameter type Integer. Valid invocable parameters must be List types like List<T> where T is a supported type',
    ],
    [
      '@InvocableMethod public static void m() {} @InvocableMethod public static void n() {}',
      'Only one method per type can be defined with: InvocableMethod',
    ],
    ['@IsTest static void m() {}', 'Defining type for IsTest methods must be declared as IsTest'],
    ['@RemoteAction static void m() {}', 'RemoteAction methods require at least one of the following global, public'],
    ['@Zork void m() {}', 'Annotation does not exist: Zork'],
    ['global void m() {}', 'Defining type for global methods must be declared as global'],
  ])('%s', (text, message) => {
    expect(members(text)).toEqual([message]);
  });

  test('abstract methods need not say how visible they are before API 65', () => {
    const text = 'public abstract class A { abstract void m(); }';

    expect(messages({ text, apiVersion: 64 })).toEqual([]);
    expect(messages(text)).toEqual([
      'abstract methods require at least one of the following global, public, protected',
    ]);
  });
});
