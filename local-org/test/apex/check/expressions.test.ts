/** Static types of expressions. Each row was asked of the platform's own compiler, API 67. */
import { describe, expect, test } from 'vitest';
import { check, infoOf } from './fixtures/check.ts';

describe('the type of an expression', () => {
  test.each([
    ['1', 'Integer'], ['1L', 'Long'], ['1.5', 'Decimal'], ['1.5d', 'Double'], ["'x'", 'String'], ['true', 'Boolean'],
    ['i + 1', 'Integer'], ['i + l', 'Long'], ['i / d', 'Double'], ['d * c', 'Decimal'], ['i << l', 'Integer'], ['l << i', 'Long'], ['i & l', 'Long'], ['flag & flag', 'Boolean'],
    ["i + ''", 'String'], ['s + null', 'String'], ["o + 'x'", 'String'], ['dt + 1', 'Date'], ['dtm - 1.5', 'Datetime'], ['t + 1', 'Time'],
    ['i < d', 'Boolean'], ['s == id', 'Boolean'], ['-c', 'Decimal'], ['~l', 'Long'], ['i++', 'Integer'],
    ['flag ? 1 : 2L', 'Long'], ['flag ? 1 : null', 'Integer'], ['flag ? one : more', 'Subject.Base'], ['flag ? ring : form', 'Subject.Shape'], ['s ?? id', 'String'],
    ['integers[0]', 'Integer'], ['accounts[0].Name', 'String'], ['acct.Owner.Name', 'String'], ['acct.CreatedDate', 'Datetime'], ['acct.Contacts', 'List<Contact>'],
    ['person.Account.Industry', 'String'], ['acct.AnnualRevenue', 'Decimal'], ['person.AccountId', 'Id'], ['row.Id', 'Id'], ["row.get('Name')", 'Object'],
    ['acct.clone(true)', 'Account'], ['integers.size()', 'Integer'], ['counts.get(s)', 'Integer'], ['counts.keySet()', 'Set<String>'], ['accounts.iterator()', 'System.Iterator<Account>'],
    ['Color.RED', 'Subject.Color'], ['hue.name()', 'String'], ['Color.values()', 'List<Subject.Color>'], ["Color.valueOf('RED')", 'Subject.Color'], ['LoggingLevel.ERROR.ordinal()', 'Integer'],
    ['one.toString()', 'String'], ['one.hashCode()', 'Integer'], ['more.self()', 'Subject.Base'], ['one.clone()', 'Subject.Base'],
    ['Account.SObjectType', 'Schema.SObjectType'], ['Account.Name', 'Schema.SObjectField'], ['Contact.Account.Name', 'Schema.SObjectField'], ['Account.SObjectType.fields.Name', 'Schema.SObjectField'],
    ['Schema.SObjectType.Account', 'Schema.DescribeSObjectResult'], ['SObjectType.Account.fields.Name', 'Schema.DescribeFieldResult'], ['SObjectType.Account.fieldSets.Summary', 'Schema.FieldSet'],
    ['Limit__c.getInstance()', 'Limit__c'], ['Rule__mdt.getAll()', 'Map<String,Rule__mdt>'], ['System.Label.Greeting', 'String'], ['Label.Greeting', 'String'],
    ['new List<List<String>>()', 'List<List<String>>'], ['new Integer[3]', 'List<Integer>'], ["new Map<String, Integer>{ 'a' => 1 }", 'Map<String,Integer>'], ['new Messaging.SingleEmailMessage()', 'Messaging.SingleEmailMessage'],
    ['[SELECT Name FROM Account]', 'List<Account>'], ['[SELECT COUNT() FROM Account]', 'Integer'], ['[SELECT COUNT(Id) n FROM Account]', 'List<AggregateResult>'], ['[SELECT Name FROM Account].Name', 'String'],
    ['[SELECT Name FROM Account][0]', 'Account'], ["Database.query('x')", 'List<SObject>'], ['Trigger.new', 'List<SObject>'], ['Math.abs(1)', 'Integer'], ['Math.abs(1.5)', 'Decimal'],
    ['(Object) i', 'Object'], ['o instanceof Account', 'Boolean'], ['Integer.class', 'System.Type'], ['List<String>.class', 'System.Type'], ['this', 'Subject'], ['total', 'Integer'], ['Subject.total', 'Integer'],
    ['s?.toLowerCase()', 'String'], ['acct?.Name', 'String'], ['new Account(Name = s)', 'Account'],
  ])('%s is %s', (expression, type) => {
    const { info, errors } = infoOf(expression);

    expect(errors).toEqual([]);
    expect(info?.type.name).toBe(type);
  }); // prettier-ignore
});

describe('what a name refers to', () => {
  test.each([
    ['total', 'field'], ['Color.RED', 'enumValue'], ['acct.Name', 'sobjectField'], ['person.Account', 'sobjectParent'], ['acct.Contacts', 'sobjectChildren'],
    ['Account.SObjectType', 'objectToken'], ['Account.Name', 'fieldToken'], ['SObjectType.Account', 'objectDescribe'], ['one.self()', 'method'], ['s.length()', 'platformMethod'],
    ['one.equals(o)', 'objectMethod'], ['hue.name()', 'enumMethod'], ['Limit__c.getInstance()', 'platformMethod'], ['Label.Greeting', 'label'], ['Trigger.isInsert', 'trigger'],
    ['new Base()', 'constructor'], ["new DmlException('x')", 'platformConstructor'],
  ])('%s: %s', (expression, kind) => {
    expect(infoOf(expression).info?.reference?.kind).toBe(kind);
  }); // prettier-ignore
});

describe("an object's variable that shares its name with a type", () => {
  const inClass = (member: string): readonly string[] =>
    check(`public class Part {
      public enum Mode { LOUD, SOFT }
      public Mode mode;
      ${member}
    }`).errors.map((error) => error.message);

  test('does not hide the type before a dot in static code', () => {
    expect(inClass('static Mode one() { return Mode.LOUD; } static Mode other = Mode.SOFT;')).toEqual([]);
  });
  test('hides it in the code of an object', () => {
    expect(inClass('Mode one() { return Mode.LOUD; }')).toEqual([
      'Static field cannot be referenced from a non static context: LOUD from the type Part.Mode',
    ]);
  });
  test('is out of reach for static code', () => {
    expect(inClass('static Object one() { return mode; }')).toEqual(['Variable does not exist: mode']);
  });
});

describe('conversions', () => {
  test('an Integer argument becomes the Long of the parameter', () => {
    const { info } = infoOf('flag ? l : i');

    expect(info?.type.name).toBe('Long');
  });

  test('numbers of a comparison meet in the wider type', () => {
    expect(infoOf('i == c').info?.operandType?.name).toBe('Decimal');
  });
});
