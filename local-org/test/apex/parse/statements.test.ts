import { describe, expect, test } from 'vitest';
import { parseStatement } from '../../../src/apex/parse/parseApex.ts';
import { outlineStatement } from './outline.ts';

describe('statements', () => {
  test.each([
    ['{ a(); { } }', '{(call - a) {}}'],
    ['Integer a = 1, b;', '(var Integer a=1 b)'],
    ['final List<Map<Id, Account>> a = b;', '(final List<Map<Id,Account>> a=b)'],
    ['Account[] a;', '(var Account[] a)'],
    ['Database.SaveResult r = f();', '(var Database.SaveResult r=(call - f))'],
    ['i++;', '(_++ i)'],
    ['if (a) b(); else if (c) { } else d();', '(if a (call - b) (if c {} (call - d)))'],
    ['while (a) { break; }', '(while a {break})'],
    ['while (a());', '(while (call - a) {})'],
    ['do { continue; } while (a);', '(do {continue} a)'],
    ['for (Integer i = 0, n = 2; i < n; i++) f(i);', '(for ((var Integer i=0 n=2)) (< i n) ((_++ i)) (call - f i))'],
    ['for (;;) { }', '(for () - () {})'],
    ['for (i = 0; i < 3; i++);', '(for ((= i 0)) (< i 3) ((_++ i)) {})'],
    [
      'for (Account a : [SELECT Id FROM Account]) { f(a); }',
      '(each Account a (soql "SELECT Id FROM Account") {(call - f a)})',
    ],
    ['return;', '(return)'],
    ['return a ?? b;', '(return (?? a b))'],
    [`throw new MyException('x');`, '(throw (new MyException "x"))'],
    [
      'try { } catch (DmlException e) { } catch (System.Exception e) { f(); } finally { g(); }',
      '(try {} (catch DmlException e {}) (catch System.Exception e {(call - f)}) (finally {(call - g)}))',
    ],
    ['try { } finally { }', '(try {} (finally {}))'],
    ['System.runAs(u) { f(); }', '(runAs u {(call - f)})'],
    ['System.runAs(new Version(1, 2));', '(call System runAs (new Version 1 2))'],
  ])('%s', (source, expected) => {
    expect(outlineStatement(parseStatement(source))).toBe(expected);
  });
});

describe('switch on', () => {
  test.each([
    [
      `switch on a { when 1, -2 { } when 3L { } when else { f(); } }`,
      '(switch a (1,(- 2) {}) (3L {}) (else {(call - f)}))',
    ],
    [`switch on a.b() { when 'x', null { } }`, '(switch (call a b) ("x",null {}))'],
    ['switch on season { when WINTER, Season.SPRING { } }', '(switch season (WINTER,(. Season SPRING) {}))'],
    [
      'switch on row { when Account a { } when Schema.Contact c { } }',
      '(switch row (Account:a {}) (Schema.Contact:c {}))',
    ],
    [`switch on a { when ('x'), (null) { } }`, '(switch a ("x",null {}))'],
    ['switch on a { when -2147483647 { } }', '(switch a ((- 2147483647) {}))'],
  ])('%s', (source, expected) => {
    expect(outlineStatement(parseStatement(source))).toBe(expected);
  });
});

describe('DML', () => {
  test.each([
    ['insert a;', '(insert a)'],
    ['insert as user a;', '(insert as-user a)'],
    ['update as system new List<Account>{ a };', '(update as-system (new List<Account> {a}))'],
    ['delete [SELECT Id FROM A];', '(delete (soql "SELECT Id FROM A"))'],
    ['undelete a.b;', '(undelete (. a b))'],
    ['upsert a;', '(upsert a)'],
    ['upsert a Key__c;', '(upsert a Key__c)'],
    ['upsert as user a Account.Fields.Key__c;', '(upsert as-user a Account.Fields.Key__c)'],
    ['merge a b;', '(merge a b)'],
    ['merge as user a new List<Account>{ b, c };', '(merge as-user a (new List<Account> {b c}))'],
  ])('%s', (source, expected) => {
    expect(outlineStatement(parseStatement(source))).toBe(expected);
  });
});
