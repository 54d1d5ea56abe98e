/** Formula fields, defaults and validation rules of deployed metadata. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/values/value.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { ApexDate, type ApexDatetime } from '../../src/values/temporal.ts';
import { NOW, Org } from './org.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.of(text);

describe('formula fields', () => {
  test('numbers are rounded to the scale of the field, but not on the way through a chain', () => {
    const org = new Org();
    const values = { Quantity__c: decimal('10') };

    expect(String(org.formula('Invoice__c', 'Third__c', values))).toBe('3.33');
    expect(String(org.formula('Invoice__c', 'Whole__c', values))).toBe('10.00');
  });
  test('a percent result is stored in hundredths', () => {
    expect(String(new Org().formula('Invoice__c', 'Share__c', { Quantity__c: decimal('1') }))).toBe('33.3');
  });
  test('blanks are blanks or zeros as the field says', () => {
    const org = new Org();
    expect(org.formula('Invoice__c', 'Third__c', {})).toBeNull();
    expect(String(org.formula('Invoice__c', 'Net__c', {}))).toBe('0.00');
  });
  test('what fails to evaluate is blank', () => {
    expect(new Org().formula('Invoice__c', 'Ratio__c', { Total__c: decimal('1') })).toBeNull();
  });
  test('parents are reached through several lookups, and a missing one is blank', () => {
    const org = new Org();
    const region = org.insert('Region__c', { Name: 'North' });
    const customer = org.insert('Account', { Name: 'Acme', OwnerId: org.userId });

    expect(
      org.formula('Invoice__c', 'Summary__c', { Region__c: region, Customer__c: customer, Status__c: 'Sent' }),
    ).toBe('North: Sent Reyes');
    expect(org.formula('Invoice__c', 'Summary__c', { Region__c: region, Status__c: 'Draft' })).toBe('North: Draft');
  });
  test('today is the day of the user', () => {
    const org = new Org();
    const due = { Due__c: ApexDate.of(2026, 3, 1) };

    expect(org.formula('Invoice__c', 'Late__c', due)).toBe(false);
    org.timeZone = 'Europe/Berlin';
    expect(org.formula('Invoice__c', 'Late__c', due)).toBe(true);
  });
  test('fields that need each other are refused by name', () => {
    const org = new Org();
    expect(() => org.formula('Loop__c', 'First__c', {})).toThrow(
      'UNSUPPORTED: The formula of Loop__c.First__c: The formula references itself: First__c > Second__c > First__c (1:1)',
    );
    expect(org.declarative.check().map((one) => one.where)).toEqual(['Loop__c.First__c', 'Loop__c.Second__c']);
  });
});

describe('defaults', () => {
  const defaultOf = (org: Org, field: string, recordTypeId: string | null = null): Value => {
    const object = org.object('Invoice__c');
    const found = org.schema.findField(object, field);
    return found === null ? 'no field' : org.declarative.defaultValue(org.runtime, object, found, recordTypeId);
  };

  test('formulas, literals and checkboxes', () => {
    const org = new Org();
    expect(String(defaultOf(org, 'Due__c'))).toBe('2026-03-31');
    expect((defaultOf(org, 'Sent_On__c') as ApexDatetime).instant).toBe(NOW);
    expect(String(defaultOf(org, 'Discount__c'))).toBe('5.00');
    expect(defaultOf(org, 'Note__c')).toBe('From Reyes');
    expect(defaultOf(org, 'Paid__c')).toBe(true);
    expect(defaultOf(org, 'Quantity__c')).toBeNull();
  });
  test('a record type has its own picklist default', () => {
    const org = new Org();
    const internal = org.insert('RecordType', {
      Name: 'Internal',
      DeveloperName: 'Internal',
      SobjectType: 'Invoice__c',
    });

    expect(defaultOf(org, 'Status__c')).toBe('Draft');
    expect(defaultOf(org, 'Status__c', internal)).toBe('Sent');
  });
});

describe('validation rules', () => {
  const validate = (
    org: Org,
    values: Readonly<Record<string, Value>>,
    before: Readonly<Record<string, Value>> | null = null,
  ): readonly string[] =>
    org.declarative
      .validate(
        org.runtime,
        org.object('Invoice__c'),
        org.view('Invoice__c', values),
        before === null ? null : org.view('Invoice__c', before),
      )
      .map((error) => `${error.statusCode} ${error.message} [${error.fields.join()}]`);

  test('every active rule that holds is an error, at its field or the page', () => {
    const org = new Org();
    expect(validate(org, { Quantity__c: decimal('-1'), Tags__c: 'Rush;Gift' })).toEqual([
      'FIELD_CUSTOM_VALIDATION_EXCEPTION A gift needs a note. [Note__c]',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION The quantity is negative. [Quantity__c]',
    ]);
  });
  test('an unknown condition is none', () => {
    expect(validate(new Org(), {})).toEqual([]);
  });
  test('a rule sees the change', () => {
    const org = new Org();
    expect(validate(org, { Status__c: 'Draft' }, { Status__c: 'Paid' })).toEqual([
      'FIELD_CUSTOM_VALIDATION_EXCEPTION A paid invoice stays paid. []',
    ]);
    expect(validate(org, { Status__c: 'Paid' }, { Status__c: 'Paid' })).toEqual([]);
  });
});

test('labels speak the language asked for', () => {
  const { declarative } = new Org();
  expect(declarative.label('', 'greeting', 'de')).toBe('Hallo');
  expect(declarative.label('c', 'Greeting', 'fr')).toBe('Hello');
  expect(declarative.label('other', 'Greeting', 'de')).toBeNull();
});
